/// A function t^p (log t)^q exp(e₁ t^k₁ + e₂ t^k₂ + …) of the distance t from zero, by which terms far out are compared.
struct TailScale: Hashable {
  /// A term of the exponent, with an index of a constant in the table.
  struct Exponent: Hashable {
    let power: Double
    let coefficient: Int
  }

  /// The power p of t.
  var power = 0.0
  /// The power q of log t.
  var logarithmicPower = 0.0
  /// The terms of the exponent, the greatest power first.
  var exponents: [Exponent] = []

  static let one = TailScale()

  var isOne: Bool { self == .one }
  /// Whether the function is a power of t.
  var isPower: Bool { logarithmicPower == 0 && exponents.isEmpty }
}

/// Where an expansion is made: the constants of its formula, and the distance from zero beyond which it holds.
struct TailContext {
  let constants: ConstantTable
  /// The least distance t.
  let start: Double
  /// The number of joined terms in the table of constants at which the work ends, and nothing more is found.
  let limit: Int

  /// The order of two functions far out.
  enum Order { case smaller, equal, greater }

  /// The product of two functions, or the quotient; nil where a power cannot be represented.
  func product(_ left: TailScale, _ right: TailScale, inverted: Bool = false) -> TailScale? {
    let sign = inverted ? -1.0 : 1
    guard let power = RealInterval.exactSum(left.power, sign * right.power),
      let logarithmic = RealInterval.exactSum(left.logarithmicPower, sign * right.logarithmicPower)
    else { return nil }
    if right.exponents.isEmpty {
      return TailScale(power: power, logarithmicPower: logarithmic, exponents: left.exponents)
    }
    if inverted, left.exponents == right.exponents { return TailScale(power: power, logarithmicPower: logarithmic) }
    var exponents: [TailScale.Exponent] = []
    var (first, second) = (left.exponents[...], right.exponents[...])
    while let power = [first.first?.power, second.first?.power].compactMap(\.self).max() {
      var coefficient = constants.number(0)
      if first.first?.power == power { coefficient = first.removeFirst().coefficient }
      if second.first?.power == power {
        let other = second.removeFirst().coefficient
        coefficient = constants.sum(coefficient, inverted ? constants.negated(other) : other)
      }
      if constants.exactValue(of: coefficient) != 0 { exponents.append(.init(power: power, coefficient: coefficient)) }
    }
    return TailScale(power: power, logarithmicPower: logarithmic, exponents: exponents)
  }

  /// The power of a function; nil where it cannot be represented.
  func power(_ scale: TailScale, _ exponent: Double) -> TailScale? {
    guard let power = RealInterval.exactProduct(scale.power, exponent),
      let logarithmic = RealInterval.exactProduct(scale.logarithmicPower, exponent)
    else { return nil }
    let factor = constants.number(exponent)
    return TailScale(
      power: power, logarithmicPower: logarithmic,
      exponents: scale.exponents.map { .init(power: $0.power, coefficient: constants.product($0.coefficient, factor)) })
  }

  /// Whether a function vanishes far out, stays one, or grows; nil if it cannot be told.
  func order(of scale: TailScale) -> Order? {
    if let leading = scale.exponents.first {
      let coefficient = constants.enclosures[leading.coefficient]
      return coefficient.isNegative ? .smaller : coefficient.isPositive ? .greater : nil
    }
    let power = scale.power != 0 ? scale.power : scale.logarithmicPower
    return power < 0 ? .smaller : power > 0 ? .greater : .equal
  }

  /// The order of two functions; nil if it cannot be told.
  func order(of scale: TailScale, relativeTo other: TailScale) -> Order? {
    if scale.exponents == other.exponents {
      let (first, second) =
        scale.power != other.power
        ? (scale.power, other.power) : (scale.logarithmicPower, other.logarithmicPower)
      return first < second ? .smaller : first > second ? .greater : .equal
    }
    return product(scale, other, inverted: true).flatMap { order(of: $0) }
  }

  /// The values of a function from the start on; nil if it is not monotonic there.
  func values(of scale: TailScale) -> RealInterval? {
    if scale.isOne { return .one }
    guard let order = order(of: scale) else { return nil }
    if order == .greater {
      guard let inverse = product(.one, scale, inverted: true), let values = values(of: inverse) else { return nil }
      return .one / values
    }
    guard scale.logarithmicPower == 0 || self.start >= 4 else { return nil }
    // The logarithm falls if p + q / log t + Σ k e t^k is negative for all t from the start on.
    let start = RealInterval(start)
    let logarithm = ElementaryFunction.log.values(over: start)
    var slope = RealInterval(scale.power)
    if scale.logarithmicPower > 0 { slope = slope + RealInterval(scale.logarithmicPower) / logarithm }
    if let leading = scale.exponents.first {
      var sum = RealInterval.zero
      for exponent in scale.exponents {
        let coefficient = constants.enclosures[exponent.coefficient] * RealInterval(exponent.power)
        guard coefficient.isNotNegative || exponent == leading else { continue }
        // t^k ≤ t^m R^(k − m) for k ≤ m.
        let difference = RealInterval(exponent.power) - RealInterval(leading.power)
        sum = sum + coefficient * RealInterval.power(start, difference)
      }
      guard sum.isNegative else { return nil }
      slope = slope + sum * RealInterval.power(start, RealInterval(leading.power))
    }
    guard slope.isNotPositive else { return nil }
    var sum = RealInterval.zero
    for exponent in scale.exponents {
      let power = RealInterval.power(start, RealInterval(exponent.power))
      sum = sum + constants.enclosures[exponent.coefficient] * power
    }
    let factor =
      RealInterval.power(start, RealInterval(scale.power))
      * RealInterval.power(logarithm, RealInterval(scale.logarithmicPower))
    let first = factor * ElementaryFunction.exp.values(over: sum)
    guard !first.isEmpty else { return nil }
    return RealInterval(lower: .init(value: 0, isOpen: true), upper: first.upper)
  }
}
