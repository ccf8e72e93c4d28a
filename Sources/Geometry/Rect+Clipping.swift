extension Rect {
  /// Returns the part of the straight line between two points that is inside the rectangle or on its edge: the shares of the
  /// way at which it begins and ends, or nil if there is none.
  ///
  /// This is the clipping of Liang and Barsky, 1984.
  public func shares(from start: Point, to end: Point) -> ClosedRange<Double>? {
    var entry = 0.0
    var exit = 1.0
    /// Cuts the line to what lies between two parallel edges; returns false if nothing does.
    func cut(from origin: Double, by step: Double, between low: Double, and high: Double) -> Bool {
      if step == 0 { return origin >= low && origin <= high }
      let first = (low - origin) / step
      let second = (high - origin) / step
      entry = max(entry, min(first, second))
      exit = min(exit, max(first, second))
      return true
    }
    let way = end - start
    guard cut(from: start.x, by: way.dx, between: minX, and: maxX),
      cut(from: start.y, by: way.dy, between: minY, and: maxY), entry <= exit
    else { return nil }
    return entry...exit
  }

  /// Returns the distance from a point to the nearest point of the rectangle: 0 inside.
  public func distance(to point: Point) -> Double { (nearest(to: point) - point).length }

  /// Returns the point of the rectangle that is nearest to a point.
  public func nearest(to point: Point) -> Point {
    Point(x: min(max(point.x, minX), maxX), y: min(max(point.y, minY), maxY))
  }
}
