import Geometry

/// A rectangle of whole pixels.
struct PixelBounds: Hashable {
  let left: Int
  let top: Int
  let width: Int
  let height: Int

  static let empty = PixelBounds(left: 0, top: 0, width: 0, height: 0)

  init(left: Int, top: Int, width: Int, height: Int) {
    self.left = left
    self.top = top
    self.width = width
    self.height = height
  }

  /// The pixels that the rectangle touches; coordinates count up to a thousand million either way.
  init(around rect: Rect) {
    func whole(_ value: Double) -> Int { Int(min(max(value, -1e9), 1e9)) }
    left = whole(rect.minX.rounded(.down))
    top = whole(rect.minY.rounded(.down))
    width = whole(rect.maxX.rounded(.up)) - left
    height = whole(rect.maxY.rounded(.up)) - top
  }

  /// The pixels of both, or nil where there are none.
  func intersection(_ other: PixelBounds) -> PixelBounds? {
    let left = max(left, other.left)
    let top = max(top, other.top)
    let right = min(self.left + width, other.left + other.width)
    let bottom = min(self.top + height, other.top + other.height)
    guard left < right, top < bottom else { return nil }
    return PixelBounds(left: left, top: top, width: right - left, height: bottom - top)
  }
}
