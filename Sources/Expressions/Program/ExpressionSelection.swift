import PortableMath

/// The instructions that choose among numbers and calculate nothing, wherever their numbers come from and go to.
struct ExpressionSelection<Source: OperandNumbers, Target: ResultPlaces> where Source.Real == Target.Real {
  let target: Target
  let count: Int
  let register: (Int) -> Source

  typealias Operand = ExpressionProgram.Operand

  /// The first where the comparison of left and right holds, else the second.
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

  /// The number between two bounds, the upper of which wins.
  func clamp(_ source: Source, _ low: Double, _ high: Double) {
    let (low, high) = (Source.Real(low), Source.Real(high))
    for place in 0..<count {
      let number = source.number(at: place)
      let raised = Source.Real.select(number .< low, low, number)
      target.store(Source.Real.select(high .< raised, high, raised), at: place)
    }
  }
}
