import Activations

/// A formula as a directed acyclic graph of operations on real numbers, without any rounding.
///
/// Constants are folded into enclosures, and equal operations are shared.
struct FormulaGraph {
  /// A comparison of two numbers, whose result is 1 or 0.
  enum Comparison: Hashable { case isLess, isLessOrEqual, isEqual }

  /// An operation whose operands are the indices of earlier nodes.
  enum Node: Hashable {
    case variable
    /// The constant with an index in the table.
    case constant(Int)
    case unary(ElementaryFunction, Int)
    case sum(Int, Int)
    case difference(Int, Int)
    case product(Int, Int)
    case quotient(Int, Int)
    /// A power with a whole exponent of at least 2.
    case wholePower(Int, Int)
    /// Any other power.
    case power(Int, Int)
    case minimum(Int, Int)
    case maximum(Int, Int)
    case modulo(Int, Int)
    case comparison(Comparison, Int, Int)
    /// The second operand if the first is not zero, else the third.
    case choice(Int, Int, Int)
  }

  let constants: ConstantTable
  private(set) var nodes: [Node] = []
  private var places: [Node: Int] = [:]
  private var derivatives: [Int: Int] = [:]

  init(constants: ConstantTable) { self.constants = constants }

  private mutating func add(_ node: Node) -> Int {
    if let place = places[node] { return place }
    nodes.append(node)
    places[node] = nodes.count - 1
    return nodes.count - 1
  }

  var variable: Int { mutating get { add(.variable) } }

  mutating func number(_ value: Double) -> Int { add(.constant(constants.number(value))) }
  mutating func constant(_ constant: Int) -> Int { add(.constant(constant)) }

  /// The index in the table of a node that is a constant.
  func constantIndex(of place: Int) -> Int? { if case .constant(let index) = nodes[place] { index } else { nil } }

  /// The value of a node that is a floating-point number.
  func exactValue(of place: Int) -> Double? { constantIndex(of: place).flatMap { constants.exactValue(of: $0) } }

  // MARK: - Operations

  mutating func unary(_ function: ElementaryFunction, _ operand: Int) -> Int {
    if let index = constantIndex(of: operand) { return constant(constants.apply(function, index)) }
    switch (function, nodes[operand]) {
    case (.negation, _): return product(number(-1), operand)
    case (.abs, .unary(.exp, _)), (.abs, .unary(.abs, _)): return operand
    case (.log1p, .unary(.exp, let inner)): return add(.unary(.softplus, inner))
    case (.log, .sum(let left, let right)):
      if let inner = exponent(ofOneAnd: left, right) { return add(.unary(.softplus, inner)) }
      if exactValue(of: left) == 1 { return add(.unary(.log1p, right)) }
      return add(.unary(exactValue(of: right) == 1 ? .log1p : .log, exactValue(of: right) == 1 ? left : operand))
    default: return add(.unary(function, operand))
    }
  }

  mutating func sum(_ left: Int, _ right: Int) -> Int {
    if let first = constantIndex(of: left), let second = constantIndex(of: right) {
      return constant(constants.sum(first, second))
    }
    if exactValue(of: left) == 0 { return right }
    if exactValue(of: right) == 0 { return left }
    if left == right { return product(number(2), left) }
    if exactValue(of: left) == 1, let tail = tail(of: right, sign: -1) { return tail }
    if exactValue(of: right) == 1, let tail = tail(of: left, sign: -1) { return tail }
    return add(.sum(min(left, right), max(left, right)))
  }

  mutating func difference(_ left: Int, _ right: Int) -> Int {
    if let first = constantIndex(of: left), let second = constantIndex(of: right) {
      return constant(constants.sum(first, constants.negated(second)))
    }
    if exactValue(of: right) == 0 { return left }
    if exactValue(of: left) == 0 { return product(number(-1), right) }
    if exactValue(of: left) == 1, let tail = tail(of: right, sign: 1) { return tail }
    if exactValue(of: right) == 1, case .unary(.exp, let inner) = nodes[left] { return unary(.expm1, inner) }
    return add(.difference(left, right))
  }

  mutating func product(_ left: Int, _ right: Int) -> Int {
    let (first, second) = (constantIndex(of: left), constantIndex(of: right))
    if let first, let second { return constant(constants.product(first, second)) }
    if let first { return scaled(right, by: first) }
    if let second { return scaled(left, by: second) }
    // Constant factors are moved outwards, where they may cancel.
    if let (factor, rest) = factored(left) { return scaled(product(rest, right), by: factor) }
    if let (factor, rest) = factored(right) { return scaled(product(left, rest), by: factor) }
    if left == right { return wholePower(left, 2) }
    return add(.product(min(left, right), max(left, right)))
  }

  private mutating func scaled(_ operand: Int, by factor: Int) -> Int {
    if constants.exactValue(of: factor) == 1 { return operand }
    if let (inner, rest) = factored(operand) { return scaled(rest, by: constants.product(factor, inner)) }
    return add(.product(constant(factor), operand))
  }

  /// The constant factor of a product, and the rest.
  private func factored(_ place: Int) -> (factor: Int, rest: Int)? {
    guard case .product(let left, let right) = nodes[place] else { return nil }
    if let factor = constantIndex(of: left) { return (factor, right) }
    return constantIndex(of: right).map { ($0, left) }
  }

