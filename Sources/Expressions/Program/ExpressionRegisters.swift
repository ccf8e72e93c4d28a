import Activations
import PortableMath

/// The registers of a program: register 0 is the block of numbers that is being processed, the others are temporary.
struct ExpressionRegisters<Real: EvaluatedReal> {
  let others: UnsafeMutablePointer<Real>?
  let width: Int
  var block = UnsafeMutableBufferPointer<Real>(start: nil, count: 0)

  private var count: Int { block.count }

  @inline(__always)
  private subscript(_ register: Int) -> UnsafeMutablePointer<Real> {
    register == 0 ? block.baseAddress! : others! + (register - 1) * width
  }

  /// Executes one instruction.
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
      // A truth value holds if it is not zero.
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
    case .bend(let function, let operand):
      let source = numbers(operand, orIn: target)
      for place in 0..<count { target[place] = Real.secondDerivative(of: functions[function], at: source[place]) }
    }
  }

  private func selection(
    to target: UnsafeMutablePointer<Real>
  ) -> ExpressionSelection<UnsafeMutablePointer<Real>, UnsafeMutablePointer<Real>> {
    ExpressionSelection(target: target, count: count) { self[$0] }
  }

  /// The memory of an operand. A constant is written to the target first.
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

/// The instructions that choose among numbers without arithmetic, for any kind of source and target.
struct ExpressionSelection<Source: OperandNumbers, Target: ResultPlaces> where Source.Real == Target.Real {
  let target: Target
  let count: Int
  let register: (Int) -> Source

  typealias Operand = ExpressionProgram.Operand

  /// Writes the first operand where the comparison of left and right holds, else the second.
  func choose(_ comparison: BinaryOperation, _ left: Operand, _ right: Operand, _ first: Operand, _ second: Operand) {
    switch (left, right) {
    case (.register(let left), .register(let right)):
      choose(by: comparison, register(left), register(right), first, second)
    case (.register(let left), .constant(let right)):
      choose(by: comparison, register(left), Repeated(right), first, second)
    case (.constant(let left), .register(let right)):
      choose(by: comparison, Repeated(left), register(right), first, second)
    case (.constant(let left), .constant(let right)):
      choose(by: comparison, Repeated(left), Repeated(right), first, second)
    }
  }

  private func choose(
    by comparison: BinaryOperation, _ left: some OperandNumbers<Source.Real>,
    _ right: some OperandNumbers<Source.Real>, _ first: Operand, _ second: Operand
  ) {
    switch (first, second) {
    case (.register(let first), .register(let second)):
      comparison.choose(left, right, register(first), register(second), target, count: count)
    case (.register(let first), .constant(let second)):
      comparison.choose(left, right, register(first), Repeated(second), target, count: count)
    case (.constant(let first), .register(let second)):
      comparison.choose(left, right, Repeated(first), register(second), target, count: count)
    case (.constant(let first), .constant(let second)):
      comparison.choose(left, right, Repeated(first), Repeated(second), target, count: count)
    }
  }

  /// Writes the numbers clamped to two bounds, the upper of which takes precedence.
  func clamp(_ source: Source, _ low: Double, _ high: Double) {
    let (low, high) = (Source.Real(low), Source.Real(high))
    for place in 0..<count {
      let number = source.number(at: place)
      let raised = Source.Real.select(number .< low, low, number)
      target.store(Source.Real.select(high .< raised, high, raised), at: place)
    }
  }
}
