import Expressions
import Testing

@testable import Activations

@Suite struct AsymptoteTests {
  /// A line y = a · x + b with its a and b; nil stands for no asymptote.
  typealias Line = (Double, Double)?

  private func expect(_ function: ActivationFunction, left: Line, right: Line, _ name: String) {
    let found = function.asymptotes
    for (found, expected, side) in [(found.left, left, "left"), (found.right, right, "right")] {
      guard let expected else {
        #expect(found == nil, "\(name), \(side)")
        continue
      }
      #expect(
        found?.slope == expected.0 && found?.intercept == expected.1, "\(name), \(side): \(String(describing: found))")
    }
  }

  @Test("The asymptotes of the catalogue are exact, and functions without one have none.")
  func catalogue() throws {
    let (zero, line): (Line, Line) = ((0, 0), (1, 0))
    let selu = -1.7580993408473766
    let table: [String: (Line, Line)] = [
      "sigmoid": (zero, (0, 1)), "tanh": ((0, -1), (0, 1)), "hard-tanh": ((0, -1), (0, 1)), "relu": (zero, line),
      "leaky-relu": ((0.01, 0), line), "elu": ((0, -1), line), "selu": ((0, selu), (1.0507009873554805, 0)),
      "celu": ((0, -1), line), "softplus": (zero, line), "swish": (zero, line), "mish": (zero, line),
      "gelu": (zero, line),
      "gelu-tanh": (zero, line), "silu": (zero, line), "hard-swish": (zero, line), "hard-sigmoid": (zero, (0, 1)),
      "log-sigmoid": (line, zero), "relu6": (zero, (0, 6)), "softsign": ((0, -1), (0, 1)),
      "tanhshrink": ((1, 1), (1, -1)), "softshrink": ((1, 0.5), (1, -0.5)), "hardshrink": (line, line),
      "threshold": ((0, 20), line), "prelu": ((0.25, 0), line), "rrelu": ((0.22916666666666666, 0), line),
      "squared-relu": (zero, nil), "quick-gelu": (zero, line), "squareplus": (zero, line), "snake": (nil, nil),
      "sparse-plus": (zero, line), "sparse-sigmoid": (zero, (0, 1)), "identity": (line, line),
      "exponential": (zero, nil), "xielu": ((-0.3, -0.8), nil), "lisht": ((-1, 0), line), "telu": (zero, line),
      "serf": (zero, line), "star-relu": ((0, -0.4472), nil), "bent-identity": ((0.5, -0.5), (1.5, -0.5)),
      "isru": ((0, -1), (0, 1)), "elish": (zero, line), "hard-mish": (zero, line),
      "logish": (zero, (0.6931471805599453, 0)), "smish": (zero, (0.6, 0)), "gaussian": (zero, zero),
      "sine": (nil, nil), "arctan": ((0, -Double.pi / 2), (0, Double.pi / 2)), "derf": ((0, -1), (0, 1)),
    ]
    #expect(Set(table.keys) == Set(Catalogue.entries.map(\.name)))
    for entry in Catalogue.entries {
      let (left, right) = try #require(table[entry.name])
      expect(ActivationFunction(entry), left: left, right: right, entry.name)
    }
  }

  @Test("Asymptotes follow the parameters.")
  func parameters() throws {
    let table: [(String, [Double], Line, Line)] = [
      ("hard-tanh", [-1.84, 0.43], (0, -1.84), (0, 0.43)), ("leaky-relu", [0.3], (0.3, 0), (1, 0)),
      ("leaky-relu", [-2], (-2, 0), (1, 0)), ("elu", [2.5], (0, -2.5), (1, 0)), ("celu", [0.1], (0, -0.1), (1, 0)),
      ("celu", [1_000], (0, -1_000), (1, 0)), ("swish", [-1], (1, 0), (0, 0)), ("swish", [0.1], (0, 0), (1, 0)),
      ("swish", [30], (0, 0), (1, 0)), ("softshrink", [1.75], (1, 1.75), (1, -1.75)),
      ("squareplus", [0.01], (0, 0), (1, 0)),
      ("softplus", [2, 20], (0, 0), (1, 0)), ("softplus", [0.1, 20], (0, 0), (1, 0)), ("snake", [0.2], nil, nil),
      ("snake", [50], nil, nil), ("snake", [1e5], nil, nil), ("prelu", [1], (1, 0), (1, 0)),
      ("prelu", [0], (0, 0), (1, 0)),
    ]
    for (name, values, left, right) in table {
      let entry = try #require(Catalogue.entry(named: name))
      expect(ActivationFunction(entry, parameterValues: values), left: left, right: right, "\(name) \(values)")
    }
  }

  @Test("The asymptotes of formulas are exact, and oscillations, roots and logarithms have none.")
  func formulas() throws {
    let (zero, line): (Line, Line) = ((0, 0), (1, 0))
    let halfPi = Double.pi / 2
    let table: [(String, Line, Line)] = [
      ("x", line, line), ("3", (0, 3), (0, 3)), ("2*x - 1", (2, -1), (2, -1)), ("-x", (-1, 0), (-1, 0)),
      ("abs(x)", (-1, 0), line), ("abs(x) + 0.25", (-1, 0.25), (1, 0.25)), ("x^2", nil, nil), ("x^3", nil, nil),
      ("sqrt(abs(x))", nil, nil), ("sqrt(x)", nil, nil), ("log(x)", nil, nil), ("log(1 + x^2)", nil, nil),
      ("log(log(abs(x) + 3))", nil, nil), ("exp(x)", zero, nil), ("exp(-x^2)", zero, zero), ("exp(-x)", nil, zero),
      ("atan(x)", (0, -halfPi), (0, halfPi)), ("x * atan(x)", (-halfPi, -1), (halfPi, -1)), ("sin(x)", nil, nil),
      ("x + sin(x)", nil, nil), ("x + 0.001 * sin(x)", nil, nil), ("sin(x) / x", zero, zero),
      ("x * sin(1 / x)", (0, 1), (0, 1)),
      ("cos(1 / x)", (0, 1), (0, 1)), ("sin(1e-6 * x)", nil, nil), ("floor(x)", nil, nil), ("round(x)", nil, nil),
      ("mod(x, 1)", nil, nil), ("x + mod(x, 1)", nil, nil), ("sqrt(x^2 - 9)", (-1, 0), line),
      ("sign(x)", (0, -1), (0, 1)),
      ("1 / x", zero, zero), ("x + 1 / x", line, line), ("x^2 / (x - 1)", (1, 1), (1, 1)),
      ("x^3 / (x^2 + 1)", line, line),
      ("(x^2 + 1) / (x^2 - 1)", (0, 1), (0, 1)), ("x / sqrt(1 + x^2)", (0, -1), (0, 1)),
      ("sqrt(x^2 + 1)", (-1, 0), line),
      ("sqrt(x^2 + 2*x)", (-1, -1), (1, 1)), ("log(1 + exp(x))", zero, line),
      ("log(1 + exp(x)) + 0.5", (0, 0.5), (1, 0.5)),
      ("log(exp(x) + exp(-x))", (-1, 0), line), ("x * tanh(log(1 + exp(x)))", zero, line),
      ("tanh(x / 3) * 2", (0, -2), (0, 2)),
      ("x / (1 + exp(-1.702 * x))", zero, line), ("erf(x)", (0, -1), (0, 1)), ("max(x, -0.5)", (0, -0.5), line),
      ("min(max(0.2 * x + 0.5, 0), 1)", zero, (0, 1)), ("where(x < 0, x - 1, 2*x + 3)", (1, -1), (2, 3)),
      ("x + log(abs(x) + 1)", nil, nil), ("x + sqrt(abs(x))", nil, nil), ("x + 1 / sqrt(abs(x) + 1)", line, line),
      ("x * (1 + sin(x)^2)", nil, nil), ("sin(log(abs(x) + 1))", nil, nil), ("asinh(x)", nil, nil),
      ("cosh(x)", nil, nil),
      ("acos(x)", nil, nil), ("sqrt(1 - x^2)", nil, nil), ("exp(x^2 - 10000)", nil, nil),
      ("1 / (1 + exp(-100 * x))", zero, (0, 1)),
      ("relu(x) - 0.1 * relu(-x)", (0.1, 0), line), ("tanh(x) + 1e-9 * log(1 + x^2)", nil, nil),
      ("tanh(x) + 1e-13 * log(1 + x^2)", nil, nil),
      ("tanh(x) + 1e-6 * log(1 + x^2)", nil, nil), ("where(x > 1000000, sin(x), 0)", zero, nil),
      ("2^-abs(x)", zero, zero),
      ("x * 1e-9", (1e-9, 0), (1e-9, 0)), ("1e9 * tanh(x)", (0, -1e9), (0, 1e9)), ("1e-20 * floor(x)", nil, nil),
      ("x^0.999", nil, nil), ("x * x^0.001", nil, nil), ("gelu(x) - relu(x)", zero, zero),
      ("x * heaviside(x, 0)", zero, line),
    ]
    #expect(table.count > 70)
    for (text, left, right) in table {
      let function = try ActivationFunction(expression: ParsedExpression(text), name: "test")
      expect(function, left: left, right: right, text)
    }
  }

  @Test("A function that is undefined, infinite or huge everywhere has none and does no harm.")
  func hostile() throws {
    for text in ["0 / 0 * x", "1e300 * x^3", "log(-1 - x^2)", "x / 0", "1e-320 * x^2", "exp(exp(exp(x)))"] {
      let function = try ActivationFunction(expression: ParsedExpression(text), name: "test")
      let found = function.asymptotes
      #expect(found.right == nil, "\(text): \(found)")
    }
  }
}
