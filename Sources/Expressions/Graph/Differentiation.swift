/// The tangents of the nodes of a graph, which are added to the graph by the chain rule.
///
/// A tangent of 0 may be multiplied by an infinite slope, e.g. in √(relu(x)), where √ has an infinite slope at 0. Where
/// an operand is constant because a mask has chosen a constant, the product must be 0, as in PyTorch's masked backward
/// passes. For each node there is therefore a truth value that says where it is constant. It has a cost only at nodes
/// that are masked and whose tangents may be infinite.
struct Differentiation {
  var graph: ExpressionGraph
  /// The index of the tangent of each node so far; nil for nodes that do not depend on the variable.
  private(set) var tangents: [Int?] = []
  /// The index of the truth value that says where each node so far is constant.
  var constancies: [Int] = []
  /// Whether each node of the graph, tangents included, is finite for every x of moderate size.
  var isBounded: [Bool] = []

  init(of graph: ExpressionGraph) { self.graph = graph }

  /// Adds the tangent of the next node and the truth value that says where the node is constant.
  mutating func addTangent(of place: Int) {
    let tangent = unmaskedTangent(of: place)
    let constancy = tangent == nil ? graph.constant(1) : self.constancy(of: place)
    constancies.append(constancy)
    tangents.append(tangent.map { masked($0, where: constancy) })
  }

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
    case .slope(let function, let operand):
      guard let inner = tangents[operand] else { return nil }
      return graph.product(graph.add(.bend(function, operand)), inner)
    case .bend:
      preconditionFailure("A derivative is taken twice at most.")
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
      // The value is l − t · r with the integer t = (l − value) / r.
      guard tangents[right] != nil else { return tangents[left] }
      let whole = graph.add(.binary(.quotient, graph.add(.binary(.difference, left, value)), right))
      return difference(tangents[left], term(graph.unary(.round, whole), from: right))
    case .min: return tangent(ofLesserOf: left, right, by: graph.add(.binary(.isLess, left, right)))
    case .max: return tangent(ofLesserOf: left, right, by: graph.add(.binary(.isLess, right, left)))
    case .isLess, .isLessOrEqual, .isEqual: return nil
    }
  }

  /// A slope times the tangent of an operand; nil if there is no tangent.
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

  /// The tangent of the chosen side, and the mean of both where they are equal.
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
