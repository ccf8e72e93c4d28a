import Drawing
import Geometry

/// A picture of 8-bit RGBA pixels, not premultiplied, rows from top to bottom.
public struct Pixmap: Sendable, Hashable {
  /// How many pixels a picture has at most: 2²⁶, a square of 8192.
  public static let maximumPixelCount = 1 << 26

  /// Pixels.
  public let width: Int
  /// Pixels.
  public let height: Int
  /// `width * height * 4` bytes: red, green, blue, alpha.
  public private(set) var bytes: [UInt8]

  /// Lays the fills of the drawing over its background, one after another, each pixel by the area of it that is
  /// covered.
  ///
  /// A pixel's coverage is the absolute value of its mean winding, at most 1, in 16 steps; where an area's edge runs
  /// along the edges of pixels it is exact. Colours are blended as 8-bit sRGB values, without gamma, and not
  /// premultiplied; under full transparency the background's colour stays. Only whole numbers are used after
  /// flattening: the same drawing has the same pixels on every machine. Nothing a path or a clip holds can fail: what
  /// is not finite breaks the contour as `Path.flattened` says, and a clip that is not finite clips everything away. A
  /// clip is rounded to whole pixels.
  ///
  /// Width and height must be positive, and the picture must have at most `maximumPixelCount` pixels.
  public init(rendering drawing: DisplayList) {
    precondition(
      drawing.width > 0 && drawing.height > 0 && drawing.width <= Pixmap.maximumPixelCount / drawing.height,
      "A drawing of \(drawing.width) × \(drawing.height) has no pixels or more than \(Pixmap.maximumPixelCount).")
    width = drawing.width
    height = drawing.height
    let paper = PixelArea(columns: 0..<width, rows: 0..<height)
    let width = width
    let count = width * height
    let background = drawing.background.packed
    bytes = Array(unsafeUninitializedCapacity: count * 4) { buffer, initializedCount in
      buffer.withMemoryRebound(to: UInt32.self) { pixels in
        pixels.initialize(repeating: background)
        var outline = Outline()
        var accumulator = CoverageAccumulator()
        for fill in drawing.fills {
          let clip = fill.clip.map { paper.clipped(to: $0) } ?? paper
          outline.replace(with: fill.path)
          let ink = Ink(fill.color)
          accumulator.sweep(outline, within: clip) { row, columns, winding in
            let run = row * width + columns.lowerBound
            ink.lay(
              level: Ink.level(winding: winding),
              over: UnsafeMutableBufferPointer(rebasing: pixels[run..<(run + columns.count)]))
          }
        }
      }
      initializedCount = count * 4
    }
  }
}
