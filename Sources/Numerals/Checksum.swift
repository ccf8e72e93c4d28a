/// A checksum that tells whether data was modified.
///
/// It guards against accidents, not against intent: it finds a picture that was edited, cut or exchanged, but not one
/// whose checksum was computed anew.
package struct Checksum: Sendable, Equatable {
  @usableFromInline var state: UInt64 = 0x243F_6A88_85A3_08D3

  /// Makes the checksum of no data.
  package init() {}

  /// The checksum as sixteen hexadecimal digits.
  package var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Adds a word. Each step can be inverted, given the word or the state before, so that a single different word always
  /// changes the result. The factor is 2⁶⁴ divided by the golden ratio; the shift moves the high bits down again.
  @inlinable
  package mutating func add(_ word: UInt64) {
    state = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    state ^= state >> 32
  }

  /// Adds the number of bytes, and then the bytes, eight at a time, padded with zeros.
  package mutating func add(_ bytes: [UInt8]) {
    add(UInt64(bytes.count))
    bytes.withUnsafeBytes { buffer in
      let whole = buffer.count / 8 * 8
      for offset in stride(from: 0, to: whole, by: 8) {
        add(UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      }
      if whole < buffer.count { add(buffer[whole...].reversed().reduce(0) { $0 << 8 | UInt64($1) }) }
    }
  }
}
