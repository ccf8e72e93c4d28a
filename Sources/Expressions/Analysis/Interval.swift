/// An interval of numbers that bounds the values of an expression while x varies over an interval.
///
/// Sums, products and quotients of the ends bound those of double-precision numbers in between without any widening,
/// because rounding to nearest is monotonic. So the bounds hold for the numbers that are computed, not only for real
/// numbers.
struct Interval: Equatable {
  var lower: Double
  var upper: Double
  /// Whether the value may be NaN for some x.
  var mayBeNaN = false

  /// The interval of all numbers.
  static let whole = Interval(lower: -.infinity, upper: .infinity)
  /// The empty interval: the value is NaN for every x.
  static let empty = Interval(lower: .infinity, upper: -.infinity, mayBeNaN: true)
  static let zero = Interval(0)

  init(lower: Double, upper: Double, mayBeNaN: Bool = false) {
    (self.lower, self.upper, self.mayBeNaN) = (lower, upper, mayBeNaN)
  }

  /// The interval of a single number; empty if it is NaN.
  init(_ value: Double) { self = value.isNaN ? .empty : Interval(lower: value, upper: value) }

  /// The interval between two numbers in either order; all numbers if one is NaN.
  init(between first: Double, and second: Double, mayBeNaN: Bool = false) {
    guard !first.isNaN, !second.isNaN else {
      self = .whole
      self.mayBeNaN = true
      return
    }
    self.init(lower: min(first, second), upper: max(first, second), mayBeNaN: mayBeNaN)
  }

  var isEmpty: Bool { !(lower <= upper) }
  var isPoint: Bool { lower == upper }
  var width: Double { isEmpty ? 0 : upper - lower }
  /// The greatest magnitude in the interval; 0 if it is empty.
  var magnitude: Double { isEmpty ? 0 : max(lower.magnitude, upper.magnitude) }

  func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}

extension Interval {
  /// The least interval that contains both.
  func hull(_ other: Interval) -> Interval {
    if isEmpty || other.isEmpty {
      var result = isEmpty ? other : self
      result.mayBeNaN = true
      return result
    }
    return Interval(
      lower: min(lower, other.lower), upper: max(upper, other.upper), mayBeNaN: mayBeNaN || other.mayBeNaN)
  }

  /// The intersection with bounds. Numbers outside them give NaN.
  func clipped(to bounds: ClosedRange<Double>) -> Interval {
    let lower = max(lower, bounds.lowerBound)
    let upper = min(upper, bounds.upperBound)
    guard lower <= upper else { return .empty }
    return Interval(lower: lower, upper: upper, mayBeNaN: mayBeNaN || lower > self.lower || upper < self.upper)
  }

  /// The part whose numbers have the sign of a number that the value is known to have everywhere.
  func withSign(of known: Double) -> Interval {
    if known > 0 { return Interval(lower: max(lower, .leastNonzeroMagnitude), upper: upper, mayBeNaN: mayBeNaN) }
    if known < 0 { return Interval(lower: lower, upper: min(upper, -.leastNonzeroMagnitude), mayBeNaN: mayBeNaN) }
    return known == 0 ? Interval(lower: 0, upper: 0, mayBeNaN: mayBeNaN) : self
  }

  /// The image of the interval under a nondecreasing function.
  ///
  /// - Parameters:
  ///   - range: The range of the function.
  ///   - isExact: Whether the function is computed without errors. Otherwise the result is widened by a few units in
  ///     the last place.
  func increasing(
    within range: ClosedRange<Double> = -.infinity ... .infinity, isExact: Bool = false, _ function: (Double) -> Double
  ) -> Interval {
    guard !isEmpty else { return .empty }
    let result = Interval(between: function(lower), and: function(upper), mayBeNaN: mayBeNaN)
    return isExact || isPoint ? result : result.widened(within: range)
  }

