import Activations
import PortableMath
import SeededNumbers
import Testing

@testable import Expressions

@Suite struct ExpressionCatalogueTests {
  /// Expressions for functions of the catalogue with the same parameters, and the range over which they are compared.
  ///
  /// The range leaves out tails in which the catalogue's function is more accurate than the expression.
  static let table: [(name: String, text: String, range: ClosedRange<Double>)] = [
    ("sigmoid", "1 / (1 + exp(-x))", -30...30),
    ("tanh", "sinh(x) / cosh(x)", -300...300),
    ("hard-tanh", "min(max(x, minVal), maxVal)", -30...30),
    ("hard-tanh", "clamp(x, minVal, maxVal)", -30...30),
    ("relu", "max(0, x)", -30...30),
    ("leaky-relu", "where(x > 0, x, negativeSlope * x)", -30...30),
    ("elu", "where(x > 0, x, alpha * expm1(x))", -800...30),
    ("celu", "where(x > 0, x, alpha * expm1(x / alpha))", -800...30),
    ("selu", "1.0507009873554804934193349852946 * elu(x, alpha = 1.6732632423543772848170429916717)", -30...30),
    ("softplus", "where(beta * x > limit, x, log1p(exp(beta * x)) / beta)", -30...30),
    ("swish", "x * sigmoid(beta * x)", -800...800),
    ("mish", "x * tanh(softplus(x))", -800...800),
    ("gelu-tanh", "x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3)))", -30...30),
    ("hard-swish", "x * clamp(x + 3, 0, 6) / 6", -30...30),
    ("hard-sigmoid", "clamp(x + 3, 0, 6) / 6", -30...30),
    ("log-sigmoid", "-log1p(exp(-x))", -700...30),
    ("relu6", "clamp(x, 0, 6)", -30...30),
    ("softsign", "x / (1 + abs(x))", -30...30),
    ("tanhshrink", "x - tanh(x)", -30...30),
    ("softshrink", "where(x > lambda, x - lambda, where(x < -lambda, x + lambda, 0))", -30...30),
    ("hardshrink", "where(abs(x) > lambda, x, 0)", -30...30),
    ("threshold", "where(x > limit, x, value)", -30...30),
    ("prelu", "where(x > 0, x, weight * x)", -30...30),
    ("rrelu", "where(x > 0, x, (lower + upper) / 2 * x)", -30...30),
  ]

  @Test("An expression agrees with the catalogue's function to the last bits.", arguments: 0..<table.count)
  func formulas(index: Int) throws {
    let (name, text, range) = Self.table[index]
    let builtIn = ActivationFunction(try #require(Catalogue.entry(named: name)))
    let names = parameterNames(of: builtIn.entry)
    let formula = try ActivationFunction(
      expression: ParsedExpression(text, parameterNames: names), parameterValues: builtIn.parameterValues, name: "test")
    var generator = SeededGenerator(seed: index)
    let isNear = { (x: Double) in builtIn.breakpoints.contains { abs($0.position - x) < 1e-9 } }
    for round in 0..<2_000 {
      let x = Double.random(in: round % 2 == 0 ? range : -4...4, using: &generator)
      let (expected, value) = (builtIn.value(at: x), formula.value(at: x))
      #expect(abs(value - expected) <= 2 * max(1, abs(expected)).ulp, "\(name) at \(x): \(value), not \(expected)")
      if isNear(x) { continue }
      let (slope, derivative) = (builtIn.derivative(at: x), formula.derivative(at: x))
      #expect(abs(derivative - slope) <= 8 * max(1, abs(slope)).ulp, "\(name)′ at \(x): \(derivative), not \(slope)")
    }
  }

  @Test(
    "Every function of the catalogue can be called by its name and gives the same bits.",
    arguments: Catalogue.entries.map(\.name))
  func names(name: String) throws {
    let entry = try #require(Catalogue.entry(named: name))
    let builtIn = ActivationFunction(entry)
    let arguments = zip(entry.parameters, parameterNames(of: entry)).map { ", \($0.name) = \($1)" }.joined()
    let spelling = entry.name.expressionSpelling
    let plain = try ActivationFunction(expression: ParsedExpression("\(spelling)(x)"), name: "test")
    let full = try ActivationFunction(
      expression: ParsedExpression("\(spelling)(x\(arguments))", parameterNames: parameterNames(of: entry)),
      parameterValues: builtIn.parameterValues, name: "test")
    for x in stride(from: -25.0, through: 25, by: 0.125) {
      for function in [plain, full] {
        #expect(function.value(at: x).bitPattern == builtIn.value(at: x).bitPattern)
        #expect(function.derivative(at: x).bitPattern == builtIn.derivative(at: x).bitPattern)
      }
    }
    for alias in [entry.name] + entry.aliases {
      #expect(throws: Never.self) { try ParsedExpression("\(alias.expressionSpelling)(x)") }
    }
  }

  /// The names of a function's parameters. The threshold is called limit, because there is a function with its name.
  private func parameterNames(of entry: CatalogueEntry) -> [String] {
    entry.parameters.map { $0.name == "threshold" ? "limit" : $0.name }
  }

  @Test(
    "The nearest name is suggested, unless it is far.",
    arguments: [
      ("sigmiod", "sigmoid"),
      ("misch", "mish"),
      ("leaky-rleu", "leaky-relu"),
      ("sofplus", "softplus"),
      ("swihs", "swish"),
      ("fourier", nil),
      ("", nil),
      (String(repeating: "x", count: 100_000), nil),
    ])
  func nearest(typed: String, name: String?) {
    #expect(Catalogue.nearest(to: typed) == name)
    #expect(Catalogue.entry(named: typed) == nil)
  }
}
