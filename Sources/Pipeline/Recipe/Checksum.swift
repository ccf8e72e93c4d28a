import Numerals
import PNG
import Pixels

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
    image.pixmap.forEachRun { colour, count in
      if colour >> 24 == 0 {
        // Fully transparent pixels have no colour, so that adjacent runs of them are one.
        unseenCount += count
        return
      }
      if unseenCount > 0 {
        pixels.add(colour: 0, count: unseenCount)
        unseenCount = 0
      }
      pixels.add(colour: colour, count: count)
    }
    if unseenCount > 0 { pixels.add(colour: 0, count: unseenCount) }
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

extension Checksum {
  /// Adds a run of pixels of one colour, which has less than 2³² pixels.
  @inline(__always)
  fileprivate mutating func add(colour: UInt32, count: Int) {
    add(UInt64(colour) | UInt64(truncatingIfNeeded: count) << 32)
  }
}
