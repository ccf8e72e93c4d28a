import Activations

/// The course of a function over a range: where it rises and falls, and between which values.
///
/// ```swift
/// let shape = CurveShape(of: mish, over: -5...5)
/// shape.runs.map(\.direction)     // [.falling, .rising]
/// shape.runs[0].end.x             // -1.1924312145154955
/// shape.runs[0].end.y             // -0.30884341301725043
/// ```
struct CurveShape {
  /// The arguments for which the curve is studied.
  let range: ClosedRange<Double>
  /// The parts of the curve in their order, at least one.
  private(set) var runs: [CurveRun] = []
  /// Whether all places are known at which the function breaks.
  let knowsBreaks: Bool
  /// Whether the curve goes up and down more often than its points can show.
  private(set) var isRestless = false
  /// The parts between breakpoints over which the function is finite.
  private(set) var stretches: [CurveStretch] = []
  /// The finite values that the function takes at breakpoints, which may lie off the curve.
  private var takenValues: [CurvePoint] = []

  /// The greatest number of places that divide the range. A function with more of them is not studied in full.
  private static let mostPlaces = 64
  /// The number of the first points over the whole range, and the greatest number of points between two breakpoints.
  private static let (firstPoints, mostPoints) = (64, 1_000)

  init(of function: ActivationFunction, over range: ClosedRange<Double>) {
    self.range = range
    let inner = function.function
    let (lower, upper) = (range.lowerBound, range.upperBound)
    let breakpoints = inner.breakpoints.filter { range.contains($0.position) }
    let places = Set(inner.formulaChanges.map { $0 + 0 }).filter { lower < $0 && $0 < upper }.sorted()
    knowsBreaks = inner.declaresBreakpoints && places.count <= Self.mostPlaces
    let ends = knowsBreaks ? [lower] + places + [upper] : [lower, upper]
    for (start, end) in zip(ends, ends.dropFirst()) where start < end {
      let share = (end / 2 - start / 2) / (upper / 2 - lower / 2)
      let count = max(Int(Double(Self.firstPoints) * share / 8), 1) * 8
      let sampling = CurveSampling(of: inner, from: start, to: end, count: count, limit: Self.mostPoints)
      if sampling.isExhausted { isRestless = true }
      let size = sampling.points.lazy.map(\.y.magnitude).filter(\.isFinite).max() ?? 0
      func edge(_ place: Double, isStart: Bool) -> CurvePoint? {
        let kind = breakpoints.first { $0.position == place }?.kind
        return CurvePoint(
          edgeOf: function, at: place, kind: kind, isStart: isStart, reach: (end / 2 - start / 2) * 2, size: size)
      }
      add(
        sampling.points, from: start, to: end, edges: (edge(start, isStart: true), edge(end, isStart: false)),
        of: inner.point(at:))
    }
    if runs.isEmpty {
      runs = [CurveRun(.undefined, from: inner.point(at: lower), to: inner.point(at: upper))]
    }
    takenValues = breakpoints.filter { $0.position < upper }.map { inner.point(at: $0.position) }.filter(\.y.isFinite)
  }

  /// Whether all places are known at which the function turns or breaks.
  var isComplete: Bool { knowsBreaks && !isRestless }

  /// Adds the points between two neighbouring places.
  private mutating func add(
    _ points: [CurvePoint], from start: Double, to end: Double, edges: (start: CurvePoint?, end: CurvePoint?),
    of function: (Double) -> CurvePoint
  ) {
    var parts: [[CurvePoint]] = [[]]
    for point in points {
      if point.y.isFinite {
        parts[parts.count - 1].append(point)
      } else if parts.last?.isEmpty == false {
        parts.append([])
      }
    }
    if parts.last?.isEmpty == true { parts.removeLast() }
    // A single place without a value between two finite ones, as of sin(x) / x at 0, does not part the curve.
    parts = parts.reduce(into: []) { parts, next in
      if let last = parts.last?.last, next[0].x - last.x <= 0x1p-30 * (end / 2 - start / 2) {
        parts[parts.count - 1] += next
      } else {
        parts.append(next)
      }
    }
    var place = start
    for (index, part) in parts.enumerated() {
      var part = part
      if index == 0, points[0].y.isFinite, let edge = edges.start { part.insert(edge, at: 0) }
      if index == parts.count - 1, points[points.count - 1].y.isFinite, let edge = edges.end { part.append(edge) }
      guard part.count > 1 else { continue }
      addUndefined(from: place, to: part[0].x)
      let stretch = CurveStretch(part, of: function)
      stretches.append(stretch)
      for run in stretch.runs { runs.join(run) }
      place = part[part.count - 1].x
    }
    addUndefined(from: place, to: end)
  }

