import Drawing

/// The pixels of a strip while it is drawn.
///
/// A plot has few colours, so a pixel is an index into a palette that grows with every new mixture: one byte to write
/// instead of four, and a mixture is looked up and not computed.
///
/// Invariant: `indices` holds the strip and `bytes` is empty until a 257th colour is mixed; from then on it is the other
/// way round.
struct Canvas: ~Copyable {
  private let area: PixelArea
  private var indices: [UInt8]
  private var bytes: [UInt8] = []
  private var palette: MixedPalette

  /// Paper, in the first of the colours.
  ///
  /// - Parameter area: Columns from 0 on.
  init(_ area: PixelArea, palette: consuming MixedPalette) {
    self.area = area
    self.palette = palette
    indices = [UInt8](repeating: 0, count: area.columns.count * area.rows.count)
  }

  /// The strip.
  var pixels: Pixmap.Pixels { bytes.isEmpty ? .indexed(indices, palette: palette.bytes) : .rgba(bytes) }

  /// Lays a colour over what an outline encloses, inside a clip.
  mutating func fill(
    _ outline: borrowing Outline, with color: Color, within clip: PixelArea,
    using accumulator: inout CoverageAccumulator
  ) {
    if color.alpha == 0 { return }
    palette.choose(color)
    var done = 0
    if bytes.isEmpty {
      guard let refused = fillIndices(outline, within: clip, using: &accumulator) else { return }
      bytes = indices.expanded(by: palette.bytes)
      indices = []
      done = refused
    }
    fillColours(outline, within: clip, from: done, using: &accumulator)
  }

  /// Nil where all is done; else the first pixel whose colour would be the 257th. Those after it are as they were.
  private mutating func fillIndices(
    _ outline: borrowing Outline, within clip: PixelArea, using accumulator: inout CoverageAccumulator
  ) -> Int? {
    var refused: Int?
    let (width, top) = (area.columns.count, area.rows.lowerBound)
    let known = palette.known
    let solid = palette.ink.solidLevel
    indices.withUnsafeMutableBufferPointer { indices in
      // A sweep stays inside the clip, and the clip inside the area.
      accumulator.sweep(outline, within: clip) { row, columns, winding in
        let level = Ink.level(winding: winding)
        if level == 0 || refused != nil { return }
        var pixel = (row &- top) &* width &+ columns.lowerBound
        let end = pixel &+ columns.count
        repeat {
          let below = indices[pixel]
          guard let mixture = known[level, below] ?? palette.mixture(level: level, over: below) else {
            refused = pixel
            return
          }
          if level == solid && end - pixel > 1 {
            return UnsafeMutableBufferPointer(rebasing: indices[pixel..<end]).update(repeating: mixture)
          }
          repeat {
            indices[pixel] = mixture
            pixel &+= 1
          } while pixel < end && indices[pixel] == below
        } while pixel < end
      }
    }
    return refused
  }

  /// Fills the pixels from one on, by the order of rows.
  private mutating func fillColours(
    _ outline: borrowing Outline, within clip: PixelArea, from first: Int, using accumulator: inout CoverageAccumulator
  ) {
    let (width, top) = (area.columns.count, area.rows.lowerBound)
    let ink = palette.ink
    bytes.withUnsafeMutableBufferPointer { bytes in
      bytes.withMemoryRebound(to: UInt32.self) { colours in
        accumulator.sweep(outline, within: clip) { row, columns, winding in
          let level = Ink.level(winding: winding)
          let start = max((row - top) * width + columns.lowerBound, first)
          let end = (row - top) * width + columns.upperBound
          if level == 0 || start >= end { return }
          var below = colours[start]
          var mixture = ink.blended(level: level, over: below)
          if level == ink.solidLevel {
            return UnsafeMutableBufferPointer(rebasing: colours[start..<end]).update(repeating: mixture)
          }
          for pixel in start..<end {
            if colours[pixel] != below {
              below = colours[pixel]
              mixture = ink.blended(level: level, over: below)
            }
            colours[pixel] = mixture
          }
        }
      }
    }
  }
}
