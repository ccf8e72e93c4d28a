import PNG
import Pixels

/// A checksum that tells whether a picture was modified.
///
/// It guards against accidents, not against intent: it finds a picture that was edited, cut or exchanged, but not one
/// whose checksum was computed anew.
struct Checksum: Sendable, Equatable {
  private var state: UInt64 = 0x243F_6A88_85A3_08D3

  /// The checksum as sixteen hexadecimal digits.
  var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Adds a word. Each step can be inverted, given the word or the state before, so that a single different word always
  /// changes the result. The factor is 2⁶⁴ divided by the golden ratio; the shift moves the high bits down again.
  @inline(__always)
  mutating func add(_ word: UInt64) {
    state = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    state ^= state >> 32
  }

  /// Adds the number of bytes, and then the bytes, eight at a time, padded with zeros.
  mutating func add(_ bytes: [UInt8]) {
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

/// The checksums of a picture, computed in one pass over its pixels.
///
/// They do not depend on the compression and the order of chunks, so that a file may be optimized, nor on the colours
/// of fully transparent pixels.
struct PictureChecksums: Equatable {
  /// The checksum of the size and the pixels alone. The manifest holds it to identify figures whose texts were
  /// stripped.
  let pixels: Checksum
  /// The checksum of the size, the pixels, the resolution and the texts. The picture itself carries it.
  let content: Checksum

  /// - Parameter keyword: The keyword of the text that holds the checksum, which is left out.
  init(of image: PNGImage, without keyword: String) {
    var pixels = Checksum()
    pixels.add(UInt64(image.width))
    pixels.add(UInt64(image.height))
    var unseenCount = 0
    func add(_ colour: UInt32, _ count: Int) { pixels.add(UInt64(colour) | UInt64(count) << 32) }
    image.pixmap.forEachRun { colour, count in
      if colour >> 24 == 0 {
        // Fully transparent pixels have no colour, so that adjacent runs of them are one.
        unseenCount += count
        return
      }
      if unseenCount > 0 { add(0, unseenCount) }
      unseenCount = 0
      add(colour, count)
    }
    if unseenCount > 0 { add(0, unseenCount) }
    // It continues from the pixels, which are by far the largest part.
    var content = pixels
    content.add(UInt64(image.pixelsPerMetre ?? 0))
    for text in FigureRecord.ordered(image.text) where text.keyword != keyword {
      content.add(Array(text.keyword.utf8))
      content.add(Array(text.text.utf8))
    }
    (self.pixels, self.content) = (pixels, content)
  }
}
