import Geometry

/// What a legend should not cover, in pixels.
struct Obstacles {
  private var points: [Point] = []
  /// The ranges of indices in `points` that are joined to a curve.
  private var curves: [Range<Int>] = []
  private var boxes: [Rect] = []
  /// The ranges of indices in `points` of curves that hold only some of their points, and all points of those.
  private var reduced: [(range: Range<Int>, all: CurvePoints, area: PlotArea)] = []

  /// Creates the obstacles that no marks make.
  init() {}

  /// Collects the obstacles that marks make.
  init(_ marks: [Mark], in area: PlotArea) {
    for mark in marks { mark.content.add(to: &self, in: area) }
  }

  /// Adds the pieces of a curve and, if it holds only some of its points, the function that gives all of them.
  mutating func add(curves runs: [[Point]], of allPoints: CurvePoints?, in area: PlotArea) {
    let start = points.count
    for run in runs {
      curves.append(points.count..<points.count + run.count)
      points += run
    }
    if let allPoints { reduced.append((start..<points.count, allPoints, area)) }
  }

  /// Adds points that are not joined.
  mutating func add(points: some Sequence<Point>) { self.points += points }

  /// Adds rectangles, such as those of bars.
  mutating func add(boxes: some Sequence<Rect>) { self.boxes += boxes }

  /// Returns the count of `count(in:)` for each box, where curves count with all of their points. Those are computed once
  /// for all boxes.
  func counts(in boxes: [Rect]) -> [Int] {
    var counts = boxes.map { count(in: $0) }
    for (range, all, area) in reduced {
      for (index, box) in boxes.enumerated() { counts[index] -= points[range].count { box.holds($0) } }
      for place in 0..<all.count {
        let (x, y) = all.point(place)
        let point = area.point(x, y)
        for (index, box) in boxes.enumerated() where box.holds(point) { counts[index] += 1 }
      }
    }
    return counts
  }

  /// Whether there are curves that hold only some of their points.
  var areReduced: Bool { !reduced.isEmpty }

  /// Whether nothing touches the box. This is as `count(in:)` of zero, and stops at the first obstacle.
  func areClear(of box: Rect) -> Bool {
    !points.contains { box.holds($0) } && !boxes.contains { $0.overlaps(box) }
      && !curves.contains { curve in
        curve.dropFirst().contains { box.isCrossed(from: points[$0 - 1], to: points[$0]) }
      }
  }

  /// Returns the number of points inside the box, curves that touch it and rectangles that overlap it, all together.
  func count(in box: Rect) -> Int {
    let inside = points.count { box.holds($0) }
    let touching = curves.count { curve in
      curve.dropFirst().contains { box.isCrossed(from: points[$0 - 1], to: points[$0]) }
    }
    return inside + touching + boxes.count { $0.overlaps(box) }
  }
}

extension Rect {
  /// Whether the point lies strictly inside, as matplotlib counts.
  fileprivate func holds(_ point: Point) -> Bool {
    point.x > minX && point.x < maxX && point.y > minY && point.y < maxY
  }

  /// Whether the straight line between the points has a part inside the rectangle or on its edge.
  fileprivate func isCrossed(from start: Point, to end: Point) -> Bool { shares(from: start, to: end) != nil }
}
