extension ExpressionGraph {
  /// Adds the derivative of a node by the variable and gives its place.
  ///
  /// Automatic differentiation in forward mode, carried out on the graph: to each node that depends on the variable comes
  /// its tangent, by the chain rule, from those of its operands. A node without a tangent is constant: its tangent is a
  /// true zero, which meets no infinity.
  mutating func addDerivative(of result: Int) -> Int {
    var tangents: [Int?] = []
    for place in 0...result { tangents.append(tangent(of: place, from: tangents)) }
    return tangents[result] ?? constant(0)
  }

  private mutating func tangent(of place: Int, from tangents: [Int?]) -> Int? {
    switch nodes[place] {
    case .variable:
      return constant(1)
    case .constant:
      return nil
    case .unary(let operation, let operand):
      guard let inner = tangents[operand] else { return nil }
      if operation == .negation { return unary(.negation, inner) }
      return slope(of: operation, at: operand, value: place).map { product($0, inner) }
    case .binary(let operation, let left, let right):
      return tangent(of: operation, left, right, value: place, tangents[left], tangents[right])
    case .selection(let condition, let first, let second):
      guard tangents[first] != nil || tangents[second] != nil else { return nil }
      return selection(condition, tangents[first] ?? constant(0), tangents[second] ?? constant(0))
    case .choice(let comparison, let left, let right, let first, let second):
      guard tangents[first] != nil || tangents[second] != nil else { return nil }
      let condition = add(.binary(comparison, left, right))
      return selection(condition, tangents[first] ?? constant(0), tangents[second] ?? constant(0))
    case .clamp(let operand, let low, let high):
      guard let inner = tangents[operand] else { return nil }
      let (zero, low, high) = (constant(0), add(.constant(low)), add(.constant(high)))
      let unraised = selection(add(.binary(.isLess, operand, low)), zero, inner)
      return selection(add(.binary(.isLess, high, operand)), zero, unraised)
    case .value(let function, let operand):
      guard let inner = tangents[operand] else { return nil }
      return product(add(.slope(function, operand)), inner)
    case .slope:
      preconditionFailure("A derivative is taken once.")
    }
  }

  /// The derivative of an operation at its operand; nil where it is zero everywhere.
  private mutating func slope(of operation: UnaryOperation, at operand: Int, value: Int) -> Int? {
    let one = constant(1)
    switch operation {
    case .negation: return constant(-1)
    case .inversion, .sign, .floor: return nil
    case .abs: return unary(.sign, operand)
    case .sqrt: return add(.binary(.quotient, constant(0.5), value))
    case .exp: return value
    case .expm1: return unary(.exp, operand)
    case .log: return add(.binary(.quotient, one, operand))
    case .log1p: return add(.binary(.quotient, one, add(.binary(.sum, one, operand))))
    case .sin: return unary(.cos, operand)
    case .cos: return unary(.negation, unary(.sin, operand))
    case .tan: return add(.binary(.sum, one, product(value, value)))
    case .sinh: return unary(.cosh, operand)
    case .cosh: return unary(.sinh, operand)
    case .asinh:
      // 1 / √(1 + x²), and 1 / |x| from where the one is lost beside the square and before the square overflows.
      let magnitude = unary(.abs, operand)
      let root = unary(.sqrt, add(.binary(.sum, one, product(operand, operand))))
      let isLarge = add(.binary(.isLess, constant(0x1p30), magnitude))
      return add(.binary(.quotient, one, selection(isLarge, magnitude, root)))
    case .atan: return add(.binary(.quotient, one, add(.binary(.sum, one, product(operand, operand)))))
    case .erf: return bell(at: operand, height: 1.1283791670955126)
    case .erfc: return bell(at: operand, height: -1.1283791670955126)
    }
  }

  /// ±2/√π · exp(−x²).
  private mutating func bell(at operand: Int, height: Double) -> Int {
    product(constant(height), unary(.exp, unary(.negation, product(operand, operand))))
  }

  private mutating func tangent(
    of operation: BinaryOperation, _ left: Int, _ right: Int, value: Int, _ leftTangent: Int?, _ rightTangent: Int?
  ) -> Int? {
    guard leftTangent != nil || rightTangent != nil else { return nil }
    switch operation {
    case .sum: return sum(leftTangent, rightTangent)
    case .difference:
      guard let rightTangent else { return leftTangent }
      guard let leftTangent else { return unary(.negation, rightTangent) }
      return add(.binary(.difference, leftTangent, rightTangent))
    case .product:
      return sum(leftTangent.map { product($0, right) }, rightTangent.map { product(left, $0) })
    case .quotient:
      // (l / r)′ = (l′ − (l / r) · r′) / r: no square of r, which could overflow.
      guard let rightTangent else { return leftTangent.map { add(.binary(.quotient, $0, right)) } }
      let loss = product(value, rightTangent)
      let numerator = leftTangent.map { add(.binary(.difference, $0, loss)) } ?? unary(.negation, loss)
      return add(.binary(.quotient, numerator, right))
    case .pow: return tangentOfPower(left, right, value: value, leftTangent, rightTangent)
    case .min: return tangent(ofChoiceBy: add(.binary(.isLess, left, right)), left, right, leftTangent, rightTangent)
    case .max: return tangent(ofChoiceBy: add(.binary(.isLess, right, left)), left, right, leftTangent, rightTangent)
    case .isLess, .isLessOrEqual, .isEqual: return nil
    }
  }

  private mutating func sum(_ first: Int?, _ second: Int?) -> Int? {
    guard let first, let second else { return first ?? second }
    return add(.binary(.sum, first, second))
  }

  /// The tangent of the chosen side, and where both are equal half of each.
  private mutating func tangent(
    ofChoiceBy isLeft: Int, _ left: Int, _ right: Int, _ leftTangent: Int?, _ rightTangent: Int?
  ) -> Int {
    let (first, second) = (leftTangent ?? constant(0), rightTangent ?? constant(0))
    let half = product(constant(0.5), add(.binary(.sum, first, second)))
    let unequal = selection(isLeft, first, second)
    return selection(add(.binary(.isEqual, left, right)), half, unequal)
  }

  private mutating func tangentOfPower(
    _ base: Int, _ exponent: Int, value: Int, _ baseTangent: Int?, _ exponentTangent: Int?
  ) -> Int? {
    let zero = constant(0)
    var parts: [Int?] = [nil, nil]
    if let baseTangent {
      let reduced = add(.binary(.difference, exponent, constant(1)))
      let slope = product(exponent, binary(.pow, base, reduced))
      let isConstant = add(.binary(.isEqual, exponent, zero))
      parts[0] = product(selection(isConstant, zero, slope), baseTangent)
    }
    if let exponentTangent {
      let slope = product(value, unary(.log, base))
      let isZero = product(add(.binary(.isEqual, base, zero)), add(.binary(.isLessOrEqual, zero, exponent)))
      parts[1] = product(selection(isZero, zero, slope), exponentTangent)
    }
    return sum(parts[0], parts[1])
  }
}
