import SeededNumbers
import Testing

@testable import PNG

@Suite struct RoundTripTests {
  @Test("A picture of up to 256 opaque colours reads back from a palette.", arguments: 0..<100)
  func fewColours(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let image = PNGImage.random(
      width: .random(in: 16...60, using: &generator), height: .random(in: 16...60, using: &generator),
      colourCount: .random(in: 1...256, using: &generator), isOpaque: true, using: &generator)
    let bytes = try image.encoded()
    #expect(try PNGImage(decoding: bytes) == image)
    #expect(PNGFile(bytes).names == ["IHDR", "PLTE", "IDAT", "IEND"])
    #expect(PNGFile(bytes).colourType == 3)
  }

  @Test("A picture of up to 256 colours of any alpha reads back from a palette.", arguments: 0..<100)
  func fewTransparentColours(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let image = PNGImage.random(
      width: .random(in: 16...60, using: &generator), height: .random(in: 16...60, using: &generator),
      colourCount: .random(in: 2...256, using: &generator), isOpaque: false, using: &generator)
    let bytes = try image.encoded()
    #expect(try PNGImage(decoding: bytes) == image)
    #expect(PNGFile(bytes).names == ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"])
    #expect(PNGFile(bytes).data(of: "tRNS")?.last != 0xFF)
  }

  @Test("A picture of more than 256 colours reads back.", arguments: 0..<100)
  func manyColours(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let isOpaque = Bool.random(using: &generator)
    let image = PNGImage.random(
      width: .random(in: 17...60, using: &generator), height: .random(in: 17...60, using: &generator),
      colourCount: .random(in: 257...289, using: &generator), isOpaque: isOpaque, using: &generator)
    let bytes = try image.encoded()
    #expect(try PNGImage(decoding: bytes) == image)
    #expect(PNGFile(bytes).colourType == (isOpaque ? 2 : 6))
  }

  @Test(
    "Pictures of 256 colours have a palette, and pictures of 257 do not.",
    arguments: [
      (256, true, 3), (257, true, 2),
      (256, false, 3), (257, false, 6),
    ] as [(Int, Bool, UInt8)])
  func paletteLimit(colourCount: Int, isOpaque: Bool, colourType: UInt8) throws {
    var generator = SeededGenerator(seed: colourCount)
    let image = PNGImage.random(
      width: 40, height: 30, colourCount: colourCount, isOpaque: isOpaque, using: &generator)
    let bytes = try image.encoded()
    #expect(PNGFile(bytes).colourType == colourType)
    #expect(try PNGImage(decoding: bytes) == image)
  }

  @Test(
    "Pictures of any shape read back.",
    arguments: [
      (1, 1), (1, 2), (2, 1), (7, 3),
      (1, 5000), (5000, 1), (1, 70_000), (70_000, 1),
    ])
  func shapes(width: Int, height: Int) throws {
    var generator = SeededGenerator(seed: width + height)
    for colourCount in [1, 2, 700] where colourCount <= width * height {
      let image = PNGImage.random(
        width: width, height: height, colourCount: colourCount, isOpaque: false, using: &generator)
      #expect(try PNGImage(decoding: image.encoded()) == image)
    }
  }

  @Test("Different colours under full transparency stay different.")
  func invisibleColours() throws {
    let image = PNGImage(width: 3, height: 1, pixels: [1, 2, 3, 0, 4, 5, 6, 0, 0, 0, 0, 0])
    #expect(try PNGImage(decoding: image.encoded()) == image)
  }

  @Test("The palette is in the order of appearance, with alpha up to the last colour that needs it.")
  func paletteOrder() throws {
    let image = PNGImage(
      width: 2, height: 2, pixels: [9, 9, 9, 255, 7, 7, 7, 128, 9, 9, 9, 255, 1, 2, 3, 255])
    let file = try PNGFile(image.encoded())
    #expect(file.data(of: "PLTE") == [9, 9, 9, 7, 7, 7, 1, 2, 3])
    #expect(file.data(of: "tRNS") == [255, 128])
  }

  @Test("The dots per metre read back.", arguments: [1, 3937, 11_811, 0x7FFF_FFFF] as [UInt32])
  func resolution(pixelsPerMetre: UInt32) throws {
    let image = PNGImage(width: 1, height: 1, pixels: [0, 0, 0, 255], pixelsPerMetre: pixelsPerMetre)
    let bytes = try image.encoded()
    #expect(
      PNGFile(bytes).data(of: "pHYs") == bigEndian(pixelsPerMetre) + bigEndian(pixelsPerMetre) + [1])
    #expect(try PNGImage(decoding: bytes) == image)
  }

  @Test("The same picture makes the same bytes.")
  func determinism() throws {
    for colourCount in [3, 300] {
      let files = try (0..<3).map { _ in
        var generator = SeededGenerator(seed: colourCount)
        return try PNGImage.random(
          width: 90, height: 80, colourCount: colourCount, isOpaque: false, pixelsPerMetre: 3937,
          text: [PNGText(keyword: "Title", text: "Mish")], using: &generator
        ).encoded()
      }
      #expect(files[0] == files[1] && files[1] == files[2])
    }
  }

  @Test("The chunks of the tests have the same checksums as those that libpng writes.")
  func checksums() throws {
    var generator = SeededGenerator(seed: 1)
    let bytes = try PNGImage.random(width: 20, height: 20, colourCount: 9, isOpaque: true, using: &generator).encoded()
    #expect(PNGFile(bytes).bytes == bytes)
  }
}
