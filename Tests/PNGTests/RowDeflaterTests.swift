import CDeflate
import Foundation
import Pixels
import SeededNumbers
import Testing

@testable import PNG

/// Tests of the deflate streams against zlib's inflate and against the specification.
///
/// `ROW_FUZZ_COUNT` sets the number of rows and `ROW_FUZZ_SEED` the first seed.
@Suite struct RowDeflaterTests {
  private static func number(_ name: String, or value: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? value
  }

  static let efforts: [CompressionSettings.Effort] = [.fast, .fewestBits]

  private static func job(_ pixmap: Pixmap, _ effort: CompressionSettings.Effort) -> EncodingJob {
    EncodingJob(writing: PNGImage(pixmap), settings: CompressionSettings(effort: effort, packsTexts: false))
  }

  @Test("Random and hostile rows are inflated by zlib to the same pixels, in one part and in several.")
  func hostileRows() throws {
    var generator = SeededGenerator(seed: Self.number("ROW_FUZZ_SEED", or: 0))
    var rest = Self.number("ROW_FUZZ_COUNT", or: 4000)
    var deflater = RowDeflater()
    while rest > 0 {
      let byteCount = Int.random(in: 1...[100, 3000, 40_000].randomElement(using: &generator)!, using: &generator)
      let pixmap = HostileRows.picture(byteCount: byteCount, isIndexed: rest % 3 > 0, using: &generator)
      let job = Self.job(pixmap, Self.efforts.randomElement(using: &generator)!)
      rest -= pixmap.height
      let cut = Int.random(in: 0..<pixmap.height, using: &generator)
      var streams: [DeflatedRows] = []
      for part in [0..<cut, cut..<pixmap.height] where !part.isEmpty {
        streams.append(try deflater.deflate(part, of: job))
      }
      let joined = DeflatedRows(joining: streams)
      #expect(joined.filteredCount == pixmap.height * job.bytesPerFilteredRow)
      let filtered = try #require(inflated(joined.bytes, count: joined.filteredCount), "\(rest) rows before the end")
      #expect(joined.checksum == adler32(filtered))
      let size = (job.bytesPerFilteredRow - 1) / pixmap.width
      let rows = HostileRows.unfiltered(filtered, rowCount: pixmap.height, bytesPerPixel: size)
      let expected: [UInt8] =
        switch pixmap.storage {
        case .indexed(let indices, _): indices
        case .rgba(let bytes): size == 4 ? bytes : bytes.indices.filter { $0 % 4 < 3 }.map { bytes[$0] }
        }
      let isSame = rows == expected
      #expect(isSame, "\(rest) rows before the end")
    }
  }

  @Test("Any bytes inflate to what they were, and every block has complete codes.", arguments: 0..<60)
  func bytes(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let pixmap = HostileRows.picture(byteCount: 20_000, isIndexed: true, using: &generator)
    guard case .indexed(let bytes, _) = pixmap.storage else { return }
    var deflater = RowDeflater()
    let zlibStream = try deflater.zlibStream(of: bytes)
    #expect(zlibStream.suffix(4) == bigEndian(adler32(bytes))[...])
    let raw = Array(zlibStream.dropFirst(2).dropLast(4))
    let isSame = inflated(raw, count: bytes.count) == bytes
    #expect(isSame)
    let stream = try #require(DeflateStream(raw))
    let isSameWithoutZlib = stream.bytes == bytes && stream.isWhole
    #expect(isSameWithoutZlib)
    for block in stream.blocks where block.type == 2 {
      for (code, limit) in zip(block.codes, [15, 15, 7]) {
        #expect(Self.kraftSum(code, limit: limit) == 1 << limit)
      }
    }
  }

  @Test("No bytes make an empty stream.")
  func noBytes() throws {
    var deflater = RowDeflater()
    #expect(try inflated(Array(deflater.zlibStream(of: []).dropFirst(2).dropLast(4)), count: 0) == [])
  }

  @Test("Runs of every length from 1 to 800 inflate, and each match length from 3 to 258 occurs.")
  func lengths() throws {
    var lengths: Set<Int> = []
    for length in 1...800 {
      // The first row is left as it is, since the row above counts as zeros, and the runs differ from what is around.
      let row = [5] + Array(repeating: UInt8(9), count: length) + [7]
      let pixmap = Pixmap(width: row.count, height: 1, indices: row, palette: Array(0..<16))
      for effort in Self.efforts {
        var deflater = RowDeflater()
        let stream = try #require(DeflateStream(try deflater.deflate(0..<1, of: Self.job(pixmap, effort)).bytes))
        #expect(stream.isWhole && Array(stream.bytes.dropFirst()) == row)
        if effort == .fast {
          for case .match(let length, let distance) in stream.tokens {
            lengths.insert(length)
            #expect(distance == 1)
          }
        }
      }
    }
    #expect(lengths == Set(3...258))
  }

