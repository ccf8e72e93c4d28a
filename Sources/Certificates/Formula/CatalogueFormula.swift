import Activations
import Expressions

/// The formulas of the catalogue's functions in the language of expressions, from which their facts are proved.
///
/// They are written without cancellation, and kinks are minima and maxima, which are continuous by their form. They are
/// the mathematical functions: where the code of a function holds an argument or rounds a constant, the formula does not.
enum CatalogueFormula {
  /// The formula of a function by the name of its entry; nil for the elementary functions and where there is none.
  static let texts: [String: String] = [
    "hard-tanh": "clamp(x, minVal, maxVal)",
    "relu": "max(x, 0)",
    "leaky-relu": "max(x, 0) + negativeSlope * min(x, 0)",
    "elu": "max(x, 0) + alpha * expm1(min(x, 0))",
    "selu":
      "1.0507009873554804934 * max(x, 0) + 1.0507009873554804934 * 1.6732632423543772848 * expm1(min(x, 0))",
    "celu": "max(x, 0) + alpha * expm1(min(x, 0) / alpha)",
    "softplus": "softplus(beta * x) / beta",
    "swish": "x * sigmoid(beta * x)",
    "mish": "x * tanh(softplus(x))",
    "gelu": "x * erfc(-x / sqrt(2)) / 2",
    "gelu-tanh": "x * sigmoid(2 * sqrt(2 / pi) * (x + 0.044715 * x^3))",
    "silu": "x * sigmoid(x)",
    "hard-swish": "x * clamp(x + 3, 0, 6) / 6",
    "hard-sigmoid": "clamp(x + 3, 0, 6) / 6",
    "log-sigmoid": "-softplus(-x)",
    "relu6": "clamp(x, 0, 6)",
    "softsign": "x / (1 + abs(x))",
    "tanhshrink": "x - tanh(x)",
    "softshrink": "x - clamp(x, -lambda, lambda)",
    "hardshrink": "where(abs(x) > lambda, x, 0)",
    "threshold": "where(x > thresholdValue, x, value)",
    "prelu": "max(x, 0) + weight * min(x, 0)",
    "rrelu": "max(x, 0) + (lower + upper) / 2 * min(x, 0)",
    "squared-relu": "max(x, 0)^2",
    "quick-gelu": "x * sigmoid(1.702 * x)",
    "squareplus": "(x + sqrt(x^2 + b)) / 2",
    "snake": "(a * x + sin(a * x)^2) / a",
    "sparse-plus": "((clamp(x, -1, 1) + 1) / 2)^2 + max(x - 1, 0)",
    "sparse-sigmoid": "(clamp(x, -1, 1) + 1) / 2",
    "identity": "x",
    "exponential": "exp(x)",
    "xielu": "alphaP * max(x, 0)^2 + alphaN * (expm1(min(x, 0)) - min(x, 0)) + beta * x",
    "lisht": "x * tanh(x)",
    "telu": "x * tanh(exp(x))",
    "serf": "x * erf(softplus(x))",
    "star-relu": "scale * max(x, 0)^2 + bias",
    "bent-identity": "x + (sqrt(x^2 + 1) - 1) / 2",
    "isru": "x / sqrt(1 + alpha * x^2)",
    "elish": "(max(x, 0) + expm1(min(x, 0))) * sigmoid(x)",
    "hard-mish": "x * clamp(x + 2, 0, 2) / 2",
    "logish": "x * log1p(sigmoid(x))",
    "smish": "x * tanh(log1p(sigmoid(x)))",
    "gaussian": "exp(-x^2)",
    "derf": "gamma * erf(alpha * x + s) + beta",
  ]

  /// The elementary functions among the catalogue's, by the names of their entries.
  static let elementary: [String: ElementaryFunction] = [
    "sigmoid": .sigmoid, "tanh": .tanh, "sine": .sin, "arctan": .atan,
  ]

  /// The formula of Softplus where PyTorch's threshold changes it visibly.
  static let softplusWithThreshold = "where(beta * x > thresholdValue, x, softplus(beta * x) / beta)"
}

extension ActivationFunction {
  /// Whether the function is one of the catalogue's, and not a formula or a table with the same name.
  var isOfCatalogue: Bool {
    parsedExpression == nil && points == nil
      && Catalogue.entries.contains {
        $0.name == entry.name && $0.formula == entry.formula
      }
  }
}

