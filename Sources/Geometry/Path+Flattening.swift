extension Path {
  /// The default for the largest distance, in pixels, between a curve and the lines that replace it.
  ///
  /// An edge that is off by t changes the coverage of a pixel by at most about t: a 64th is a quarter of one of the 16
  /// steps that the rasterizer distinguishes.
  public static let defaultTolerance = 1.0 / 64

  /// Passes the contours of the path to a sink as straight lines, with each curve replaced by lines within `tolerance`
  /// of it.
  ///
  /// The number of lines follows from the curve's second difference alone and is at most 1024 for one curve, however
  /// large. Contours of less than two points are left out. A line or curve after `close` that is not preceded by `move`
  /// continues from the first point of the closed contour.
  ///
  /// A point that is not finite breaks the contour: the lines before it end there, open, and the next finite point
  /// begins another contour, which `close` does not close. Coordinates beyond ±10³⁰⁰ are moved to that limit.
  ///
  /// - Parameter tolerance: The largest distance in pixels, the unit of the path; greater than 0.
  @inlinable
  public func flatten(tolerance: Double = Path.defaultTolerance, into sink: inout some LineSink & ~Copyable) {
    precondition(tolerance > 0, "A tolerance must be greater than 0.")
    var flattener = Flattener(tolerance: tolerance)
    forEachElement { flattener.add($0, to: &sink) }
    flattener.finish(isClosed: false, &sink)
  }

  /// Returns the contours that `flatten` passes to a sink.
  public func flattened(tolerance: Double = Path.defaultTolerance) -> [Polyline] {
    var polylines = PolylineSink()
    flatten(tolerance: tolerance, into: &polylines)
    return polylines.polylines
  }
}

/// A receiver of the straight lines of flattened paths, contour by contour.
///
/// ```
/// begin(at: a)   line(to: b, …)   line(to: c, …)   end(isClosed: true)     // a triangle, whose third line is implied
/// ```
public protocol LineSink: ~Copyable {
  /// Begins a contour; at least one line follows.
  mutating func begin(at start: Point)

  /// Adds a line from the last point.
  ///
  /// - Parameter isSmooth: Whether the line ends inside a curve, where the direction changes only because lines replace
  ///   the curve.
  mutating func line(to end: Point, isSmooth: Bool)

  /// Ends the contour.
  ///
  /// - Parameter isClosed: Whether its last point is joined to its first, which is not repeated.
  mutating func end(isClosed: Bool)
}

/// A contour of straight lines.
public struct Polyline: Sendable, Hashable {
  /// The points, at least two, all of them finite.
  public let points: [Point]
  /// Whether the last point is joined to the first, which is not repeated.
  public let isClosed: Bool
}

private struct PolylineSink: LineSink {
  var polylines: [Polyline] = []
  private var points: [Point] = []

  mutating func begin(at start: Point) { points = [start] }

  mutating func line(to end: Point, isSmooth: Bool) { points.append(end) }

  mutating func end(isClosed: Bool) { polylines.append(Polyline(points: points, isClosed: isClosed)) }
}

/// The state of flattening a path into a sink; it is inlined together with the sink, which takes one line at a time.
@usableFromInline
struct Flattener {
  @usableFromInline let tolerance: Double
  /// The start of the next line: the end of the last one, or the first point; nil if the next point begins a contour.
  @usableFromInline var current: Point?
  /// The first point of the contour, to which `close` leads.
  @usableFromInline var start: Point?
  @usableFromInline var isDrawing = false
  @usableFromInline var isBroken = false

  @inlinable
  init(tolerance: Double) { self.tolerance = tolerance }

  @inlinable @inline(__always)
  mutating func add(_ element: Path.Element, to sink: inout some LineSink & ~Copyable) {
    switch element {
    case .move(let point):
      finish(isClosed: false, &sink)
      start = point.bounded
      current = start
      isBroken = start == nil
    case .line(let end):
      guard let end = end.bounded else { return breakContour(&sink) }
      if beginLine(before: end, &sink) != nil { addLine(to: end, &sink) }
    case .quadratic(let control, let end):
      let control = control.bounded
      let end = end.bounded
      if control == nil || end == nil { breakContour(&sink) }
      guard let end, let from = beginLine(before: end, &sink), let control else { return }
      addQuadratic(from, control, end, &sink)
    case .cubic(let control1, let control2, let end):
      let control1 = control1.bounded
      let control2 = control2.bounded
      let end = end.bounded
      if control1 == nil || control2 == nil || end == nil { breakContour(&sink) }
      guard let end, let from = beginLine(before: end, &sink), let control1, let control2 else { return }
      addCubic(from, control1, control2, end, &sink)
    case .close:
      finish(isClosed: !isBroken, &sink)
      isBroken = false
      current = start
    }
  }

