import Activations

/// The tangents of a graph's nodes, each of which is added to the graph by the chain rule.
///
/// A tangent of 0 may meet an infinite slope: √ has one at 0, and relu rests at 0. Where an operand is 0 or another constant
/// because a mask has chosen that constant, the product is 0, as PyTorch's masked backward passes have it; so beside each
/// tangent stands a truth value that says where its node is constant. It costs something at those nodes alone that are
/// masked and whose tangents may be infinite.
struct Differentiation {
  private(set) var graph: ExpressionGraph
  /// Of each node so far; nil for those that do not depend on the variable.
  private(set) var tangents: [Int?] = []
  /// The place of the truth value that says where each node so far is constant.
  private var constancies: [Int] = []
  /// Whether each node of the graph, tangents among them, is finite for every x of moderate size.
  private var isBounded: [Bool] = []

  init(of graph: ExpressionGraph) { self.graph = graph }

  /// Adds the tangent of the next node, and what says where the node is constant.
  mutating func addTangent(of place: Int) {
    let tangent = unmaskedTangent(of: place)
    let constancy = tangent == nil ? graph.constant(1) : self.constancy(of: place)
    constancies.append(constancy)
    tangents.append(tangent.map { masked($0, where: constancy) })
  }

  // MARK: - Tangents

  private mutating func unmaskedTangent(of place: Int) -> Int? {
    switch graph.nodes[place] {
    case .variable:
      return graph.constant(1)
    case .constant:
      return nil
    case .unary(let operation, let operand):
      guard let inner = tangents[operand] else { return nil }
      if operation == .negation { return graph.unary(.negation, inner) }
      return graph.slope(of: operation, at: operand, value: place).map { graph.product($0, inner) }
    case .binary(let operation, let left, let right):
      guard tangents[left] != nil || tangents[right] != nil else { return nil }
      return tangent(of: operation, left, right, value: place)
    case .selection(let condition, let first, let second):
      return tangent(ofChoiceBy: condition, first, second)
    case .choice(let comparison, let left, let right, let first, let second):
      return tangent(ofChoiceBy: graph.add(.binary(comparison, left, right)), first, second)
    case .clamp(let operand, let low, let high):
      guard let inner = tangents[operand] else { return nil }
      let (zero, low, high) = (graph.constant(0), graph.add(.constant(low)), graph.add(.constant(high)))
      let unraised = graph.selection(graph.add(.binary(.isLessOrEqual, operand, low)), zero, inner)
      return graph.selection(graph.add(.binary(.isLessOrEqual, high, operand)), zero, unraised)
    case .value(let function, let operand):
      guard let inner = tangents[operand] else { return nil }
      return graph.product(graph.add(.slope(function, operand)), inner)
    case .slope:
      preconditionFailure("A derivative is taken once.")
    }
  }

  private mutating func tangent(of operation: BinaryOperation, _ left: Int, _ right: Int, value: Int) -> Int? {
    switch operation {
    case .sum: return sum(tangents[left], tangents[right])
    case .difference: return difference(tangents[left], tangents[right])
    case .product: return sum(term(right, from: left), term(left, from: right))
    case .quotient:
      // (l / r)′ = (l′ − (l / r) · r′) / r: no square of r, which could overflow.
      return difference(tangents[left], term(value, from: right)).map { graph.add(.binary(.quotient, $0, right)) }
    case .pow: return tangentOfPower(left, right, value: value)
    case .mod:
      // l − t · r with the whole number t = (l − value) / r of turns.
      guard tangents[right] != nil else { return tangents[left] }
      let whole = graph.add(.binary(.quotient, graph.add(.binary(.difference, left, value)), right))
      return difference(tangents[left], term(graph.unary(.round, whole), from: right))
    case .min: return tangent(ofLesserOf: left, right, by: graph.add(.binary(.isLess, left, right)))
    case .max: return tangent(ofLesserOf: left, right, by: graph.add(.binary(.isLess, right, left)))
    case .isLess, .isLessOrEqual, .isEqual: return nil
    }
  }

  /// A slope times the tangent of an operand; nil where there is no tangent.
  private mutating func term(_ slope: Int, from operand: Int) -> Int? {
    tangents[operand].map { masked(graph.product($0, slope), where: constancies[operand]) }
  }

  private mutating func sum(_ first: Int?, _ second: Int?) -> Int? {
    guard let first, let second else { return first ?? second }
    return graph.add(.binary(.sum, first, second))
  }

  private mutating func difference(_ first: Int?, _ second: Int?) -> Int? {
    guard let second else { return first }
    guard let first else { return graph.unary(.negation, second) }
    return graph.add(.binary(.difference, first, second))
  }

  private mutating func tangent(ofChoiceBy condition: Int, _ first: Int, _ second: Int) -> Int? {
    guard tangents[first] != nil || tangents[second] != nil else { return nil }
    return graph.selection(condition, tangents[first] ?? graph.constant(0), tangents[second] ?? graph.constant(0))
  }

