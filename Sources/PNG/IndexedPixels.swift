/// Pixels of at most 256 colours, as indices into their palette.
///
/// The palette stands in the order in which the colours appear, row by row from the top left.
struct IndexedPixels {
  /// One byte a pixel.
  let indices: [UInt8]
  let palette: Palette

  /// Nil where there are more than 256 colours.
  ///
  /// - Complexity: O(pixels): a comparison for a pixel that has the colour of the one before, a short look into a hash
  ///   table for any other.
  init?(_ pixels: [UInt8]) {
    var palette = Palette()
    let indices = [UInt8](unsafeUninitializedCapacity: pixels.count / 4) { indices, count in
      pixels.withUnsafeBytes { bytes in
        var lastColour: UInt32?
        var lastIndex: UInt8 = 0
        for pixel in 0..<indices.count {
          let colour = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * pixel, as: UInt32.self))
          if colour != lastColour {
            guard let index = palette.index(of: colour) else { return }
            lastColour = colour
            lastIndex = index
          }
          indices[pixel] = lastIndex
          count = pixel + 1
        }
      }
    }
    guard indices.count == pixels.count / 4 else { return nil }
    self.indices = indices
    self.palette = palette
  }
}
