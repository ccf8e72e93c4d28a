/// What is proved of a function at a place between two stretches.
struct Joint {
  let place: Double
  /// Whether the function is continuous there; nil if it is not known.
  var isContinuous: Bool?
  /// Whether the limits or the value are proved to differ, or a limit to be infinite.
  var jumps = false
  /// Whether the function is defined there; nil if it is not known.
  var isDefined: Bool?
  /// Enclosures of the limits from both sides and of the value; infinite numbers for poles, nil where nothing is known.
  var (before, after, value): (RealInterval?, RealInterval?, RealInterval?)
  /// An enclosure of the value if there is one.
  let possible: RealInterval
  /// Whether the derivative is infinite from one side.
  var hasInfiniteSlope = false

  /// - Parameter limit: The number of joined terms at which the work ends.
  init(_ evaluator: inout Evaluator, at place: Double, limit: Int) {
    self.place = place
    let box = RealInterval(above: place.nextDown.nextDown, below: place.nextUp.nextUp)
    let around = evaluator.value(over: box)
    let point = evaluator.value(over: RealInterval(place))
    isDefined = point.isDefined ? true : point.values.isEmpty ? false : nil
    value = point.isDefined ? point.values : nil
    possible = point.values
    if around.isDefined, around.isContinuous {
      (isContinuous, before, after) = (true, value, value)
      let slope = evaluator.slope(over: box)
      // The derivative of √(x²) and the like is bounded on both sides of a place where it has no value.
      guard !slope.values.isFinite else { return }
    }
    let graph = evaluator.graph
    var limits: [Int?] = []
    var found: [RealInterval?] = []
    for side in [-1.0, 1] {
      var evaluation = TailEvaluation(of: graph, side: side, nearing: place, limit: limit)
      let context = evaluation.context
      let limit = evaluation.expansion(of: evaluator.value)?.limit(in: context)
      if case .constant(let index) = limit { limits.append(index) } else { limits.append(nil) }
      found.append(limit?.enclosure(in: context))
      if case .infinite = evaluation.expansion(of: evaluator.slope)?.limit(in: context) { hasInfiniteSlope = true }
    }
    if isContinuous == true { return }
    (before, after) = (found[0], found[1])
    if let first = limits[0], let second = limits[1], let value {
      let isSame = first == second && graph.constants.exactValue(of: first) != nil && found[0] == value
      if isSame { isContinuous = true }
    }
    let known = [before, after, value].compactMap(\.self)
    for (index, one) in known.enumerated() {
      if one.isInfinite { jumps = true }
      for other in known[..<index] where one.intersection(other).isEmpty { jumps = true }
    }
    if jumps || isDefined == false { isContinuous = false }
  }
}

extension RealInterval {
  /// Whether the interval stands for an infinite limit.
  var isInfinite: Bool { lower.value == upper.value && lower.value.isInfinite }
}
