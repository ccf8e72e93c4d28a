import Geometry

/// Moves straight edges onto the grid of pixels, so that they come out sharp.
///
/// After the snapping of matplotlib's Agg backend.
enum PixelSnapping {
  /// The nearest pixel boundary: for the edges of areas.
  static func edge(_ place: Double) -> Double { (place + 0.5).rounded(.down) }

  /// Where the middle of a line of that width goes so that its edges fall on pixel boundaries.
  ///
  /// The middle of a pixel where the width is nearest to an odd number of pixels, else a boundary.
  static func line(_ place: Double, width: Double) -> Double {
    let pixels = Int(max(1, width.rounded()))
    return edge(place) + (pixels.isMultiple(of: 2) ? 0 : 0.5)
  }

  static func line(_ point: Point, width: Double) -> Point {
    Point(x: line(point.x, width: width), y: line(point.y, width: width))
  }

  static func edges(_ rect: Rect) -> Rect {
    Rect(minX: edge(rect.minX), minY: edge(rect.minY), maxX: edge(rect.maxX), maxY: edge(rect.maxY))
  }
}
