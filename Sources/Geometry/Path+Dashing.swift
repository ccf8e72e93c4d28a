extension Path {
  /// Returns the dashes of the path by a pattern, as open contours of straight lines.
  ///
  /// ```swift
  /// line.dashed([4, 2]).stroked(StrokeStyle(width: 1))   // 4 on, 2 off, 4 on, …
  /// ```
  ///
  /// Every contour begins with a whole dash. A closed contour is traversed once, and dashes that meet at its start are
  /// not joined. A contour that would have more than 100 000 dashes, which nobody could see, is not dashed.
  ///
  /// - Parameters:
  ///   - pattern: The lengths of dashes and gaps in turn, in pixels; a pattern of odd count is used twice. If no length
  ///     is positive, or any length is negative or not finite, the path is returned unchanged.
  ///   - tolerance: The largest distance in pixels between a curve and the lines that replace it; greater than 0.
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
      var dasher = Dasher(lengths: lengths)
      for (start, end) in zip(points, points.dropFirst()) { dasher.draw(from: start, to: end, on: &result) }
    }
    return result
  }
}

/// The state of dashing one contour.
private struct Dasher {
  let lengths: [Double]
  /// The index of the current length in the pattern; a dash has an even index.
  var index = 0
  /// The part of the current length that is still to come.
  var rest: Double
  /// Whether a dash has been begun.
  var isDrawing = false

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
      if index.isMultiple(of: 2), !isDrawing, rest > 0 {
        path.move(to: start + way * (place / length))
        isDrawing = true
      }
      guard place + rest < length else { break }
      place += rest
      if isDrawing { path.line(to: start + way * (place / length)) }
      index = (index + 1) % lengths.count
      rest = lengths[index]
      isDrawing = false
    }
    rest -= length - place
    if isDrawing { path.line(to: end) }
  }
}
