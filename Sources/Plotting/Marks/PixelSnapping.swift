import Geometry

/// Moves straight edges onto the grid of pixels, so that they come out sharp.
///
/// This is the snapping of matplotlib's Agg backend.
enum PixelSnapping {
  /// Returns the nearest pixel boundary, for the edge of an area.
  static func edge(_ place: Double) -> Double { (place + 0.5).rounded(.down) }

  /// Returns the middle of a line of a width whose edges fall on pixel boundaries.
  ///
  /// It is the middle of a pixel if the width is nearest to an odd number of pixels, and a boundary otherwise.
  static func line(_ place: Double, width: Double) -> Double {
    let pixels = Int(max(1, width.rounded()))
    return edge(place) + (pixels.isMultiple(of: 2) ? 0 : 0.5)
  }

  /// Snaps both coordinates of a point on a line.
  static func line(_ point: Point, width: Double) -> Point {
    Point(x: line(point.x, width: width), y: line(point.y, width: width))
  }

  /// Snaps all four edges of an area.
  static func edges(_ rect: Rect) -> Rect {
    Rect(minX: edge(rect.minX), minY: edge(rect.minY), maxX: edge(rect.maxX), maxY: edge(rect.maxY))
  }
}

extension Path {
  /// Creates circles of the same radius.
  init(discsAround middles: [Point], radius: Double) {
    self.init()
    for middle in middles { append(Path(discAround: middle, radius: radius)) }
  }

  /// Creates a circle of four cubic curves, each of which leaves it by at most 0.03 % of the radius.
  ///
  /// The control points lie 4/3 · (√2 − 1) of the radius along the tangents, which puts the middle of each curve on the
  /// circle.
  init(discAround middle: Point, radius: Double) {
    self.init()
    let reach = radius * 4 / 3 * (2.0.squareRoot() - 1)
    func point(_ dx: Double, _ dy: Double) -> Point { Point(x: middle.x + dx, y: middle.y + dy) }
    move(to: point(radius, 0))
    cubic(to: point(0, radius), control1: point(radius, reach), control2: point(reach, radius))
    cubic(to: point(-radius, 0), control1: point(-reach, radius), control2: point(-radius, reach))
    cubic(to: point(0, -radius), control1: point(-radius, -reach), control2: point(-reach, -radius))
    cubic(to: point(radius, 0), control1: point(reach, -radius), control2: point(radius, -reach))
    close()
  }
}