  private mutating func addUndefined(from start: Double, to end: Double) {
    // The first and the last point lie inside of the ends.
    guard start < end, end / 2 - start / 2 > 0x1p-30 * (range.upperBound / 2 - range.lowerBound / 2) else { return }
    func point(_ x: Double) -> CurvePoint { CurvePoint(x: x, y: .nan, slope: .nan) }
    runs.join(CurveRun(.undefined, from: point(start), to: point(end)))
  }

  // MARK: - Extremes

  /// The least and the greatest value, or limit, and where it is; nil if the function is not bounded or not finite anywhere.
  var extremes: (least: CurvePoint, greatest: CurvePoint)? {
    let ends = runs.filter { $0.direction != .undefined }.flatMap { [$0.start, $0.end] } + takenValues
    guard let least = ends.min(by: { $0.y < $1.y }), let greatest = ends.max(by: { $0.y < $1.y }),
      least.y.isFinite, greatest.y.isFinite
    else { return nil }
    return (least, greatest)
  }

  /// Whether the function never goes in a direction: neither along the curve nor by a jump.
  func never(_ direction: CurveRun.Direction) -> Bool {
    func isInOrder(_ first: Double, _ last: Double) -> Bool { direction == .falling ? first <= last : first >= last }
    return isComplete && runs.contains { $0.direction != .undefined } && !runs.contains { $0.direction == direction }
      && zip(runs, runs.dropFirst()).allSatisfy { run, next in
        guard run.direction != .undefined, next.direction != .undefined else { return false }
        let values = [run.end.y] + takenValues.filter { $0.x == run.end.x }.map(\.y) + [next.start.y]
        return zip(values, values.dropFirst()).allSatisfy(isInOrder)
      }
  }

  /// The numbers of the places at which the curve turns, jumps, and has poles, and of the gaps in which it has no value.
  var counts: (turns: Int, jumps: Int, poles: Int, gaps: Int) {
    var counts = (turns: 0, jumps: 0, poles: 0, gaps: runs.count { $0.direction == .undefined })
    for (run, next) in zip(runs, runs.dropFirst()) where run.direction != .undefined && next.direction != .undefined {
      if run.isContinued(by: next) {
        if run.direction != .constant, next.direction != .constant { counts.turns += 1 }
      } else if run.end.y.isFinite, next.start.y.isFinite {
        counts.jumps += 1
      } else {
        counts.poles += 1
      }
    }
    return counts
  }
}

extension CurvePoint {
  /// The limit of a function at one end of an interval in which it is smooth; nil if it has none.
  ///
  /// - Parameters:
  ///   - kind: The kind of the breakpoint at the place; nil if there is none.
  ///   - isStart: Whether the interval is on the right.
  ///   - reach: The length of the interval.
  ///   - size: The greatest magnitude of values in the interval.
  fileprivate init?(
    edgeOf function: ActivationFunction, at place: Double, kind: Breakpoint.Kind?, isStart: Bool, reach: Double,
    size: Double
  ) {
    let own = function.function.point(at: place)
    if kind == nil, own.y.isFinite {
      self = own
    } else if kind == .kink, own.y.isFinite {
      let distance = (isStart ? 1 : -1) * min(reach, 1) * 0x1p-20
      let near = function.derivative(at: place + distance)
      self.init(x: place, y: own.y, slope: 2 * near - function.derivative(at: place + 2 * distance))
    } else {
      let limits = function.limits(at: place)
      let value = isStart ? limits.value.after : limits.value.before
      guard !value.isNaN else { return nil }
      // A limit is extrapolated, and the function's own value is more exact.
      let isOwn = own.y.isFinite && (own.y - value).magnitude <= 1e-9 * own.y.magnitude + 1e-12 * size
      let y = isOwn ? own.y : value.magnitude <= 1e-12 * size ? 0 : value
      self.init(x: place, y: y, slope: isStart ? limits.derivative.after : limits.derivative.before)
    }
  }
}
