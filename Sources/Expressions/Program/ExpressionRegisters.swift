import Activations
import PortableMath

/// The memory of a program: register 0 is the block of numbers that is worked on, the others are lent.
struct ExpressionRegisters<Real: EvaluatedReal> {
  let others: UnsafeMutablePointer<Real>?
  let width: Int
  var block = UnsafeMutableBufferPointer<Real>(start: nil, count: 0)

  private var count: Int { block.count }

  @inline(__always)
  private subscript(_ register: Int) -> UnsafeMutablePointer<Real> {
    register == 0 ? block.baseAddress! : others! + (register - 1) * width
  }

  /// Carries out one instruction.
  func run(_ instruction: ExpressionProgram.Instruction, _ functions: [any RealFunction]) {
    let target = self[instruction.target]
    switch instruction.operation {
    case .variable, .constant: return
    case .unary(let operation, let operand):
      operation.apply(numbers(operand, orIn: target), target, count: count)
    case .binary(let operation, .register(let left), .register(let right)):
      operation.apply(self[left], self[right], target, count: count)
    case .binary(let operation, .register(let left), .constant(let right)):
      operation.apply(self[left], Repeated(right), target, count: count)
    case .binary(let operation, .constant(let left), let right):
      operation.apply(Repeated(left), numbers(right, orIn: target), target, count: count)
    case .selection(let condition, let first, let second):
      // A truth value is not zero.
      selection(to: target).choose(.isEqual, condition, .constant(0), second, first)
    case .choice(let comparison, let left, let right, let first, let second):
      selection(to: target).choose(comparison, left, right, first, second)
    case .clamp(let operand, let low, let high):
      selection(to: target).clamp(
        numbers(operand, orIn: target), Double(bitPattern: low), Double(bitPattern: high))
    case .value(let function, let operand):
      let source = numbers(operand, orIn: target)
      if source != target { target.update(from: source, count: count) }
      Real.replaceByValues(of: functions[function], UnsafeMutableBufferPointer(start: target, count: count))
    case .slope(let function, let operand):
      let source = numbers(operand, orIn: target)
      if source != target { target.update(from: source, count: count) }
      Real.replaceByDerivatives(of: functions[function], UnsafeMutableBufferPointer(start: target, count: count))
    }
  }

  private func selection(
    to target: UnsafeMutablePointer<Real>
  ) -> ExpressionSelection<UnsafeMutablePointer<Real>, UnsafeMutablePointer<Real>> {
    ExpressionSelection(target: target, count: count) { self[$0] }
  }

  /// Where the numbers of an operand are; a constant is written where the result goes.
  private func numbers(
    _ operand: ExpressionProgram.Operand, orIn target: UnsafeMutablePointer<Real>
  ) -> UnsafeMutablePointer<Real> {
    switch operand {
    case .register(let register): return self[register]
    case .constant(let value):
      target.update(repeating: Real(value), count: count)
      return target
    }
  }
}
