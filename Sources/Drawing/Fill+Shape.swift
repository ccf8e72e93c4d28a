import Geometry

extension Fill {
  /// The number of points and outlines by which the area is given.
  package var shapeSize: Int {
    switch shape {
    case .area(let path), .stroke(let path, _): path.pointCount
    case .outlines(let outlines): outlines.placements.count
    }
  }

  /// Adds the shape of the area before clipping to a fingerprint.
  package func addShape(to fingerprint: inout Fingerprint) {
    switch shape {
    case .area(let path): path.add(to: &fingerprint)
    case .stroke(let line, let style):
      fingerprint.add(style.width)
      line.add(to: &fingerprint)
    case .outlines(let outlines): outlines.add(to: &fingerprint)
    }
  }

  /// Returns whether another fill has the same area before clipping, to the last bit of each number by which it is given.
  package func hasSameShape(as other: Fill) -> Bool {
    switch (shape, other.shape) {
    case (.area(let one), .area(let other)): one.isIdentical(to: other)
    case (.stroke(let one, let style), .stroke(let other, let otherStyle)):
      style == otherStyle && one.isIdentical(to: other)
    case (.outlines(let one), .outlines(let other)): one.isIdentical(to: other)
    default: false
    }
  }
}
