import Drawing
import Pixels

/// The pixels of a strip while it is drawn.
///
/// A plot has few colours, so that a pixel is an index into a palette that grows with every new blend: one byte is
/// written instead of four, and a blend is looked up instead of computed.
///
/// Invariant: until a 257th colour occurs, `indices` holds the pixels and `bytes` is empty; from then on it is the
/// other way round.
struct Canvas: ~Copyable {
  private let area: PixelArea
  private var indices: [UInt8]
  private var bytes: [UInt8] = []
  private var blends: BlendCache

  /// Creates a canvas in the first colour of the palette.
  ///
  /// - Parameter area: The pixels of the strip; its columns begin at 0.
  init(_ area: PixelArea, palette: Palette) {
    self.area = area
    blends = BlendCache(palette)
    indices = [UInt8](repeating: 0, count: area.columns.count * area.rows.count)
  }

  /// The pixels of the strip.
  var pixmap: Pixmap {
    Pixmap(
      width: area.columns.count, height: area.rows.count,
      uncheckedStorage: bytes.isEmpty ? .indexed(indices, palette: blends.palette.colours) : .rgba(bytes))
  }

  /// Blends the colour of a fill over the inside of an outline, or clears it, within a clip.
  mutating func fill(
    _ outline: borrowing Outline, with blender: Blender, within clip: PixelArea,
    using accumulator: inout CoverageAccumulator
  ) {
    if blender.isInvisible { return }
    blends.select(blender)
    var first = 0
    if bytes.isEmpty {
      guard let refused = fillIndices(outline, within: clip, using: &accumulator) else { return }
      bytes = pixmap.bytes
      indices = []
      first = refused
    }
    fillBytes(outline, within: clip, from: first, using: &accumulator)
  }

  /// Fills pixels by their indices.
  ///
  /// - Returns: Nil if all pixels are filled, else the first pixel whose colour would be the 257th; that pixel and all
  ///   after it are unchanged.
  private mutating func fillIndices(
    _ outline: borrowing Outline, within clip: PixelArea, using accumulator: inout CoverageAccumulator
  ) -> Int? {
    var refused: Int?
    let (width, top) = (area.columns.count, area.rows.lowerBound)
    let known = blends.known
    let opaqueLevel = blends.blender.opaqueLevel
    indices.withUnsafeMutableBufferPointer { indices in
      // The rows and columns of a sweep lie inside the clip, and the clip inside the area.
      accumulator.sweep(outline, within: clip) { row, columns, winding in
        let level = Blender.level(winding: winding)
        if level == 0 || refused != nil { return }
        var pixel = (row &- top) &* width &+ columns.lowerBound
        let end = pixel &+ columns.count
        repeat {
          let below = indices[pixel]
          guard let blend = known[level, below] ?? blends.index(level: level, over: below) else {
            refused = pixel
            return
          }
          if level == opaqueLevel && end - pixel > 1 {
            return UnsafeMutableBufferPointer(rebasing: indices[pixel..<end]).update(repeating: blend)
          }
          repeat {
            indices[pixel] = blend
            pixel &+= 1
          } while pixel < end && indices[pixel] == below
        } while pixel < end
      }
    }
    return refused
  }

  /// Fills the pixels of four bytes from `first` on, in the order of rows.
  private mutating func fillBytes(
    _ outline: borrowing Outline, within clip: PixelArea, from first: Int, using accumulator: inout CoverageAccumulator
  ) {
    let (width, top) = (area.columns.count, area.rows.lowerBound)
    let blender = blends.blender
    func blended(_ level: Int, over below: UInt32) -> UInt32 {
      blender.blended(level: level, over: UInt32(littleEndian: below)).littleEndian
    }
    bytes.withUnsafeMutableBufferPointer { bytes in
      bytes.withMemoryRebound(to: UInt32.self) { pixels in
        accumulator.sweep(outline, within: clip) { row, columns, winding in
          let level = Blender.level(winding: winding)
          let start = max((row - top) * width + columns.lowerBound, first)
          let end = (row - top) * width + columns.upperBound
          if level == 0 || start >= end { return }
          var below = pixels[start]
          var blend = blended(level, over: below)
          if level == blender.opaqueLevel {
            return UnsafeMutableBufferPointer(rebasing: pixels[start..<end]).update(repeating: blend)
          }
          for pixel in start..<end {
            if pixels[pixel] != below {
              below = pixels[pixel]
              blend = blended(level, over: below)
            }
            pixels[pixel] = blend
          }
        }
      }
    }
  }
}
