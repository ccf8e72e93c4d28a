import Drawing
import Geometry

/// A picture of 8-bit RGBA pixels, not premultiplied, rows from top to bottom.
public struct Pixmap: Sendable, Hashable {
  public let width: Int
  public let height: Int
  /// `width * height * 4` bytes: red, green, blue, alpha.
  public private(set) var bytes: [UInt8]

  public init(rendering drawing: DisplayList) {
    width = drawing.width
    height = drawing.height
    bytes = Array(repeating: 255, count: width * height * 4)
  }
}
