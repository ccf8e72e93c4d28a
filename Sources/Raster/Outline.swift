import Geometry

/// The edges of an area.
///
/// Horizontal lines have none: they enclose nothing beside what their neighbours do.
struct Outline {
  private(set) var edges: [Edge] = []
  /// The columns and rows between which the edges lie, in fixed point; meaningless where there are no edges.
  private(set) var minX = Int.max
  private(set) var maxX = Int.min
  private(set) var minY = Int.max
  private(set) var maxY = Int.min

  init() {}

  init(_ path: Path) { replace(with: path) }

  /// Takes another path in place of the present one and keeps the storage.
  mutating func replace(with path: Path) {
    edges.removeAll(keepingCapacity: true)
    (minX, maxX, minY, maxY) = (.max, .min, .max, .min)
    for polyline in path.flattened() {
      var start = polyline.points[polyline.points.count - 1]
      for end in polyline.points {
        addLine(from: start, to: end)
        start = end
      }
    }
  }

  private mutating func addLine(from start: Point, to end: Point) {
    let range = -Edge.limit...Edge.limit
    if range.contains(start.x) && range.contains(start.y) && range.contains(end.x) && range.contains(end.y) {
      addEdge(start, end)
    } else if start.y <= end.y {
      addFarLine(start, end, isReversed: false)
    } else {
      addFarLine(end, start, isReversed: true)
    }
  }

  // Beyond the limit a line is cut where it crosses it, so that the rest keeps its slope. What lies above or below the
  // limit is dropped; what lies left or right of it is moved there, because it still counts for the winding of each
  // row.
  //
  // With the ends (x₀, y₀) and (x₁, y₁) the line is x = (x₀y₁ − x₁y₀) / (y₁ − y₀) + y (x₁ − x₀) / (y₁ − y₀). In this
  // form far ends cancel before the small y is added and not after, when it would be lost. Dividing first avoids
  // overflow.
  private mutating func addFarLine(_ top: Point, _ bottom: Point, isReversed: Bool) {
    guard bottom.y > -Edge.limit && top.y < Edge.limit else { return }
    let way = bottom - top
    func point(atY y: Double) -> Point {
      let middle = top.x / way.dy * bottom.y - bottom.x / way.dy * top.y
      return Point(x: middle + way.dx / way.dy * y, y: y)
    }
    func height(atX x: Double) -> Double {
      top.y / way.dx * bottom.x - bottom.y / way.dx * top.x + way.dy / way.dx * x
    }
    var stations = [top.y < -Edge.limit ? point(atY: -Edge.limit) : top]
    let last = bottom.y > Edge.limit ? point(atY: Edge.limit) : bottom
    let sides = top.x <= bottom.x ? [-Edge.limit, Edge.limit] : [Edge.limit, -Edge.limit]
    for x in sides where min(stations[0].x, last.x) < x && x < max(stations[0].x, last.x) {
      stations.append(Point(x: x, y: min(max(height(atX: x), stations[stations.count - 1].y), last.y)))
    }
    stations.append(last)
    let moved = stations.map { Point(x: min(max($0.x, -Edge.limit), Edge.limit), y: $0.y) }
    for (start, end) in zip(moved, moved.dropFirst()) {
      if isReversed { addEdge(end, start) } else { addEdge(start, end) }
    }
  }

  private mutating func addEdge(_ start: Point, _ end: Point) {
    let x0 = fixed(start.x)
    let y0 = fixed(start.y)
    let x1 = fixed(end.x)
    let y1 = fixed(end.y)
    if y0 == y1 { return }
    minX = min(minX, x0, x1)
    maxX = max(maxX, x0, x1)
    minY = min(minY, y0, y1)
    maxY = max(maxY, y0, y1)
    edges.append(
      y0 < y1
        ? Edge(x0: x0, y0: y0, x1: x1, y1: y1, winding: 1) : Edge(x0: x1, y0: y1, x1: x0, y1: y0, winding: -1))
  }

  // To the nearest, halves down, whatever the sign, so that left of and above the paper the rounding is the same as on
  // it. The product is exact, a power of two, and so is the difference.
  private func fixed(_ coordinate: Double) -> Int {
    let scaled = coordinate * Double(Edge.one)
    let whole = Int(scaled)
    let rest = scaled - Double(whole)
    return rest > 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole
  }
}
