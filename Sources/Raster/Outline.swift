import Geometry

/// The edges of a flattened path.
///
/// Horizontal lines are left out: they do not change the area that their neighbours enclose.
struct Outline: ~Copyable {
  /// A point of the path, also in fixed point if it lies within `Edge.limit`.
  private struct Vertex {
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

    /// A point in fixed point alone.
    init(x: Int, y: Int) { (point, isNear, self.x, self.y) = (Point(x: 0, y: 0), true, x, y) }
  }

  private var list = ReusedList<Edge>()
  /// The bounds of the edges in fixed point; meaningless if there are no edges.
  private(set) var minX = Int.max
  private(set) var maxX = Int.min
  private(set) var minY = Int.max
  private(set) var maxY = Int.min
  /// The first and the last point so far of the current contour.
  private var first = Vertex(Point(x: 0, y: 0))
  private var last = Vertex(Point(x: 0, y: 0))

  init() {}

  var edges: UnsafeBufferPointer<Edge> { list.elements }

  init(_ path: Path) { replace(with: path) }

  /// Replaces the edges by those of another path, reusing the memory.
  mutating func replace(with path: Path) {
    list.removeAll()
    path.flatten(into: &self)
    findBounds()
  }

  /// Replaces the edges by those of an outline that is flattened already, with its origin at a place within the pixel
  /// (0, 0).
  ///
  /// - Returns: Whether the edges are those of the outline in every pixel.
  mutating func replace(with flattened: FlattenedOutline, at place: PlaceInPixel) -> Bool {
    list.removeAll()
    first = Vertex(x: 0, y: 0)
    last = first
    let isSame = flattened.add(at: place, to: &self)
    findBounds()
    return isSame
  }

  /// Adds a vertex in fixed point.
  @inline(__always)
  mutating func add(x: Int, y: Int, startsContour: Bool) {
    let vertex = Vertex(x: x, y: y)
    if startsContour {
      closeContour()
      first = vertex
    } else {
      addEdge(x0: last.x, y0: last.y, x1: x, y1: y)
    }
    last = vertex
  }

  /// Joins the last vertex to the first of the contour.
  mutating func closeContour() { addEdge(x0: last.x, y0: last.y, x1: first.x, y1: first.y) }

  private mutating func findBounds() {
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
    first = Vertex(start)
    last = first
  }

  @inline(__always)
  mutating func line(to end: Point, isSmooth: Bool) { addLine(to: Vertex(end)) }

  mutating func end(isClosed: Bool) { addLine(to: first) }

  @inline(__always)
  private mutating func addLine(to end: Vertex) {
    if last.isNear && end.isNear {
      addEdge(x0: last.x, y0: last.y, x1: end.x, y1: end.y)
    } else if last.point.y <= end.point.y {
      addFarLine(last.point, end.point, isReversed: false)
    } else {
      addFarLine(end.point, last.point, isReversed: true)
    }
    last = end
  }

  // A line is cut where it crosses the limit, so that the rest keeps its slope. The parts above and below the limit are
  // dropped; the parts left and right of it are moved there, because they still count for the winding of each row.
  //
  // With the ends (x₀, y₀) and (x₁, y₁) the line is x = (x₀y₁ − x₁y₀) / (y₁ − y₀) + y (x₁ − x₀) / (y₁ − y₀). In this
  // form large terms cancel before the small y is added; afterwards it would be lost. Dividing first avoids overflow.
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
    var points = [top.y < -Edge.limit ? point(atY: -Edge.limit) : top]
    let last = bottom.y > Edge.limit ? point(atY: Edge.limit) : bottom
    let sides = top.x <= bottom.x ? [-Edge.limit, Edge.limit] : [Edge.limit, -Edge.limit]
    for x in sides where min(points[0].x, last.x) < x && x < max(points[0].x, last.x) {
      points.append(Point(x: x, y: min(max(height(atX: x), points[points.count - 1].y), last.y)))
    }
    points.append(last)
    let vertices = points.map { Vertex(Point(x: min(max($0.x, -Edge.limit), Edge.limit), y: $0.y)) }
    for (start, end) in zip(vertices, vertices.dropFirst()) {
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
