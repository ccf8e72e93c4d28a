extension ExpressionGraph {
  /// Adds the derivative of a node with respect to the variable and returns its index.
  ///
  /// This is automatic differentiation in forward mode, carried out on the graph: for each node that depends on the
  /// variable, its tangent is added, which follows by the chain rule from those of its operands. A node without a
  /// tangent is constant, so that its zero tangent is never multiplied by an infinite slope. The same holds wherever a
  /// mask makes a node constant.
  mutating func addDerivative(of result: Int) -> Int {
    var differentiation = Differentiation(of: self)
    for place in 0...result { differentiation.addTangent(of: place) }
    self = differentiation.graph
    return differentiation.tangents[result] ?? constant(0)
  }

  /// Adds the derivative of an operation at its operand; nil if it is zero everywhere.
  mutating func slope(of operation: UnaryOperation, at operand: Int, value: Int) -> Int? {
    let one = constant(1)
    switch operation {
    case .negation: return constant(-1)
    case .inversion, .sign, .floor, .ceil, .round, .trunc: return nil
    case .abs: return unary(.sign, operand)
    case .sqrt: return add(.binary(.quotient, constant(0.5), value))
    case .exp: return value
    case .expm1: return unary(.exp, operand)
    case .log: return add(.binary(.quotient, one, operand))
    case .log1p: return add(.binary(.quotient, one, add(.binary(.sum, one, operand))))
    case .log2: return add(.binary(.quotient, one, product(operand, constant(0.6931471805599453))))
    case .log10: return add(.binary(.quotient, one, product(operand, constant(2.302585092994046))))
    case .sin: return unary(.cos, operand)
    case .cos: return unary(.negation, unary(.sin, operand))
    case .tan: return add(.binary(.sum, one, product(value, value)))
    case .asin: return add(.binary(.quotient, one, unary(.sqrt, remainderOfSquare(operand))))
    case .acos: return add(.binary(.quotient, constant(-1), unary(.sqrt, remainderOfSquare(operand))))
    case .atan: return add(.binary(.quotient, one, add(.binary(.sum, one, product(operand, operand)))))
    case .sinh: return unary(.cosh, operand)
    case .cosh: return unary(.sinh, operand)
    case .asinh:
      // 1 / √(1 + x²); for large x, where 1 is negligible and before the square overflows, 1 / |x|.
      let magnitude = unary(.abs, operand)
      let root = unary(.sqrt, add(.binary(.sum, one, product(operand, operand))))
      let isLarge = add(.binary(.isLess, constant(0x1p30), magnitude))
      return add(.binary(.quotient, one, selection(isLarge, magnitude, root)))
    case .acosh:
      // The product of two roots, because the square of the operand may overflow.
      let (below, above) = (add(.binary(.difference, operand, one)), add(.binary(.sum, operand, one)))
      return add(.binary(.quotient, one, product(unary(.sqrt, below), unary(.sqrt, above))))
    case .atanh: return add(.binary(.quotient, one, remainderOfSquare(operand)))
    case .erf: return bell(at: operand, height: 1.1283791670955126)
    case .erfc: return bell(at: operand, height: -1.1283791670955126)
    case .erfinv: return product(constant(0.8862269254527580), unary(.exp, product(value, value)))
    }
  }

  /// Adds (1 − x)(1 + x), which is more accurate near ±1 than 1 − x².
  private mutating func remainderOfSquare(_ operand: Int) -> Int {
    let one = constant(1)
    return product(add(.binary(.difference, one, operand)), add(.binary(.sum, one, operand)))
  }

  /// Adds height · exp(−x²), the derivative of the error function for the height 2/√π.
  private mutating func bell(at operand: Int, height: Double) -> Int {
    product(constant(height), unary(.exp, unary(.negation, product(operand, operand))))
  }
}
