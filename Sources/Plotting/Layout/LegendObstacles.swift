import Geometry

/// What a legend had better not cover, in pixels.
struct LegendObstacles {
  private var points: [Point] = []
  /// The places in `points` that are joined to a curve.
  private var curves: [Range<Int>] = []
  private var bars: [Rect] = []
  /// The places in `points` of curves that hold only some of their points, and all points of those.
  private var reduced: [(places: Range<Int>, all: CurvePoints, scales: (x: LinearScale, y: LinearScale))] = []

  /// Nothing at all.
  init() {}

  init(_ marks: [Mark], scales: (x: LinearScale, y: LinearScale)) {
    for mark in marks {
      switch mark {
      case .curve(let curve):
        let start = points.count
        for run in curve.runs {
          curves.append(points.count..<points.count + run.count)
          points += run.lazy.map {
            Point(x: scales.x.position(of: curve.x[$0]), y: scales.y.position(of: curve.y[$0]))
          }
        }
        if let all = curve.allPoints { reduced.append((start..<points.count, all, scales)) }
      case .bars(let value):
        let base = scales.y.position(of: 0)
        bars += value.heights.indices.lazy.map { index in
          Rect(
            minX: scales.x.position(of: value.edges[index]), minY: scales.y.position(of: value.heights[index]),
            maxX: scales.x.position(of: value.edges[index + 1]), maxY: base)
        }
      }
    }
  }

  /// What `count(in:)` tells of each box. Curves of very many points are gone through once for all boxes.
  func counts(in boxes: [Rect]) -> [Int] {
    var counts = boxes.map { count(in: $0) }
    for (places, all, scales) in reduced {
      for (index, box) in boxes.enumerated() { counts[index] -= points[places].count { box.holds($0) } }
      for place in 0..<all.count {
        let (x, y) = all.point(place)
        let point = Point(x: scales.x.position(of: x), y: scales.y.position(of: y))
        for (index, box) in boxes.enumerated() where box.holds(point) { counts[index] += 1 }
      }
    }
    return counts
  }

  /// Whether there are curves that hold only some of their points.
  var areReduced: Bool { !reduced.isEmpty }

  /// Points of curves inside the box, curves that touch it and bars that overlap it, counted together.
  func count(in box: Rect) -> Int {
    let inside = points.count { box.holds($0) }
    let touching = curves.count { curve in
      curve.dropFirst().contains { box.isCrossed(from: points[$0 - 1], to: points[$0]) }
    }
    return inside + touching + bars.count { $0.overlaps(box) }
  }
}

extension Rect {
  /// Whether the point lies strictly inside, as matplotlib counts.
  fileprivate func holds(_ point: Point) -> Bool {
    point.x > minX && point.x < maxX && point.y > minY && point.y < maxY
  }

  /// Whether the straight line between the points has a part inside the rectangle or on its edge.
  fileprivate func isCrossed(from start: Point, to end: Point) -> Bool {
    var entry = 0.0
    var exit = 1.0
    /// Leaves of the line what lies between two parallel edges; false where nothing does.
    func cut(from origin: Double, by step: Double, between low: Double, and high: Double) -> Bool {
      if step == 0 { return origin >= low && origin <= high }
      let first = (low - origin) / step
      let second = (high - origin) / step
      entry = max(entry, min(first, second))
      exit = min(exit, max(first, second))
      return true
    }
    let way = end - start
    return cut(from: start.x, by: way.dx, between: minX, and: maxX)
      && cut(from: start.y, by: way.dy, between: minY, and: maxY) && entry <= exit
  }
}
