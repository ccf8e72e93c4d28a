/// A pen that goes along lines and gathers what it covers.
///
/// The left and the right edge grow side by side. Where the inner edges of a corner cross, the corner belongs to the
/// ribbon and each place is covered once. Where the lines are too short for that, the ribbon ends, the outer side of
/// the corner becomes a piece of its own, and the next ribbon starts: they overlap, but all run clockwise, so the
/// windings add up and no hole opens.
struct Stroker: LineSink {
  /// A point of the way, and the line that leads from it to the next, the last one's to the first.
  private struct Station {
    let point: Point
    let isSmooth: Bool
    var direction = Vector.zero
    var length = 0.0
  }

  private let cap: StrokeStyle.Cap
  private let join: StrokeStyle.Join
  private let arc: Arc
  private(set) var outline = Path()
  private var stations: [Station] = []
  private var left: [Point] = []
  private var right: [Point] = []
  private var outer: [Point] = []

  init(_ style: StrokeStyle, tolerance: Double) {
    cap = style.cap
    join = style.join
    arc = Arc(radius: min(style.width / 2, 1e300), tolerance: tolerance)
  }

  mutating func begin(at start: Point) {
    stations.removeAll(keepingCapacity: true)
    stations.append(Station(point: start, isSmooth: false))
  }

  mutating func line(to end: Point, isSmooth: Bool) {
    if leadLastStation(to: end) { stations.append(Station(point: end, isSmooth: isSmooth)) }
  }

  mutating func end(isClosed: Bool) {
    if isClosed {
      while stations.count > 1, !leadLastStation(to: stations[0].point) { stations.removeLast() }
    }
    guard stations.count > 1 else { return }
    if isClosed {
      start(after: corner(0))
      for index in stations.indices.dropFirst() { turn(corner(index)) }
      turn(corner(0))
    } else {
      start(at: stations[0].point, towards: stations[0].direction)
      for index in stations.indices.dropFirst().dropLast() { turn(corner(index)) }
      end(at: stations[stations.count - 1].point, towards: stations[stations.count - 2].direction)
    }
    finishPiece()
  }

  /// Sets the line that starts in the last station, and tells whether it is long enough to be one.
  private mutating func leadLastStation(to end: Point) -> Bool {
    let last = stations.count - 1
    let way = end - stations[last].point
    let length = way.magnitude
    guard length > 1e-6 else { return false }
    stations[last].length = length
    stations[last].direction = way.normalized
    return true
  }

  private func corner(_ index: Int) -> Corner {
    let before = stations[index == 0 ? stations.count - 1 : index - 1]
    let station = stations[index]
    return Corner(
      point: station.point, incoming: before.direction, outgoing: station.direction,
      reach: min(before.length, station.length), isSmooth: station.isSmooth)
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

  /// The outer side of a corner as a contour of its own.
  private mutating func appendWedge(_ corner: Corner) {
    // A mitered corner is only its tip: the wedge needs the ends of both lines too.
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
