import Pixels
import Testing

@testable import PNG

@Suite struct LimitTests {
  private func file(width: UInt32, height: UInt32) -> PNGFile {
    PNGFile(chunks: [
      PNGFile.header(width: width, height: height, depth: 8, colourType: 0),
      .init(name: "IDAT", data: PNGFile.stored([0, 0])), PNGFile.end,
    ])
  }

  @Test(
    "A file whose sides or pixels exceed the limits is rejected.",
    arguments: [
      (1_000_001, 1), (1, 1_000_001), (8193, 8192), (0x7FFF_FFFF, 0x7FFF_FFFF), (65_536, 65_536),
    ] as [(UInt32, UInt32)])
  func readingTooLarge(width: UInt32, height: UInt32) {
    #expect(throws: PNGError.tooLarge(width: Int(width), height: Int(height))) {
      try PNGImage(decoding: file(width: width, height: height).bytes)
    }
  }

  @Test("Pictures with the longest sides read back.", arguments: [(1_000_000, 1), (1, 1_000_000)])
  func longestSides(width: Int, height: Int) throws {
    let image = PNGImage(width: width, height: height, pixels: [UInt8](repeating: 7, count: width * height * 4))
    #expect(try PNGImage(decoding: image.encoded()) == image)
  }

  @Test("A picture whose sides exceed the limit is not written.", arguments: [(1_000_001, 1), (1, 1_000_001)])
  func writingTooLarge(width: Int, height: Int) {
    let image = PNGImage(width: width, height: height, pixels: [UInt8](repeating: 0, count: width * height * 4))
    #expect(throws: PNGError.tooLarge(width: width, height: height)) { try image.encoded() }
  }

  @Test("A size of zero or of more than 31 bits is rejected.", arguments: [0, 0x8000_0000, 0xFFFF_FFFF] as [UInt32])
  func impossibleSide(side: UInt32) {
    #expect(throws: PNGError.self) { try PNGImage(decoding: file(width: side, height: 1).bytes) }
    #expect(throws: PNGError.self) { try PNGImage(decoding: file(width: 1, height: side).bytes) }
  }

  @Test("A short file that states many pixels is rejected before memory is allocated for them.")
  func emptyPromise() {
    let bytes = file(width: 8192, height: 8192).bytes
    #expect(
      throws: PNGError.broken(
        reason: "\(bytes.count) bytes cannot hold 8192 × 8192 pixels", offset: 41)
    ) { try PNGImage(decoding: bytes) }
  }

  @Test("A picture with the highest ratio of compression is read.")
  func emptiestPicture() throws {
    let image = PNGImage(width: 2000, height: 1000, pixels: [UInt8](repeating: 0, count: 8_000_000))
    let bytes = try image.encoded(compression: .small)
    #expect(bytes.count < 8_000_000 / 1000)
    #expect(try PNGImage(decoding: bytes) == image)
  }

  @Test("A small text that decompresses to a large one is rejected.")
  func unpackedText() throws {
    let zeros = PNGImage(width: 2000, height: 1000, pixels: [UInt8](repeating: 0, count: 8_000_000))
    let packed = try PNGFile(zeros.encoded()).chunks.filter { $0.name == "IDAT" }.flatMap(\.data)
    #expect(packed.count < 10_000)
    for data in [Array("Title\0\0".utf8) + packed, Array("Title\0\u{1}\0\0\0".utf8) + packed] {
      let file = PNGFile.whitePixel([.init(name: data[6] == 0 ? "zTXt" : "iTXt", data: data)])
      #expect(throws: PNGError.self) { try PNGImage(decoding: file.bytes) }
    }
  }
}
