import PortableMath

/// An elementary function of one number in a formula.
///
/// The raw value is the name in the language of expressions, for those that have one. The last ones are derivatives that
/// would lose their digits or their sign if they were computed from others.
enum ElementaryFunction: String, Sendable, CaseIterable {
  case negation = "-"
  case abs, sign, floor, ceil, round, trunc, sqrt, exp, expm1, log, log1p, log2, log10
  case sin, cos, tan, asin, acos, atan, sinh, cosh, asinh, acosh, atanh, erf, erfc, erfinv
  case tanh, sigmoid, softplus
  /// The bell curve exp(−u²).
  case gaussian
  /// The derivative σ(u) σ(−u) of σ.
  case logisticSlope
  /// The derivative 1 / cosh² u of tanh.
  case squaredSecant
}

extension ElementaryFunction {
  /// The margin by which a computed value is widened, in units in the last place.
  ///
  /// It is eight times the largest error of a function that was found against mpmath, which is stated at each function of
  /// `PortableReal`. For these errors there are measurements and no proofs; everything else is proved.
  static let margin = 8.0

  /// A number below the exact value of which a computed value is known.
  private static func lowerBound(_ computed: Double) -> Double {
    if computed.isInfinite { return computed > 0 ? .greatestFiniteMagnitude : computed }
    return computed - margin * computed.ulp
  }

  /// The values over an interval of a nondecreasing function that is computed up to its margin.
  ///
  /// - Parameters:
  ///   - range: The bounds of all values, which are attained at most at `exact`.
  ///   - exact: An argument at which the computed value is exact.
  private static func increasing(
    _ operand: RealInterval, range: (Double, Double) = (-.infinity, .infinity), exactAt exact: Double? = nil,
    _ function: (Double) -> Double
  ) -> RealInterval {
    guard !operand.isEmpty else { return .empty }
    func bound(_ end: RealInterval.End, _ sign: Double) -> RealInterval.End {
      if end.value.isInfinite { return .init(value: sign * (sign > 0 ? range.0 : range.1), isOpen: true) }
      let computed = function(end.value)
      if end.value == exact { return .init(value: sign * computed, isOpen: end.isOpen) }
      let bound = lowerBound(sign * computed)
      let limit = sign > 0 ? range.0 : -range.1
      return bound <= limit ? .init(value: limit, isOpen: true) : .init(value: bound, isOpen: true)
    }
    return RealInterval(lower: bound(operand.lower, 1), upper: -bound(operand.upper, -1))
  }

  /// The values of an even function that falls with the magnitude of its operand.
  private static func bell(_ operand: RealInterval, _ top: Double, _ function: (Double) -> Double) -> RealInterval {
    -increasing(operand.absolute, range: (-top, 0), exactAt: 0) { -function($0) }
  }

  /// The values of a staircase. At an open end they begin with its limit from within.
  private func steps(over operand: RealInterval) -> RealInterval {
    let (lower, upper) = (operand.lower, operand.upper)
    return RealInterval(
      lower.isOpen && lower.value.isFinite ? stepAbove(lower.value) : step(at: lower.value),
      upper.isOpen && upper.value.isFinite ? stepBelow(upper.value) : step(at: upper.value))
  }

  private func step(at x: Double) -> Double {
    switch self {
    case .floor: x.rounded(.down)
    case .ceil: x.rounded(.up)
    case .round: x.rounded(.toNearestOrEven)
    default: x.rounded(.towardZero)
    }
  }

  /// The limit of a staircase from the right.
  private func stepAbove(_ x: Double) -> Double {
    let floor = x.rounded(.down)
    return switch self {
    case .floor: floor
    case .ceil: floor + 1
    case .round: x - floor == 0.5 ? floor + 1 : step(at: x)
    default: x < 0 ? floor + 1 : floor
    }
  }

  /// The limit of a staircase from the left.
  private func stepBelow(_ x: Double) -> Double {
    let ceil = x.rounded(.up)
    return switch self {
    case .floor: ceil - 1
    case .ceil: ceil
    case .round: ceil - x == 0.5 ? ceil - 1 : step(at: x)
    default: x > 0 ? ceil - 1 : ceil
    }
  }