  /// The tangent of the chosen side, and where both are equal half of each.
  private mutating func tangent(ofLesserOf left: Int, _ right: Int, by isLeft: Int) -> Int {
    let (first, second) = (tangents[left] ?? graph.constant(0), tangents[right] ?? graph.constant(0))
    let half = graph.product(graph.constant(0.5), graph.add(.binary(.sum, first, second)))
    let unequal = graph.selection(isLeft, first, second)
    return graph.selection(graph.add(.binary(.isEqual, left, right)), half, unequal)
  }

  private mutating func tangentOfPower(_ base: Int, _ exponent: Int, value: Int) -> Int? {
    let zero = graph.constant(0)
    var parts: [Int?] = [nil, nil]
    if tangents[base] != nil {
      let reduced = graph.add(.binary(.difference, exponent, graph.constant(1)))
      let slope = graph.product(exponent, graph.binary(.pow, base, reduced))
      let isConstant = graph.add(.binary(.isEqual, exponent, zero))
      parts[0] = term(graph.selection(isConstant, zero, slope), from: base)
    }
    if tangents[exponent] != nil {
      let slope = graph.product(value, graph.unary(.log, base))
      let isNotNegative = graph.add(.binary(.isLessOrEqual, zero, exponent))
      let isZero = graph.product(graph.add(.binary(.isEqual, base, zero)), isNotNegative)
      parts[1] = term(graph.selection(isZero, zero, slope), from: exponent)
    }
    return sum(parts[0], parts[1])
  }
}

extension Differentiation {
  // MARK: - Constancy

  /// Zero where the truth value holds, unless the tangent is finite and so zero there anyway.
  private mutating func masked(_ tangent: Int, where constancy: Int) -> Int {
    if graph.constantValue(of: constancy) == 0 { return tangent }
    while isBounded.count < graph.nodes.count { isBounded.append(isBounded(graph.nodes[isBounded.count])) }
    return isBounded[tangent] ? tangent : graph.selection(constancy, graph.constant(0), tangent)
  }

  /// Whether a node is finite for every x of moderate size, as far as that is plain.
  private func isBounded(_ node: ExpressionGraph.Node) -> Bool {
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
    case .value(let function, let operand), .slope(let function, let operand):
      return isBounded[operand] && !(graph.functions[function] is Exponential)
    }
  }

  /// The place of the truth value that says where a node that depends on the variable does not vary with it.
  private mutating func constancy(of place: Int) -> Int {
    let never = graph.constant(0)
    switch graph.nodes[place] {
    case .variable, .constant, .slope: return never
    case .unary(let operation, let operand):
      return either(constancies[operand], isInside: operation.constantTails, operand)
    case .binary(let operation, let left, let right):
      let (first, second) = (constancies[left], constancies[right])
      switch operation {
      case .sum, .difference, .mod: return both(first, second)
      case .product, .quotient, .pow:
        if graph.constantValue(of: first) == 1 { return second }
        if graph.constantValue(of: second) == 1 { return first }
        // Nothing times a number is nothing, a number over nothing infinite, and a number to the power of nothing one.
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

  /// Of the numbers 1 and 0 the product says "and".
  private mutating func both(_ first: Int, _ second: Int) -> Int {
    let (one, other) = (graph.constantValue(of: first), graph.constantValue(of: second))
    if one == 0 || other == 0 { return graph.constant(0) }
    return graph.product(first, second)
  }

  /// Of the numbers 1 and 0 the maximum says "or".
  private mutating func either(_ first: Int, _ second: Int) -> Int {
    let (one, other) = (graph.constantValue(of: first), graph.constantValue(of: second))
    if one == 1 || other == 1 { return graph.constant(1) }
    if one == 0 { return second }
    return other == 0 ? first : graph.add(.binary(.max, first, second))
  }
}

// Where an exponential has died away the function is a constant in double precision, far before its operand is infinite:
// exp(−1/x) is 0 beside 0, however steep 1/x is. A slope that dies away more slowly, as that of the arc tangent, may be all
// that is left of a product with a steep operand, and does not count.

extension UnaryOperation {
  fileprivate var constantTails: [ClosedRange<Double>] {
    switch self {
    case .exp, .expm1: [-.infinity...(-1e3)]
    case .erf, .erfc: [-.infinity...(-30), 30...(.infinity)]
    default: []
    }
  }
}

extension RealFunction {
  fileprivate var constantTails: [ClosedRange<Double>] {
    let distance = 1e4
    func isConstant(_ sign: Double) -> Bool {
      derivative(at: sign * distance) == 0 && value(at: sign * distance) == value(at: sign * .infinity)
    }
    return (isConstant(-1) ? [-.infinity...(-distance)] : []) + (isConstant(1) ? [distance...(.infinity)] : [])
  }
}
