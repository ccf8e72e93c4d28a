import Geometry

/// The edges of an area.
///
/// Horizontal lines have none: they enclose nothing beside what their neighbours do.
struct Outline: ~Copyable {
  /// A corner of the area, also in fixed point where it lies within `Edge.limit`.
  private struct Corner {
    let point: Point
    let isNear: Bool
    let x: Int
    let y: Int

    init(_ point: Point) {
      self.point = point
      isNear = point.x.magnitude <= Edge.limit && point.y.magnitude <= Edge.limit
      x = isNear ? Edge.fixed(point.x) : 0
      y = isNear ? Edge.fixed(point.y) : 0
    }
  }

  private var list = EdgeList()
  /// The columns and rows between which the edges lie, in fixed point; meaningless where there are no edges.
  private(set) var minX = Int.max
  private(set) var maxX = Int.min
  private(set) var minY = Int.max
  private(set) var maxY = Int.min
  /// Where the contour began and how far it has come.
  private var first = Corner(Point(x: 0, y: 0))
  private var last = Corner(Point(x: 0, y: 0))

  init() {}

  var edges: UnsafeBufferPointer<Edge> { list.edges }

  init(_ path: Path) { replace(with: path) }

  /// Takes another path in place of the present one and keeps the storage.
  mutating func replace(with path: Path) {
    list.removeAll()
    path.flatten(into: &self)
    (minX, maxX, minY, maxY) = (.max, .min, .max, .min)
    for edge in edges {
      minX = min(minX, edge.x0, edge.x1)
      maxX = max(maxX, edge.x0, edge.x1)
      minY = min(minY, edge.y0)
      maxY = max(maxY, edge.y1)
    }
  }
}

extension Outline: LineSink {
  mutating func begin(at start: Point) {
    first = Corner(start)
    last = first
  }

  @inline(__always)
  mutating func line(to end: Point, isSmooth: Bool) { addLine(to: Corner(end)) }

  mutating func end(isClosed: Bool) { addLine(to: first) }

  @inline(__always)
  private mutating func addLine(to end: Corner) {
    if last.isNear && end.isNear {
      addEdge(x0: last.x, y0: last.y, x1: end.x, y1: end.y)
    } else if last.point.y <= end.point.y {
      addFarLine(last.point, end.point, isReversed: false)
    } else {
      addFarLine(end.point, last.point, isReversed: true)
    }
    last = end
  }

  // Beyond the limit a line is cut where it crosses it, so that the rest keeps its slope. What lies above or below the
  // limit is dropped; what lies left or right of it is moved there, because it still counts for the winding of each
  // row.
  //
  // With the ends (x₀, y₀) and (x₁, y₁) the line is x = (x₀y₁ − x₁y₀) / (y₁ − y₀) + y (x₁ − x₀) / (y₁ − y₀). In this
  // form far ends cancel before the small y is added and not after, when it would be lost. Dividing first avoids
  // overflow.
  @inline(never)
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
    let corners = stations.map { Corner(Point(x: min(max($0.x, -Edge.limit), Edge.limit), y: $0.y)) }
    for (start, end) in zip(corners, corners.dropFirst()) {
      if isReversed {
        addEdge(x0: end.x, y0: end.y, x1: start.x, y1: start.y)
      } else {
        addEdge(x0: start.x, y0: start.y, x1: end.x, y1: end.y)
      }
    }
  }

  @inline(__always)
  private mutating func addEdge(x0: Int, y0: Int, x1: Int, y1: Int) {
    if y0 == y1 { return }
    list.append(
      y0 < y1
        ? Edge(x0: x0, y0: y0, x1: x1, y1: y1, winding: 1) : Edge(x0: x1, y0: y1, x1: x0, y1: y0, winding: -1))
  }
}
