import PNG

/// The visual similarity of two pictures of the same size.
///
/// Transparent pixels are composed with white.
///
/// ```swift
/// let comparison = PictureComparison(picture, picture)
/// comparison.structuralSimilarity  // 1
/// comparison.strayPercentage  // 0
/// ```
struct PictureComparison {
  let width: Int
  let height: Int
  /// Three bytes a pixel: red, green, blue.
  let colors: (first: [UInt8], second: [UInt8])

  /// - Precondition: the pictures have the same size.
  init(_ first: PNGImage, _ second: PNGImage) {
    precondition(
      first.width == second.width && first.height == second.height, "Only pictures of the same size are compared.")
    width = first.width
    height = first.height
    colors = (Self.colors(of: first), Self.colors(of: second))
  }

  // Here and in the measures loops use pointers and `while`: without optimization, as tests are built, that is
  // many times faster than subscripts of arrays and ranges.
  private static func colors(of image: PNGImage) -> [UInt8] {
    let count = image.width * image.height
    return [UInt8](unsafeUninitializedCapacity: count * 3) { buffer, initializedCount in
      image.pixels.withUnsafeBufferPointer { pixels in
        var source = pixels.baseAddress!
        var target = buffer.baseAddress!
        let end = source + count * 4
        while source < end {
          target[0] = onWhite(source[0], alpha: source[3])
          target[1] = onWhite(source[1], alpha: source[3])
          target[2] = onWhite(source[2], alpha: source[3])
          source += 4
          target += 3
        }
      }
      initializedCount = count * 3
    }
  }

  private static func onWhite(_ channel: UInt8, alpha: UInt8) -> UInt8 {
    if alpha == 255 { return channel }
    let (channel, alpha) = (Int(channel), Int(alpha))
    let sum = channel * alpha + 255 * (255 - alpha)
    return UInt8((sum + 127) / 255)
  }
}