  /// An enclosure of the function's values over an interval, of those for which it is defined.
  func values(over operand: RealInterval) -> RealInterval {
    guard !operand.isEmpty else { return .empty }
    switch self {
    case .negation: return -operand
    case .abs: return operand.absolute
    case .sign: return Self.signs(of: operand)
    case .floor, .ceil, .round, .trunc: return steps(over: operand)
    case .sqrt: return operand.squareRoot
    case .exp: return Self.increasing(operand, range: (0, .infinity), exactAt: 0) { Double.exp($0) }
    case .expm1: return Self.increasing(operand, range: (-1, .infinity), exactAt: 0) { Double.expm1($0) }
    case .log: return Self.increasing(operand.clipped(0, .infinity).withoutZero, exactAt: 1) { Double.log($0) }
    case .log2: return Self.increasing(operand.clipped(0, .infinity).withoutZero, exactAt: 1) { Double.log2($0) }
    case .log10: return Self.increasing(operand.clipped(0, .infinity).withoutZero, exactAt: 1) { Double.log10($0) }
    case .log1p:
      let shifted = operand.clipped(-1, .infinity)
      return Self.increasing(shifted, exactAt: 0) { Double.log1p($0) }
    case .sin: return Self.waves(operand, quarterTurns: 1)
    case .cos: return Self.waves(operand, quarterTurns: 0)
    case .tan:
      let cosine = Self.waves(operand, quarterTurns: 0)
      guard cosine.isPositive || cosine.isNegative, operand.width < 3 else { return .whole }
      return Self.increasing(operand, exactAt: 0) { Double.tan($0) }
    case .asin: return Self.increasing(operand.clipped(-1, 1), exactAt: 0) { Double.asin($0) }
    case .acos: return -Self.increasing(operand.clipped(-1, 1), exactAt: 1) { -Double.acos($0) }
    case .atan: return Self.increasing(operand, range: (-Self.halfPi, Self.halfPi), exactAt: 0) { Double.atan($0) }
    case .sinh: return Self.increasing(operand, exactAt: 0) { Double.sinh($0) }
    case .cosh: return Self.increasing(operand.absolute, range: (1, .infinity), exactAt: 0) { Double.cosh($0) }
    case .asinh: return Self.increasing(operand, exactAt: 0) { Double.asinh($0) }
    case .acosh: return Self.increasing(operand.clipped(1, .infinity), exactAt: 1) { Double.acosh($0) }
    case .atanh: return Self.increasing(operand.clipped(-1, 1).inside(-1, 1), exactAt: 0) { Double.atanh($0) }
    case .erfinv: return Self.increasing(operand.clipped(-1, 1).inside(-1, 1), exactAt: 0) { Double.erfinv($0) }
    case .erf: return Self.increasing(operand, range: (-1, 1), exactAt: 0) { Double.erf($0) }
    case .erfc: return -Self.increasing(operand, range: (-2, 0), exactAt: 0) { -Double.erfc($0) }
    case .tanh: return Self.increasing(operand, range: (-1, 1), exactAt: 0) { Double.tanh($0) }
    case .sigmoid: return Self.increasing(operand, range: (0, 1), exactAt: 0) { Double.sigmoid($0) }
    case .softplus: return Self.increasing(operand, range: (0, .infinity)) { Double.softplus($0) }
    case .gaussian: return ElementaryFunction.exp.values(over: -operand.power(2))
    // The errors of two factors and of their product are less than the margin.
    case .logisticSlope: return Self.bell(operand, 0.25) { Double.sigmoid(-$0) * Double.sigmoid($0) }
    case .squaredSecant: return Self.bell(operand, 1) { 4 * (Double.sigmoid(-2 * $0) * Double.sigmoid(2 * $0)) }
    }
  }

  /// A number above π/2.
  private static let halfPi = 1.5707963267948968

  private static func signs(of operand: RealInterval) -> RealInterval {
    if operand.isPositive { return .one }
    if operand.isNegative { return RealInterval(-1) }
    return RealInterval(operand.isNotNegative ? 0 : -1, operand.isNotPositive ? 0 : 1)
  }

  /// The values of cos(u − quarterTurns · π/2).
  private static func waves(_ operand: RealInterval, quarterTurns: Double) -> RealInterval {
    let everything = RealInterval(-1, 1)
    guard operand.magnitude < 0x1p40, operand.width < 6.28 else { return everything }
    func wave(_ angle: Double) -> RealInterval {
      if angle == 0 { return quarterTurns == 0 ? .one : .zero }
      let computed = quarterTurns == 0 ? Double.cos(angle) : Double.sin(angle)
      return RealInterval(lowerBound(computed), -lowerBound(-computed)).clipped(-1, 1)
    }
    var result = wave(operand.lower.value)
    if operand.isPoint { return result }
    result = result.hull(wave(operand.upper.value))
    // The interval in half turns from a maximum, a little wider because the quotients are rounded.
    let slack = 0x1p-46 * (1 + operand.magnitude)
    let start = operand.lower.value / .pi - quarterTurns / 2 - slack
    let end = operand.upper.value / .pi - quarterTurns / 2 + slack
    var turn = start.rounded(.up)
    while turn <= end {
      result = result.hull(RealInterval(turn.remainder(dividingBy: 2) == 0 ? 1 : -1))
      turn += 1
    }
    return result
  }

  /// Whether the function is defined for all numbers of an interval.
  func isDefined(over operand: RealInterval) -> Bool {
    switch self {
    case .sqrt: operand.isNotNegative
    case .log, .log2, .log10: operand.isPositive
    case .log1p: (RealInterval.one + operand).isPositive
    case .asin, .acos: operand.lower.value >= -1 && operand.upper.value <= 1
    case .atanh, .erfinv: (RealInterval.one - operand.absolute).isPositive
    case .acosh: operand.lower.value >= 1
    case .tan: !Self.waves(operand, quarterTurns: 0).contains(0)
    default: true
    }
  }

  /// Whether the function is continuous over an interval within which it is defined.
  func isContinuous(over operand: RealInterval) -> Bool {
    switch self {
    case .sign, .floor, .ceil, .round, .trunc: values(over: operand).isPoint
    default: true
    }
  }
}

extension RealInterval {
  /// The interval without a zero at its lower end.
  fileprivate var withoutZero: RealInterval {
    lower.value == 0 ? RealInterval(lower: End(value: 0, isOpen: true), upper: upper) : self
  }

  /// The interval without the two numbers themselves.
  fileprivate func inside(_ least: Double, _ greatest: Double) -> RealInterval {
    intersection(RealInterval(above: least, below: greatest))
  }
}
