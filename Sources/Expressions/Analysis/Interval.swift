/// All numbers from one to another, as a bound on what an expression can be while x runs over an interval.
///
/// Sums, products and quotients of the ends bound those of double precision in between without any widening, because
/// rounding to nearest keeps the order. So a bound holds for the numbers that are computed, not only for the real ones.
struct Interval: Equatable {
  var lower: Double
  var upper: Double
  /// Whether the value may also be no number for some x.
  var mayBeNaN = false

  /// Every number.
  static let whole = Interval(lower: -.infinity, upper: .infinity)
  /// No number at all: the value is NaN for every x.
  static let empty = Interval(lower: .infinity, upper: -.infinity, mayBeNaN: true)
  static let zero = Interval(0)

  init(lower: Double, upper: Double, mayBeNaN: Bool = false) {
    (self.lower, self.upper, self.mayBeNaN) = (lower, upper, mayBeNaN)
  }

  /// One number, or none where it is NaN.
  init(_ value: Double) { self = value.isNaN ? .empty : Interval(lower: value, upper: value) }

  /// Between two numbers, in either order.
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
  /// The greatest distance from zero; 0 where there is no number.
  var magnitude: Double { isEmpty ? 0 : max(lower.magnitude, upper.magnitude) }

  func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}

extension Interval {
  /// The numbers of both, and those between them.
  func hull(_ other: Interval) -> Interval {
    if isEmpty || other.isEmpty {
      var result = isEmpty ? other : self
      result.mayBeNaN = true
      return result
    }
    return Interval(
      lower: min(lower, other.lower), upper: max(upper, other.upper), mayBeNaN: mayBeNaN || other.mayBeNaN)
  }

  /// The numbers that lie within bounds; the others give NaN.
  func clipped(to bounds: ClosedRange<Double>) -> Interval {
    let lower = max(lower, bounds.lowerBound)
    let upper = min(upper, bounds.upperBound)
    guard lower <= upper else { return .empty }
    return Interval(lower: lower, upper: upper, mayBeNaN: mayBeNaN || lower > self.lower || upper < self.upper)
  }

  /// The part on one side of zero, where it is known that the value has that sign everywhere.
  func withSign(of known: Double) -> Interval {
    if known > 0 { return Interval(lower: max(lower, .leastNonzeroMagnitude), upper: upper, mayBeNaN: mayBeNaN) }
    if known < 0 { return Interval(lower: lower, upper: min(upper, -.leastNonzeroMagnitude), mayBeNaN: mayBeNaN) }
    return known == 0 ? Interval(lower: 0, upper: 0, mayBeNaN: mayBeNaN) : self
  }

  /// What a function that nowhere falls makes of it, within the values that the function has.
  ///
  /// - Parameter isExact: Whether the function is computed without an error; otherwise a few units in the last place are
  ///   added on both sides.
  func increasing(
    within range: ClosedRange<Double> = -.infinity ... .infinity, isExact: Bool = false, _ function: (Double) -> Double
  ) -> Interval {
    guard !isEmpty else { return .empty }
    let result = Interval(between: function(lower), and: function(upper), mayBeNaN: mayBeNaN)
    return isExact || isPoint ? result : result.widened(within: range)
  }

  /// A few units in the last place more on both sides; zeros stay.
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
    // Zero times an end that is infinite as a bound is zero.
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
      // Beside zero on one side alone, the quotient keeps its sign, but for that of the zero itself.
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

  /// x · x for each x, which is not below zero.
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
