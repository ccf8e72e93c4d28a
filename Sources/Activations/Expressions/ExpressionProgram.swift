import PortableMath

/// An expression as a flat list of instructions for a machine with registers, each of which holds a block of numbers.
///
/// One instruction serves a whole block, so that its dispatch costs little beside its arithmetic; and each is one operation
/// of `PortableReal`, so that single numbers and blocks have the same bits.
struct ExpressionProgram: Sendable {
  /// An operation of registers, and the register for its result.
  struct Instruction: Sendable {
    let operation: ExpressionGraph.Node
    let target: Int
  }

  private let constants: [(register: Int, value: Double)]
  private var instructions: [Instruction]
  private let functions: [any RealFunction]
  private let registerCount: Int
  private let result: Int
  /// Whether the last instruction writes into the block itself, which is register 0.
  private let isResultInPlace: Bool

  /// Lanes in a block: 256 numbers, of which a dozen registers fit the first cache.
  static let blockSize = 32
}

extension ExpressionProgram {
  /// The part of a graph that a result needs. A register is used again when its number is not needed any more; the variable
  /// and the constants keep theirs.
  init(computing result: Int, of graph: ExpressionGraph) {
    var isNeeded = [Bool](repeating: false, count: result + 1)
    var lastUses = [Int](repeating: -1, count: result + 1)
    isNeeded[result] = true
    lastUses[result] = .max
    for place in (0...result).reversed() where isNeeded[place] {
      for operand in graph.nodes[place].operands {
        isNeeded[operand] = true
        lastUses[operand] = max(lastUses[operand], place)
      }
    }
    // Register 0 is the variable's.
    var registers = [Int](repeating: 0, count: result + 1)
    var count = 1
    var free: [Int] = []
    var constants: [(register: Int, value: Double)] = []
    var instructions: [Instruction] = []
    for place in 0...result where isNeeded[place] {
      let node = graph.nodes[place]
      if case .variable = node { continue }
      if let value = graph.constantValue(of: place) {
        registers[place] = count
        constants.append((count, value))
        count += 1
        continue
      }
      // Instructions work number by number, so that a result may take the place of an operand.
      for operand in Set(node.operands) where lastUses[operand] == place && graph.nodes[operand].isInstruction {
        free.append(registers[operand])
      }
      free.sort(by: >)
      if let register = free.popLast() {
        registers[place] = register
      } else {
        registers[place] = count
        count += 1
      }
      instructions.append(Instruction(operation: node.mapOperands { registers[$0] }, target: registers[place]))
    }
    self.constants = constants
    self.instructions = instructions
    functions = graph.functions
    registerCount = count
    self.result = registers[result]
    // The last instruction gives the result, and may write where the variable was read.
    isResultInPlace = graph.nodes[result].isInstruction
    if let last = instructions.indices.last, isResultInPlace {
      self.instructions[last] = Instruction(operation: instructions[last].operation, target: 0)
    }
  }

  /// Replaces each number by the expression's value there.
  func evaluate<Real: EvaluatedReal>(_ numbers: UnsafeMutableBufferPointer<Real>) {
    guard let base = numbers.baseAddress else { return }
    let width = min(Self.blockSize, numbers.count)
    withUnsafeTemporaryAllocation(of: Real.self, capacity: registerCount * width) { memory in
      guard let registers = memory.baseAddress else { return }
      for (register, value) in constants {
        (registers + register * width).initialize(repeating: Real(value), count: width)
      }
      for start in stride(from: 0, to: numbers.count, by: width) {
        let count = min(width, numbers.count - start)
        let block = base + start
        for instruction in instructions { run(instruction, registers, width: width, block: block, count: count) }
        if result > 0, !isResultInPlace { block.update(from: registers + result * width, count: count) }
      }
    }
  }

  /// The value at one number, or at lanes of them.
  func value<Real: EvaluatedReal>(at x: Real) -> Real {
    var number = x
    withUnsafeMutablePointer(to: &number) { evaluate(UnsafeMutableBufferPointer(start: $0, count: 1)) }
    return number
  }

  @inline(__always)
  private func run<Real: EvaluatedReal>(
    _ instruction: Instruction, _ registers: UnsafeMutablePointer<Real>, width: Int,
    block: UnsafeMutablePointer<Real>, count: Int
  ) {
    func register(_ index: Int) -> UnsafeMutablePointer<Real> { index == 0 ? block : registers + index * width }
    let target = register(instruction.target)
    switch instruction.operation {
    case .variable, .constant: return
    case .unary(let operation, let operand): operation.apply(register(operand), target, count: count)
    case .binary(let operation, let left, let right):
      operation.apply(register(left), register(right), target, count: count)
    case .selection(let condition, let first, let second):
      let (condition, first, second) = (register(condition), register(first), register(second))
      for index in 0..<count {
        target[index] = Real.select(condition[index] .== Real(0), second[index], first[index])
      }
    case .choice(let comparison, let left, let right, let first, let second):
      comparison.choose(register(left), register(right), register(first), register(second), target, count: count)
    case .value(let function, let operand):
      let source = register(operand)
      if source != target { target.update(from: source, count: count) }
      Real.replaceByValues(of: functions[function], UnsafeMutableBufferPointer(start: target, count: count))
    case .slope(let function, let operand):
      let (function, operand) = (functions[function], register(operand))
      for index in 0..<count { target[index] = Real.derivative(of: function, at: operand[index]) }
    }
  }
}

extension ExpressionGraph.Node {
  /// Whether a register is computed for it, and free when it is used up.
  fileprivate var isInstruction: Bool {
    switch self {
    case .variable, .constant: false
    default: true
    }
  }

  fileprivate var operands: [Int] {
    switch self {
    case .variable, .constant: []
    case .unary(_, let operand), .value(_, let operand), .slope(_, let operand): [operand]
    case .binary(_, let left, let right): [left, right]
    case .selection(let condition, let first, let second): [condition, first, second]
    case .choice(_, let left, let right, let first, let second): [left, right, first, second]
    }
  }

  fileprivate func mapOperands(_ transform: (Int) -> Int) -> Self {
    switch self {
    case .variable, .constant: self
    case .unary(let operation, let operand): .unary(operation, transform(operand))
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