  @inlinable
  mutating func finish(isClosed: Bool, _ sink: inout some LineSink & ~Copyable) {
    if isDrawing { sink.end(isClosed: isClosed) }
    isDrawing = false
  }

  @inlinable
  mutating func breakContour(_ sink: inout some LineSink & ~Copyable) {
    finish(isClosed: false, &sink)
    isBroken = true
    current = nil
  }

  /// Returns the start of a line or curve, or nil if there is nothing to draw because a contour begins at its end.
  @inlinable
  mutating func beginLine(before end: Point, _ sink: inout some LineSink & ~Copyable) -> Point? {
    guard let current else {
      if start == nil && !isBroken { start = end }
      current = end
      return nil
    }
    if !isDrawing {
      sink.begin(at: current)
      isDrawing = true
    }
    return current
  }

  @inlinable
  mutating func addLine(to end: Point, _ sink: inout some LineSink & ~Copyable) {
    sink.line(to: end, isSmooth: false)
    current = end
  }

  // A curve B over n equal steps of its parameter is at most |B″| / (8n²) away from its chords.
  // A quadratic is p₀ + t (2(p₁ − p₀) + t (p₀ − 2p₁ + p₂)), so B″ = 2(p₀ − 2p₁ + p₂) and n = √(|p₀ − 2p₁ + p₂| / 4t).
  @inlinable
  mutating func addQuadratic(
    _ start: Point, _ control: Point, _ end: Point, _ sink: inout some LineSink & ~Copyable
  ) {
    let bend = (start - control) + (end - control)
    let slope = (control - start) * 2
    let count = Self.lineCount(bend: bend, share: 0.25, tolerance: tolerance)
    let step = 1 / Double(count)
    for index in 1..<count {
      let place = Double(index) * step
      sink.line(to: start + (slope + bend * place) * place, isSmooth: true)
    }
    addLine(to: end, &sink)
  }

  // A cubic has B″ between 6(p₀ − 2p₁ + p₂) and 6(p₁ − 2p₂ + p₃), so n = √(3 · the longer / 4t).
  @inlinable
  mutating func addCubic(
    _ start: Point, _ control1: Point, _ control2: Point, _ end: Point, _ sink: inout some LineSink & ~Copyable
  ) {
    let count = max(
      Self.lineCount(bend: (start - control1) + (control2 - control1), share: 0.75, tolerance: tolerance),
      Self.lineCount(bend: (control1 - control2) + (end - control2), share: 0.75, tolerance: tolerance))
    for index in 1..<count {
      let share = Double(index) / Double(count)
      let rest = 1 - share
      let inner = weighted(
        start, rest * rest * rest, control1, 3 * rest * rest * share, control2, 3 * rest * share * share)
      let last = share * share * share
      sink.line(to: Point(x: inner.x + end.x * last, y: inner.y + end.y * last), isSmooth: true)
    }
    addLine(to: end, &sink)
  }

  /// Returns the least n, up to 1024, for which n² is at least the bend's length times `share` divided by the
  /// tolerance.
  @inlinable @inline(__always)
  static func lineCount(bend: Vector, share: Double, tolerance: Double) -> Int {
    let factor = share / tolerance
    // This is n⁴, with which the roots are avoided if n is small, as it nearly always is.
    let fourth = (bend.dx * bend.dx + bend.dy * bend.dy) * (factor * factor)
    if fourth <= 1296 {
      return 1 + (fourth > 1 ? 1 : 0) + (fourth > 16 ? 1 : 0) + (fourth > 81 ? 1 : 0) + (fourth > 256 ? 1 : 0)
        + (fourth > 625 ? 1 : 0)
    }
    let count = fourth.squareRoot().squareRoot()
    guard count < 1024 else { return 1024 }
    let whole = Int(count)
    return Double(whole) < count ? whole + 1 : whole
  }

  @inlinable
  func weighted(
    _ a: Point, _ weightA: Double, _ b: Point, _ weightB: Double, _ c: Point, _ weightC: Double
  ) -> Point {
    Point(
      x: a.x * weightA + b.x * weightB + c.x * weightC,
      y: a.y * weightA + b.y * weightB + c.y * weightC)
  }
}

extension Point {
  /// The point with coordinates limited so that no sum or difference of a few of them overflows; nil if it is not
  /// finite.
  @inlinable
  var bounded: Point? {
    let limit = 1e300
    // This is false for NaN.
    if x.magnitude <= limit && y.magnitude <= limit { return self }
    guard x.isFinite && y.isFinite else { return nil }
    return Point(x: min(max(x, -limit), limit), y: min(max(y, -limit), limit))
  }
}
