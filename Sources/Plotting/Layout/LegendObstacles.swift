import Geometry

/// What a legend had better not cover, in pixels.
struct LegendObstacles {
  private var curves: [[Point]] = []
  private var bars: [Rect] = []

  init(_ marks: [Mark], scales: (x: LinearScale, y: LinearScale)) {
    for mark in marks {
      switch mark {
      case .curve(let curve):
        curves += curve.runs.map { run in
          run.map { Point(x: scales.x.position(of: $0.x), y: scales.y.position(of: $0.y)) }
        }
      case .bars(let value):
        let base = scales.y.position(of: 0)
        bars += value.heights.indices.map { index in
          Rect(
            minX: scales.x.position(of: value.edges[index]), minY: scales.y.position(of: value.heights[index]),
            maxX: scales.x.position(of: value.edges[index + 1]), maxY: base)
        }
      }
    }
  }

  /// Points of curves inside the box, curves that touch it and bars that overlap it, counted together.
  func count(in box: Rect) -> Int {
    var count = bars.count { $0.intersection(box) != nil }
    for curve in curves {
      // Strictly inside, as matplotlib counts.
      count += curve.count { $0.x > box.minX && $0.x < box.maxX && $0.y > box.minY && $0.y < box.maxY }
      if zip(curve, curve.dropFirst()).contains(where: { box.isCrossed(from: $0, to: $1) }) { count += 1 }
    }
    return count
  }
}

extension Rect {
  /// Whether the straight line between the points has a part inside the rectangle or on its edge.
  fileprivate func isCrossed(from start: Point, to end: Point) -> Bool {
    var entry = 0.0
    var exit = 1.0
    let way = end - start
    for (origin, step, low, high) in [(start.x, way.dx, minX, maxX), (start.y, way.dy, minY, maxY)] {
      if step == 0 {
        if origin < low || origin > high { return false }
        continue
      }
      let first = (low - origin) / step
      let second = (high - origin) / step
      entry = max(entry, min(first, second))
      exit = min(exit, max(first, second))
    }
    return entry <= exit
  }
}
