extension FormulaGraph {
  mutating func makeDerivative(of place: Int) -> Int {
    switch nodes[place] {
    case .variable: return number(1)
    case .constant, .comparison: return number(0)
    case .unary(let function, let operand):
      let inner = derivative(of: operand)
      if exactValue(of: inner) == 0 { return inner }
      return product(slope(of: function, at: operand, value: place), inner)
    case .sum(let left, let right): return sum(derivative(of: left), derivative(of: right))
    case .difference(let left, let right): return difference(derivative(of: left), derivative(of: right))
    case .product(let left, let right): return sum(term(right, from: left), term(left, from: right))
    case .quotient(let left, let right):
      // (l / r)′ = (l′ − (l / r) · r′) / r.
      return quotient(difference(derivative(of: left), term(place, from: right)), right)
    case .wholePower(let base, let exponent):
      let reduced = product(number(Double(exponent)), wholePower(base, exponent - 1))
      return term(reduced, from: base)
    case .power(let base, let exponent): return derivativeOfPower(place, base, exponent)
    case .minimum(let left, let right):
      return choice(comparison(.isLess, left, right), derivative(of: left), derivative(of: right))
    case .maximum(let left, let right):
      return choice(comparison(.isLess, right, left), derivative(of: left), derivative(of: right))
    case .modulo(let left, let right):
      // The value is l − r ⌊l / r⌋.
      let turns = unary(.floor, quotient(left, right))
      return difference(derivative(of: left), term(turns, from: right))
    case .choice(let condition, let first, let second):
      return choice(condition, derivative(of: first), derivative(of: second))
    }
  }

  /// A slope times the derivative of an operand.
  private mutating func term(_ slope: Int, from operand: Int) -> Int {
    let inner = derivative(of: operand)
    return exactValue(of: inner) == 0 ? inner : product(slope, inner)
  }

  private mutating func derivativeOfPower(_ place: Int, _ base: Int, _ exponent: Int) -> Int {
    if let index = constantIndex(of: exponent) {
      let reduced = constant(constants.sum(index, constants.number(-1)))
      return term(product(exponent, power(base, reduced)), from: base)
    }
    let first = term(unary(.log, base), from: exponent)
    let second = product(exponent, quotient(derivative(of: base), base))
    return product(place, sum(first, second))
  }

  /// The derivative of an elementary function at its operand.
  private mutating func slope(of function: ElementaryFunction, at operand: Int, value: Int) -> Int {
    let one = number(1)
    switch function {
    case .negation: return number(-1)
    case .sign, .floor, .ceil, .round, .trunc: return number(0)
    case .abs: return unary(.sign, operand)
    case .sqrt: return quotient(number(0.5), value)
    case .exp: return value
    case .expm1: return unary(.exp, operand)
    case .log: return quotient(one, operand)
    case .log1p: return quotient(one, sum(one, operand))
    case .log2: return quotient(constant(reciprocal(ofLogarithmOf: 2)), operand)
    case .log10: return quotient(constant(reciprocal(ofLogarithmOf: 10)), operand)
    case .sin: return unary(.cos, operand)
    case .cos: return unary(.negation, unary(.sin, operand))
    case .tan: return sum(one, wholePower(value, 2))
    case .asin: return quotient(one, unary(.sqrt, difference(one, wholePower(operand, 2))))
    case .acos: return quotient(number(-1), unary(.sqrt, difference(one, wholePower(operand, 2))))
    case .atan: return quotient(one, sum(one, wholePower(operand, 2)))
    case .sinh: return unary(.cosh, operand)
    case .cosh: return unary(.sinh, operand)
    case .tanh: return unary(.squaredSecant, operand)
    case .asinh: return quotient(one, unary(.sqrt, sum(one, wholePower(operand, 2))))
    case .acosh: return quotient(one, unary(.sqrt, difference(wholePower(operand, 2), one)))
    case .atanh: return quotient(one, difference(one, wholePower(operand, 2)))
    case .erf: return product(constant(twoByRootOfPi), unary(.gaussian, operand))
    case .erfc: return product(constant(constants.negated(twoByRootOfPi)), unary(.gaussian, operand))
    case .erfinv:
      let square = unary(.exp, wholePower(value, 2))
      return quotient(square, constant(twoByRootOfPi))
    case .sigmoid: return unary(.logisticSlope, operand)
    case .softplus: return unary(.sigmoid, operand)
    case .gaussian: return product(product(number(-2), operand), value)
    case .logisticSlope:
      let half = unary(.tanh, product(number(0.5), operand))
      return product(product(number(-1), half), value)
    case .squaredSecant: return product(product(number(-2), unary(.tanh, operand)), value)
    }
  }

  private func reciprocal(ofLogarithmOf base: Double) -> Int {
    let logarithm = constants.apply(.log, constants.number(base))
    return constants.quotient(constants.number(1), logarithm)
  }

  /// The constant 2/√π.
  private var twoByRootOfPi: Int { constants.named("2/√π", Self.twoByRootOfPi) }

  static let twoByRootOfPi = RealInterval(1.1283791670955123, 1.1283791670955128)
}
