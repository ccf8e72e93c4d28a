import Activations

/// Something in an expression whose passing of certain values may break the function: what is compared, the argument of a
/// catalogue function at its breakpoints, a divisor at zero.
struct SwitchingQuantity: Hashable {
  /// The values that matter.
  enum Levels: Hashable {
    case value(Double)
    /// Every whole number plus a share of one.
    case integers(plus: Double)
  }

  /// The node whose value it is.
  let node: Int
  let levels: Levels
}

extension ExpressionGraph {
  /// What each node up to a result switches on. Nodes are added for what the expression does not compute itself, such as
  /// the difference of two numbers that are compared.
  ///
  /// - Returns: For each node, in order; most switch on nothing.
  mutating func addSwitchingQuantities(upTo result: Int) -> [[SwitchingQuantity]] {
    (0...result).map { addQuantities(of: nodes[$0]) }
  }

  private mutating func addQuantities(of node: Node) -> [SwitchingQuantity] {
    switch node {
    case .variable, .constant, .selection, .slope: return []
    case .unary(let operation, let operand):
      switch operation {
      case .abs, .sign, .sqrt, .log, .log2, .log10: return quantities(of: operand, at: [0])
      case .log1p: return quantities(of: operand, at: [-1])
      case .floor, .ceil, .trunc: return [SwitchingQuantity(node: operand, levels: .integers(plus: 0))]
      case .round: return [SwitchingQuantity(node: operand, levels: .integers(plus: 0.5))]
      case .asin, .acos, .atanh, .erfinv: return quantities(of: operand, at: [-1, 1])
      case .acosh: return quantities(of: operand, at: [1])
      case .tan: return quantities(of: unary(.cos, operand), at: [0])
      case .negation, .inversion, .exp, .expm1, .sin, .cos, .sinh, .cosh, .asinh, .atan, .erf, .erfc: return []
      }
    case .binary(let operation, let left, let right):
      switch operation {
      case .min, .max, .isLess, .isLessOrEqual, .isEqual: return addDifference(left, right)
      case .quotient: return quantities(of: right, at: [0])
      case .mod:
        let turns = add(.binary(.quotient, left, right))
        return quantities(of: right, at: [0]) + [SwitchingQuantity(node: turns, levels: .integers(plus: 0))]
      case .pow:
        return isWholePower(right) ? [] : quantities(of: left, at: [0])
      case .sum, .difference, .product: return []
      }
    case .choice(_, let left, let right, _, _): return addDifference(left, right)
    case .clamp(let operand, let low, let high):
      return quantities(of: operand, at: [Double(bitPattern: low), Double(bitPattern: high)])
    case .value(let function, let operand):
      let function = functions[function]
      return quantities(of: operand, at: function.breakpoints.map(\.position) + function.pieceBounds)
    }
  }

  /// Whether an exponent is a whole number from zero up, so that the power is a polynomial, smooth where its base changes
  /// sign.
  func isWholePower(_ exponent: Int) -> Bool {
    constantValue(of: exponent).map { $0 >= 0 && $0 == $0.rounded(.towardZero) } ?? false
  }

  private func quantities(of node: Int, at values: [Double]) -> [SwitchingQuantity] {
    // Zeros of both signs are one value.
    values.filter(\.isFinite).map { SwitchingQuantity(node: node, levels: .value($0 + 0)) }
  }

  private mutating func addDifference(_ left: Int, _ right: Int) -> [SwitchingQuantity] {
    if let value = constantValue(of: right) { return quantities(of: left, at: [value]) }
    if let value = constantValue(of: left) { return quantities(of: right, at: [value]) }
    return quantities(of: add(.binary(.difference, left, right)), at: [0])
  }
}
