import Activations
import SeededNumbers

@testable import Expressions

/// A generator of random expressions, for properties that hold for all of them.
enum RandomExpression {
  private static let smooth = [
    "exp", "expm1", "sin", "cos", "sinh", "cosh", "asinh", "atan", "erf", "erfc", "sigmoid", "tanh", "softplus",
    "swish",
    "mish", "gelu_tanh", "log_sigmoid", "tanhshrink",
  ]
  private static let bent = [
    "abs", "relu", "leaky_relu", "elu", "hard_tanh", "hard_swish", "softsign", "sign", "floor", "ceil", "round",
    "trunc",
    "heaviside",
  ]

  /// A random text with operations up to a given depth, which may contain every construct of the language.
  static func text(depth: Int, using generator: inout SeededGenerator) -> String {
    func operand() -> String { text(depth: depth - 1, using: &generator) }
    guard depth > 0 else {
      return ["x", "x", "x", "2", "0.5", "(-1.25)", "pi", "3"].randomElement(using: &generator)!
    }
    switch Int.random(in: 0..<17, using: &generator) {
    case 0, 1: return "(\(operand()) + \(operand()))"
    case 2: return "(\(operand()) - \(operand()))"
    case 3, 4: return "(\(operand()) * \(operand()))"
    case 5: return "(\(operand()) / (1 + (\(operand()))^2))"
    case 6: return "-\(operand())"
    case 7: return "(\(operand()))^\(Int.random(in: 0...5, using: &generator))"
    case 8: return "(1 + abs(\(operand())))^sin(\(operand()))"
    case 9: return "log1p(abs(\(operand()))) * sqrt(2 + cos(\(operand())))"
    case 10: return "\(bent.randomElement(using: &generator)!)(\(operand()))"
    case 11: return "\(["min", "max"].randomElement(using: &generator)!)(\(operand()), \(operand()))"
    case 12:
      let comparison = ["<", "<=", ">", ">="].randomElement(using: &generator)!
      return "where(\(operand()) \(comparison) \(operand()), \(operand()), \(operand()))"
    case 13: return "clamp(\(operand()), -1, 2)"
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
