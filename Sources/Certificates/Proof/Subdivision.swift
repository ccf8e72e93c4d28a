/// The division of the line into stretches over which the course of a function is proved.
struct Subdivision {
  var evaluator: Evaluator
  /// The stretches from left to right.
  private(set) var stretches: [Stretch] = []
  /// The number of operations after which the search ends: a few milliseconds.
  private let budget: Int

  /// The number of stretches at which the search ends.
  private static let stretchLimit = 512

  /// - Parameters:
  ///   - end: The distance from zero within which the line is divided.
  ///   - places: Places at which the formula may change.
  init(_ evaluator: Evaluator, from start: Double, to end: Double, at places: [Double], budget: Int) {
    self.evaluator = evaluator
    self.budget = budget
    var cuts: Set<Double> = []
    for place in places where start < place && place < end {
      // At other places, such as a minimum that is rounded, a cut would be in the way.
      let jet = self.evaluator.jet(over: RealInterval(place.nextDown.nextDown, place.nextUp.nextUp))
      let isSmooth = [jet.value, jet.slope, jet.bend].allSatisfy { $0.isDefined && $0.isContinuous }
      if !isSmooth { cuts.insert(place + 0) }
    }
    cuts.insert(start)
    cuts.insert(end)
    if start < 0, end > 0 { cuts.insert(0) }
    let sorted = cuts.sorted()
    for (lower, upper) in zip(sorted, sorted.dropFirst()) { divide(lower, upper) }
  }

  private mutating func divide(_ start: Double, _ end: Double) {
    var waiting = [(start, end)]
    var attempts = [start: 2, end: 2]
    while let (lower, upper) = waiting.popLast() {
      let interior = RealInterval(above: lower, below: upper)
      let jet = evaluator.jet(over: interior)
      var stretch = Stretch(lower: lower, upper: upper, value: jet.value, slope: jet.slope)
      stretch.judge(jet.bend)
      if stretch.trend != nil || jet.value.values.isEmpty {
        stretches.append(stretch)
        continue
      }
      if stretch.hasMonotoneSlope, let parts = turning(stretch, jet.bend) {
        stretches += parts
        continue
      }
      for (place, side) in [(start, 1.0), (end, -1.0)] where attempts[place] ?? 0 > 0 && stretch.isRegular {
        // Near a multiple zero of the derivative intervals do not tell its sign.
        guard place == (side > 0 ? lower : upper), upper - lower <= (attempts[place] == 2 ? 0x1p-8 : 0x1p-24) else {
          continue
        }
        attempts[place, default: 0] -= 1
        stretch.judge(slopeSign(beside: place, side, within: upper - lower))
      }
      if stretch.trend != nil {
        stretches.append(stretch)
        continue
      }
      let isAffordable = evaluator.effort < budget && stretches.count + waiting.count < Self.stretchLimit
      if isAffordable, let middle = Self.middle(lower, upper) {
        waiting.append((middle, upper))
        waiting.append((lower, middle))
      } else {
        stretches.append(stretch)
      }
    }
  }

