import Activations
import PortableMath

/// The operations of an expression, each distinct one once, those of constants alone replaced by their results.
///
/// Constants are folded by the very operations that evaluate the rest, so that folding changes no bit.
struct ExpressionGraph {
  /// With operands that are earlier nodes.
  typealias Node = ExpressionNode<Int>

  private(set) var nodes: [Node] = []
  private(set) var functions: [any RealFunction] = []
  private var places: [Node: Int] = [:]
  /// Catalogue functions by name and bits of their parameters.
  private var functionPlaces: [String: Int] = [:]
}

extension ExpressionGraph {
  /// The place of an operation, which is folded or shared where it can be.
  mutating func add(_ node: Node) -> Int {
    if let place = places[node] { return place }
    if let value = folded(node) { return constant(value) }
    nodes.append(node)
    places[node] = nodes.count - 1
    return nodes.count - 1
  }

  mutating func constant(_ value: Double) -> Int {
    let node = Node.constant(value.bitPattern)
    if let place = places[node] { return place }
    nodes.append(node)
    places[node] = nodes.count - 1
    return nodes.count - 1
  }

  /// The number a node is, where it is one.
  func constantValue(of place: Int) -> Double? {
    if case .constant(let bits) = nodes[place] { Double(bitPattern: bits) } else { nil }
  }

  mutating func unary(_ operation: UnaryOperation, _ operand: Int) -> Int { add(.unary(operation, operand)) }

  mutating func product(_ left: Int, _ right: Int) -> Int {
    if constantValue(of: left) == 1 { return right }
    if constantValue(of: right) == 1 { return left }
    return add(.binary(.product, left, right))
  }

  mutating func binary(_ operation: BinaryOperation, _ left: Int, _ right: Int) -> Int {
    switch operation {
    case .product: product(left, right)
    case .pow: power(left, right)
    default: add(.binary(operation, left, right))
    }
  }

  mutating func selection(_ condition: Int, _ first: Int, _ second: Int) -> Int {
    if let truth = constantValue(of: condition) { return truth == 0 ? second : first }
    if first == second { return first }
    if case .binary(let operation, let left, let right) = nodes[condition], operation.isComparison {
      return add(.choice(operation, left, right, first, second))
    }
    return add(.selection(condition, first, second))
  }

  /// Small whole powers are products: they round at most three times, and cost a fraction of the general power.
  private mutating func power(_ base: Int, _ exponent: Int) -> Int {
    switch constantValue(of: exponent) {
    case 0: return constant(1)
    case 1: return base
    case 2: return product(base, base)
    case 3: return product(product(base, base), base)
    case 4:
      let square = product(base, base)
      return product(square, square)
    case -1: return add(.binary(.quotient, constant(1), base))
    default: return add(.binary(.pow, base, exponent))
    }
  }

  mutating func value(of entry: CatalogueEntry, _ parameters: [Double], at operand: Int) -> Int {
    let function = entry.bind(parameters)
    if function is HyperbolicTangent, case .value(let inner, let argument) = nodes[operand],
      let softplus = functions[inner] as? Softplus, softplus.beta == 1, softplus.threshold >= 20
    {
      return add(.value(place(of: TanhOfSoftplus(), key: "tanh softplus"), argument))
    }
    return add(.value(place(of: function, key: "\(entry.name) \(parameters.map(\.bitPattern))"), operand))
  }

  private mutating func place(of function: any RealFunction, key: String) -> Int {
    if let place = functionPlaces[key] { return place }
    functions.append(function)
    functionPlaces[key] = functions.count - 1
    return functions.count - 1
  }

  /// The value of an operation of constants.
  private func folded(_ node: Node) -> Double? {
    func number(_ place: Int) -> Double? { constantValue(of: place) }
    switch node {
    case .variable, .constant: return nil
    case .unary(let operation, let operand):
      guard let operand = number(operand) else { return nil }
      var result = 0.0
      operation.apply(Repeated(operand), &result, count: 1)
      return result
    case .binary(let operation, let left, let right):
      guard let left = number(left), let right = number(right) else { return nil }
      var result = 0.0
      operation.apply(Repeated(left), Repeated(right), &result, count: 1)
      return result
    case .selection(let condition, let first, let second):
      guard let condition = number(condition), let first = number(first), let second = number(second) else {
        return nil
      }
      return condition == 0 ? second : first
    case .choice, .clamp: return nil
    case .value(let index, let operand): return number(operand).map { functions[index].value(at: $0) }
    case .slope(let index, let operand): return number(operand).map { functions[index].derivative(at: $0) }
    }
  }
}

extension ExpressionGraph {
  /// Builds an expression with values for its parameters and gives the place of its result.
  ///
  /// - Throws: Where a catalogue function objects to its parameters.
  init(_ expression: ParsedExpression, parameterValues: [Double], result: inout Int) throws(ExpressionError) {
    self.init()
    var stack: [Int] = []
    for step in expression.steps {
      switch step.action {
      case .number(let value): stack.append(constant(value))
      case .variable: stack.append(add(.variable))
      case .parameter(let index): stack.append(constant(parameterValues[index]))
      case .unary(let operation): stack.append(unary(operation, stack.removeLast()))
      case .binary(let operation):
        let right = stack.removeLast()
        stack.append(binary(operation, stack.removeLast(), right))
      case .exchangedBinary(let operation):
        let left = stack.removeLast()
        stack.append(binary(operation, left, stack.removeLast()))
      case .selection:
        let (second, first) = (stack.removeLast(), stack.removeLast())
        stack.append(selection(stack.removeLast(), first, second))
      case .clamp:
        let (high, low) = (stack.removeLast(), stack.removeLast())
        stack.append(clamp(stack.removeLast(), low, high))
      case .heaviside:
        let value = stack.removeLast()
        stack.append(heaviside(stack.removeLast(), valueAtZero: value))
      case .catalogue(let entry, let given):
        var values = entry.parameters.map(\.defaultValue)
        for index in given.reversed() { values[index] = constantValue(of: stack.removeLast()) ?? .nan }
        if let fault = entry.faults(in: values).first {
          let (found, expected) = fault.words
          throw ExpressionError(in: expression.source, at: step.offset, found: found, expected: expected)
        }
        stack.append(value(of: entry, values, at: stack.removeLast()))
      }
    }
    result = stack.removeLast()
  }

  /// The number between two bounds, the upper of which wins where they are in the wrong order.
  ///
  /// Bounds that are numbers have no part in the derivative. Bounds that vary share it with the operand where they are
  /// equal to it, as those of `min` and `max` do.
  private mutating func clamp(_ operand: Int, _ low: Int, _ high: Int) -> Int {
    if constantValue(of: operand) == nil, case .constant(let low) = nodes[low], case .constant(let high) = nodes[high] {
      return add(.clamp(operand, low: low, high: high))
    }
    return binary(.min, binary(.max, operand, low), high)
  }

  /// 0 where the operand is negative, 1 where it is positive, the other value where it is zero, and NaN where it is one.
  private mutating func heaviside(_ operand: Int, valueAtZero value: Int) -> Int {
    let (zero, one) = (constant(0), constant(1))
    let unsigned = selection(add(.binary(.isEqual, operand, zero)), value, operand)
    let unraised = selection(add(.binary(.isLess, zero, operand)), one, unsigned)
    return selection(add(.binary(.isLess, operand, zero)), zero, unraised)
  }
}
