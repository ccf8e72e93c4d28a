import Activations
import PortableMath

/// The operations of an expression as a directed acyclic graph, with common subexpressions shared and constants folded.
///
/// Constants are folded by the operations that evaluate the rest, so that folding changes no bit of the result.
struct ExpressionGraph {
  /// A node whose operands are the indices of earlier nodes.
  typealias Node = ExpressionNode<Int>

  private(set) var nodes: [Node] = []
  private(set) var functions: [any RealFunction] = []
  private var places: [Node: Int] = [:]
  /// The indices of catalogue functions by their name and the bits of their parameters.
  private var functionPlaces: [String: Int] = [:]
}

extension ExpressionGraph {
  /// Adds an operation, which is folded or shared if possible, and returns its index.
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

  /// The value of a node that is a constant; nil for other nodes.
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

  /// Adds a power. Small integer powers are products, which round at most three times and take a fraction of the time.
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

  /// The value of an operation on constants; nil for other operations.
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
    case .bend(let index, let operand): return number(operand).map { functions[index].secondDerivative(at: $0) }
    }
  }
}

extension ExpressionGraph {
  /// Makes the graph of an expression with values for its parameters.
  ///
  /// - Parameter result: Set to the index of the result.
  /// - Throws: An error at a catalogue function whose parameter values are at fault.
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

  /// Adds a clamp. The upper bound takes precedence if the bounds are in the wrong order.
  ///
  /// Constant bounds do not contribute to the derivative. Bounds that vary contribute where they are equal to the
  /// operand, as in `min` and `max`.
  private mutating func clamp(_ operand: Int, _ low: Int, _ high: Int) -> Int {
    if constantValue(of: operand) == nil, case .constant(let low) = nodes[low], case .constant(let high) = nodes[high] {
      return add(.clamp(operand, low: low, high: high))
    }
    return binary(.min, binary(.max, operand, low), high)
  }

  /// Adds the Heaviside function: 0 for negative operands, 1 for positive ones, a given value for zero, and NaN for
  /// NaN.
  private mutating func heaviside(_ operand: Int, valueAtZero value: Int) -> Int {
    let (zero, one) = (constant(0), constant(1))
    let unsigned = selection(add(.binary(.isEqual, operand, zero)), value, operand)
    let unraised = selection(add(.binary(.isLess, zero, operand)), one, unsigned)
    return selection(add(.binary(.isLess, operand, zero)), zero, unraised)
  }
}

/// One operation: of a graph, whose operands are indices of earlier nodes, or of a program, whose operands are
/// registers and numbers.
enum ExpressionNode<Operand> {
  case variable
  /// A constant, given by its bits, so that the zeros of both signs differ and NaN is equal to itself.
  case constant(UInt64)
  case unary(UnaryOperation, Operand)
  case binary(BinaryOperation, Operand, Operand)
  /// The second operand if the first, a truth value, is not zero, else the third.
  case selection(Operand, Operand, Operand)
  /// The third operand if the comparison of the first two holds, else the fourth.
  case choice(BinaryOperation, Operand, Operand, Operand, Operand)
  /// The operand clamped to two numbers, given by their bits. The upper one takes precedence if they are in the wrong
  /// order.
  case clamp(Operand, low: UInt64, high: UInt64)
  /// The value of the catalogue function with an index.
  case value(Int, Operand)
  /// The derivative of the catalogue function with an index.
  case slope(Int, Operand)
  /// The second derivative of the catalogue function with an index.
  case bend(Int, Operand)
}

extension ExpressionNode: Equatable where Operand: Equatable {}
extension ExpressionNode: Hashable where Operand: Hashable {}
extension ExpressionNode: Sendable where Operand: Sendable {}

extension ExpressionNode {
  /// Whether the node has operands.
  var isOperation: Bool { !operands.isEmpty }

  var operands: [Operand] {
    switch self {
    case .variable, .constant: []
    case .unary(_, let operand), .clamp(let operand, _, _), .value(_, let operand), .slope(_, let operand),
      .bend(_, let operand):
      [operand]
    case .binary(_, let left, let right): [left, right]
    case .selection(let condition, let first, let second): [condition, first, second]
    case .choice(_, let left, let right, let first, let second): [left, right, first, second]
    }
  }

  func mapOperands<Other>(_ transform: (Operand) -> Other) -> ExpressionNode<Other> {
    switch self {
    case .variable: .variable
    case .constant(let bits): .constant(bits)
    case .unary(let operation, let operand): .unary(operation, transform(operand))
    case .clamp(let operand, let low, let high): .clamp(transform(operand), low: low, high: high)
    case .value(let function, let operand): .value(function, transform(operand))
    case .slope(let function, let operand): .slope(function, transform(operand))
    case .bend(let function, let operand): .bend(function, transform(operand))
    case .binary(let operation, let left, let right): .binary(operation, transform(left), transform(right))
    case .selection(let condition, let first, let second):
      .selection(transform(condition), transform(first), transform(second))
    case .choice(let comparison, let left, let right, let first, let second):
      .choice(comparison, transform(left), transform(right), transform(first), transform(second))
    }
  }
}