  mutating func quotient(_ left: Int, _ right: Int) -> Int {
    if let second = constantIndex(of: right), constants.exactValue(of: second) != 0 {
      if let first = constantIndex(of: left) { return constant(constants.quotient(first, second)) }
      if let (factor, rest) = factored(left) { return scaled(rest, by: constants.quotient(factor, second)) }
      if let value = constants.exactValue(of: second), (1 / value) * value == 1,
        value.significand == 1, value.magnitude < 0x1p500, value.magnitude > 0x1p-500
      {
        return scaled(left, by: constants.number(1 / value))
      }
    }
    if case .sum(let first, let second) = nodes[right], let inner = exponent(ofOneAnd: first, second) {
      let (factor, rest) = factored(left) ?? (constants.number(1), left)
      if let factor = constantIndex(of: left) {
        return scaled(unary(.sigmoid, product(number(-1), inner)), by: factor)
      }
      if nodes[rest] == .unary(.exp, inner) { return scaled(add(.unary(.sigmoid, inner)), by: factor) }
    }
    return add(.quotient(left, right))
  }

  // The following are replaced by functions of one operand, which occurs once and cancels nothing: log(1 + exp u),
  // log(1 + u), exp u − 1, 1 / (1 + exp u), exp u / (1 + exp u), 1 ± erf u and 1 ± tanh u.

  /// The u of 1 + exp u; nil for other sums.
  private func exponent(ofOneAnd left: Int, _ right: Int) -> Int? {
    if exactValue(of: left) == 1, case .unary(.exp, let inner) = nodes[right] { return inner }
    if exactValue(of: right) == 1, case .unary(.exp, let inner) = nodes[left] { return inner }
    return nil
  }

  /// 1 − sign · erf u or 1 − sign · tanh u; nil for other operands.
  private mutating func tail(of operand: Int, sign: Double) -> Int? {
    switch nodes[operand] {
    case .unary(.erf, let inner): return unary(.erfc, product(number(sign), inner))
    case .unary(.tanh, let inner):
      return product(number(2), unary(.sigmoid, product(number(-2 * sign), inner)))
    default: return nil
    }
  }

  mutating func wholePower(_ base: Int, _ exponent: Int) -> Int {
    switch exponent {
    case ..<0: return quotient(number(1), wholePower(base, -exponent))
    case 0: return number(1)
    case 1: return base
    default: break
    }
    if let (factor, rest) = factored(base) {
      var power = factor
      for _ in 1..<min(exponent, 8) { power = constants.product(power, factor) }
      if exponent <= 8 { return scaled(wholePower(rest, exponent), by: power) }
    }
    if let index = constantIndex(of: base) {
      return constant(constants.power(index, constants.number(Double(exponent))))
    }
    // sin² u = (1 − cos 2u) / 2, in which the operand occurs once.
    if exponent == 2, case .unary(.sin, let angle) = nodes[base] {
      let double = unary(.cos, product(number(2), angle))
      return difference(number(0.5), product(number(0.5), double))
    }
    return add(.wholePower(base, exponent))
  }

  mutating func power(_ base: Int, _ exponent: Int) -> Int {
    if let value = exactValue(of: exponent) {
      if value == value.rounded(), value.magnitude <= 64 { return wholePower(base, Int(value)) }
      if value == 0.5 { return unary(.sqrt, base) }
    }
    if let base = constantIndex(of: base), let exponent = constantIndex(of: exponent),
      constants.enclosures[base].isPositive
    {
      return constant(constants.power(base, exponent))
    }
    return add(.power(base, exponent))
  }

  mutating func minimum(_ left: Int, _ right: Int) -> Int { left == right ? left : add(.minimum(left, right)) }
  mutating func maximum(_ left: Int, _ right: Int) -> Int { left == right ? left : add(.maximum(left, right)) }
  mutating func modulo(_ left: Int, _ right: Int) -> Int { add(.modulo(left, right)) }

  mutating func comparison(_ comparison: Comparison, _ left: Int, _ right: Int) -> Int {
    add(.comparison(comparison, left, right))
  }

  mutating func choice(_ condition: Int, _ first: Int, _ second: Int) -> Int {
    first == second ? first : add(.choice(condition, first, second))
  }
}

extension FormulaGraph {
  /// Adds the derivative of a node with respect to the variable, which holds wherever no condition changes.
  mutating func derivative(of place: Int) -> Int {
    if let known = derivatives[place] { return known }
    let result = makeDerivative(of: place)
    derivatives[place] = result
    return result
  }

  /// The greatest number of operations from a node to the variable or a constant.
  func depth(of place: Int) -> Int {
    var depths: [Int] = []
    for node in 0...place { depths.append(operands(of: node).reduce(0) { max($0, depths[$1] + 1) }) }
    return depths[place]
  }

  /// The indices of the operands of a node.
  func operands(of place: Int) -> [Int] {
    switch nodes[place] {
    case .variable, .constant: []
    case .unary(_, let operand), .wholePower(let operand, _): [operand]
    case .sum(let left, let right), .difference(let left, let right), .product(let left, let right),
      .quotient(let left, let right), .power(let left, let right), .minimum(let left, let right),
      .maximum(let left, let right), .modulo(let left, let right), .comparison(_, let left, let right):
      [left, right]
    case .choice(let condition, let first, let second): [condition, first, second]
    }
  }
}
