import Pixels
import SeededNumbers
import Testing

@testable import PNG

/// Tests of the repetitions that are found in pictures with more than 256 colours.
@Suite struct PixelDeflaterTests {
  /// The stream of rows of pixels, all deflated as one part; every filter is None.
  private static func stream(of rows: [[UInt32]]) throws -> DeflateStream {
    let bytes = rows.flatMap { row in row.flatMap { Self.bytes($0, count: 4) } }
    let pixmap = Pixmap(width: rows[0].count, height: rows.count, bytes: bytes)
    let job = EncodingJob(writing: PNGImage(pixmap), settings: CompressionSettings(.fast))
    var deflater = RowDeflater()
    let deflated = try deflater.deflate(0..<rows.count, of: job)
    let stream = try #require(DeflateStream(deflated.bytes))
    let size = (job.bytesPerFilteredRow - 1) / rows[0].count
    let expected: [UInt8] = rows.flatMap { row in [0] + row.flatMap { Self.bytes($0, count: size) } }
    let isSame = stream.isWhole && stream.bytes == expected
    #expect(isSame)
    #expect(deflated.checksum == adler32(expected))
    return stream
  }

  private static func bytes(_ pixel: UInt32, count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: pixel >> UInt32(8 * $0)) }
  }

  private static func pixels(_ count: Int, alpha: UInt32, using generator: inout SeededGenerator) -> [UInt32] {
    (0..<count).map { _ in UInt32.random(in: 0..<1 << 24, using: &generator) | alpha << 24 }
  }

  private static func matches(_ stream: DeflateStream) -> [DeflateStream.Token] {
    stream.tokens.filter { if case .match = $0 { true } else { false } }
  }

  @Test("Pixels are repeated from the left, from above and from their latest place.", arguments: [255, 128])
  func places(alpha: UInt32) throws {
    var generator = SeededGenerator(seed: 3)
    let size = alpha == 255 ? 3 : 4
    let stride = 1 + 60 * size
    let word = Self.pixels(60, alpha: alpha, using: &generator)
    let other = Self.pixels(60, alpha: alpha, using: &generator)
    let colour = alpha << 24 | 0x123456
    let stream = try Self.stream(of: [
      word, word, Array(repeating: colour, count: 60), other.prefix(5) + word.prefix(50) + other.suffix(5),
    ])
    #expect(
      Self.matches(stream) == [
        .match(length: 60 * size, distance: stride),
        .match(length: 59 * size, distance: size),
        .match(length: 50 * size, distance: 2 * stride + 5 * size),
      ])
  }

  @Test("A match has at most 258 bytes, and whole pixels.", arguments: [(255, 258), (128, 256)])
  func longest(alpha: UInt32, limit: Int) throws {
    var generator = SeededGenerator(seed: 4)
    let row = Self.pixels(100, alpha: alpha, using: &generator)
    let stream = try Self.stream(of: [row, row, Array(repeating: row[0], count: 100)])
    let size = alpha == 255 ? 3 : 4
    for case .match(let length, _) in stream.tokens { #expect(length <= limit && length.isMultiple(of: size)) }
    #expect(Self.matches(stream).first == .match(length: limit, distance: 1 + 100 * size))
  }

  @Test(
    "Pixels are repeated from up to 32 768 bytes before and not from further.",
    arguments: [(9000, 1921, true), (9000, 1922, true), (9000, 1923, false), (10_922, 0, true), (10_923, 0, false)])
  func window(width: Int, shift: Int, isFound: Bool) throws {
    var generator = SeededGenerator(seed: width)
    let row = Self.pixels(width, alpha: 255, using: &generator)
    let next = Self.pixels(shift, alpha: 255, using: &generator) + row.prefix(width - shift)
    let matches = try Self.matches(Self.stream(of: [row, next]))
    #expect(matches.contains(.match(length: 258, distance: 1 + 3 * (width + shift))) == isFound)
  }

  @Test("A picture of a single column, row or pixel is deflated.", arguments: [1, 2, 63, 64, 65, 300])
  func narrow(count: Int) throws {
    var generator = SeededGenerator(seed: count)
    for alpha: UInt32 in [255, 7] {
      let pixels = Self.pixels(count, alpha: alpha, using: &generator)
      _ = try Self.stream(of: [pixels])
      _ = try Self.stream(of: pixels.map { [$0] })
      _ = try Self.stream(of: Array(repeating: Array(repeating: pixels[0], count: count), count: 3))
    }
  }
}
