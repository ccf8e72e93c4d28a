extension TailExpansion {
  /// The value of an elementary function of the expansion; nil if nothing is known of it.
  func applying(_ function: ElementaryFunction, in context: TailContext) -> TailExpansion? {
    let one = TailExpansion(1, in: context)
    switch function {
    case .negation: return negated(in: context)
    case .abs: return sign(in: context).map { $0 < 0 ? negated(in: context) : self }
    case .sign: return sign(in: context).map { TailExpansion(Double($0), in: context) }
    case .floor, .ceil, .round, .trunc: return steps(of: function, in: context)
    case .exp: return exponential(in: context)
    case .expm1: return exponential(in: context)?.difference(one, in: context)
    case .sin, .cos: return taylor(of: function, in: context) ?? TailExpansion(values: RealInterval(-1, 1))
    case .cosh: return taylor(of: function, in: context) ?? hyperbolic(sign: 1, in: context)
    case .sinh: return taylor(of: function, in: context) ?? hyperbolic(sign: -1, in: context)
    case .sqrt: return power(context.constants.number(0.5), in: context)
    case .log: return logarithm(in: context)
    case .log1p: return taylor(of: function, in: context) ?? sum(one, in: context)?.logarithm(in: context)
    case .log2, .log10:
      let base = context.constants.number(function == .log2 ? 2 : 10)
      let factor = context.constants.quotient(context.constants.number(1), context.constants.apply(.log, base))
      return logarithm(in: context)?.product(TailExpansion(constant: factor, in: context), in: context)
    default: break
    }
    switch limit(in: context) {
    case .infinite(let sign): return beyond(function, sign: sign, in: context)
    case .constant: return taylor(of: function, in: context)
    case nil:
      // The values alone, of a function that is continuous and defined everywhere.
      guard let values = values(in: context), function.isDefined(over: values) else { return nil }
      return TailExpansion(values: function.values(over: values))
    }
  }

  func difference(_ other: TailExpansion, in context: TailContext) -> TailExpansion? {
    sum(other.negated(in: context), in: context)
  }

  private func scaled(by factor: Double, in context: TailContext) -> TailExpansion? {
    product(TailExpansion(factor, in: context), in: context)
  }

  /// A staircase over values that lie within one step.
  private func steps(of function: ElementaryFunction, in context: TailContext) -> TailExpansion? {
    guard let values = values(in: context) else { return nil }
    let step = function.values(over: values)
    return step.isPoint ? TailExpansion(step.lower.value, in: context) : nil
  }

  /// (exp u ± exp −u) / 2.
  private func hyperbolic(sign: Double, in context: TailContext) -> TailExpansion? {
    negated(in: context).exponential(in: context)?.scaled(by: sign, in: context).flatMap { mirrored in
      exponential(in: context)?.sum(mirrored, in: context)?.scaled(by: 0.5, in: context)
    }
  }

  /// The expansion g(c) + g′(c) δ + g″(ξ) / 2 δ² of a function of what approaches a constant c.
  private func taylor(of function: ElementaryFunction, in context: TailContext) -> TailExpansion? {
    guard case .constant(let centre) = limit(in: context),
      let delta = difference(TailExpansion(constant: centre, in: context), in: context),
      let reach = delta.values(in: context)
    else { return nil }
    let constants = context.constants
    let point = constants.enclosures[centre]
    let box = (point + reach).hull(point)
    guard function.isDefined(over: box), function.isContinuous(over: box) else { return nil }
    let value = TailExpansion(constant: constants.apply(function, centre), in: context)
    if delta.terms.isEmpty { return value }
    var graph = FormulaGraph(constants: constants)
    let result = graph.unary(function, graph.variable)
    let slope = graph.derivative(of: result)
    let bend = graph.derivative(of: slope)
    var evaluation = BoxEvaluation(of: graph, results: [slope, bend])
    evaluation.evaluate(over: point)
    let slopeAtCentre = constants.derived("slope of \(function)", from: centre, evaluation[slope].values)
    evaluation.evaluate(over: box)
    guard evaluation[bend].isDefined, evaluation[slope].isContinuous, evaluation[bend].values.isFinite else {
      return nil
    }
    let last = evaluation[bend].values * RealInterval(0.5)
    return TailExpansion(values: last).product(delta, in: context)?
      .sum(TailExpansion(constant: slopeAtCentre, in: context), in: context)?
      .product(delta, in: context)?.sum(value, in: context)
  }

  /// The value of a function of what grows without bound to one side.
  private func beyond(_ function: ElementaryFunction, sign: Double, in context: TailContext) -> TailExpansion? {
    let one = TailExpansion(1, in: context)
    let magnitude = sign < 0 ? negated(in: context) : self
    // What vanishes: exp(−|u|).
    func decay(_ factor: Double) -> TailExpansion? {
      magnitude.scaled(by: -factor, in: context)?.exponential(in: context)
    }
    switch function {
    case .sigmoid:
      let ratio = decay(1).flatMap { small in
        small.sum(one, in: context)?.reciprocal(in: context)?.product(sign < 0 ? small : one, in: context)
      }
      return ratio
    case .logisticSlope:
      guard let small = decay(1), let inverse = small.sum(one, in: context)?.reciprocal(in: context) else { return nil }
      return inverse.product(inverse, in: context)?.product(small, in: context)
    case .squaredSecant:
      return scaled(by: 2, in: context)?.applying(.logisticSlope, in: context)?.scaled(by: 4, in: context)
    case .tanh:
      guard let small = decay(2), let inverse = small.sum(one, in: context)?.reciprocal(in: context) else { return nil }
      return one.difference(small, in: context)?.product(inverse, in: context)?.scaled(by: sign, in: context)
    case .softplus:
      guard let logarithm = decay(1)?.applying(.log1p, in: context) else { return nil }
      return sign < 0 ? logarithm : sum(logarithm, in: context)
    case .gaussian: return product(self, in: context)?.negated(in: context).exponential(in: context)
    case .erfc: return complementaryError(of: magnitude, sign: sign, in: context)
    case .erf: return applying(.erfc, in: context).flatMap { one.difference($0, in: context) }
    case .atan:
      let half = context.constants.named("π/2", RealInterval(1.5707963267948966, 1.5707963267948968))
      guard let rest = magnitude.reciprocal(in: context)?.applying(.atan, in: context) else { return nil }
      return TailExpansion(constant: half, in: context).difference(rest, in: context)?.scaled(by: sign, in: context)
    case .asinh:
      return magnitude.rootOfSquare(plus: 1, in: context)?.sum(magnitude, in: context)?.logarithm(in: context)?
        .scaled(by: sign, in: context)
    case .acosh where sign > 0:
      return rootOfSquare(plus: -1, in: context)?.sum(self, in: context)?.logarithm(in: context)
    default: return nil
    }
  }

  private func rootOfSquare(plus term: Double, in context: TailContext) -> TailExpansion? {
    product(self, in: context)?.sum(TailExpansion(term, in: context), in: context)?.applying(.sqrt, in: context)
  }

  /// erfc u for u > 0 is exp(−u²) / (u √π) times 1 − 1/(2u²) + 3/(4u⁴) − …, of which each partial sum is a bound
  /// (Abramowitz and Stegun, 7.1.23).
  private func complementaryError(of u: TailExpansion, sign: Double, in context: TailContext) -> TailExpansion? {
    guard u.sign(in: context) == 1, let inverse = u.reciprocal(in: context),
      let square = inverse.product(inverse, in: context), let bell = u.applying(.gaussian, in: context)
    else { return nil }
    let constants = context.constants
    let factor = constants.product(constants.named("2/√π", FormulaGraph.twoByRootOfPi), constants.number(0.5))
    let last = TailExpansion(values: RealInterval(0, 0.75))
    let value = last.product(square, in: context)?.sum(TailExpansion(-0.5, in: context), in: context)?
      .product(square, in: context)?.sum(TailExpansion(1, in: context), in: context)?
      .product(inverse, in: context)?.product(bell, in: context)?
      .product(TailExpansion(constant: factor, in: context), in: context)
    return sign > 0 ? value : value.flatMap { TailExpansion(2, in: context).difference($0, in: context) }
  }
}