extension FormulaGraph {
  /// Adds the formula of an activation function, and returns the index of its value; nil if its formula is not known.
  mutating func add(_ function: ActivationFunction) -> Int? {
    let variable = variable
    if let (expression, values) = function.parsedExpression {
      return add(expression, values.map { number($0) }, at: variable)
    }
    guard function.isOfCatalogue else { return nil }
    return addValue(of: function.entry, function.parameterValues.map { number($0) }, at: variable)
  }

  /// Adds a function of the catalogue.
  private mutating func addValue(of entry: CatalogueEntry, _ parameters: [Int], at operand: Int) -> Int? {
    if let function = CatalogueFormula.elementary[entry.name] { return unary(function, operand) }
    if entry.name == "softplus", let beta = exactValue(of: parameters[0]), let threshold = exactValue(of: parameters[1])
    {
      let isVisible = !entry.bind([beta, threshold]).breakpoints.isEmpty
      if isVisible { return add(CatalogueFormula.softplusWithThreshold, of: entry, parameters, at: operand) }
      return quotient(unary(.softplus, product(parameters[0], operand)), parameters[0])
    }
    return CatalogueFormula.texts[entry.name].flatMap { add($0, of: entry, parameters, at: operand) }
  }

  private mutating func add(_ text: String, of entry: CatalogueEntry, _ parameters: [Int], at operand: Int) -> Int? {
    // A parameter with the name of a function has another name in the formula: `threshold` is `thresholdValue`.
    let names = entry.parameters.map { parameter in
      ParsedExpression.admitsParameter(named: parameter.name) ? parameter.name : parameter.name + "Value"
    }
    guard let expression = try? ParsedExpression(text, parameterNames: names) else { return nil }
    return add(expression, parameters, at: operand)
  }

  /// Adds an expression.
  ///
  /// - Parameters:
  ///   - parameters: The nodes of its parameters.
  ///   - variable: The node that takes the place of x.
  private mutating func add(_ expression: ParsedExpression, _ parameters: [Int], at variable: Int) -> Int? {
    var stack: [Int] = []
    for step in expression.steps {
      switch step.action {
      case .number(let value): stack.append(number(value))
      case .variable: stack.append(variable)
      case .parameter(let index): stack.append(parameters[index])
      case .unary(.inversion): stack.append(difference(number(1), stack.removeLast()))
      case .unary(let operation):
        guard let function = ElementaryFunction(rawValue: operation.rawValue) else { return nil }
        stack.append(unary(function, stack.removeLast()))
      case .binary(let operation):
        let right = stack.removeLast()
        stack.append(binary(operation, stack.removeLast(), right))
      case .exchangedBinary(let operation):
        let left = stack.removeLast()
        stack.append(binary(operation, left, stack.removeLast()))
      case .selection:
        let (second, first) = (stack.removeLast(), stack.removeLast())
        stack.append(choice(stack.removeLast(), first, second))
      case .clamp:
        let (high, low) = (stack.removeLast(), stack.removeLast())
        stack.append(minimum(maximum(stack.removeLast(), low), high))
      case .heaviside:
        let value = stack.removeLast()
        let operand = stack.removeLast()
        let (zero, one) = (number(0), number(1))
        let positive = choice(comparison(.isLess, zero, operand), one, value)
        stack.append(choice(comparison(.isLess, operand, zero), zero, positive))
      case .catalogue(let entry, let given):
        var values = entry.parameters.map { number($0.defaultValue) }
        for index in given.reversed() { values[index] = stack.removeLast() }
        // The parameters of a function within an expression are constants.
        guard values.allSatisfy({ exactValue(of: $0) != nil }),
          let place = addValue(of: entry, values, at: stack.removeLast())
        else { return nil }
        stack.append(place)
      }
    }
    return stack.last
  }

  private mutating func binary(_ operation: BinaryOperation, _ left: Int, _ right: Int) -> Int {
    switch operation {
    case .sum: sum(left, right)
    case .difference: difference(left, right)
    case .product: product(left, right)
    case .quotient: quotient(left, right)
    case .pow: power(left, right)
    case .mod: modulo(left, right)
    case .min: minimum(left, right)
    case .max: maximum(left, right)
    case .isLess: comparison(.isLess, left, right)
    case .isLessOrEqual: comparison(.isLessOrEqual, left, right)
    case .isEqual: comparison(.isEqual, left, right)
    }
  }
}
