/// What is proved of a function beyond some distance from zero on one side.
struct Tail {
  /// −1 for the left side, 1 for the right side.
  let side: Double
  /// The distance from zero from which on everything here holds.
  let start: Double
  /// The course of the function; nil if it is not known.
  var trend: Trend?
  var isStrict = false
  /// Whether the function is defined and continuous.
  var isRegular = false
  /// The limit of the function, an infinite number or an enclosure.
  var limit: RealInterval?
  /// An enclosure of all values.
  var values = RealInterval.whole
  /// An enclosure of all values of the derivative.
  var slopes = RealInterval.whole
  /// The limit of the derivative, if the derivative is monotonic.
  var slopeLimit: RealInterval?
  /// Whether the derivative is strictly monotonic.
  var hasStrictSlope = false
  var asymptote = CertifiedAsymptote.notKnown

  /// How much is known: the sign of the derivative, then that of the second derivative.
  private var completeness: Int { (isRegular ? 1 : 0) + (trend != nil ? 2 : 0) + (slopeLimit != nil ? 1 : 0) }

  /// The number of terms that may be joined for one side, which take about 5 ms.
  private static let effort = 2_500
  private static let starts = [4.0, 6, 8, 12, 16, 24, 64, 512, 0x1p15, 0x1p30]

  /// Finds out as much as possible, from the least distance at which the signs of both derivatives are proved.
  ///
  /// - Parameter least: The distance up to which the formula changes.
  static func find(_ evaluator: inout Evaluator, side: Double, beyond least: Double) -> Tail {
    var best: Tail?
    let limit = evaluator.graph.constants.joinedTerms + effort
    for start in starts where start > least {
      let tail = Tail(&evaluator, side: side, start: start, limit)
      if tail.completeness > best?.completeness ?? -1 { best = tail }
      if tail.completeness == 4 { break }
    }
    // Where the derivative underflows, or its terms cancel, its sign is lost between the features of the function and the
    // tail.
    while let known = best, known.completeness == 4, known.trend != .constant, known.start > 0x1p-30 {
      let slope = evaluator.slope(over: RealInterval(side * known.start)).values
      let nearest = known.start / (slope.magnitude < 0x1p-900 ? 4 : 2)
      guard slope.contains(0), nearest > least else { break }
      let nearer = Tail(&evaluator, side: side, start: nearest, limit)
      guard nearer.completeness == 4 else { break }
      best = nearer
    }
    return best ?? Tail(&evaluator, side: side, start: max(least, 8) * 2, limit)
  }

  private init(_ evaluator: inout Evaluator, side: Double, start: Double, _ effort: Int) {
    (self.side, self.start) = (side, start)
    let graph = evaluator.graph
    let box = side > 0 ? RealInterval(above: start, below: .infinity) : RealInterval(above: -.infinity, below: -start)
    // What interval arithmetic tells, e.g. of a sine.
    let jet = evaluator.jet(over: box)
    var stretch = Stretch(lower: box.lower.value, upper: box.upper.value, value: jet.value, slope: jet.slope)
    stretch.judge(jet.bend)
    (trend, isStrict, isRegular) = (stretch.trend, stretch.isStrict, stretch.isRegular)
    values = jet.value.values
    if isRegular, stretch.slope.isDefined { slopes = stretch.slope.values }
    var evaluation = TailEvaluation(of: graph, side: side, from: start, limit: effort)
    let context = evaluation.context
    guard let value = evaluation.expansion(of: evaluator.value) else { return }
    isRegular = true
    if let found = value.values(in: context) { values = values.intersection(found) }
    limit = value.limit(in: context).map { $0.enclosure(in: context) }
    asymptote = value.asymptote(side: side, in: context)
    guard let slope = evaluation.expansion(of: evaluator.slope) else { return }
    if let found = slope.values(in: context) { slopes = slopes.intersection(found) }
    if let leading = slope.leadingValues(in: context) {
      if leading == .zero {
        trend = .constant
      } else if leading.isNotNegative {
        (trend, isStrict) = (.increasing, leading.isPositive)
      } else if leading.isNotPositive {
        (trend, isStrict) = (.decreasing, leading.isNegative)
      }
    }
    guard let bend = evaluation.expansion(of: evaluator.bend)?.leadingValues(in: context),
      bend.isNotNegative || bend.isNotPositive
    else { return }
    hasStrictSlope = bend.isPositive || bend.isNegative
    slopeLimit = slope.limit(in: context).map { $0.enclosure(in: context) }
  }
}

extension TailExpansion.Limit {
  /// The limit as an interval; an infinite one is an empty interval at the infinite number.
  func enclosure(in context: TailContext) -> RealInterval {
    switch self {
    case .constant(let constant): context.constants.enclosures[constant]
    case .infinite(let sign): RealInterval(sign * .infinity)
    }
  }
}

extension TailExpansion {
  /// The straight line that the expansion approaches for x = ±t.
  fileprivate func asymptote(side: Double, in context: TailContext) -> CertifiedAsymptote {
    var (slope, intercept) = (RealInterval.zero, RealInterval.zero)
    for (index, term) in terms.enumerated() {
      if term.scale == TailScale(power: 1), term.constant != nil {
        slope = term.coefficient * RealInterval(side)
      } else if term.scale.isOne, term.constant != nil {
        intercept = term.coefficient
      } else {
        switch context.order(of: term.scale) {
        case .smaller: break
        case .greater:
          // What is left grows without bound, and not in proportion to t, or not with a limit of the ratio.
          let rest = terms[index...]
          let isBoundedAway = term.coefficient.lower.value > 0 || term.coefficient.upper.value < 0
          let remainder = TailExpansion(joining: Array(rest), in: context)
          guard isBoundedAway, term.scale != TailScale(power: 1), remainder?.sign(in: context) ?? 0 != 0 else {
            return .notKnown
          }
          return .none
        case .equal, nil: return .notKnown
        }
      }
    }
    return .line(slope: ProvedNumber(slope), intercept: ProvedNumber(intercept))
  }
}

extension ProvedNumber {
  init(_ interval: RealInterval) {
    // Both zeros are written as +0.
    self.init(lower: interval.lower.value + 0, upper: interval.upper.value + 0)
  }
}
