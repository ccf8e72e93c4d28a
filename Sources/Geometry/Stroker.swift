/// A pen that goes along polylines and gathers what it covers.
///
/// The left and the right edge grow side by side. Where the inner edges of a corner cross, the corner belongs to the
/// ribbon and each place is covered once. Where the lines are too short for that, the ribbon ends, the outer side of
/// the corner becomes a piece of its own, and the next ribbon starts: they overlap, but all run clockwise, so the
/// windings add up and no hole opens.
struct Stroker {
  private let cap: StrokeStyle.Cap
  private let join: StrokeStyle.Join
  private let arc: Arc
  private(set) var outline = Path()
  private var left: [Point] = []
  private var right: [Point] = []

  init(_ style: StrokeStyle, tolerance: Double) {
    cap = style.cap
    join = style.join
    arc = Arc(radius: min(style.width / 2, 1e300), tolerance: tolerance)
  }

  mutating func add(_ polyline: Polyline) {
    var points: [Point] = []
    var isSmooth: [Bool] = []
    for (point, smooth) in zip(polyline.points, polyline.isSmooth) {
      if let last = points.last, !isLine(last, point) { continue }
      points.append(point)
      isSmooth.append(smooth)
    }
    while polyline.isClosed, points.count > 1, !isLine(points[points.count - 1], points[0]) { points.removeLast() }
    guard points.count > 1 else { return }
    let ways = points.indices.map { points[($0 + 1) % points.count] - points[$0] }
    let directions = ways.map { $0.magnitude > 0 ? $0.normalized : .zero }
    let lengths = ways.map(\.magnitude)
    func corner(_ index: Int) -> Corner {
      let before = (index + points.count - 1) % points.count
      return Corner(
        point: points[index], incoming: directions[before], outgoing: directions[index],
        reach: min(lengths[before], lengths[index]), isSmooth: isSmooth[index])
    }

    if polyline.isClosed {
      start(after: corner(0))
      for index in 1..<points.count { turn(corner(index)) }
      turn(corner(0))
    } else {
      start(at: points[0], towards: directions[0])
      for index in 1..<(points.count - 1) { turn(corner(index)) }
      end(at: points[points.count - 1], towards: directions[points.count - 2])
    }
    finishPiece()
  }

  private func isLine(_ start: Point, _ end: Point) -> Bool { (end - start).magnitude > 1e-6 }

  private mutating func start(after corner: Corner) {
    if let inner = corner.innerPoint(radius: arc.radius),
      let outer = corner.outerPoints(join, arc: arc).last
    {
      left.append(corner.turnsRight ? outer : inner)
      right.append(corner.turnsRight ? inner : outer)
    } else {
      appendEdges(corner.point, corner.outgoing)
    }
  }

  private mutating func turn(_ corner: Corner) {
    let outer = corner.outerPoints(join, arc: arc)
    if let inner = corner.innerPoint(radius: arc.radius) {
      left.append(contentsOf: corner.turnsRight ? outer : [inner])
      right.append(contentsOf: corner.turnsRight ? [inner] : outer)
    } else {
      appendEdges(corner.point, corner.incoming)
      finishPiece()
      // A mitered corner is only its tip: the wedge needs the ends of both lines too.
      let side = corner.turnsRight ? arc.radius : -arc.radius
      let wedge =
        [corner.point + corner.incoming.leftNormal * side] + outer
        + [corner.point + corner.outgoing.leftNormal * side]
      appendContour([corner.point] + (corner.turnsRight ? wedge : wedge.reversed()))
      appendEdges(corner.point, corner.outgoing)
    }
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
    if left.count > 1 || right.count > 1 { appendContour(left + right.reversed()) }
    left.removeAll(keepingCapacity: true)
    right.removeAll(keepingCapacity: true)
  }

  private mutating func appendContour(_ points: [Point]) {
    outline.move(to: points[0])
    for point in points.dropFirst() { outline.line(to: point) }
    outline.close()
  }
}
