import PortableMath

extension BinaryOperation {
  /// The bounds of the operation's results for operands in two intervals.
  func bounds(over left: Interval, _ right: Interval) -> Interval {
    guard !left.isEmpty, !right.isEmpty else { return isComparison ? .zero : .empty }
    let mayBeNaN = left.mayBeNaN || right.mayBeNaN
    switch self {
    case .sum: return left + right
    case .difference: return left - right
    case .product: return left * right
    case .quotient: return left / right
    case .pow: return Self.boundsOfPower(left, right)
    case .mod: return Self.boundsOfModulo(left, right)
    case .min:
      return Interval(
        lower: Swift.min(left.lower, right.lower), upper: Swift.min(left.upper, right.upper), mayBeNaN: mayBeNaN)
    case .max:
      return Interval(
        lower: Swift.max(left.lower, right.lower), upper: Swift.max(left.upper, right.upper), mayBeNaN: mayBeNaN)
    case .isLess:
      return Self.truth(always: left.upper < right.lower && !mayBeNaN, never: left.lower >= right.upper)
    case .isLessOrEqual:
      return Self.truth(always: left.upper <= right.lower && !mayBeNaN, never: left.lower > right.upper)
    case .isEqual:
      let isPoint = left.isPoint && right.isPoint && left.lower == right.lower && !mayBeNaN
      return Self.truth(always: isPoint, never: left.upper < right.lower || right.upper < left.lower)
    }
  }

  /// The bounds of the derivative with respect to x, given the enclosures of both operands. A jump is an infinite
  /// slope.
  func slopes(
    over left: Enclosure, _ right: Enclosure, value: Interval
  ) -> Interval {
    if left.slope == .zero && right.slope == .zero { return .zero }
    var result: Interval
    switch self {
    case .sum: result = left.slope + right.slope
    case .difference: result = left.slope - right.slope
    case .product: result = left.slope * right.value + left.value * right.slope
    case .quotient:
      guard !right.value.contains(0) else { return .whole }
      result =
        right.slope == .zero
        ? left.slope / right.value : (left.slope - value * right.slope) / right.value
    case .pow:
      if right.value.isPoint, right.slope == .zero {
        let exponent = right.value.lower
        let outer = Interval(exponent) * Self.boundsOfPower(left.value, Interval(exponent - 1))
        result = outer.isEmpty ? .whole : outer * left.slope
      } else if left.value.lower > 0 {
        let logarithm = UnaryOperation.log.bounds(over: left.value)
        result = value * (right.slope * logarithm + right.value * (left.slope / left.value))
      } else {
        return .whole
      }
    case .mod:
      // The value is left − t · right with an integer t, which changes where the value jumps.
      guard right.value.isPoint, right.slope == .zero else { return .whole }
      let turns = UnaryOperation.floor.bounds(over: left.value / right.value)
      guard turns.isPoint else { return .whole }
      result = left.slope
    case .min:
      result =
        left.value.upper < right.value.lower
        ? left.slope : right.value.upper < left.value.lower ? right.slope : left.slope.hull(right.slope)
    case .max:
      result =
        left.value.lower > right.value.upper
        ? left.slope : right.value.lower > left.value.upper ? right.slope : left.slope.hull(right.slope)
    case .isLess, .isLessOrEqual, .isEqual: return value.isPoint ? .zero : .whole
    }
    result.mayBeNaN = false
    return result.isEmpty ? .whole : result
  }

  /// The bounds of the modulo operation, whose results lie between 0 and the divisor.
  private static func boundsOfModulo(_ left: Interval, _ right: Interval) -> Interval {
    let mayBeNaN = left.mayBeNaN || right.mayBeNaN || right.contains(0) || left.magnitude == .infinity
    return Interval(lower: Swift.min(right.lower, 0), upper: Swift.max(right.upper, 0), mayBeNaN: mayBeNaN)
  }

  private static func truth(always: Bool, never: Bool) -> Interval {
    Interval(lower: always ? 1 : 0, upper: never ? 0 : 1)
  }

  private static func boundsOfPower(_ base: Interval, _ exponent: Interval) -> Interval {
    let mayBeNaN = base.mayBeNaN || exponent.mayBeNaN
    guard exponent.isPoint, exponent.lower.isFinite else {
      guard base.lower >= 0 else { return Interval(lower: -.infinity, upper: .infinity, mayBeNaN: true) }
      let corners = [
        Double.pow(base.lower, exponent.lower), Double.pow(base.lower, exponent.upper),
        Double.pow(base.upper, exponent.lower), Double.pow(base.upper, exponent.upper),
      ]
      var result = Interval(
        lower: corners.reduce(.infinity, Swift.min), upper: corners.reduce(-.infinity, Swift.max), mayBeNaN: mayBeNaN)
      // A base of 1 or an exponent of 0 inside the intervals gives 1, which the corners need not enclose.
      if base.contains(1) || exponent.contains(0) { result = result.hull(Interval(1)) }
      result.mayBeNaN = mayBeNaN
      return result.widened(within: 0 ... .infinity)
    }
    let power = exponent.lower
    if power == 0 { return Interval(1) }
    let isWhole = power == power.rounded(.towardZero)
    let isOdd = isWhole && power.remainder(dividingBy: 2) != 0
    if base.lower >= 0 || !isWhole {
      let positive = base.clipped(to: 0 ... .infinity)
      let result =
        positive.isEmpty
        ? Interval.empty
        : Interval(
          between: Double.pow(positive.lower, power), and: Double.pow(positive.upper, power),
          mayBeNaN: positive.mayBeNaN)
      return positive.isPoint ? result : result.widened(within: 0 ... .infinity)
    }
    if !isOdd { return boundsOfPower(base.absolute, exponent) }
    if base.upper <= 0 { return -boundsOfPower(-base, exponent) }
    // The base contains zero in its inside.
    guard power > 0 else { return Interval(lower: -.infinity, upper: .infinity, mayBeNaN: mayBeNaN) }
    return Interval(
      lower: Double.pow(base.lower, power), upper: Double.pow(base.upper, power), mayBeNaN: mayBeNaN
    ).widened()
  }
}
