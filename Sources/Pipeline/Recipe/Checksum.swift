import PNG

/// Tells whether a picture and the words it carries are still those that were written together.
///
/// It guards against accidents, not against intent: a picture that was edited, cut or exchanged, not one whose checksum was
/// made anew. How the PNG is compressed does not count, so that a file may be packed tighter without becoming another.
struct Checksum: Equatable {
  private var state: UInt64 = 0x243F_6A88_85A3_08D3

  /// Of everything that the picture holds.
  init(of image: PNGImage, without keyword: String) {
    add([UInt64(image.width), UInt64(image.height), UInt64(image.pixelsPerMetre ?? 0)])
    image.forEachRun { colour, count in Self.add(UInt64(colour) | UInt64(count) << 32, to: &state) }
    for text in image.text where text.keyword != keyword {
      add(Array(text.keyword.utf8))
      add(Array(text.text.utf8))
    }
  }

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The number of bytes, and then the bytes, eight at a time, zeros after the last.
  private mutating func add(_ bytes: [UInt8]) {
    add([UInt64(bytes.count)])
    bytes.withUnsafeBytes { buffer in
      let whole = buffer.count / 8 * 8
      var state = state
      for offset in stride(from: 0, to: whole, by: 8) {
        Self.add(UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)), to: &state)
      }
      if whole < buffer.count { Self.add(buffer[whole...].reversed().reduce(0) { $0 << 8 | UInt64($1) }, to: &state) }
      self.state = state
    }
  }

  private mutating func add(_ words: [UInt64]) { for word in words { Self.add(word, to: &state) } }

  /// Each step can be undone, knowing the word or the state before, so that one differing word always shows in the end. The
  /// factor is 2⁶⁴ divided by the golden ratio; the shift brings what it moved upwards down again.
  @inline(__always)
  private static func add(_ word: UInt64, to state: inout UInt64) {
    state = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    state ^= state >> 32
  }
}
