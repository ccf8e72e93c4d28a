import Geometry

/// What a legend had better not cover, in pixels.
struct LegendObstacles {
  private var points: [Point] = []
  /// The places in `points` that are joined to a curve.
  private var curves: [Range<Int>] = []
  private var bars: [Rect] = []

  /// Nothing at all.
  init() {}

  init(_ marks: [Mark], scales: (x: LinearScale, y: LinearScale)) {
    for mark in marks {
      switch mark {
      case .curve(let curve):
        for run in curve.runs {
          curves.append(points.count..<points.count + run.count)
          points += run.lazy.map {
            Point(x: scales.x.position(of: curve.x[$0]), y: scales.y.position(of: curve.y[$0]))
          }
        }
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

  /// Points of curves inside the box, curves that touch it and bars that overlap it, counted together.
  func count(in box: Rect) -> Int {
    // Strictly inside, as matplotlib counts.
    let inside = points.count { $0.x > box.minX && $0.x < box.maxX && $0.y > box.minY && $0.y < box.maxY }
    let touching = curves.count { curve in
      curve.dropFirst().contains { box.isCrossed(from: points[$0 - 1], to: points[$0]) }
    }
    return inside + touching + bars.count { $0.overlaps(box) }
  }
}

extension Rect {
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
