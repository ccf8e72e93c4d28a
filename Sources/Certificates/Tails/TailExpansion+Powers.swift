extension TailExpansion {
  /// The expansion divided by its leading term and less one: what the leading term is multiplied by is 1 + δ.
  private func relativeRest(in context: TailContext) -> (leading: Term, rest: TailExpansion, values: RealInterval)? {
    guard let leading = terms.first, leading.coefficient.isPositive || leading.coefficient.isNegative,
      let inverse = leading.inverse(in: context),
      let delta = TailExpansion(joining: rest.terms, in: context)?.product(
        TailExpansion(joining: [inverse], in: context) ?? .zero, in: context),
      let values = delta.values(in: context), values.lower.value > -1
    else { return nil }
    return (leading, delta, values)
  }

  /// One divided by the expansion: (1 − δ + δ² − δ³ / (1 + δ)) / leading term.
  func reciprocal(in context: TailContext) -> TailExpansion? {
    guard let (leading, delta, values) = relativeRest(in: context), let inverse = leading.inverse(in: context) else {
      return nil
    }
    let last = RealInterval.one / (.one + values)
    return Self.polynomial(in: delta, [1, -1, 1], last: -last, in: context)?
      .product(TailExpansion(term: inverse), in: context)
  }

  /// The power with a constant exponent of a positive expansion.
  func power(_ exponent: Int, in context: TailContext) -> TailExpansion? {
    guard let (leading, delta, values) = relativeRest(in: context), leading.coefficient.isPositive else { return nil }
    let constants = context.constants
    let enclosure = constants.enclosures[exponent]
    var scale = TailScale.one
    if !leading.scale.isOne {
      guard let exact = constants.exactValue(of: exponent), let power = context.power(leading.scale, exact) else {
        return nil
      }
      scale = power
    }
    let coefficient = leading.constant.map { constants.power($0, exponent) }
    let head = Term(
      coefficient: coefficient.map { constants.enclosures[$0] } ?? .power(leading.coefficient, enclosure),
      constant: coefficient, scale: scale)
    // (1 + δ)^a = 1 + a δ + a (a − 1) / 2 δ² (1 + ξ)^(a − 2) with ξ between 0 and δ.
    let bend = enclosure * (enclosure - .one) * RealInterval(0.5)
    let last = bend * .power(.one + values.hull(.zero), enclosure - RealInterval(2))
    let first = TailExpansion(1, in: context)
    guard let linear = delta.product(TailExpansion(constant: exponent, in: context), in: context),
      let square = delta.product(delta, in: context)?.product(TailExpansion(values: last), in: context),
      let sum = first.sum(linear, in: context)?.sum(square, in: context)
    else { return nil }
    return sum.product(TailExpansion(term: head), in: context)
  }

  /// The logarithm of a positive expansion.
  func logarithm(in context: TailContext) -> TailExpansion? {
    guard let (leading, delta, values) = relativeRest(in: context), leading.coefficient.isPositive,
      leading.scale.logarithmicPower == 0
    else { return nil }
    let constants = context.constants
    var terms: [Term] = []
    for exponent in leading.scale.exponents {
      terms += TailExpansion(constant: exponent.coefficient, scale: TailScale(power: exponent.power), in: context).terms
    }
    let logarithm = TailScale(logarithmicPower: 1)
    terms += TailExpansion(leading.scale.power, scale: logarithm, in: context).terms
    if let constant = leading.constant {
      terms += TailExpansion(constant: constants.apply(.log, constant), in: context).terms
    } else {
      terms += TailExpansion(values: ElementaryFunction.log.values(over: leading.coefficient)).terms
    }
    // log(1 + δ) = δ − δ² / 2 + δ³ / (3 (1 + ξ)³) with ξ between 0 and δ.
    let last = RealInterval.one / (RealInterval(3) * (.one + values.hull(.zero)).power(3))
    guard let series = Self.polynomial(in: delta, [0, 1, -0.5], last: last, in: context) else { return nil }
    return TailExpansion(joining: terms + series.terms, in: context)
  }

  /// The exponential function of the expansion.
  func exponential(in context: TailContext) -> TailExpansion? {
    let constants = context.constants
    var scale = TailScale.one
    var factor = constants.number(1)
    var values = RealInterval.one
    var small: [Term] = []
    for term in terms {
      guard let order = context.order(of: term.scale) else { return nil }
      if order == .smaller {
        small.append(term)
      } else if term.scale.isOne {
        if let constant = term.constant {
          factor = constants.product(factor, constants.apply(.exp, constant))
        } else {
          values = values * ElementaryFunction.exp.values(over: term.coefficient)
        }
      } else if let constant = term.constant, term.scale.isPower {
        scale.exponents.append(.init(power: term.scale.power, coefficient: constant))
      } else if let constant = term.constant, let power = constants.exactValue(of: constant),
        term.scale == TailScale(logarithmicPower: 1)
      {
        scale.power = power
      } else {
        return bounded(in: context)
      }
    }
    guard let rest = TailExpansion(joining: small, in: context), let bounds = rest.values(in: context) else {
      return nil
    }
    // exp δ = 1 + δ + δ² / 2 + δ³ / 6 exp ξ with ξ between 0 and δ.
    let last = ElementaryFunction.exp.values(over: bounds.hull(.zero)) / RealInterval(6)
    let head = TailExpansion(constant: factor, scale: scale, in: context)
    return Self.polynomial(in: rest, [1, 1, 0.5], last: last, in: context)?.product(head, in: context)?
      .product(values == .one ? TailExpansion(1, in: context) : TailExpansion(values: values), in: context)
  }

  /// The exponential of what falls faster than every power of t: it is less than exp(−t²), and nothing else is known.
  private func bounded(in context: TailContext) -> TailExpansion? {
    let parabola = TailExpansion(1, scale: TailScale(power: 2), in: context)
    guard let sum = sum(parabola, in: context), sum.sign(in: context) == -1 else { return nil }
    let scale = TailScale(exponents: [.init(power: 2, coefficient: context.constants.number(-1))])
    return TailExpansion(
      values: RealInterval(lower: .init(value: 0, isOpen: true), upper: RealInterval.one.upper), scale: scale)
  }

  /// c₀ + c₁ δ + c₂ δ² + last · δ³.
  static func polynomial(
    in delta: TailExpansion, _ coefficients: [Double], last: RealInterval, in context: TailContext
  ) -> TailExpansion? {
    guard !delta.terms.isEmpty else { return TailExpansion(coefficients[0], in: context) }
    var sum = TailExpansion(values: last)
    for coefficient in coefficients.reversed() {
      guard
        let next = sum.product(delta, in: context)?.sum(TailExpansion(coefficient, in: context), in: context)
      else { return nil }
      sum = next
    }
    return sum
  }
}

extension TailExpansion.Term {
  /// One divided by the term.
  func inverse(in context: TailContext) -> Self? {
    guard let scale = context.product(.one, scale, inverted: true) else { return nil }
    if let constant {
      let inverse = context.constants.quotient(context.constants.number(1), constant)
      return Self(coefficient: context.constants.enclosures[inverse], constant: inverse, scale: scale)
    }
    return Self(coefficient: .one / coefficient, constant: nil, scale: scale)
  }
}
