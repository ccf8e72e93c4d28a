import Testing

@testable import PNG

@Suite("A large picture is deflated in parts")
struct PartTests {
  /// Of some parts, of runs of 40 colours as indices or of 400 as pixels.
  private static func large(seed: Int, isIndexed: Bool) -> PNGImage {
    var generator = SeededGenerator(seed: seed)
    let (width, height) = isIndexed ? (2200 + seed, 2000) : (900 + seed, 800)
    let colours: [UInt32] = (0..<(isIndexed ? 40 : 400)).map { _ in .random(in: 0...UInt32.max, using: &generator) }
    func words<Pixel>(_ palette: [Pixel]) -> [Pixel] {
      var pixels: [Pixel] = []
      while pixels.count < width * height {
        pixels += repeatElement(
          palette.randomElement(using: &generator)!, count: .random(in: 1...400, using: &generator))
      }
      return Array(pixels.prefix(width * height))
    }
    func bytes(_ colours: [UInt32]) -> [UInt8] { colours.withUnsafeBytes(Array.init) }
    return isIndexed
      ? PNGImage(width: width, height: height, indices: words(Array(0..<40)), palette: bytes(colours))
      : PNGImage(width: width, height: height, pixels: bytes(words(colours)))
  }

  @Test("the file is the same however many parts are in work at one time", arguments: [true, false])
  func jobs(isIndexed: Bool) async throws {
    let image = Self.large(seed: 0, isIndexed: isIndexed)
    #expect(PictureRows(of: image, compression: .balanced).parts.count > 1)
    let encoder = PNGEncoder()
    let bytes = try encoder.encode(image)
    #expect(try PNGImage(decoding: bytes) == image)
    for jobs in [1, 2, 3, 100] { #expect(try await encoder.encode(image, jobs: jobs) == bytes) }
  }

  @Test("a part begins with what lies above it", arguments: Compression.allCases, [true, false])
  func settings(compression: Compression, isIndexed: Bool) async throws {
    let image = Self.large(seed: 1, isIndexed: isIndexed)
    let bytes = try await PNGEncoder().encode(image, compression: compression, jobs: 2)
    #expect(try PNGImage(decoding: bytes) == image)
    #expect(PNGFile(bytes).bytes == bytes)
  }

  @Test("a fault is thrown whatever the number of jobs")
  func fault() async {
    let image = Self.large(seed: 2, isIndexed: true).carrying([PNGText(keyword: "", text: "")])
    await #expect(throws: PNGError.unsuitableKeyword("")) { try await PNGEncoder().encode(image, jobs: 2) }
  }

  @Test(
    "the parts are the rows, one after another, and their number follows from their size alone",
    arguments: [
      (1500, 500, 1), (4500, 1500, 4), (9000, 3000, 13),
      (1, 1, 1), (1, 1_000_000, 1), (1_000_000, 3, 2),
      (1_000_000, 60, 29), (2_097_151, 1, 1), (2_097_152, 1, 1),
    ])
  func parts(width: Int, height: Int, count: Int) {
    let rows = PictureRows(layout: .palette, width: width, height: height, bytes: [], colours: [], alphas: [])
    let parts = rows.parts
    #expect(parts.count == count)
    #expect(parts.first?.lowerBound == 0 && parts.last?.upperBound == height)
    #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    #expect(parts.allSatisfy { !$0.isEmpty })
  }

  @Test("the checksum is that of the specification, for any bytes and any number of them", arguments: 0..<60)
  func checksum(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    // Up to two million bytes at one time, the greatest among them.
    let width = seed < 40 ? Int.random(in: 1...1000, using: &generator) : Int.random(in: 1...300_000, using: &generator)
    let height = Int.random(in: 1...5, using: &generator)
    let least = UInt8([0, 200, 255].randomElement(using: &generator)!)
    let bytes = (0..<width * height).map { _ in UInt8.random(in: least...255, using: &generator) }
    let rows = PictureRows(layout: .palette, width: width, height: height, bytes: bytes, colours: [], alphas: [])
    let filtered = (0..<height).flatMap { [0] + bytes[($0 * width)..<(($0 + 1) * width)] }
    var deflater = RowDeflater()
    let settings = CompressionSettings(filter: .none, matches: .runs, level: 6, memoryLevel: 6)
    let whole = try deflater.deflate(0..<height, of: rows, settings: settings)
    #expect(whole.checksum == adler32(filtered))
    let cut = Int.random(in: 0...height, using: &generator)
    let parts = [
      try deflater.deflate(0..<cut, of: rows, settings: settings),
      try deflater.deflate(cut..<height, of: rows, settings: settings),
    ]
    #expect(DeflatedRows(joining: parts).checksum == whole.checksum)
  }
}
