import CZlib

/// A deflate stream taken apart without zlib (RFC 1951): its blocks, their codes and their tokens.
struct DeflateStream {
  enum Token: Equatable {
    case byte(UInt8)
    case match(length: Int, distance: Int)
  }

  struct Block {
    /// 0 stored, 1 with the fixed code, 2 with a code of its own.
    let type: Int
    /// The lengths of the code words of literals and lengths, of distances, and of those lengths themselves.
    var codes: [[Int]] = []
    var tokens: [Token] = []
  }

  private(set) var blocks: [Block] = []
  private(set) var bytes: [UInt8] = []
  /// Whether the last block is marked as such, and ends in the last byte.
  private(set) var isWhole = false

  var tokens: [Token] { blocks.flatMap(\.tokens) }

  private let packed: [UInt8]
  private var place = 0

  /// Takes a stream apart; returns nil if it is broken or goes on beyond the bytes.
  init?(_ packed: [UInt8]) {
    self.packed = packed
    while place + 3 <= 8 * packed.count {
      let isLast = bits(1) == 1
      guard readBlock(type: bits(2)) else { return nil }
      if isLast {
        isWhole = (place + 7) / 8 == packed.count
        break
      }
    }
    guard place <= 8 * packed.count else { return nil }
  }

  private mutating func bits(_ count: Int) -> Int {
    var value = 0
    for bit in 0..<count {
      if place / 8 < packed.count { value |= Int(packed[place / 8] >> (place % 8) & 1) << bit }
      place += 1
    }
    return value
  }

  /// The symbols of a code by their word with a one before it.
  private static func words(_ lengths: [Int]) -> [Int: Int] {
    var words: [Int: Int] = [:]
    var code = 0
    for length in 1...15 {
      for symbol in lengths.indices where lengths[symbol] == length {
        words[1 << length | code] = symbol
        code += 1
      }
      code <<= 1
    }
    return words
  }

  private mutating func symbol(_ words: [Int: Int]) -> Int? {
    var word = 1
    for _ in 0..<15 {
      word = word << 1 | bits(1)
      if let symbol = words[word] { return symbol }
    }
    return nil
  }

  private mutating func readBlock(type: Int) -> Bool {
    var block = Block(type: type)
    switch type {
    case 0:
      place = (place + 7) / 8 * 8
      let count = bits(16)
      guard bits(16) == ~count & 0xFFFF else { return false }
      for _ in 0..<count {
        let byte = UInt8(bits(8))
        block.tokens.append(.byte(byte))
        bytes.append(byte)
      }
    case 1:
      block.codes = [(0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }, Array(repeating: 5, count: 30)]
      guard readTokens(of: &block) else { return false }
    case 2: guard readCodes(of: &block), readTokens(of: &block) else { return false }
    default: return false
    }
    blocks.append(block)
    return true
  }

  private mutating func readCodes(of block: inout Block) -> Bool {
    let counts = [bits(5) + 257, bits(5) + 1]
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    var own = Array(repeating: 0, count: 19)
    for symbol in order.prefix(bits(4) + 4) { own[symbol] = bits(3) }
    let words = Self.words(own)
    var lengths: [Int] = []
    while lengths.count < counts[0] + counts[1] {
      guard let symbol = symbol(words) else { return false }
      switch symbol {
      case 16:
        guard let last = lengths.last else { return false }
        lengths += Array(repeating: last, count: 3 + bits(2))
      case 17: lengths += Array(repeating: 0, count: 3 + bits(3))
      case 18: lengths += Array(repeating: 0, count: 11 + bits(7))
      default: lengths.append(symbol)
      }
    }
    block.codes = [Array(lengths.prefix(counts[0])), Array(lengths.dropFirst(counts[0])), own]
    return lengths.count == counts[0] + counts[1]
  }

  private mutating func readTokens(of block: inout Block) -> Bool {
    let (literals, distances) = (Self.words(block.codes[0]), Self.words(block.codes[1]))
    while let symbol = symbol(literals), place <= 8 * packed.count {
      if symbol == 256 { return true }
      if symbol < 256 {
        block.tokens.append(.byte(UInt8(symbol)))
        bytes.append(UInt8(symbol))
        continue
      }
      guard let length = Self.base(Self.lengths, symbol - 257).map({ $0 + bits(Self.lengths[symbol - 257].extra) }),
        let place = self.symbol(distances),
        let distance = Self.base(Self.distances, place).map({ $0 + bits(Self.distances[place].extra) }),
        distance <= bytes.count
      else { return false }
      block.tokens.append(.match(length: length, distance: distance))
      for _ in 0..<length { bytes.append(bytes[bytes.count - distance]) }
    }
    return false
  }

  private typealias Base = (first: Int, extra: Int)

  private static func base(_ table: [Base], _ index: Int) -> Int? {
    table.indices.contains(index) ? table[index].first : nil
  }

  /// The tables of RFC 1951, 3.2.5.
  private static let lengths: [Base] = {
    let extra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5]
    var first = 3
    return extra.map { extra in
      defer { first += 1 << extra }
      return (first, extra)
    } + [(258, 0)]
  }()
  private static let distances: [Base] = {
    var first = 1
    return (0..<30).map { symbol in
      let extra = max(0, symbol / 2 - 1)
      defer { first += 1 << extra }
      return (first, extra)
    }
  }()
}

/// Returns what zlib makes of a raw deflate stream, or nil unless it is whole, valid and of exactly this many bytes.
func inflated(_ stream: [UInt8], count: Int) -> [UInt8]? {
  var packed = stream
  var bytes = [UInt8](repeating: 0, count: count + 1)
  var state = z_stream()
  guard inflateInit2_(&state, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
  defer { inflateEnd(&state) }
  let isWhole = packed.withUnsafeMutableBufferPointer { packed in
    bytes.withUnsafeMutableBufferPointer { bytes in
      state.next_in = packed.baseAddress
      state.avail_in = UInt32(packed.count)
      state.next_out = bytes.baseAddress
      state.avail_out = UInt32(bytes.count)
      return inflate(&state, Z_FINISH) == Z_STREAM_END && state.avail_in == 0 && state.avail_out == 1
    }
  }
  return isWhole ? Array(bytes.dropLast()) : nil
}
