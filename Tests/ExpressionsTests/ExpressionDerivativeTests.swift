import Activations
import PortableMath
import SeededNumbers
import Testing

@testable import Expressions

@Suite struct ExpressionDerivativeTests {
  static let derivatives: [(String, Double, Double)] = [
    // text                       x      derivative from torch.autograd
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
    ("clamp(x, -1, 1)", -1, 0),
    ("clamp(x, -1, 1)", 1, 0),
    ("clamp(x, 0, 1)", 0, 0),
    ("clamp(x, 0, 1)", 1, 0),
    ("clip(2 * x, 0, 1)", 0.5, 0),
    ("clip(2 * x, 0, 1)", 0.25, 2),
    ("clamp(x, 2 * x - 1, 9)", 1, 1.5),
    ("clamp(1, x, 3 * x)", 1, 0.5),
    ("clamp(1, x, 3 * x)", 0.5, 0),
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
    ("ceil(x)", 0.5, 0),
    ("round(x)", 0.5, 0),
    ("trunc(x)", 1, 0),
    ("x * round(x)", 2.25, 2),
    ("heaviside(x)", 0, 0),
    ("x * heaviside(x, 1)", 0, 1),
    ("mod(x, 2)", 3.5, 1),
    ("mod(7, x)", 2, -3),
    ("mod(x, 2 * x - 3)", 7.3, 1),
    ("mod(-x, 2)", 3.5, -1),
    ("log2(x)", 2, 0.7213475204444817),
    ("log10(x)", 2, 0.21714724095162591),
    ("asin(x)", 0.5, 1.1547005383792517),
    ("asin(x)", 1, .infinity),
    ("acos(x)", 0.5, -1.1547005383792517),
    ("acos(x)", -1, -.infinity),
    ("acosh(x)", 2, 0.5773502691896257),
    ("acosh(x)", 1e200, 1e-200),
    ("acosh(x)", 1, .infinity),
    ("atanh(x)", 0.5, 1.3333333333333333),
    ("atanh(x)", -1, .infinity),
    ("erfinv(x)", 0, 0.8862269254527580),
    ("erfinv(x)", 0.5, 1.1125848189719498),
  ]

  @Test("The derivative is PyTorch's, also at kinks.", arguments: derivatives)
  func derivative(text: String, x: Double, derivative: Double) throws {
    let function = try ActivationFunction(expression: ParsedExpression(text), name: "test")
    let ours = function.derivative(at: x)
    #expect(ours == derivative || abs(ours - derivative) <= 4 * derivative.ulp, "\(ours)")
    #expect(function.function.derivative(at: Lanes(x))[3].bitPattern == ours.bitPattern)
  }

  /// Expressions that are constant at some arguments, where torch.autograd without masks gives NaN or 0.
  static let masked: [(String, [Double])] = [
    ("sqrt(relu(x))", [-2, -1e-300, -0.0, 0]), ("relu(x)^0.5", [-1, 0]), ("relu(x)^0.75", [-1, 0]),
    ("relu(x)^-1", [-1]),
    ("sqrt(relu6(x))", [-1, 0, 6, 7]), ("sqrt(clamp(x, 0, 1))", [-1, 0, 1, 2]),
    ("sqrt(clip(x - 1, 0, 2))", [0.5, 1, 3, 4]),
    ("sqrt(hard_tanh(x, minVal = 0))", [-1, 0, 1, 2]), ("sqrt(hard_sigmoid(x))", [-4, -3, 3]),
    ("sqrt(hardshrink(x))", [-0.5, 0.25, 0.5]), ("sqrt(abs(softshrink(x)))", [-0.5, 0, 0.5]),
    ("sqrt(threshold(x, threshold = 1, value = 0))", [-1, 1]), ("sqrt(squared_relu(x))", [-1, 0]),
    ("sqrt(hard_swish(x))", [-4, -3]), ("sqrt(sparse_plus(x))", [-2, -1]), ("sqrt(sparse_sigmoid(x))", [-2, 1]),
    ("sqrt(leaky_relu(x, negativeSlope = 0))", [-1, 0]), ("sqrt(elu(x, alpha = 0))", [-1]),
    ("sqrt(max(x, 0))", [-1]), ("sqrt(max(0, x))", [-1]), ("sqrt(-min(x, 0))", [1]),
    ("sqrt(where(x > 0, x, 0))", [-1, 0]),
    ("where(x > 0, sqrt(x), 0)", [-1, 0]), ("log(relu(x))", [-1, 0]), ("log1p(relu(x) - 1)", [-1]),
    ("log2(relu(x))", [-1]),
    ("log10(clamp(x, 0, 2))", [-1, 2]), ("exp(-1 / relu(x))", [-1, 0]), ("exp(-1 / relu(x)^2)", [-1, 0]),
    ("exp(log(relu(x)))", [-1]), ("exp(exp(-1 / relu(x)) / relu(x))", [3.5 - 4]), ("tanh(1 / relu(x))", [-1, 0]),
    ("sqrt(relu(x) * x)", [-1, 0]), ("sqrt(relu(x) * relu(x - 1))", [-1, 0, 0.5, 1]), ("sqrt(relu(x) * exp(x))", [-1]),
    ("sqrt(relu(x) / (1 + x^2))", [-1, 0]), ("sqrt(relu(x) + relu(x - 1))", [-1, 0]),
    ("sqrt(relu(x) - relu(-x - 9))", [-1]),
    ("sqrt(max(relu(x), 0))", [-1, 0]), ("sqrt(min(relu(x), 2))", [-1, 3]), ("sqrt(floor(relu(x)))", [-1, 0]),
    ("sqrt(sqrt(relu(x)))", [-1, 0]), ("relu(x)^(x + 2)", [-1]), ("sqrt(x^relu(x) - 1)", [-1]),
    ("relu(-1 / abs(x))", [0, 1]),
    ("relu(-sqrt(x))", [0, 1]), ("clamp(log(x), -1, 1)", [0, 0.1, 9]), ("relu(log(x))", [0, 0.5, 1]),
    ("asin(clamp(x, -1, 1))", [-2, -1, 1, 2]), ("acos(hard_tanh(x))", [-2, 2]), ("acosh(max(x, 1))", [-1, 0.5]),
    ("atanh(clamp(x, -1, 1))", [-1, 2]), ("erfinv(clamp(x, -1, 1))", [-2, 1]), ("sqrt(mod(relu(x), 2))", [-1]),
    ("sqrt(heaviside(x) * relu(x))", [-1]), ("pow(relu(x), 0.2) * relu(x)^0.3", [-1, 0]), ("x / relu(x)", [-1]),
    ("exp(-1 / relu(x))", [.leastNonzeroMagnitude, 1e-200, 1e-160]), ("tanh(1 / x)", [1e-200, -1e-300]),
    ("erf(1 / x)", [1e-300]),
    ("gelu(-1 / x)", [1e-200]), ("softplus(-1 / relu(x))", [1e-200, -1]), ("expm1(-1 / abs(x))", [1e-300, -1e-300]),
    ("sigmoid(x / relu(x))", [-1]), ("sqrt(where(x > 1 and x < 2, 0, x))", [1.5]),
    ("sqrt(relu(relu(x) - 1))", [-1, 0.5, 1]),
  ]

