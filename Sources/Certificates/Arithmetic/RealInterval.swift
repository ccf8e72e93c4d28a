/// A set of real numbers between two bounds, which is proved to contain a value.
///
/// Every operation rounds outwards: the result contains the exact result for all real numbers of its operands. Sums,
/// products, quotients and roots are widened only where they are inexact, so that small integers stay single numbers. An
/// end is open where the value is known to be different from it; an infinite end is never a value.
struct RealInterval: Sendable, Equatable {
  /// One end of an interval.
  struct End: Sendable, Equatable {
    var value: Double
    /// Whether the number itself is excluded.
    var isOpen: Bool

    static prefix func - (end: End) -> End { End(value: -end.value, isOpen: end.isOpen) }
  }

  var lower: End
  var upper: End

  init(lower: End, upper: End) { (self.lower, self.upper) = (lower, upper) }

  /// Makes the closed interval from one number to another.
  init(_ lower: Double, _ upper: Double) {
    self.init(lower: End(value: lower, isOpen: false), upper: End(value: upper, isOpen: false))
  }

  /// Makes the open interval between two numbers.
  init(above lower: Double, below upper: Double) {
    self.init(lower: End(value: lower, isOpen: true), upper: End(value: upper, isOpen: true))
  }

  /// Makes the interval of a single number.
  init(_ value: Double) { self.init(value, value) }

  static let whole = RealInterval(-.infinity, .infinity)
  static let zero = RealInterval(0)
  static let one = RealInterval(1)
  /// The interval without numbers: there is no value.
  static let empty = RealInterval(.infinity, -.infinity)

  var isEmpty: Bool {
    !(lower.value < upper.value || lower.value == upper.value && !lower.isOpen && !upper.isOpen)
  }
  /// Whether the interval is a single number.
  var isPoint: Bool { lower.value == upper.value }
  var width: Double { upper.value - lower.value }
  var isFinite: Bool { lower.value > -.infinity && upper.value < .infinity && lower.value <= upper.value }
  /// A bound of the magnitudes.
  var magnitude: Double { max(lower.value.magnitude, upper.value.magnitude) }

  func contains(_ number: Double) -> Bool {
    (lower.value < number || lower.value == number && !lower.isOpen)
      && (number < upper.value || number == upper.value && !upper.isOpen)
  }

  var isPositive: Bool { lower.value > 0 || lower.value == 0 && lower.isOpen }
  var isNegative: Bool { upper.value < 0 || upper.value == 0 && upper.isOpen }
  var isNotNegative: Bool { lower.value >= 0 }
  var isNotPositive: Bool { upper.value <= 0 }
}

extension RealInterval {
  /// The least interval that contains both.
  func hull(_ other: RealInterval) -> RealInterval {
    if isEmpty { return other }
    if other.isEmpty { return self }
    return RealInterval(lower: End.least(lower, other.lower), upper: -End.least(-upper, -other.upper))
  }

  /// The numbers that both contain; the tighter of two enclosures of one value.
  func intersection(_ other: RealInterval) -> RealInterval {
    RealInterval(lower: End.greatest(lower, other.lower), upper: -End.greatest(-upper, -other.upper))
  }

  /// The part between two numbers.
  func clipped(_ least: Double, _ greatest: Double) -> RealInterval { intersection(RealInterval(least, greatest)) }
}

extension RealInterval.End {
  /// The lesser of two lower ends; of two at the same number the closed one.
  static func least(_ first: Self, _ second: Self) -> Self {
    first.value == second.value
      ? Self(value: first.value, isOpen: first.isOpen && second.isOpen) : first.value < second.value ? first : second
  }

  /// The greater of two lower ends; of two at the same number the open one.
  static func greatest(_ first: Self, _ second: Self) -> Self {
    first.value == second.value
      ? Self(value: first.value, isOpen: first.isOpen || second.isOpen) : first.value > second.value ? first : second
  }

  /// The lower end of a value of which a rounded number and its error, exact less rounded, are known; an unknown error
  /// is NaN. A positive value is above zero even if it is rounded to zero.
  static func below(_ rounded: Double, error: Double, isOpen: Bool, isPositive: Bool = false) -> Self {
    if error >= 0 || rounded == -.infinity { return Self(value: rounded, isOpen: isOpen || error > 0) }
    if isPositive, rounded == 0 { return Self(value: 0, isOpen: true) }
    return Self(value: rounded == .infinity ? .greatestFiniteMagnitude : rounded.nextDown, isOpen: true)
  }
}

// MARK: - Arithmetic

extension RealInterval {
  static prefix func - (operand: RealInterval) -> RealInterval {
    RealInterval(lower: -operand.upper, upper: -operand.lower)
  }

  static func + (left: RealInterval, right: RealInterval) -> RealInterval {
    guard !left.isEmpty, !right.isEmpty else { return .empty }
    return RealInterval(
      lower: lowerSum(left.lower, right.lower), upper: -lowerSum(-left.upper, -right.upper))
  }

  static func - (left: RealInterval, right: RealInterval) -> RealInterval { left + -right }

  private static func lowerSum(_ first: End, _ second: End) -> End {
    let (a, b) = (first.value, second.value)
    if a == -.infinity || b == -.infinity { return End(value: -.infinity, isOpen: true) }
    let sum = a + b
    // Knuth's error-free sum.
    let part = sum - a
    let error = (a - (sum - part)) + (b - part)
    return .below(sum, error: sum.isFinite ? error : .nan, isOpen: first.isOpen || second.isOpen)
  }

