/// How arcs of one radius become lines.
struct Arc {
  let radius: Double
  let tolerance: Double

  /// Appends points on the circle around `center`, the last one in direction `end`; the one in direction `start` stands
  /// already.
  ///
  /// Halves the arc, of at most a quarter circle, until the chord lies within the tolerance, at most eight times
  /// (enough for a radius of 3300 pixels at the default tolerance). Only square roots are needed, so the points are the
  /// same on every machine.
  func append(to points: inout [Point], around center: Point, from start: Vector, to end: Vector, depth: Int = 0) {
    // Half the angle has cos² = (1 + cos) / 2, and the arc rises radius · (1 − cos) above its chord.
    let rise = radius * (1 - ((1 + start.dot(end)) / 2).squareRoot())
    if rise > tolerance && depth < 8 {
      let middle = (start + end).normalized
      append(to: &points, around: center, from: start, to: middle, depth: depth + 1)
      append(to: &points, around: center, from: middle, to: end, depth: depth + 1)
    } else {
      points.append(center + end * radius)
    }
  }
}
