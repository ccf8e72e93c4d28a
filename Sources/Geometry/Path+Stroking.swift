/// The style in which a path is stroked.
public struct StrokeStyle: Sendable, Hashable {
  /// The shape of the end of an open contour.
  public enum Cap: Sendable, Hashable {
    /// A straight end at the end point.
    case butt
    /// A half disc around the end point.
    case round
    /// A straight end half the width beyond the end point.
    case square
  }

  /// The shape of the outer side of a corner.
  public enum Join: Sendable, Hashable {
    /// A sharp corner, which is cut off if it is further than `limit` half widths from the corner of the path.
    case miter(limit: Double)
    /// A disc around the corner.
    case round
    /// A straight line between the ends of both outer edges.
    case bevel
  }

  /// The width across the line in pixels.
  public var width: Double
  /// The shape of both ends of an open contour.
  public var cap: Cap
  /// The shape of every corner.
  public var join: Join

  /// Creates a style, with butt caps and mitred joins by default.
  public init(width: Double, cap: Cap = .butt, join: Join = .miter(limit: 4)) {
    self.width = width
    self.cap = cap
    self.join = join
  }
}

extension Path {
  /// Returns the area that a stroke along the path covers, as a path to be filled by the non-zero rule.
  ///
  /// All of its contours run clockwise as displayed, so that areas that are covered twice never cancel. Corners inside
  /// a curve are round, whatever the style's join. A miter beyond its limit becomes a bevel. Lines shorter than a
  /// millionth of a pixel are dropped, and a contour without any longer line draws nothing, not even caps. A point that
  /// is not finite breaks the contour as in `flatten`, with a cap on both sides. A width that is not positive and
  /// finite draws nothing.
  ///
  /// - Parameter tolerance: The largest distance in pixels between the result and the exact outline; greater than 0.
  public func stroked(_ style: StrokeStyle, tolerance: Double = Path.defaultTolerance) -> Path {
    guard style.width > 0, style.width.isFinite else { return Path() }
    var stroker = Stroker(style, tolerance: tolerance)
    flatten(tolerance: tolerance, into: &stroker)
    return stroker.outline
  }
}

/// The construction of a stroke's outline, line by line.
///
/// The left and the right edge grow in parallel. If the inner edges of a corner cross, both lines belong to the same
/// piece of the outline, which covers each place once. If the lines are too short for that, the piece ends, the outer
/// side of the corner becomes a piece of its own, and the next piece begins: the pieces overlap, but all of them run
/// clockwise, so that their windings add up and no hole appears.
struct Stroker: LineSink {
  /// A point of the contour and the line from it to the next point, or from the last point to the first.
  private struct Vertex {
    let point: Point
    let isSmooth: Bool
    var direction = Vector.zero
    var length = 0.0
  }

  private let cap: StrokeStyle.Cap
  private let join: StrokeStyle.Join
  private let arc: Arc
  private(set) var outline = Path()
  private var vertices: [Vertex] = []
  private var left: [Point] = []
  private var right: [Point] = []
  private var outer: [Point] = []

  init(_ style: StrokeStyle, tolerance: Double) {
    cap = style.cap
    join = style.join
    arc = Arc(radius: min(style.width / 2, 1e300), tolerance: tolerance)
  }

  mutating func begin(at start: Point) {
    vertices.removeAll(keepingCapacity: true)
    vertices.append(Vertex(point: start, isSmooth: false))
  }

  mutating func line(to end: Point, isSmooth: Bool) {
    if leadLastVertex(to: end) { vertices.append(Vertex(point: end, isSmooth: isSmooth)) }
  }

  mutating func end(isClosed: Bool) {
    if isClosed {
      while vertices.count > 1, !leadLastVertex(to: vertices[0].point) { vertices.removeLast() }
    }
    guard vertices.count > 1 else { return }
    if isClosed {
      start(after: corner(0))
      for index in vertices.indices.dropFirst() { turn(corner(index)) }
      turn(corner(0))
    } else {
      start(at: vertices[0].point, towards: vertices[0].direction)
      for index in vertices.indices.dropFirst().dropLast() { turn(corner(index)) }
      end(at: vertices[vertices.count - 1].point, towards: vertices[vertices.count - 2].direction)
    }
    finishPiece()
  }

