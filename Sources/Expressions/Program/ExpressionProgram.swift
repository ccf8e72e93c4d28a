import Activations
import PortableMath

/// An expression compiled to a flat list of instructions for a register machine, each of whose registers holds a block
/// of numbers.
///
/// An instruction processes a whole block, so that its dispatch takes little time compared with its arithmetic. Each is
/// one operation of `PortableReal`, so that single numbers and blocks give the same bits. Constants are operands of the
/// instructions, whose loops hold them in processor registers.
struct ExpressionProgram: Sendable {
  /// The source of an operand.
  enum Operand: Sendable {
    case register(Int)
    case constant(Double)
  }

  /// An operation and the register for its result.
  struct Instruction: Sendable {
    let operation: ExpressionNode<Operand>
    let target: Int
  }

  private var instructions: [Instruction]
  private let functions: [any RealFunction]
  /// The number of registers beside register 0, which is the block itself: first the variable, at last the result.
  private let registerCount: Int
  /// The value of an expression that does not depend on x; nil for all others.
  private let constantResult: Double?

  /// The number of lanes in a block. A dozen registers of so many fit into the first-level cache.
  static let blockSize = 32
}

extension ExpressionProgram {
  /// Compiles the part of a graph that a result depends on. A register is reused as soon as its number is no longer
  /// needed, except that of the variable.
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
    var registers = [Int](repeating: 0, count: result + 1)
    var count = 0
    var free: [Int] = []
    instructions = []
    for place in 0...result where isNeeded[place] && graph.nodes[place].isOperation {
      let node = graph.nodes[place]
      // Instructions work number by number, so that a result may overwrite an operand.
      for operand in Set(node.operands) where lastUses[operand] == place && graph.nodes[operand].isOperation {
        free.append(registers[operand])
      }
      free.sort(by: >)
      // The result may be written where the variable was read.
      if place == result {
        registers[place] = 0
      } else if let register = free.popLast() {
        registers[place] = register
      } else {
        count += 1
        registers[place] = count
      }
      let operation = node.mapOperands { operand in
        graph.constantValue(of: operand).map { Operand.constant($0) } ?? .register(registers[operand])
      }
      instructions.append(Instruction(operation: operation.simplified, target: registers[place]))
    }
    functions = graph.functions
    registerCount = count
    constantResult = graph.constantValue(of: result)
  }

  /// Allocates memory for the registers, each of which holds at most `width` numbers, for the duration of a call.
  @inline(__always)
  func withRegisters<Real: EvaluatedReal>(
    of type: Real.Type, width: Int = blockSize, _ body: (ExpressionRegisters<Real>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: type, capacity: registerCount * width) {
      body(ExpressionRegisters(others: $0.baseAddress, width: width))
    }
  }

  /// Replaces each number by the expression's value at it, for at most as many numbers as a register holds.
  func evaluate<Real: EvaluatedReal>(
    _ block: UnsafeMutableBufferPointer<Real>, _ registers: ExpressionRegisters<Real>
  ) {
    if let constantResult { return block.update(repeating: Real(constantResult)) }
    var registers = registers
    registers.block = block
    for instruction in instructions { registers.run(instruction, functions) }
  }

  /// Replaces each number by the expression's value at it.
  func evaluate<Real: EvaluatedReal>(_ numbers: UnsafeMutableBufferPointer<Real>) {
    let width = min(Self.blockSize, numbers.count)
    guard width > 0 else { return }
    withRegisters(of: Real.self, width: width) { registers in
      for start in stride(from: 0, to: numbers.count, by: width) {
        evaluate(UnsafeMutableBufferPointer(rebasing: numbers[start..<min(start + width, numbers.count)]), registers)
      }
    }
  }

  /// Writes the expression's value at each input.
  ///
  /// Inputs are processed in blocks, so that each instruction is dispatched once for many samples. A program that
  /// consists of a single choice reads the inputs directly.
  func fill(_ outputs: UnsafeMutableBufferPointer<Float>, with inputs: UnsafeBufferPointer<Float>) {
    let selection = ExpressionSelection(target: outputs, count: inputs.lanesCount) { _ in inputs }
    switch instructions.count == 1 ? instructions[0].operation : .variable {
    case .choice(let comparison, let left, let right, let first, let second):
      selection.choose(comparison, left, right, first, second)
    case .clamp(.register, let low, let high):
      selection.clamp(inputs, Double(bitPattern: low), Double(bitPattern: high))
    default:
      return fillInBlocks(outputs, with: inputs)
    }
    for place in inputs.lanesCount * Lanes.scalarCount..<inputs.count {
      outputs.initializeElement(at: place, to: Float(value(at: Double(inputs[place]))))
    }
  }

  private func fillInBlocks(_ outputs: UnsafeMutableBufferPointer<Float>, with inputs: UnsafeBufferPointer<Float>) {
    withRegisters(of: Lanes.self) { registers in
      inputs.forEachBlock(ofLanes: Self.blockSize) { block, places in
        evaluate(block, registers)
        outputs.store(block, in: places)
      }
    }
  }

  /// The expression's value at one number or at lanes of numbers.
  func value<Real: EvaluatedReal>(at x: Real) -> Real {
    var number = x
    withUnsafeMutablePointer(to: &number) { evaluate(UnsafeMutableBufferPointer(start: $0, count: 1)) }
    return number
  }
}

extension ExpressionNode<ExpressionProgram.Operand> {
  /// The operation, with the minimum or maximum of a number and a constant replaced by one choice. Comparisons with NaN
  /// do not hold, so that NaN is passed on; of two zeros the second is chosen.
  fileprivate var simplified: Self {
    switch self {
    case .binary(.min, let left, .constant(let bound)) where !bound.isNaN:
      .choice(.isLessOrEqual, .constant(bound), left, .constant(bound), left)
    case .binary(.max, let left, .constant(let bound)) where !bound.isNaN:
      .choice(.isLessOrEqual, left, .constant(bound), .constant(bound), left)
    case .binary(.min, .constant(let bound), let right) where !bound.isNaN:
      .choice(.isLess, .constant(bound), right, .constant(bound), right)
    case .binary(.max, .constant(let bound), let right) where !bound.isNaN:
      .choice(.isLess, right, .constant(bound), .constant(bound), right)
    default: self
    }
  }
}
