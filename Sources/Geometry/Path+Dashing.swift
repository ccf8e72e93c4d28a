extension Path {
  /// The parts of the path that lie under the dashes of a pattern, as open contours of straight lines.
  ///
  /// ```swift
  /// line.dashed([4, 2]).stroked(StrokeStyle(width: 1))   // 4 on, 2 off, 4 on, …
  /// ```
  ///
  /// Every contour begins with a whole dash. A closed contour is gone round once, and what meets at its start is not
  /// joined. A contour so long that it would fall into more than 100 000 dashes is left whole: nobody could see them.
  ///
  /// - Parameters:
  ///   - pattern: Lengths in pixels that are on and off in turn; one of odd count is gone through twice. A pattern without
  ///     a length that is positive and finite, or with one that is negative or not finite, leaves the path as it is.
  ///   - tolerance: How far lines may lie from the curves they stand for, in pixels; greater than 0.
  public func dashed(_ pattern: [Double], tolerance: Double = Path.defaultTolerance) -> Path {
    let lengths = pattern.count.isMultiple(of: 2) ? pattern : pattern + pattern
    let period = lengths.reduce(0, +)
    guard lengths.allSatisfy({ $0 >= 0 && $0.isFinite }), period.isFinite, period > 0 else { return self }
    var result = Path()
    for polyline in flattened(tolerance: tolerance) {
      let points = polyline.isClosed ? polyline.points + [polyline.points[0]] : polyline.points
      let length = zip(points, points.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
      let dashes = length / period * Double(lengths.count / 2)
      guard dashes <= 100_000 else {
        result.move(to: points[0])
        for point in points.dropFirst() { result.line(to: point) }
        continue
      }
      var pen = DashPen(lengths: lengths)
      for (start, end) in zip(points, points.dropFirst()) { pen.draw(from: start, to: end, on: &result) }
    }
    return result
  }
}

/// Goes along one contour and lifts after each dash.
private struct DashPen {
  let lengths: [Double]
  /// Of the length in the pattern that the pen is in: an even one is on.
  var index = 0
  /// Of the current length that is still to come.
  var rest: Double
  var isDown = false

  init(lengths: [Double]) {
    self.lengths = lengths
    rest = lengths[0]
  }

  mutating func draw(from start: Point, to end: Point, on path: inout Path) {
    let way = end - start
    let length = way.length
    guard length > 0 else { return }
    var place = 0.0
    while true {
      if index.isMultiple(of: 2), !isDown, rest > 0 {
        path.move(to: start + way * (place / length))
        isDown = true
      }
      guard place + rest < length else { break }
      place += rest
      if isDown { path.line(to: start + way * (place / length)) }
      index = (index + 1) % lengths.count
      rest = lengths[index]
      isDown = false
    }
    rest -= length - place
    if isDown { path.line(to: end) }
  }
}
