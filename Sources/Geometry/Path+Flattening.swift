extension Path {
  /// How far, in pixels, lines may lie from the curve they stand for, unless another tolerance is asked for.
  ///
  /// An edge that is off by t changes the coverage of a pixel by at most about t: a 64th is a quarter of one of the 16
  /// steps that the rasterizer tells apart.
  public static let defaultTolerance = 1.0 / 64

  /// The contours of the path as straight lines, each curve within `tolerance` of the lines that stand for it.
  ///
  /// The number of lines follows from the curve's second difference alone, and at most 1024 lines stand for one curve,
  /// however large. Contours of less than two points are left out. A line or curve that starts no contour of its own
  /// goes on from where the last `close` led to.
  ///
  /// Where a point is not finite the contour breaks: what came before ends there, open, and the next finite point
  /// starts another; `close` then closes nothing. Coordinates beyond ±10³⁰⁰ count as lying there.
  ///
  /// - Parameter tolerance: In the path's own unit, pixels; greater than 0.
  public func flattened(tolerance: Double = Path.defaultTolerance) -> [Polyline] {
    precondition(tolerance > 0, "A tolerance must be greater than 0.")
    var flattener = Flattener(tolerance: tolerance)
    for element in elements { flattener.add(element) }
    flattener.finish(isClosed: false)
    return flattener.polylines
  }
}

private struct Flattener {
  let tolerance: Double
  var polylines: [Polyline] = []
  private var points: [Point] = []
  private var isSmooth: [Bool] = []
  private var start: Point?
  private var isBroken = false

  init(tolerance: Double) { self.tolerance = tolerance }

  mutating func add(_ element: Path.Element) {
    switch element {
    case .move(let point):
      finish(isClosed: false)
      isBroken = !point.isFinite
      start = isBroken ? nil : point.bounded
      if let start { append(start) }
    case .line(let end):
      guard end.isFinite else { return breakContour() }
      resume()
      append(end.bounded)
    case .quadratic(let control, let end):
      guard let from = beginCurve(control.isFinite, end) else { return }
      addQuadratic(from, control.bounded, end.bounded)
    case .cubic(let control1, let control2, let end):
      guard let from = beginCurve(control1.isFinite && control2.isFinite, end) else { return }
      addCubic(from, control1.bounded, control2.bounded, end.bounded)
    case .close:
      finish(isClosed: !isBroken)
      isBroken = false
    }
  }

  mutating func finish(isClosed: Bool) {
    if points.count > 1 {
      polylines.append(Polyline(points: points, isClosed: isClosed, isSmooth: isSmooth))
    }
    points.removeAll(keepingCapacity: true)
    isSmooth.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ point: Point, isSmooth smooth: Bool = false) {
    if start == nil && !isBroken { start = point }
    points.append(point)
    isSmooth.append(smooth)
  }

  private mutating func resume() {
    if points.isEmpty, !isBroken, let start { append(start) }
  }

  private mutating func breakContour() {
    finish(isClosed: false)
    isBroken = true
  }

  /// Where the curve starts, or `nil` where there is none to draw.
  private mutating func beginCurve(_ isFinite: Bool, _ end: Point) -> Point? {
    if !isFinite || !end.isFinite { breakContour() }
    resume()
    if let from = points.last { return from }
    if end.isFinite { append(end.bounded) }
    return nil
  }

  // A curve B over n equal steps of its parameter is at most |B″| / (8n²) away from its chords.
  // A quadratic has B″ = 2(p₀ − 2p₁ + p₂), so n = √(|p₀ − 2p₁ + p₂| / 4t).
  private mutating func addQuadratic(_ start: Point, _ control: Point, _ end: Point) {
    let count = lineCount(bend: (start - control) + (end - control), share: 0.25)
    for index in 1..<count {
      let share = Double(index) / Double(count)
      let rest = 1 - share
      append(weighted(start, rest * rest, control, 2 * rest * share, end, share * share), isSmooth: true)
    }
    append(end)
  }

  // A cubic has B″ between 6(p₀ − 2p₁ + p₂) and 6(p₁ − 2p₂ + p₃), so n = √(3 · the longer / 4t).
  private mutating func addCubic(_ start: Point, _ control1: Point, _ control2: Point, _ end: Point) {
    let count = max(
      lineCount(bend: (start - control1) + (control2 - control1), share: 0.75),
      lineCount(bend: (control1 - control2) + (end - control2), share: 0.75))
    for index in 1..<count {
      let share = Double(index) / Double(count)
      let rest = 1 - share
      let inner = weighted(
        start, rest * rest * rest, control1, 3 * rest * rest * share, control2, 3 * rest * share * share)
      let last = share * share * share
      append(Point(x: inner.x + end.x * last, y: inner.y + end.y * last), isSmooth: true)
    }
    append(end)
  }

  private func lineCount(bend: Vector, share: Double) -> Int {
    let count = (bend.magnitude * share / tolerance).squareRoot()
    guard count < 1024 else { return 1024 }
    return Double(Int(count)) < count ? Int(count) + 1 : max(Int(count), 1)
  }

  private func weighted(
    _ a: Point, _ weightA: Double, _ b: Point, _ weightB: Double, _ c: Point, _ weightC: Double
  ) -> Point {
    Point(
      x: a.x * weightA + b.x * weightB + c.x * weightC,
      y: a.y * weightA + b.y * weightB + c.y * weightC)
  }
}

extension Point {
  fileprivate var isFinite: Bool { x.isFinite && y.isFinite }

  // Far enough from the greatest number that no difference or sum of a few coordinates overflows.
  fileprivate var bounded: Point { Point(x: min(max(x, -1e300), 1e300), y: min(max(y, -1e300), 1e300)) }
}

extension Vector {
  /// The length, also where its square would overflow or vanish.
  var magnitude: Double {
    let greater = max(abs(dx), abs(dy))
    guard greater > 0 else { return 0 }
    return greater * Vector(dx: dx / greater, dy: dy / greater).length
  }
}
