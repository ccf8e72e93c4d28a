import Drawing
import Geometry

/// A picture of 8-bit RGBA pixels, not premultiplied, rows from top to bottom.
public struct Pixmap: Sendable, Hashable {
  public let width: Int
  public let height: Int
  /// `width * height * 4` bytes: red, green, blue, alpha.
  public private(set) var bytes: [UInt8]

  /// The most pixels a picture can have.
  public static let maximumPixelCount = 1 << 26

  /// Paints the fills of a drawing over its background, one after the other.
  ///
  /// The pixels depend on the drawing alone: every step is integer arithmetic or IEEE basic operations in a fixed order.
  /// Traps where the drawing has no pixel or more than `maximumPixelCount`.
  public init(rendering drawing: DisplayList) {
    precondition(drawing.width > 0 && drawing.height > 0, "A picture has pixels")
    precondition(drawing.width <= Self.maximumPixelCount / drawing.height, "A picture has at most 2²⁶ pixels")
    width = drawing.width
    height = drawing.height
    let paper = drawing.background
    bytes = Array(unsafeUninitializedCapacity: width * height * 4) { buffer, count in
      let pixel = SIMD4(paper.red, paper.green, paper.blue, paper.alpha)
      UnsafeMutableRawBufferPointer(buffer).initializeMemory(as: SIMD4<UInt8>.self, repeating: pixel)
      count = buffer.count
    }
    let whole = PixelBounds(left: 0, top: 0, width: width, height: height)
    var accumulator = CoverageAccumulator()
    for fill in drawing.fills {
      guard let limit = fill.clip.map({ PixelBounds(around: $0).intersection(whole) }) ?? whole else { continue }
      paint(fill, within: limit, by: &accumulator)
    }
  }

  private mutating func paint(_ fill: Fill, within limit: PixelBounds, by accumulator: inout CoverageAccumulator) {
    let ink = Ink(fill.color)
    let width = width
    bytes.withUnsafeMutableBufferPointer { bytes in
      accumulator.cover(fill.path, within: limit) { row, column, levels in
        let start = row * width + column
        for (offset, level) in levels.enumerated() where level > 0 {
          ink.paint(level, onto: bytes, pixel: start + offset)
        }
      }
    }
  }
}

extension UnsafeMutableBufferPointer<UInt8> {
  func setPixel(_ pixel: Int, to color: Color) {
    self[pixel * 4] = color.red
    self[pixel * 4 + 1] = color.green
    self[pixel * 4 + 2] = color.blue
    self[pixel * 4 + 3] = color.alpha
  }
}
