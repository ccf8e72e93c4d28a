import PNG
import Pixels

/// Tells whether what was written together is still the same.
///
/// It guards against accidents, not against intent: a picture that was edited, cut or exchanged, not one whose checksum was
/// made anew.
struct Checksum: Sendable, Equatable {
  private var state: UInt64 = 0x243F_6A88_85A3_08D3

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Each step can be undone, knowing the word or the state before, so that one differing word always shows in the end. The
  /// factor is 2⁶⁴ divided by the golden ratio; the shift brings what it moved upwards down again.
  @inline(__always)
  mutating func add(_ word: UInt64) {
    state = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    state ^= state >> 32
  }

  /// The number of bytes, and then the bytes, eight at a time, zeros after the last.
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

/// The checksums of a picture, made in one pass over its pixels.
///
/// How the PNG is compressed, and in which order its chunks stand, does not count, so that a file may be packed tighter
/// without becoming another; nor do the colours of pixels that cannot be seen at all.
struct PictureChecksums: Equatable {
  /// Of the size and the pixels alone: the manifest holds it, and so knows a figure whose texts were stripped.
  let pixels: Checksum
  /// Of everything the picture holds, its resolution and its texts too: the picture carries it itself.
  let content: Checksum

  /// - Parameter keyword: Of the text that holds the checksum, which is left out.
  init(of image: PNGImage, without keyword: String) {
    var pixels = Checksum()
    pixels.add(UInt64(image.width))
    pixels.add(UInt64(image.height))
    var unseenCount = 0
    func add(_ colour: UInt32, _ count: Int) { pixels.add(UInt64(colour) | UInt64(count) << 32) }
    image.pixmap.forEachRun { colour, count in
      if colour >> 24 == 0 {
        // Without alpha one colour is as good as another, so that such runs are one.
        unseenCount += count
        return
      }
      if unseenCount > 0 { add(0, unseenCount) }
      unseenCount = 0
      add(colour, count)
    }
    if unseenCount > 0 { add(0, unseenCount) }
    // It goes on from the pixels, which are by far the most of it.
    var content = pixels
    content.add(UInt64(image.pixelsPerMetre ?? 0))
    for text in FigureRecord.ordered(image.text) where text.keyword != keyword {
      content.add(Array(text.keyword.utf8))
      content.add(Array(text.text.utf8))
    }
    (self.pixels, self.content) = (pixels, content)
  }
}
