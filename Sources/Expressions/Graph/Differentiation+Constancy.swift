import Activations

extension Differentiation {
  /// The tangent, replaced by zero where the truth value holds. A finite tangent is zero there anyway.
  mutating func masked(_ tangent: Int, where constancy: Int) -> Int {
    if graph.constantValue(of: constancy) == 0 { return tangent }
    while isBounded.count < graph.nodes.count { isBounded.append(isBounded(graph.nodes[isBounded.count])) }
    return isBounded[tangent] ? tangent : graph.selection(constancy, graph.constant(0), tangent)
  }

  /// Whether a node is known to be finite for every x of moderate size.
  func isBounded(_ node: ExpressionGraph.Node) -> Bool {
    switch node {
    case .variable: return true
    case .constant(let bits): return Double(bitPattern: bits).isFinite
    case .unary(let operation, let operand):
      switch operation {
      case .negation, .inversion, .abs, .sign, .floor, .ceil, .round, .trunc, .sin, .cos, .atan, .asinh, .erf, .erfc:
        return isBounded[operand]
      case .sqrt, .exp, .expm1, .log, .log1p, .log2, .log10, .tan, .asin, .acos, .sinh, .cosh, .acosh, .atanh, .erfinv:
        return false
      }
    case .binary(let operation, let left, let right):
      switch operation {
      case .sum, .difference, .product, .min, .max: return isBounded[left] && isBounded[right]
      case .quotient, .mod: return isBounded[left] && isBounded[right] && (graph.constantValue(of: right) ?? 0) != 0
      case .pow:
        guard let exponent = graph.constantValue(of: right) else { return false }
        return isBounded[left] && exponent >= 0 && exponent.rounded() == exponent
      case .isLess, .isLessOrEqual, .isEqual: return true
      }
    case .selection(_, let first, let second), .choice(_, _, _, let first, let second):
      return isBounded[first] && isBounded[second]
    case .clamp(let operand, _, _): return isBounded[operand]
    case .value(let function, let operand), .slope(let function, let operand), .bend(let function, let operand):
      return isBounded[operand] && !(graph.functions[function] is Exponential)
    }
  }

  /// The index of the truth value that says where a node that depends on the variable is constant.
  mutating func constancy(of place: Int) -> Int {
    let never = graph.constant(0)
    switch graph.nodes[place] {
    case .variable, .constant, .slope, .bend: return never
    case .unary(let operation, let operand):
      return either(constancies[operand], isInside: operation.constantTails, operand)
    case .binary(let operation, let left, let right):
      let (first, second) = (constancies[left], constancies[right])
      switch operation {
      case .sum, .difference, .mod: return both(first, second)
      case .product, .quotient, .pow:
        if graph.constantValue(of: first) == 1 { return second }
        if graph.constantValue(of: second) == 1 { return first }
        // A constant factor 0 makes a product constant, and so do 0 as divisor and 0 as exponent.
        let isZero = either(both(first, comparesEqual(left, 0)), both(second, comparesEqual(right, 0)))
        return either(both(first, second), isZero)
      case .min: return constancy(ofLesserOf: left, right, by: .binary(.isLess, left, right))
      case .max: return constancy(ofLesserOf: left, right, by: .binary(.isLess, right, left))
      case .isLess, .isLessOrEqual, .isEqual: return never
      }
    case .selection(let condition, let first, let second):
      return graph.selection(condition, constancies[first], constancies[second])
    case .choice(let comparison, let left, let right, let first, let second):
      let condition = graph.add(.binary(comparison, left, right))
      return graph.selection(condition, constancies[first], constancies[second])
    case .clamp(let operand, let low, let high):
      let isLow = graph.add(.binary(.isLessOrEqual, operand, graph.add(.constant(low))))
      let isHigh = graph.add(.binary(.isLessOrEqual, graph.add(.constant(high)), operand))
      return either(constancies[operand], either(isLow, isHigh))
    case .value(let function, let operand):
      let function = graph.functions[function]
      return either(constancies[operand], isInside: function.constantPieces + function.constantTails, operand)
    }
  }

  private mutating func constancy(ofLesserOf left: Int, _ right: Int, by isLeft: ExpressionGraph.Node) -> Int {
    let unequal = graph.selection(graph.add(isLeft), constancies[left], constancies[right])
    return graph.selection(
      graph.add(.binary(.isEqual, left, right)), both(constancies[left], constancies[right]), unequal)
  }

  private mutating func either(_ constancy: Int, isInside pieces: [ClosedRange<Double>], _ operand: Int) -> Int {
    pieces.reduce(constancy) { either($0, isInside($1, operand)) }
  }

  private mutating func isInside(_ piece: ClosedRange<Double>, _ operand: Int) -> Int {
    func bound(_ value: Double) -> Int? { value.isFinite ? graph.constant(value) : nil }
    let isAbove = bound(piece.lowerBound).map { graph.add(.binary(.isLessOrEqual, $0, operand)) }
    let isBelow = bound(piece.upperBound).map { graph.add(.binary(.isLessOrEqual, operand, $0)) }
    return both(isAbove ?? graph.constant(1), isBelow ?? graph.constant(1))
  }

  private mutating func comparesEqual(_ place: Int, _ value: Double) -> Int {
    graph.add(.binary(.isEqual, place, graph.constant(value)))
  }

  /// The conjunction of two truth values, which is their product.
  private mutating func both(_ first: Int, _ second: Int) -> Int {
    let (one, other) = (graph.constantValue(of: first), graph.constantValue(of: second))
    if one == 0 || other == 0 { return graph.constant(0) }
    return graph.product(first, second)
  }

  /// The disjunction of two truth values, which is their maximum.
  private mutating func either(_ first: Int, _ second: Int) -> Int {
    let (one, other) = (graph.constantValue(of: first), graph.constantValue(of: second))
    if one == 1 || other == 1 { return graph.constant(1) }
    if one == 0 { return second }
    return other == 0 ? first : graph.add(.binary(.max, first, second))
  }
}

// Where an exponential has decayed, the function is constant in double precision, long before its operand is infinite:
// exp(−1/x) is 0 near 0, however steep 1/x is. A slope that decays more slowly, such as that of the arc tangent, may be
// significant in a product with a steep operand, so that the function does not count as constant.

extension UnaryOperation {
  /// The intervals towards infinity over which the operation is constant in double precision.
  fileprivate var constantTails: [ClosedRange<Double>] {
    switch self {
    case .exp, .expm1: [-.infinity...(-1e3)]
    case .erf, .erfc: [-.infinity...(-30), 30...(.infinity)]
    default: []
    }
  }
}

extension RealFunction {
  /// The intervals towards infinity over which the function is constant in double precision.
  fileprivate var constantTails: [ClosedRange<Double>] {
    let distance = 1e4
    func isConstant(_ sign: Double) -> Bool {
      derivative(at: sign * distance) == 0 && value(at: sign * distance) == value(at: sign * .infinity)
    }
    return (isConstant(-1) ? [-.infinity...(-distance)] : []) + (isConstant(1) ? [distance...(.infinity)] : [])
  }
}
