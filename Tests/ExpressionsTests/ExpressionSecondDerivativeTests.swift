import Activations
import Expressions
import Statistics
import Testing

@Suite struct ExpressionSecondDerivativeTests {
  @Test(
    "The second derivative is the limit of the central difference of the first.",
    arguments: [
      "x^5 - 3*x^2 + 1", "sin(x) * exp(-x^2)", "x / (1 + exp(-x))", "log(1 + exp(x))", "x * tanh(log(1 + exp(x)))",
      "tanh(x)^2", "gelu(2 * x)", "mish(x) * mish(-x)", "sigmoid(sin(3 * x))", "sqrt(x^2 + 1)", "1 / (1 + x^2)",
      "atan(2 * x)", "asinh(x)", "erf(x) + erfc(2 * x)", "abs(x)^4.5", "2^x", "(x^2 + 1)^sin(x)",
      "cosh(x) / (2 + sinh(x)^2)",
      "log1p(x^2)", "expm1(-x^2)", "swish(x, beta = 2)", "softplus(x)^2", "gelu_tanh(x)", "squareplus(x)", "snake(x)",
      "relu(x)^3", "elu(x) * x", "where(x < 0, exp(x), 1 + x)", "clamp(x^3, -20, 20)", "max(sin(x), cos(x))",
      "min(x^2, exp(x))", "tan(x / 8)", "acosh(9 + x)", "asin(x / 9)", "mod(x, 3)^2", "tanhshrink(x)", "log_sigmoid(x)",
      "sparse_plus(x)", "hard_swish(x)", "selu(x)", "softsign(x)", "celu(x, alpha = 2)", "erfinv(x / 9)", "log(9 + x)",
    ])
  func centralDifference(text: String) throws {
    let function = try ActivationFunction(expression: ParsedExpression(text), name: "test")
    let step = 1.0 / 512
    let places = function.breakpoints.map(\.position) + function.secondDerivativeBreaks(in: -7...7).map(\.position)
    var count = 0
    for index in 0..<120 {
      let x = -6 + Double(index) * 0.1 + 0.0137
      if places.contains(where: { ($0 - x).magnitude < 5 * step }) { continue }
      func slope(_ reach: Double) -> Double {
        (function.derivative(at: x + reach * step) - function.derivative(at: x - reach * step)) / (2 * reach * step)
      }
      // The Lagrange weights of four slopes cancel the terms in step², step⁴ and step⁶.
      let difference = (56 * slope(1) - 28 * slope(2) + 8 * slope(3) - slope(4)) / 35
      let scale = max(1, difference.magnitude, function.derivative(at: x).magnitude)
      #expect((function.secondDerivative(at: x) - difference).magnitude < 1e-9 * scale, "\(text) at \(x)")
      count += 1
    }
    #expect(count > 90)
  }

  @Test(
    "A formula has the second derivative of the function of the catalogue that it defines.",
    arguments: [
      ("sigmoid", "1 / (1 + exp(-x))"), ("tanh", "sinh(x) / cosh(x)"), ("gelu", "x / 2 * (1 + erf(x / sqrt(2)))"),
      ("silu", "x / (1 + exp(-x))"), ("softsign", "x / (1 + abs(x))"), ("elu", "where(x > 0, x, exp(x) - 1)"),
      ("squareplus", "(x + sqrt(x^2 + 4)) / 2"), ("mish", "x * tanh(log(1 + exp(x)))"),
    ])
  func catalogue(name: String, text: String) throws {
    let function = ActivationFunction(try #require(Catalogue.entry(named: name)))
    let formula = try ActivationFunction(expression: ParsedExpression(text), name: "test")
    for index in 0..<200 {
      let x = -8 + Double(index) * 0.08 + 0.011
      #expect((function.secondDerivative(at: x) - formula.secondDerivative(at: x)).magnitude < 1e-12, "\(x)")
    }
  }
}