  /// The interval widened by a few units in the last place on both sides, except at zeros, and clipped to a range.
  func widened(within range: ClosedRange<Double> = -.infinity ... .infinity) -> Interval {
    guard !isEmpty else { return self }
    return Interval(
      lower: max(lower - lower.magnitude * 0x1p-50, range.lowerBound).replacingNaN(by: lower),
      upper: min(upper + upper.magnitude * 0x1p-50, range.upperBound).replacingNaN(by: upper), mayBeNaN: mayBeNaN)
  }
}

extension Interval {
  static prefix func - (operand: Interval) -> Interval {
    Interval(lower: -operand.upper, upper: -operand.lower, mayBeNaN: operand.mayBeNaN)
  }

  static func + (left: Interval, right: Interval) -> Interval {
    guard !left.isEmpty, !right.isEmpty else { return .empty }
    let (lower, upper) = (left.lower + right.lower, left.upper + right.upper)
    let opposite =
      (left.lower == -.infinity && right.upper == .infinity)
      || (left.upper == .infinity && right.lower == -.infinity)
    return Interval(
      lower: lower.replacingNaN(by: -.infinity), upper: upper.replacingNaN(by: .infinity),
      mayBeNaN: left.mayBeNaN || right.mayBeNaN || opposite)
  }

  static func - (left: Interval, right: Interval) -> Interval { left + (-right) }

  static func * (left: Interval, right: Interval) -> Interval {
    guard !left.isEmpty, !right.isEmpty else { return .empty }
    let meets = left.contains(0) && right.magnitude == .infinity || right.contains(0) && left.magnitude == .infinity
    // Zero times an infinite end is zero, because the end is a bound.
    let corners = [
      left.lower * right.lower, left.lower * right.upper, left.upper * right.lower, left.upper * right.upper,
    ].map { $0.replacingNaN(by: 0) }
    return Interval(
      lower: corners.reduce(.infinity, min), upper: corners.reduce(-.infinity, max),
      mayBeNaN: left.mayBeNaN || right.mayBeNaN || meets)
  }

  static func / (left: Interval, right: Interval) -> Interval {
    guard !left.isEmpty, !right.isEmpty else { return .empty }
    let mayBeNaN = left.mayBeNaN || right.mayBeNaN
    if right.contains(0) {
      let meetsZero = left.contains(0)
      var result = Interval(lower: -.infinity, upper: .infinity, mayBeNaN: mayBeNaN || meetsZero)
      // If the divisor is zero at its end only, the quotient keeps its sign, apart from division by the zero itself.
      if right.lower == 0, right.upper > 0, left.lower > 0 { result.lower = left.lower / right.upper }
      if right.lower == 0, right.upper > 0, left.upper < 0 { result.upper = left.upper / right.upper }
      return result
    }
    let isInfinite = left.magnitude == .infinity && right.magnitude == .infinity
    let corners = [
      left.lower / right.lower, left.lower / right.upper, left.upper / right.lower, left.upper / right.upper,
    ].map { $0.replacingNaN(by: 0) }
    return Interval(
      lower: corners.reduce(.infinity, min), upper: corners.reduce(-.infinity, max), mayBeNaN: mayBeNaN || isInfinite)
  }

  /// The bounds of x · x, which is not negative.
  var square: Interval {
    guard !isEmpty else { return .empty }
    let (first, second) = (lower * lower, upper * upper)
    return Interval(lower: contains(0) ? 0 : min(first, second), upper: max(first, second), mayBeNaN: mayBeNaN)
  }

  var absolute: Interval {
    guard !isEmpty else { return .empty }
    let (first, second) = (lower.magnitude, upper.magnitude)
    return Interval(lower: contains(0) ? 0 : min(first, second), upper: max(first, second), mayBeNaN: mayBeNaN)
  }
}

extension Double {
  fileprivate func replacingNaN(by other: Double) -> Double { isNaN ? other : self }
}
