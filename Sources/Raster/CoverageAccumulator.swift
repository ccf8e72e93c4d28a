import Geometry

/// Adds up how much of each pixel the lines of a path enclose.
///
/// Every line leaves in each row it crosses the change of coverage that it brings about to its right; a running sum along
/// the row then is the signed area of the path within each pixel, exact but for rounding. The magnitude cut off at one is
/// the coverage by the non-zero rule, wherever overlapping contours wind in the same sense.
///
/// The method is Raph Levien's (font-rs, "Inside the fastest font renderer in the world", 2016), as is its ancestry: the
/// area of libart and FreeType's smooth rasterizer.
struct CoverageAccumulator {
  /// Pixels of a rectangle, filled anew for each path.
  private var changes: [Double] = []
  /// The first and last column touched in each row; empty where the first is beyond the last.
  private var touched: [(first: Int, last: Int)] = []
  private var bounds = PixelBounds.empty
  /// One column more than the bounds have, which collects what lies to their right.
  private var stride = 0

  /// Rasterizes the path within the bounds and hands over each row that it touches.
  ///
  /// - Parameter body: Given the row, its first column and, for the columns from there on, the level of coverage from 0 to
  ///   `CoverageLevel.full`.
  mutating func cover(
    _ path: Path, within limit: PixelBounds, _ body: (_ row: Int, _ column: Int, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard let box = path.controlBox, let bounds = PixelBounds(around: box).intersection(limit) else { return }
    self.bounds = bounds
    stride = bounds.width + 1
    if changes.count < stride * bounds.height {
      changes += Array(repeating: 0, count: stride * bounds.height - changes.count)
    }
    touched.removeAll(keepingCapacity: true)
    touched += repeatElement((first: Int.max, last: -1), count: bounds.height)
    for polyline in path.flattened() {
      for (start, end) in zip(polyline.points, polyline.points.dropFirst()) { add(from: start, to: end) }
      // A contour that is filled is closed.
      if let first = polyline.points.first, let last = polyline.points.last { add(from: last, to: first) }
    }
    sweep(body)
  }

  /// Turns changes into levels, row by row, and clears them for the next path.
  private mutating func sweep(_ body: (Int, Int, UnsafeBufferPointer<UInt8>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bounds.width) { levels in
      for row in touched.indices {
        let (first, last) = touched[row]
        guard first < bounds.width, first <= last else { continue }
        let end = min(last + 1, bounds.width)
        var area = 0.0
        for column in first..<end {
          area += changes[row * stride + column]
          levels[column - first] = CoverageLevel.nearest(to: area)
        }
        for column in first...last { changes[row * stride + column] = 0 }
        body(bounds.top + row, bounds.left + first, UnsafeBufferPointer(rebasing: levels[..<(end - first)]))
      }
    }
  }

  /// Cuts a line to the bounds: what lies above and below has no say, what lies beside counts at the side.
  private mutating func add(from start: Point, to end: Point) {
    guard start.y != end.y else { return }
    let sign: Double = start.y < end.y ? 1 : -1
    let upper = (start.y < end.y ? start : end).relative(to: bounds)
    let lower = (start.y < end.y ? end : start).relative(to: bounds)
    let top = max(upper.y, 0)
    let bottom = min(lower.y, Double(bounds.height))
    guard top < bottom else { return }

    let slope = (lower.x - upper.x) / (lower.y - upper.y)
    let width = Double(bounds.width)
    func place(at y: Double) -> Point {
      let x = y == upper.y ? upper.x : y == lower.y ? lower.x : upper.x + (y - upper.y) * slope
      return Point(x: min(max(x, 0), width), y: y)
    }
    // The heights at which the line crosses the left and the right side: between them it is straight and inside, before
    // and after it stands upright at the side. An upright line crosses neither: its quotients are infinite or NaN.
    func crossing(_ side: Double) -> Double {
      let y = upper.y + (side - upper.x) / slope
      return y > top && y < bottom ? y : top
    }
    let left = crossing(0)
    let right = crossing(width)
    let first = place(at: min(left, right))
    let second = place(at: max(left, right))
    addInside(from: place(at: top), to: first, sign: sign)
    addInside(from: first, to: second, sign: sign)
    addInside(from: second, to: place(at: bottom), sign: sign)
  }

  /// A line going down, inside the bounds, row by row.
  private mutating func addInside(from start: Point, to end: Point, sign: Double) {
    guard start.y < end.y else { return }
    let slope = (end.x - start.x) / (end.y - start.y)
    var x = start.x
    var y = start.y
    var row = min(Int(start.y), bounds.height - 1)
    while y < end.y {
      let nextY = min(Double(row + 1), end.y)
      let nextX = nextY == end.y ? end.x : start.x + (nextY - start.y) * slope
      addRow(row, from: x, to: nextX, height: sign * (nextY - y))
      (x, y) = (nextX, nextY)
      row += 1
    }
  }

  /// A piece of line within one row: `height` of area to its right, shared among the columns that it crosses.
  private mutating func addRow(_ row: Int, from x0: Double, to x1: Double, height: Double) {
    let left = min(x0, x1)
    let right = max(x0, x1)
    let first = min(Int(left), bounds.width)
    let last = max(first, min(Int(right.rounded(.up)) - 1, bounds.width))
    let base = row * stride
    touched[row] = (min(touched[row].first, first), max(touched[row].last, min(last + 1, bounds.width)))

    if first == last {
      // The piece stands in one column: what it covers of it, and the rest from the next column on.
      let covered = height * (1 - ((left + right) / 2 - Double(first)))
      changes[base + first] += covered
      if first < bounds.width { changes[base + first + 1] += height - covered }
      return
    }
    // Over each column the covered share grows along a straight line: by a triangle in the first and the last column and
    // by the same trapezium in those between.
    let perColumn = height / (right - left)
    let firstShare = Double(first + 1) - left
    let firstArea = perColumn * firstShare * firstShare / 2
    changes[base + first] += firstArea
    var total = firstArea
    var column = first + 1
    while column < last {
      // The running sum in the middle of the column.
      let area = perColumn * (Double(column) + 0.5 - left)
      changes[base + column] += area - total
      total = area
      column += 1
    }
    let lastShare = right - Double(last)
    let lastArea = height - perColumn * lastShare * lastShare / 2
    changes[base + last] += lastArea - total
    if last < bounds.width { changes[base + last + 1] += height - lastArea }
  }
}

extension Point {
  fileprivate func relative(to bounds: PixelBounds) -> Point {
    Point(x: x - Double(bounds.left), y: y - Double(bounds.top))
  }
}
