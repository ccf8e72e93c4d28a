/// One step of a computation: of the graph, where operands are places of earlier nodes, or of a program, where they are
/// registers and numbers.
enum ExpressionNode<Operand> {
  case variable
  /// By its bits, so that zeros of both signs are two and NaN is equal to itself.
  case constant(UInt64)
  case unary(UnaryOperation, Operand)
  case binary(BinaryOperation, Operand, Operand)
  /// By a truth value.
  case selection(Operand, Operand, Operand)
  /// By the comparison of the first two.
  case choice(BinaryOperation, Operand, Operand, Operand, Operand)
  /// Between two numbers, given by their bits, the upper of which wins where they are in the wrong order.
  case clamp(Operand, low: UInt64, high: UInt64)
  /// Of the catalogue function with an index.
  case value(Int, Operand)
  case slope(Int, Operand)
}

extension ExpressionNode: Equatable where Operand: Equatable {}
extension ExpressionNode: Hashable where Operand: Hashable {}
extension ExpressionNode: Sendable where Operand: Sendable {}

extension ExpressionNode {
  /// Whether it is computed from operands.
  var isOperation: Bool { !operands.isEmpty }

  var operands: [Operand] {
    switch self {
    case .variable, .constant: []
    case .unary(_, let operand), .clamp(let operand, _, _), .value(_, let operand), .slope(_, let operand): [operand]
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
    case .binary(let operation, let left, let right): .binary(operation, transform(left), transform(right))
    case .selection(let condition, let first, let second):
      .selection(transform(condition), transform(first), transform(second))
    case .choice(let comparison, let left, let right, let first, let second):
      .choice(comparison, transform(left), transform(right), transform(first), transform(second))
    }
  }
}