  /// Sets the line that starts at the last vertex, and returns whether it is long enough to be drawn.
  private mutating func leadLastVertex(to end: Point) -> Bool {
    let last = vertices.count - 1
    let line = end - vertices[last].point
    let length = line.magnitude
    guard length > 1e-6 else { return false }
    vertices[last].length = length
    vertices[last].direction = line.normalized
    return true
  }

  private func corner(_ index: Int) -> Corner {
    let before = vertices[index == 0 ? vertices.count - 1 : index - 1]
    let vertex = vertices[index]
    return Corner(
      point: vertex.point, incoming: before.direction, outgoing: vertex.direction,
      reach: min(before.length, vertex.length), isSmooth: vertex.isSmooth)
  }

  private mutating func start(after corner: Corner) {
    if let inner = corner.innerPoint(radius: arc.radius) {
      traceOuterEdge(of: corner)
      let outer = outer[outer.count - 1]
      left.append(corner.turnsRight ? outer : inner)
      right.append(corner.turnsRight ? inner : outer)
    } else {
      appendEdges(corner.point, corner.outgoing)
    }
  }

  private mutating func turn(_ corner: Corner) {
    traceOuterEdge(of: corner)
    if let inner = corner.innerPoint(radius: arc.radius) {
      if corner.turnsRight {
        left.append(contentsOf: outer)
        right.append(inner)
      } else {
        left.append(inner)
        right.append(contentsOf: outer)
      }
    } else {
      appendEdges(corner.point, corner.incoming)
      finishPiece()
      appendWedge(corner)
      appendEdges(corner.point, corner.outgoing)
    }
  }

  private mutating func traceOuterEdge(of corner: Corner) {
    outer.removeAll(keepingCapacity: true)
    corner.appendOuterEdge(join, arc: arc, to: &outer)
  }

  /// Adds the outer side of a corner as a contour of its own.
  private mutating func appendWedge(_ corner: Corner) {
    // The outer edge of a mitred corner is only its tip: the wedge needs the ends of both lines too.
    let side = corner.turnsRight ? arc.radius : -arc.radius
    let start = corner.point + corner.incoming.leftNormal * side
    let end = corner.point + corner.outgoing.leftNormal * side
    outline.move(to: corner.point)
    outline.line(to: corner.turnsRight ? start : end)
    if !corner.turnsRight { outer.reverse() }
    for point in outer { outline.line(to: point) }
    outline.line(to: corner.turnsRight ? end : start)
    outline.close()
  }

  private mutating func appendEdges(_ point: Point, _ direction: Vector) {
    let offset = direction.leftNormal * arc.radius
    left.append(point + offset)
    right.append(point - offset)
  }

  private mutating func start(at point: Point, towards direction: Vector) {
    switch cap {
    case .butt: appendEdges(point, direction)
    case .square: appendEdges(point - direction * arc.radius, direction)
    case .round:
      let normal = direction.leftNormal
      right.append(point - normal * arc.radius)
      arc.append(to: &left, around: point, from: -normal, to: -direction)
      arc.append(to: &left, around: point, from: -direction, to: normal)
    }
  }

  private mutating func end(at point: Point, towards direction: Vector) {
    switch cap {
    case .butt: appendEdges(point, direction)
    case .square: appendEdges(point + direction * arc.radius, direction)
    case .round:
      appendEdges(point, direction)
      let normal = direction.leftNormal
      arc.append(to: &left, around: point, from: normal, to: direction)
      arc.append(to: &left, around: point, from: direction, to: -normal)
    }
  }

  private mutating func finishPiece() {
    if left.count > 1 || right.count > 1 {
      outline.move(to: left[0])
      for point in left.dropFirst() { outline.line(to: point) }
      for point in right.reversed() { outline.line(to: point) }
      outline.close()
    }
    left.removeAll(keepingCapacity: true)
    right.removeAll(keepingCapacity: true)
  }
}
