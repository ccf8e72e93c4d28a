import PortableMath
import SeededNumbers
import Testing

@testable import Activations

@Suite("Expressions have exact derivatives") struct ExpressionDerivativeTests {
  static let derivatives: [(String, Double, Double)] = [
    // text                       x      derivative, as torch.autograd answers
    ("x", 3, 1),
    ("5", 3, 0),
    ("pi * e", 3, 0),
    ("x * x", 3, 6),
    ("x^2", 3, 6),
    ("x^0", 0, 0),
    ("x^0", 2, 0),
    ("x^1", 0, 1),
    ("x^2", 0, 0),
    ("x^3", -2, 12),
    ("x^4", -2, -32),
    ("x^5", 2, 80),
    ("x^-1", 2, -0.25),
    ("x^-2", 2, -0.25),
    ("1 / x", 0, -.infinity),
    ("x^0.5", 0, .infinity),
    ("0^x", 1, 0),
    ("pow(x, 2 * x)", 1, 2),
    ("abs(x)", 0, 0),
    ("abs(x)", -0.0, 0),
    ("abs(x)", -2, -1),
    ("sign(x)", 0, 0),
    ("sign(x) * x", -2, -1),
    ("floor(x)", 1, 0),
    ("sqrt(x)", 0, .infinity),
    ("sqrt(x)", 4, 0.25),
    ("relu(x)", 0, 0),
    ("relu6(x)", 6, 0),
    ("max(x, 0)", 0, 0.5),
    ("max(0, x)", 0, 0.5),
    ("min(x, 0)", 0, 0.5),
    ("max(x, -x)", 0, 0),
    ("max(2 * x, x)", 0, 1.5),
    ("max(x, 0)", 1, 1),
    ("min(x, 0)", 1, 0),
    ("max(x, x)", 1, 1),
    ("clamp(x, -1, 1)", -1, 1),
    ("clamp(x, -1, 1)", 1, 1),
    ("clamp(x, -1, 1)", 0, 1),
    ("clamp(x, -1, 1)", 1.5, 0),
    ("clamp(x, -1, 1)", -1.5, 0),
    ("clamp(0, x, 3 * x)", 1, 1),
    ("clamp(9, x, 3 * x)", 1, 3),
    ("where(x > 0, x^2, -x)", 0, -1),
    ("where(x > 0, sqrt(x), 0)", -1, 0),
    ("where(x > 0, sqrt(x), 0)", 0, 0),
    ("where(x > 0, log(x), x)", 0, 1),
    ("where(x == 0, 1, sin(x) / x)", 0, 0),
    ("where(x > 1, 2, 3)", 1, 0),
    ("tan(x)", 0, 1),
    ("log(x)", 2, 0.5),
    ("log1p(x)", 1, 0.5),
    ("atan(x)", 1, 0.5),
    ("asinh(x)", 0, 1),
    ("asinh(x)", 1e200, 1e-200),
    ("exp(2 * x)", 0, 2),
    ("sigmoid(x)", 0, 0.25),
    ("softplus(x)", 0, 0.5),
    ("x / (1 + x)", 1, 0.25),
    ("2 - x", 1, -1),
    ("cos(x)", 0, 0),
    ("sinh(x) + cosh(x)", 0, 1),
  ]

  @Test("at kinks too, the derivative is PyTorch's", arguments: derivatives)
  func derivative(text: String, x: Double, derivative: Double) throws {
    let function = try ActivationFunction(expression: ParsedExpression(text), name: "test")
    let ours = function.derivative(at: x)
    #expect(ours == derivative || abs(ours - derivative) <= 4 * derivative.ulp, "\(ours)")
    #expect(function.function.derivative(at: Lanes(x))[3].bitPattern == ours.bitPattern)
  }

  @Test("the derivative is the limit of the central difference", arguments: 0..<500)
  func centralDifference(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let text = RandomExpression.text(depth: 4, using: &generator)
    let function = try ActivationFunction(expression: ParsedExpression(text), name: "test")
    var compared = 0
    for _ in 0..<40 {
      let x = Double.random(in: -3...3, using: &generator)
      guard let (difference, error) = Self.difference(of: function, at: x) else { continue }
      compared += 1
      let derivative = function.derivative(at: x)
      #expect(abs(derivative - difference) <= error, "\(text) at \(x): \(derivative) and \(difference) ± \(error)")
    }
    #expect(compared >= 5 || !Self.isTame(function), "\(text): only \(compared) places could be judged")
  }

  /// Of eighth order, by three step widths whose differences tell the error; nil near a kink, where they disagree, and
  /// where rounding leaves less than five digits.
  private static func difference(of function: ActivationFunction, at x: Double) -> (value: Double, error: Double)? {
    func estimate(_ step: Double) -> Double {
      func slope(_ reach: Double) -> Double {
        (function.value(at: x + reach * step) - function.value(at: x - reach * step)) / (2 * reach * step)
      }
      return (56 * slope(1) - 28 * slope(2) + 8 * slope(3) - slope(4)) / 35
    }
    let (coarse, middle, fine) = (estimate(0x1p-9), estimate(0x1p-11), estimate(0x1p-13))
    let size = (-4...4).map { abs(function.value(at: x + Double($0) * 0x1p-9)) }.max() ?? 0
    let rounding = 64 * size * 0x1p-53 * 0x1p13
    let error = 2 * max(abs(coarse - fine), abs(middle - fine)) + rounding + 1e-12
    guard fine.isFinite, error < 1e-5 * max(1, abs(fine)) else { return nil }
    return (fine, error)
  }

  /// Whether the function stays within bounds where it is looked at.
  private static func isTame(_ function: ActivationFunction) -> Bool {
    stride(from: -3.0, through: 3, by: 0.125).allSatisfy { x in
      abs(function.value(at: x)) < 1e4 && abs(function.derivative(at: x)) < 1e3
    }
  }
}