  static func * (left: RealInterval, right: RealInterval) -> RealInterval {
    guard !left.isEmpty, !right.isEmpty else { return .empty }
    if left.isNotNegative, right.isNotNegative {
      return RealInterval(
        lower: lowerProduct(left.lower, right.lower), upper: upperProduct(left.upper, right.upper))
    }
    var result = RealInterval(
      lower: lowerProduct(left.lower, right.lower), upper: upperProduct(left.lower, right.lower))
    for (first, second) in [(left.lower, right.upper), (left.upper, right.lower), (left.upper, right.upper)] {
      result = RealInterval(
        lower: .least(result.lower, lowerProduct(first, second)),
        upper: -End.least(-result.upper, -upperProduct(first, second)))
    }
    return result
  }

  private static func upperProduct(_ first: End, _ second: End) -> End { -lowerProduct(-first, second) }

  private static func lowerProduct(_ first: End, _ second: End) -> End {
    let (a, b) = (first.value, second.value)
    if a == 0 || b == 0 {
      // Zero times an infinite end is zero, because the end is only a bound.
      let isAttained = a == 0 && !first.isOpen || b == 0 && !second.isOpen
      return End(value: 0, isOpen: !isAttained)
    }
    let product = a * b
    let isOpen = first.isOpen || second.isOpen
    if a.isInfinite || b.isInfinite { return End(value: product, isOpen: true) }
    let isNormal = product.magnitude > 0x1p-960 && product.isFinite
    let error = isNormal ? (-product).addingProduct(a, b) : .nan
    return .below(
      product, error: a.magnitude == 1 || b.magnitude == 1 ? 0 : error, isOpen: isOpen, isPositive: (a > 0) == (b > 0))
  }

  /// The quotient; all numbers if the divisor may be zero inside its bounds, and none if it is zero.
  static func / (left: RealInterval, right: RealInterval) -> RealInterval {
    guard !left.isEmpty, !right.isEmpty, right != .zero else { return .empty }
    if right.isNotPositive && !right.isNotNegative { return -left / -right }
    guard right.isNotNegative, right.upper.value > 0 else { return .whole }
    // 1 / right, with division by its ends; a divisor of zero at its end gives an unbounded result.
    let lower = left.lower.value >= 0 ? quotient(left.lower, right.upper) : quotient(left.lower, right.lower)
    let upper = left.upper.value <= 0 ? quotient(-left.upper, right.upper) : quotient(-left.upper, right.lower)
    return RealInterval(lower: lower, upper: -upper)
  }

  /// The lower end of a quotient with a divisor that is not negative.
  private static func quotient(_ first: End, _ second: End) -> End {
    let (a, b) = (first.value, second.value)
    if a == 0 { return End(value: 0, isOpen: first.isOpen) }
    if a == -.infinity || b == 0 && a < 0 { return End(value: -.infinity, isOpen: true) }
    if b == .infinity { return End(value: 0, isOpen: true) }
    if b == 0 || a == .infinity { return End(value: .greatestFiniteMagnitude, isOpen: true) }
    let quotient = a / b
    let isNormal =
      quotient.magnitude > 0x1p-900 && quotient.isFinite && a.magnitude > 0x1p-900 && b.magnitude < 0x1p900
    // The remainder of a correctly rounded quotient is exact.
    let error = isNormal ? a.addingProduct(-quotient, b) : .nan
    return .below(quotient, error: b == 1 ? 0 : error, isOpen: first.isOpen || second.isOpen, isPositive: a > 0)
  }

  /// The square root of the numbers that are not negative.
  var squareRoot: RealInterval {
    let operand = clipped(0, .infinity)
    guard !operand.isEmpty else { return .empty }
    func root(_ end: End) -> (value: Double, error: Double) {
      let root = end.value.squareRoot()
      if root == 0 || root == .infinity { return (root, 0) }
      return (root, end.value > 0x1p-900 ? end.value.addingProduct(-root, root) : .nan)
    }
    let (lower, upper) = (root(operand.lower), root(operand.upper))
    return RealInterval(
      lower: .below(lower.value, error: lower.error, isOpen: operand.lower.isOpen),
      upper: -End.below(-upper.value, error: -upper.error, isOpen: operand.upper.isOpen))
  }

  /// The magnitudes of the numbers.
  var absolute: RealInterval {
    if isNotNegative || isEmpty { return self }
    if isNotPositive { return -self }
    return RealInterval(lower: End(value: 0, isOpen: false), upper: -End.least(lower, -upper))
  }

  /// The power with a positive whole exponent.
  func power(_ exponent: Int) -> RealInterval {
    guard !isEmpty else { return .empty }
    if exponent % 2 == 0, !isNotNegative { return absolute.power(exponent) }
    if isNotNegative { return positivePower(exponent) }
    if isNotPositive { return -(-self).positivePower(exponent) }
    let below = -RealInterval(lower: End(value: 0, isOpen: false), upper: -lower).positivePower(exponent)
    let above = RealInterval(lower: End(value: 0, isOpen: false), upper: upper).positivePower(exponent)
    return RealInterval(lower: below.lower, upper: above.upper)
  }

  private func positivePower(_ exponent: Int) -> RealInterval {
    var (result, square, rest) = (RealInterval.one, self, exponent)
    while rest > 0 {
      if rest % 2 == 1 { result = result * square }
      rest /= 2
      if rest > 0 { square = square * square }
    }
    return result
  }
}

extension RealInterval {
  /// The sum of two numbers; nil if it is rounded.
  static func exactSum(_ left: Double, _ right: Double) -> Double? {
    let sum = RealInterval(left) + RealInterval(right)
    return sum.isPoint ? sum.lower.value : nil
  }

  /// The product of two numbers; nil if it is rounded.
  static func exactProduct(_ left: Double, _ right: Double) -> Double? {
    let product = RealInterval(left) * RealInterval(right)
    return product.isPoint ? product.lower.value : nil
  }
}