  @Test("The derivative is 0 where a mask has chosen a constant, for any outer slope.", arguments: masked)
  func masks(text: String, places: [Double]) throws {
    let function = try ActivationFunction(expression: ParsedExpression(text), name: "test")
    for x in places {
      #expect(function.derivative(at: x) == 0, "at \(x): \(function.derivative(at: x))")
      #expect(function.function.derivative(at: Lanes(x))[5] == 0)
    }
  }

  @Test("A zero that no mask has chosen is multiplied by infinity as in PyTorch.")
  func unmasked() throws {
    let table: [(String, Double)] = [
      ("sqrt(x^2)", 0), ("sqrt(abs(x))", 0), ("sqrt(x * x)", 0), ("log(x^2)", 0), ("tanhshrink(sqrt(x))", 0),
    ]
    for (text, x) in table {
      let function = try ActivationFunction(expression: ParsedExpression(text), name: "test")
      #expect(function.derivative(at: x).isNaN, "\(text): \(function.derivative(at: x))")
    }
    let steep: [(String, Double, Double)] = [
      ("sqrt(max(x, 0))", 0, .infinity), ("sqrt(relu(x))", 4, 0.25), ("exp(-1 / relu(x))", 1, 0.36787944117144233),
      ("sqrt(clamp(x, 0, 1))", 0.25, 1), ("relu(x)^0.8", 1, 0.8), ("sqrt(relu(x) * x)", 2, 1),
      ("x + sqrt(relu(x))", -1, 1),
      ("x * sqrt(relu(x))", -1, 0), ("exp(x) * relu(x)^0.5", -1, 0), ("x^2 - log1p(relu(x) - 1 + 1)", -1, -2),
      ("x^(relu(x) + 2)", -1, -2), ("where(x > 0, sqrt(x), -x)", -1, -1),
    ]
    for (text, x, slope) in steep {
      let function = try ActivationFunction(expression: ParsedExpression(text), name: "test")
      let ours = function.derivative(at: x)
      #expect(ours == slope || abs(ours - slope) <= 4 * slope.ulp, "\(text): \(ours)")
    }
  }

  @Test("The derivative is the limit of the central difference.", arguments: 0..<500)
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

  /// A finite difference of eighth order with an error estimate from three step widths; nil near a kink, where they
  /// disagree, and where rounding leaves fewer than five digits.
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

  /// Whether the function is bounded at the arguments of the difference.
  private static func isTame(_ function: ActivationFunction) -> Bool {
    stride(from: -3.0, through: 3, by: 0.125).allSatisfy { x in
      abs(function.value(at: x)) < 1e4 && abs(function.derivative(at: x)) < 1e3
    }
  }
}
