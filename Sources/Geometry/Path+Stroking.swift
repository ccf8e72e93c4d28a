extension Path {
  /// The area that a pen of that style covers when it goes along the path, to be filled by the non-zero rule.
  ///
  /// Every piece, be it a line, a join or a cap, is a contour of its own and goes round in the same sense, so that where
  /// pieces overlap they add up and never cut holes. Round joins and caps stay within `tolerance` of the circle. A contour
  /// of a single point draws nothing.
  public func stroked(_ style: StrokeStyle, tolerance: Double = 0.05) -> Path {
    var stroker = Stroker(style: style, tolerance: tolerance)
    for polyline in flattened(tolerance: tolerance) { stroker.stroke(polyline) }
    return stroker.outline
  }
}

private struct Stroker {
  let style: StrokeStyle
  let tolerance: Double
  private(set) var outline = Path()

  init(style: StrokeStyle, tolerance: Double) {
    precondition(style.width > 0, "A pen has a width")
    self.style = style
    self.tolerance = tolerance
  }

  private var radius: Double { style.width / 2 }

  mutating func stroke(_ line: Polyline) {
    let points = line.points
    let ends = line.isClosed ? points.dropFirst() + points.prefix(1) : points.dropFirst()
    let ways = zip(points, ends).map { start, end in
      let way = end - start
      return way * (1 / way.length)
    }
    for (index, (start, end)) in zip(points, ends).enumerated() {
      let side = ways[index].turned * radius
      add([start + side, start - side, end - side, end + side])
    }
    for (corner, (before, after)) in zip(ends, zip(ways, ways.dropFirst())) {
      join(at: corner, from: before, to: after)
    }
    guard let first = points.first, let last = points.last, let start = ways.first, let end = ways.last else { return }
    if line.isClosed {
      join(at: first, from: end, to: start)
    } else {
      cap(at: first, facing: -start)
      cap(at: last, facing: end)
    }
  }

  /// Fills the wedge that two lines leave open on the outer side of a corner; the ways are of length 1.
  private mutating func join(at corner: Point, from before: Vector, to after: Vector) {
    let turn = before.cross(after)
    let cosine = before.dot(after)
    if turn == 0, cosine > 0 { return }
    // Of the two sides the outer one: to the left of the way where it turns right.
    let sign = turn < 0 ? radius : -radius
    let from = before.turned * sign
    let to = after.turned * sign
    switch style.join {
    case .bevel:
      add([corner, corner + from, corner + to])
    case .miter(let limit):
      // The tip lies at 1 / cos(φ/2) half widths, φ the angle turned by; cos²(φ/2) = (1 + cos φ) / 2.
      let halfCosineSquared = (1 + cosine) / 2
      guard halfCosineSquared * limit * limit >= 1 else { return add([corner, corner + from, corner + to]) }
      let tip = (from + to) * (1 / (2 * halfCosineSquared))
      add([corner, corner + from, corner + tip, corner + to])
    case .round:
      add([corner] + arc(around: corner, from: from, to: to, steps: steps(overCosine: cosine)))
    }
  }

  private mutating func cap(at end: Point, facing way: Vector) {
    let side = way.turned * radius
    switch style.cap {
    case .butt: break
    case .square:
      let reach = way * radius
      add([end + side, end - side, end - side + reach, end + side + reach])
    case .round:
      let reach = way * radius
      add(
        arc(around: end, from: side, to: reach, steps: steps(overCosine: 0))
          + arc(around: end, from: reach, to: -side, steps: steps(overCosine: 0)).dropFirst())
    }
  }

  /// How often an arc is to be halved so that its chords stay within the tolerance.
  ///
  /// A chord over the angle φ stands off by r (1 − cos(φ/2)); halving is cos(φ/2) = √((1 + cos φ) / 2).
  private func steps(overCosine cosine: Double) -> Int {
    var halvings = 0
    var halfCosine = ((1 + max(-1, cosine)) / 2).squareRoot()
    while radius * (1 - halfCosine) > tolerance, halvings < 12 {
      halfCosine = ((1 + halfCosine) / 2).squareRoot()
      halvings += 1
    }
    return halvings
  }

  /// Points on the circle from one radius to another, the shorter way round, both ends included.
  private func arc(around center: Point, from: Vector, to: Vector, steps halvings: Int) -> [Point] {
    var spokes = [from, to]
    for _ in 0..<halvings {
      spokes =
        spokes.indices.dropLast().flatMap { index -> [Vector] in
          let sum = spokes[index] + spokes[index + 1]
          // Opposite spokes have no middle; either side will do.
          let middle = sum.length > 1e-9 * radius ? sum * (radius / sum.length) : spokes[index].turned
          return [spokes[index], middle]
        } + [to]
    }
    return spokes.map { center + $0 }
  }

  /// A piece, brought to go clockwise on the paper.
  private mutating func add(_ corners: [Point]) {
    var doubleArea = 0.0
    let origin = corners[0]
    for (a, b) in zip(corners.dropFirst(), corners.dropFirst(2)) { doubleArea += (a - origin).cross(b - origin) }
    let ordered = doubleArea < 0 ? corners.reversed() : corners
    outline.move(to: ordered[0])
    for corner in ordered.dropFirst() { outline.line(to: corner) }
    outline.close()
  }
}

extension Vector {
  /// By a quarter, clockwise on the paper.
  fileprivate var turned: Vector { Vector(dx: -dy, dy: dx) }
}
