import Pixels
import SeededNumbers
import Testing

@testable import PNG

@Suite struct EncoderTests {
  /// Returns a picture of random size and colours, as indices if it has at most 256 colours.
  private func image(using generator: inout SeededGenerator) -> PNGImage {
    let (width, height) = (Int.random(in: 1...70, using: &generator), Int.random(in: 1...70, using: &generator))
    let colourCount = Int.random(in: 1...min(400, width * height), using: &generator)
    let image = PNGImage.random(
      width: width, height: height, colourCount: colourCount, isOpaque: colourCount < 2 || .random(using: &generator),
      pixelsPerMetre: 3937, text: [PNGText(keyword: "Title", text: String(repeating: "word ", count: colourCount))],
      using: &generator)
    return PNGImage(image.pixmap.compacted ?? image.pixmap, pixelsPerMetre: 3937, text: image.text)
  }

  @Test("A reused encoder makes the same file as a new one, and the file reads back.", arguments: Compression.allCases)
  func reuse(compression: Compression) throws {
    let encoder = PNGEncoder()
    for seed in 0..<100 {
      var generator = SeededGenerator(seed: seed)
      let image = image(using: &generator)
      let bytes = try encoder.encode(image, compression: compression)
      #expect(try bytes == image.encoded(compression: compression))
      #expect(try PNGImage(decoding: bytes) == image)
      #expect(PNGFile(bytes).bytes == bytes)
    }
  }

  @Test("A picture that cannot be written does not affect the next one.")
  func failure() throws {
    let encoder = PNGEncoder()
    let image = PNGImage(width: 1, height: 1, pixels: [1, 2, 3, 4])
    let bytes = try encoder.encode(image)
    #expect(throws: PNGError.self) { try encoder.encode(image.carrying([PNGText(keyword: "", text: "")])) }
    #expect(try encoder.encode(image) == bytes)
  }

  @Test("Tasks that share an encoder get the same files as alone.")
  func sharing() async throws {
    let encoder = PNGEncoder()
    let images = (0..<16).map { seed in
      var generator = SeededGenerator(seed: seed)
      return image(using: &generator)
    }
    try await withThrowingTaskGroup(of: (file: [UInt8], image: PNGImage).self) { group in
      for image in images {
        group.addTask { (try encoder.encode(image), image) }
      }
      for try await (file, image) in group { #expect(try file == image.encoded()) }
    }
  }

  @Test("Indices are written as they are, whatever the order and use of their palette.")
  func indices() throws {
    let image = PNGImage(
      Pixmap(width: 2, height: 2, indices: [2, 0, 0, 2], palette: [0xFF03_0201, 0x0909_0909, 0x8006_0504]))
    let file = try PNGFile(image.encoded())
    #expect(file.data(of: "PLTE") == [1, 2, 3, 9, 9, 9, 4, 5, 6])
    #expect(file.data(of: "tRNS") == [255, 9, 128])
    #expect(image.pixels == [4, 5, 6, 128, 1, 2, 3, 255, 1, 2, 3, 255, 4, 5, 6, 128])
    // A small file does not contain a colour that is not seen, or a colour twice.
    #expect(try PNGFile(image.encoded(compression: .small)).data(of: "PLTE") == [4, 5, 6, 1, 2, 3])
    let twice = PNGImage(
      Pixmap(width: 3, height: 1, indices: [2, 0, 1], palette: [0xFF03_0201, 0x0909_0909, 0xFF03_0201]))
    #expect(try PNGFile(twice.encoded(compression: .small)).data(of: "PLTE") == [1, 2, 3, 9, 9, 9])
  }

  @Test("A palette in any order is read as a palette, and writing it again gives the same bytes.", arguments: 0..<50)
  func palette(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let palette = (0..<64).map { _ in UInt32.random(in: 0...UInt32.max, using: &generator) }
    let indices = (0..<300).map { _ in UInt8.random(in: 0..<64, using: &generator) }
    let image = PNGImage(Pixmap(width: 20, height: 15, indices: indices, palette: palette))
    let file = try image.encoded()
    let read = try PNGImage(decoding: file)
    #expect(read == image)
    #expect(try read.encoded() == file)
  }

  @Test("Long texts are deflated in small files.")
  func packedText() throws {
    let text = [PNGText(keyword: "Description", text: String(repeating: "one curve and two histograms; ", count: 99))]
    let image = PNGImage(width: 1, height: 1, pixels: [0, 0, 0, 255], text: text)
    let packed = try image.encoded(compression: .small)
    #expect(try packed.count < image.encoded().count / 4)
    #expect(try PNGImage(decoding: packed) == image)
  }

  @Test("Each row of indices is written with the filter that suits runs best.", arguments: 0..<100)
  func filter(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let width = seed < 90 ? Int.random(in: 1...200, using: &generator) : 9000 + seed
    let rows = (0..<4).map { _ in
      (0..<width).map { _ in UInt8.random(in: 0...1, using: &generator) * .random(in: 0...1, using: &generator) }
    }
    var above = [UInt8](repeating: 0, count: width)
    var expected: [UInt8] = []
    /// A change to zero counts one, any other four.
    func weight(_ row: [UInt8]) -> Int {
      zip(row, row.dropFirst()).reduce(row[0] == expected.last ?? 0 ? 0 : 4) { sum, pair in
        pair.0 == pair.1 ? sum : sum + (pair.1 == 0 ? 1 : 4)
      }
    }
    for row in rows {
      let none = [0] + row
      let up = [2] + zip(row, above).map { $0 &- $1 }
      let paeth = [4] + row.indices.map { row[$0] &- Self.paeth(row, above, $0) }
      var best = weight(up) < weight(none) ? up : none
      if weight(best) > 32, weight(paeth) < weight(best) { best = paeth }
      expected += best
      above = row
    }
    let given = Pixmap(width: width, height: 4, indices: rows.flatMap { $0 }, palette: [0, 1])
    let job = EncodingJob(writing: PNGImage(given), settings: CompressionSettings(.balanced))
    var deflater = RowDeflater()
    let stream = try #require(DeflateStream(try deflater.deflate(0..<4, of: job).bytes))
    #expect(stream.bytes == expected)
  }

  /// The Paeth predictor (PNG specification, third edition, 9.4).
  private static func paeth(_ row: [UInt8], _ above: [UInt8], _ place: Int) -> UInt8 {
    let left = place > 0 ? Int(row[place - 1]) : 0
    let aboveLeft = place > 0 ? Int(above[place - 1]) : 0
    let guess = left + Int(above[place]) - aboveLeft
    return [UInt8(left), above[place], UInt8(aboveLeft)].min { abs(guess - Int($0)) < abs(guess - Int($1)) }!
  }
}
