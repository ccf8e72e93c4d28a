import Activations

/// A quantity in an expression at certain values of which the function may not be smooth.
///
/// Examples are the difference of two numbers that are compared, the argument of a catalogue function at its
/// breakpoints, and a divisor at zero.
struct SwitchingQuantity: Hashable {
  /// The values of a quantity at which the function may not be smooth.
  enum Levels: Hashable {
    case value(Double)
    /// All integers plus an offset.
    case integers(plus: Double)
  }

  /// The index of the node whose value is the quantity.
  let node: Int
  let levels: Levels
}

extension ExpressionGraph {
  /// Determines the quantities of each node up to a result. Nodes are added for quantities that the expression does not
  /// compute itself, such as the difference of two numbers that are compared.
  ///
  /// - Returns: The quantities of each node, in order. Most nodes have none.
  mutating func addSwitchingQuantities(upTo result: Int) -> [[SwitchingQuantity]] {
    (0...result).map { addQuantities(of: nodes[$0]) }
  }

  private mutating func addQuantities(of node: Node) -> [SwitchingQuantity] {
    switch node {
    case .variable, .constant, .selection, .slope, .bend: return []
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

  /// Whether an exponent is a nonnegative integer, so that the power is a polynomial, which is smooth where its base
  /// changes sign.
  func isWholePower(_ exponent: Int) -> Bool {
    constantValue(of: exponent).map { $0 >= 0 && $0 == $0.rounded(.towardZero) } ?? false
  }

  private func quantities(of node: Int, at values: [Double]) -> [SwitchingQuantity] {
    // Adding zero turns −0 into +0.
    values.filter(\.isFinite).map { SwitchingQuantity(node: node, levels: .value($0 + 0)) }
  }

  private mutating func addDifference(_ left: Int, _ right: Int) -> [SwitchingQuantity] {
    if let value = constantValue(of: right) { return quantities(of: left, at: [value]) }
    if let value = constantValue(of: left) { return quantities(of: right, at: [value]) }
    return quantities(of: add(.binary(.difference, left, right)), at: [0])
  }
}