  @Test(
    "A repetition is found up to a distance of 32 768 and not beyond.",
    arguments: [4, 255, 4096, 4097, 16_384, 24_577, 32_766, 32_767, 32_768, 32_769, 40_000])
  func window(distance: Int) throws {
    var generator = SeededGenerator(seed: distance)
    let word = (0..<40).map { _ in UInt8.random(in: 128...255, using: &generator) }
    let between = (0..<max(0, distance - word.count)).map { _ in UInt8.random(in: 0...100, using: &generator) }
    let bytes = Array(word.prefix(distance)) + between + (distance < word.count ? Array(word.prefix(distance)) : word)
    var deflater = RowDeflater()
    let raw = Array(try deflater.zlibStream(of: bytes).dropFirst(2).dropLast(4))
    let isSame = inflated(raw, count: bytes.count) == bytes
    #expect(isSame)
    let stream = try #require(DeflateStream(raw))
    let isFound = stream.tokens.contains { token in
      guard case .match(let length, distance) = token else { return false }
      return length >= min(distance, 40)
    }
    #expect(isFound == (distance <= 32_768))
  }

  @Test("A code of limited length is as short as it can be.", arguments: 0..<200)
  func limitedLengths(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let limit = Int.random(in: 4...15, using: &generator)
    let count = Int.random(in: 2...min(1 << limit, 60), using: &generator)
    var fibonacci: [UInt32] = [1, 1]
    while fibonacci.count < 30 { fibonacci.append(fibonacci.suffix(2).reduce(0, +)) }
    let counts = (0..<count).map { place -> UInt32 in
      switch seed % 4 {
      case 0: fibonacci[min(place, 29)]
      case 1: .random(in: 0...3, using: &generator)
      case 2: .random(in: 1...100_000, using: &generator)
      default: 1 << UInt32.random(in: 0...25, using: &generator)
      }
    }
    var lengths = [UInt8](repeating: 99, count: count)
    cdeflate_huffman_lengths(counts, count, UInt32(limit), &lengths)
    let used = counts.indices.filter { counts[$0] > 0 }
    #expect(counts.indices.allSatisfy { (lengths[$0] > 0) == (counts[$0] > 0) && lengths[$0] <= limit })
    guard used.count > 1 else { return }
    #expect(Self.kraftSum(lengths.map { Int($0) }, limit: limit) == 1 << limit)
    let bits = used.reduce(0) { $0 + Int(counts[$1]) * Int(lengths[$1]) }
    #expect(bits == Self.fewestBits(used.map { Int(counts[$0]) }, limit: limit))
  }

  /// Kraft's sum of a code in units of the share of its longest possible word; of a complete code it is one.
  private static func kraftSum(_ lengths: [Int], limit: Int) -> Int {
    lengths.reduce(0) { sum, length in length > 0 ? sum + (1 << (limit - length)) : sum }
  }

  /// The bits of an optimal code by the coin collector's problem (Larmore and Hirschberg, 1990): of coins of the widths
  /// ½, ¼, … of each symbol, pairs of the same width are joined to one of twice the width, and the cheapest 2n - 2 of
  /// width one half are bought.
  private static func fewestBits(_ counts: [Int], limit: Int) -> Int {
    var coins: [Int] = []
    for _ in 0..<limit {
      let pairs = stride(from: 0, to: coins.count - 1, by: 2).map { coins[$0] + coins[$0 + 1] }
      coins = (counts + pairs).sorted()
    }
    return coins.prefix(2 * counts.count - 2).reduce(0, +)
  }

  @Test("A row of many values with counts like Fibonacci's numbers gets a code of at most 15 bits.")
  func skewedCounts() throws {
    var bytes: [UInt8] = []
    var counts = [1, 1]
    for value in 0..<22 {
      bytes += Array(repeating: UInt8(value), count: counts[value])
      counts.append(counts[value] + counts[value + 1])
    }
    var generator = SeededGenerator(seed: 1)
    bytes.shuffle(using: &generator)
    let pixmap = Pixmap(width: bytes.count, height: 1, indices: bytes, palette: Array(0..<22))
    var deflater = RowDeflater()
    let packed = try deflater.deflate(0..<1, of: Self.job(pixmap, .fast)).bytes
    let filtered = try #require(inflated(packed, count: bytes.count + 1))
    let isSame = HostileRows.unfiltered(filtered, rowCount: 1, bytesPerPixel: 1) == bytes
    #expect(isSame)
    let stream = try #require(DeflateStream(packed))
    #expect(stream.blocks.flatMap { $0.codes[0] }.max() == 15)
  }

  @Test("Few bytes take the fixed code, and many a code of their own.")
  func blockTypes() throws {
    var generator = SeededGenerator(seed: 7)
    var deflater = RowDeflater()
    func blocks(_ bytes: [UInt8]) throws -> [DeflateStream.Block] {
      try #require(DeflateStream(Array(try deflater.zlibStream(of: bytes).dropFirst(2).dropLast(4)))).blocks
    }
    func random(_ range: ClosedRange<UInt8>) -> [UInt8] {
      (0..<6000).map { _ in UInt8.random(in: range, using: &generator) }
    }
    #expect(try blocks([1, 2, 3]).map(\.type) == [1])
    let one = try blocks(random(0...15))
    #expect(one.map(\.type) == [2])
    // Two halves of other values have codes of their own; the values at the border may be in either block.
    let halves = try blocks(random(0...15) + random(200...215))
    let first = try #require(halves.first?.codes.first)
    let last = try #require(halves.last?.codes.first)
    #expect(halves.count > 1 && halves.allSatisfy { $0.type == 2 })
    #expect(first[200...215].allSatisfy { $0 == 0 } || last[0...15].allSatisfy { $0 == 0 })
  }
}
