import SeededNumbers

/// A generator of random formulas, of which proofs of all kinds are possible and impossible.
enum RandomFormula {
  private static let smooth = [
    "exp", "expm1", "sin", "cos", "sinh", "cosh", "tanh", "asinh", "atan", "erf", "erfc", "sigmoid", "softplus",
    "swish",
    "mish", "gelu", "gelu_tanh", "log_sigmoid", "tanhshrink", "softsign", "squareplus", "snake", "exponential",
  ]
  private static let bent = [
    "abs", "relu", "leaky_relu", "elu", "selu", "celu", "hard_tanh", "hard_swish", "hard_sigmoid", "relu6",
    "softshrink",
    "hardshrink", "squared_relu", "sparse_plus", "sparse_sigmoid", "sign", "floor", "ceil", "round", "trunc",
    "heaviside",
    "threshold",
  ]

  static func text(using generator: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: composed(depth: Int.random(in: 1...3, using: &generator), using: &generator)
    case 1: gated(using: &generator)
    case 2: joined(using: &generator)
    default: part(using: &generator)
    }
  }

  private static func number(_ range: ClosedRange<Double>, using generator: inout SeededGenerator) -> String {
    let digits = [1.0, 10, 1000].randomElement(using: &generator)!
    let value = (Double.random(in: range, using: &generator) * digits).rounded() / digits
    return value < 0 ? "(\(value))" : "\(value)"
  }

  /// An argument: x, or a line or curve in x.
  private static func argument(using generator: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0, 1, 2: "x"
    case 3: "(\(number(-3...3, using: &generator)) * x)"
    case 4: "(x - \(number(-3...3, using: &generator)))"
    case 5: "(\(number(-3...3, using: &generator)) * x + \(number(-2...2, using: &generator)))"
    case 6: "(x + \(number(-1...1, using: &generator)) * x^\(Int.random(in: 2...3, using: &generator)))"
    default: "(x / \(["0.001", "0.1", "7", "1000"].randomElement(using: &generator)!))"
    }
  }

  /// An activation function: x or another argument times a gate.
  private static func gated(using generator: inout SeededGenerator) -> String {
    let argument = argument(using: &generator)
    let inner = argument == "x" || Bool.random(using: &generator) ? argument : self.argument(using: &generator)
    let gate = [
      "sigmoid(\(inner))", "tanh(exp(\(inner)))", "tanh(softplus(\(inner)))", "erf(softplus(\(inner)))",
      "atan(\(inner))", "exp(-\(inner)^2)", "erfc(-\(inner)) / 2", "hard_sigmoid(\(inner))",
      "log(1 + sigmoid(\(inner)))",
      "1 / (1 + \(inner)^2)", "exp(-abs(\(inner)))", "sin(\(inner))", "1 / sqrt(1 + \(inner)^2)",
      "(1 + tanh(\(inner)))",
      "log(1 + exp(\(inner)))", "cos(\(inner))^2", "(1 + \(inner) / (1 + abs(\(inner))))", "exp(-exp(-\(inner)))",
    ].randomElement(using: &generator)!
    return "\(argument) * \(gate)"
  }

  private static func joined(using generator: inout SeededGenerator) -> String {
    let (first, second) = (
      part(using: &generator), Bool.random(using: &generator) ? part(using: &generator) : gated(using: &generator)
    )
    return "\(first) \(["+", "-", "*"].randomElement(using: &generator)!) \(second)"
  }

  private static func part(using generator: inout SeededGenerator) -> String {
    let u = argument(using: &generator)
    let (factor, place) = (number(-3...3, using: &generator), number(-2.5...2.5, using: &generator))
    let power = number(-1.5...2.9, using: &generator)
    return [
      "\(factor) * abs(\(u))^\(power)", "where(abs(\(u)) < 1, \(factor), 0)", "relu(\(u) + \(place))",
      "where(x > \(place), \(factor) * (x - \(place)), exp(x - \(place)) - 1)",
      "where(x > 0, x, \(factor) * (exp(x) - 1))",
      "clamp(\(u)^3, -1, 2)", "floor(\(u))", "max(x, \(factor) * x^2 - 1)", "min(\(u), \(factor))", "log(abs(\(u)))",
      "sqrt(abs(\(u)))", "sqrt(\(u))", "\(factor) / \(u)", "mod(\(u), 1.5)", "(1 + \(u)^2)^\(power)", "log(1 + \(u)^2)",
      "\(u)^3 - \(factor) * x", "softplus(\(u))", "log(1 + exp(\(u)))", "x / (1 + abs(\(u)))", "sin(\(u)) / (1 + x^2)",
      "relu(\(u))^\(power)", "x^2 * sin(1 / \(u))", "asin(clamp(\(u), -1, 1))", "atanh(tanh(\(u)) / 2)",
      "exp(\(factor) * x)",
      "tan(\(u))", "sinh(\(u)) - exp(\(u))", "cosh(\(u)) - exp(abs(x)) / 2", "abs(x)^\(u)",
      "log1p(exp(-abs(\(u)))) + relu(x)",
      "sqrt(x^2 + 1) - \(u)", "(x^2 - 2) / (x^2 + \(factor))", "\(factor)", "acosh(1 + x^2)",
      "erfinv(tanh(\(u)) * 0.9)",
      "where(\(u) == 0, \(factor), \(u))", "log2(1 + \(u)^4) - \(factor)", "round(\(u)) / (1 + abs(x))",
      "asinh(\(u)) - log1p(abs(x))",
    ].randomElement(using: &generator)!
  }

  /// A random text with operations up to a given depth.
  private static func composed(depth: Int, using generator: inout SeededGenerator) -> String {
    func operand() -> String { composed(depth: depth - 1, using: &generator) }
    guard depth > 0 else {
      return ["x", "x", "x", "2", "0.5", "(-1.25)", "pi", "3", "1e3"].randomElement(using: &generator)!
    }
    switch Int.random(in: 0..<18, using: &generator) {
    case 0, 1: return "(\(operand()) + \(operand()))"
    case 2: return "(\(operand()) - \(operand()))"
    case 3, 4: return "(\(operand()) * \(operand()))"
    case 5: return "(\(operand()) / (1 + (\(operand()))^2))"
    case 6: return "(\(operand()) / \(operand()))"
    case 7: return "(\(operand()))^\(Int.random(in: 0...5, using: &generator))"
    case 8: return "(1 + abs(\(operand())))^sin(\(operand()))"
    case 9: return "log1p(abs(\(operand()))) * sqrt(2 + cos(\(operand())))"
    case 10, 11: return "\(bent.randomElement(using: &generator)!)(\(operand()))"
    case 12: return "\(["min", "max"].randomElement(using: &generator)!)(\(operand()), \(operand()))"
    case 13:
      let comparison = ["<", "<=", ">", ">="].randomElement(using: &generator)!
      return "where(\(operand()) \(comparison) \(operand()), \(operand()), \(operand()))"
    case 14:
      return [
        "mod(\(operand()), 1.5)", "log2(1 + (\(operand()))^2)", "log10(1 + (\(operand()))^2)",
        "asin(0.9 * sin(\(operand())))", "acos(0.9 * cos(\(operand())))", "acosh(1.5 + (\(operand()))^2)",
        "atanh(0.9 * sin(\(operand())))", "erfinv(0.9 * sin(\(operand())))",
      ].randomElement(using: &generator)!
    default: return "\(smooth.randomElement(using: &generator)!)(\(operand()))"
    }
  }
}
