extension Path {
  /// The contours as straight lines nowhere further than `tolerance` from the path.
  ///
  /// A curve becomes n lines, n the smallest number for which h² / 8 · max |B″|, the most that a chord over a parameter step
  /// h = 1/n can stand off, is within the tolerance; so the number of lines grows with its power −1/2. Points that are not
  /// finite are left out.
  public func flattened(tolerance: Double = 0.05) -> [Polyline] {
    precondition(tolerance > 0, "A tolerance is positive")
    var builder = PolylineBuilder()
    for element in elements {
      switch element {
      case .move(let point):
        builder.finish(closed: false)
        builder.add(point)
      case .line(let point):
        builder.add(point)
      case .quadratic(let control, let end):
        guard let start = builder.last else {
          builder.add(end)
          continue
        }
        let bend = secondDifference(start, control, end)
        builder.add(steps(forBend: 2 * bend, tolerance: tolerance)) { t in
          start.interpolated(to: control, at: t).interpolated(to: control.interpolated(to: end, at: t), at: t)
        }
        builder.add(end)
      case .cubic(let control1, let control2, let end):
        guard let start = builder.last else {
          builder.add(end)
          continue
        }
        let bend = max(secondDifference(start, control1, control2), secondDifference(control1, control2, end))
        builder.add(steps(forBend: 6 * bend, tolerance: tolerance)) { t in
          let first = start.interpolated(to: control1, at: t)
          let middle = control1.interpolated(to: control2, at: t)
          let last = control2.interpolated(to: end, at: t)
          return first.interpolated(to: middle, at: t).interpolated(to: middle.interpolated(to: last, at: t), at: t)
        }
        builder.add(end)
      case .close:
        builder.finish(closed: true)
      }
    }
    builder.finish(closed: false)
    return builder.polylines
  }

  private func secondDifference(_ a: Point, _ b: Point, _ c: Point) -> Double { ((c - b) + -(b - a)).length }

  /// At most 1000: where coordinates are beyond any paper, its exact shape is beyond interest.
  private func steps(forBend bend: Double, tolerance: Double) -> Int {
    let steps = (bend / 8 / tolerance).squareRoot().rounded(.up)
    return steps < 1000 ? max(1, Int(steps)) : 1000
  }
}

private struct PolylineBuilder {
  private(set) var polylines: [Polyline] = []
  private var points: [Point] = []
  /// Where the contour began, which is where a pen stands after it was closed.
  private var start: Point?

  var last: Point? { points.last ?? start }

  mutating func add(_ point: Point) {
    guard point.x.isFinite, point.y.isFinite else { return }
    if points.isEmpty, let start, start != point { points.append(start) }
    start = nil
    if points.last != point { points.append(point) }
  }

  /// The points inside a curve of that many steps, without its ends.
  mutating func add(_ steps: Int, _ place: (Double) -> Point) {
    for step in 1..<max(steps, 1) { add(place(Double(step) / Double(steps))) }
  }

  mutating func finish(closed: Bool) {
    let first = points.first
    if closed, points.count > 1, points.last == first { points.removeLast() }
    if points.count > 1 { polylines.append(Polyline(points: points, isClosed: closed)) }
    points = []
    start = closed ? first : nil
  }
}