  /// The parts of a stretch over which the derivative is monotonic: before, around and after its zero. nil if they could
  /// not be told.
  private mutating func turning(_ stretch: Stretch, _ bend: Enclosure) -> [Stretch]? {
    let rises = bend.values.isNotNegative
    var (left, right) = (stretch.lower, stretch.upper)
    func step(_ from: Double, _ sign: Double) -> Double { from + sign * max(from.ulp, .leastNormalMagnitude) * 4 }
    /// The sign of the derivative at a place: whether the zero of a rising derivative lies to the left.
    func side(_ values: RealInterval) -> Int {
      let sign = values.isNotNegative ? 1 : values.isNotPositive ? -1 : 0
      return rises ? sign : -sign
    }
    let first = slope(from: left, to: min(step(left, 1), right), atEnd: left)
    let last = slope(from: max(step(right, -1), left), to: right, atEnd: right)
    var whole = stretch
    whole.isStrict = bend.values.isPositive || bend.values.isNegative
    // Where the derivative does not change its sign, the zero of a rising derivative is at an end or beyond.
    if rises ? first.isNotNegative : last.isNotNegative {
      whole.trend = .increasing
      return [whole]
    }
    if rises ? last.isNotPositive : first.isNotPositive {
      whole.trend = .decreasing
      return [whole]
    }
    guard side(first) < 0, side(last) > 0 else { return nil }
    for _ in 0..<1_100 {
      guard let middle = Self.middle(left, right, least: 0) else { break }
      let values = evaluator.slope(over: RealInterval(middle)).values
      if values == .zero {
        (left, right) = (middle, middle)
        break
      }
      let found = side(values)
      if found == 0 {
        // The sign of rounded numbers is lost near the zero.
        guard let near = Self.middle(left, middle, least: 0), let far = Self.middle(middle, right, least: 0) else {
          break
        }
        let (before, after) = (
          side(evaluator.slope(over: RealInterval(near)).values), side(evaluator.slope(over: RealInterval(far)).values)
        )
        if before < 0 { left = near } else if before > 0 { right = near }
        if after > 0 { right = min(right, far) } else if after < 0 { left = max(left, far) }
        if before == 0, after == 0 { break }
      } else if found < 0 {
        left = middle
      } else {
        right = middle
      }
      if right - left <= 2 * max(left.ulp, right.ulp) { break }
    }
    guard stretch.lower < left, left <= right, right < stretch.upper else { return nil }
    var (before, zone, after) = (whole, whole, whole)
    (before.upper, zone.lower, zone.upper, after.lower) = (left, left, right, right)
    (before.trend, after.trend) = rises ? (.decreasing, .increasing) : (.increasing, .decreasing)
    before.isStrict = bend.values.isPositive || bend.values.isNegative
    after.isStrict = before.isStrict
    if left == right { return [before, after] }
    let jet = evaluator.jet(over: RealInterval(left, right))
    (zone.value, zone.slope, zone.isTurn) = (jet.value, jet.slope, true)
    return [before, zone, after]
  }

  /// The values of the derivative beside a place, divided by what it is in proportion to; nil if they are not known.
  private func slopeSign(beside place: Double, _ side: Double, within distance: Double) -> RealInterval? {
    let limit = evaluator.graph.constants.joinedTerms + 400
    let start = 1 / distance * (1 - 0x1p-50)
    var evaluation = TailEvaluation(of: evaluator.graph, side: side, nearing: place, from: start, limit: limit)
    let context = evaluation.context
    return evaluation.expansion(of: evaluator.slope)?.leadingValues(in: context)
  }

  /// The derivative near one end of a stretch: its value at the end where it is continuous up to there.
  private mutating func slope(from lower: Double, to upper: Double, atEnd end: Double) -> RealInterval {
    let closed = evaluator.slope(over: RealInterval(lower, upper))
    if closed.isDefined, closed.isContinuous {
      let point = evaluator.slope(over: RealInterval(end))
      if point.isDefined { return point.values }
    }
    return evaluator.slope(over: RealInterval(above: lower, below: upper)).values
  }

  /// A place that divides an interval, nearer to the end that is nearer to zero; nil if the interval is too short.
  static func middle(_ lower: Double, _ upper: Double, least: Double = 0x1p-42) -> Double? {
    let magnitude = max(lower.magnitude, upper.magnitude)
    guard magnitude >= 0x1p-100, upper - lower > least * magnitude else { return nil }
    var middle = lower + (upper - lower) / 2
    if lower < 0, upper > 0 { middle = 0 }
    let (near, far) = (min(lower.magnitude, upper.magnitude), magnitude)
    if lower >= 0 || upper <= 0, near * 16 < far {
      let size = near > 0 ? (near.squareRoot() * far.squareRoot()) : far / 16
      middle = lower >= 0 ? size : -size
    }
    return lower < middle && middle < upper ? middle : nil
  }
}

extension Stretch {
  /// Finds the course from the sign of the derivative.
  mutating func judge(_ bend: Enclosure) {
    hasMonotoneSlope =
      slope.isDefined && slope.isContinuous && bend.isDefined
      && (bend.values.isNotNegative || bend.values.isNotPositive)
    guard isRegular, slope.isDefined else {
      hasMonotoneSlope = false
      return
    }
    judge(slope.values)
  }

  /// Finds the course from values of the sign of the derivative.
  mutating func judge(_ values: RealInterval?) {
    guard let values, !values.isEmpty else { return }
    if values == .zero {
      trend = .constant
    } else if values.isNotNegative {
      (trend, isStrict) = (.increasing, values.isPositive)
    } else if values.isNotPositive {
      (trend, isStrict) = (.decreasing, values.isNegative)
    }
  }
}
