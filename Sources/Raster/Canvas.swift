import Drawing

/// The pixels of a picture while it is drawn.
///
/// A plot has few colours, so a pixel is an index into a palette that grows with every new mixture: one byte to write
/// instead of four, and a mixture is looked up and not computed.
///
/// Invariant: `indices` holds the picture and `bytes` is empty until a 257th colour is mixed; from then on it is the
/// other way round.
struct Canvas {
  private var indices: [UInt8]
  private var bytes: [UInt8] = []
  private var palette: MixedPalette

  init(pixelCount: Int, background: Color) {
    indices = [UInt8](repeating: 0, count: pixelCount)
    palette = MixedPalette(background)
  }

  /// The picture.
  var pixels: Pixmap.Pixels { bytes.isEmpty ? .indexed(indices, palette: palette.bytes) : .rgba(bytes) }

  /// Takes up the ink that is laid next.
  mutating func choose(_ color: Color) { palette.choose(color) }

  /// Lays the ink over a run of pixels that it covers alike, by so many steps of coverage.
  mutating func lay(level: Int, over run: Range<Int>) {
    if palette.ink.isInvisible(level: level) { return }
    if bytes.isEmpty {
      guard let rest = layIndices(level: level, over: run) else { return }
      bytes = indices.expanded(by: palette.bytes)
      indices = []
      layColours(level: level, over: rest)
    } else {
      layColours(level: level, over: run)
    }
  }

  /// Nil where all is done; else the pixels from the first on whose colour would be the 257th.
  private mutating func layIndices(level: Int, over run: Range<Int>) -> Range<Int>? {
    indices.withUnsafeMutableBufferPointer { indices in
      if palette.ink.isSolid(level: level) {
        guard let index = palette.mixture(level: level, over: indices[run.lowerBound]) else { return run }
        UnsafeMutableBufferPointer(rebasing: indices[run]).update(repeating: index)
        return nil
      }
      for pixel in run {
        guard let index = palette.mixture(level: level, over: indices[pixel]) else { return pixel..<run.upperBound }
        indices[pixel] = index
      }
      return nil
    }
  }

  private mutating func layColours(level: Int, over run: Range<Int>) {
    bytes.withUnsafeMutableBufferPointer { bytes in
      bytes.withMemoryRebound(to: UInt32.self) { colours in
        var below = colours[run.lowerBound]
        var mixture = palette.ink.blended(level: level, over: below)
        if palette.ink.isSolid(level: level) {
          return UnsafeMutableBufferPointer(rebasing: colours[run]).update(repeating: mixture)
        }
        for pixel in run {
          if colours[pixel] != below {
            below = colours[pixel]
            mixture = palette.ink.blended(level: level, over: below)
          }
          colours[pixel] = mixture
        }
      }
    }
  }
}
