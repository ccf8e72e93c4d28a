import Activations
import PortableMath
import Synchronization

/// The function of an expression with values for its parameters, compiled once for its value, once for its derivative
/// and, where it is asked for, once for its second derivative.
struct ExpressionFunction: RealFunction {
  /// The expression, with names for its parameters.
  let expression: ParsedExpression
  /// The values of the parameters.
  let parameterValues: [Double]
  private let valueProgram: ExpressionProgram
  private let derivativeProgram: ExpressionProgram
  /// The graph of the value, without that of the derivative.
  private let graph: ExpressionGraph
  private let result: Int
  private let knownSecondDerivative = LazyValue<ExpressionProgram>()
  private let knownSwitches = LazyValue<ExpressionSwitches>()
  private let knownBreakpoints = LazyValue<[Breakpoint]>()
  private let knownInnerBreakpoints = LazyValue<[Breakpoint]>()

  /// Compiles an expression.
  ///
  /// - Throws: An error at a catalogue function in the expression whose parameter values are at fault.
  init(_ expression: ParsedExpression, parameterValues: [Double]) throws(ExpressionError) {
    var result = 0
    var graph = try ExpressionGraph(expression, parameterValues: parameterValues, result: &result)
    self.expression = expression
    self.parameterValues = parameterValues
    self.graph = graph
    self.result = result
    valueProgram = ExpressionProgram(computing: result, of: graph)
    derivativeProgram = ExpressionProgram(computing: graph.addDerivative(of: result), of: graph)
  }

  /// The places at which a condition in the expression changes. They are searched on first access.
  var switches: ExpressionSwitches { knownSwitches.value { ExpressionSwitches(of: graph, result: result) } }

  /// The switching places at which value or derivative are discontinuous.
  var breakpoints: [Breakpoint] {
    knownBreakpoints.value {
      let places = switches.positions
      let inner = innerBreakpoints
      func breakpoints(where isSought: (Double) -> Bool) -> [Breakpoint] {
        places.indices.filter { isSought(places[$0]) }.compactMap(breakpoint(atSwitch:))
      }
      let end = QuadraturePlan.outerEnd
      return breakpoints { $0 < -end } + inner + breakpoints { $0 > end }
    }
  }

  /// The breakpoints within the range of the integrals of exact moments.
  var innerBreakpoints: [Breakpoint] {
    knownInnerBreakpoints.value {
      let places = switches.positions
      return places.indices.filter { places[$0].magnitude <= QuadraturePlan.outerEnd }
        .compactMap(breakpoint(atSwitch:))
    }
  }

  private func breakpoint(atSwitch index: Int) -> Breakpoint? {
    let places = switches.positions
    let place = places[index]
    let distances = [index - 1, index + 1].filter(places.indices.contains).map { (places[$0] - place).magnitude }
    let limits = OneSidedLimits(of: self, at: place, reach: OneSidedLimits.reach(beside: distances.min()))
    return limits.kind(taking: value(at: place)).map { Breakpoint($0, at: place) }
  }

  /// Whether all breakpoints are known within the range of the integrals, which no sample exceeds.
  var declaresBreakpoints: Bool { switches.radius >= ExpressionSwitches.innerRadius }

  func value(at x: Double) -> Double { valueProgram.value(at: x) }
  func value(at x: Lanes) -> Lanes { valueProgram.value(at: x) }
  func derivative(at x: Double) -> Double { derivativeProgram.value(at: x) }
  func derivative(at x: Lanes) -> Lanes { derivativeProgram.value(at: x) }
  func secondDerivative(at x: Double) -> Double {
    knownSecondDerivative.value {
      var graph = graph
      let derivative = graph.addDerivative(of: result)
      return ExpressionProgram(computing: graph.addDerivative(of: derivative), of: graph)
    }.value(at: x)
  }
  var formulaChanges: [Double] { switches.positions }
  func replaceByValues(_ block: UnsafeMutableBufferPointer<Lanes>) { valueProgram.evaluate(block) }
  func replaceByDerivatives(_ block: UnsafeMutableBufferPointer<Lanes>) { derivativeProgram.evaluate(block) }

  func fill(_ outputs: UnsafeMutableBufferPointer<Float>, with inputs: UnsafeBufferPointer<Float>) {
    precondition(outputs.count == inputs.count, "There is one output for each input.")
    valueProgram.fill(outputs, with: inputs)
  }
}

/// The function of an expression with a catalogue function whose parameter values are at fault. It is NaN everywhere.
private struct UndefinedFunction: RealFunction {
  func value<Real: PortableReal>(at x: Real) -> Real { Real(.nan) }
  func derivative<Real: PortableReal>(at x: Real) -> Real { Real(.nan) }
  func secondDerivative(at x: Double) -> Double { .nan }
}

extension ActivationFunction {
  /// Makes the function of an expression from values for its parameters.
  ///
  /// ```swift
  /// let swish = try ActivationFunction(
  ///   expression: ParsedExpression("x * sigmoid(beta * x)", parameterNames: ["beta"]), parameterValues: [1], name: "mine")
  /// swish.value(at: 1)        // 0.7310585786300049
  /// swish.derivative(at: 1)   // 0.9276705118714869
  /// ```
  ///
  /// Its `entry` is not in the catalogue: the formula is the text of the expression, and these values are the defaults
  /// of the parameters. Unlike a function of the catalogue it need not be NaN at NaN. Its breakpoints are searched on
  /// first access, which takes a fraction of a millisecond for most expressions. All of them are found, unless a
  /// condition changes thousands of times, as in `floor(1000 * x)`.
  ///
  /// - Throws: An error at a catalogue function in the expression whose parameter values are at fault.
  /// - Precondition: There is one value for each parameter.
  public init(
    expression: ParsedExpression, parameterValues: [Double] = [], name: String, title: String? = nil
  ) throws(ExpressionError) {
    let names = expression.parameterNames
    precondition(parameterValues.count == names.count, "The expression takes \(names.count) parameter values.")
    let function = try ExpressionFunction(expression, parameterValues: parameterValues)
    let entry = CatalogueEntry(
      name: name,
      title: title ?? name,
      formula: expression.source,
      parameters: zip(names, parameterValues).map { name, value in
        Parameter(name: name, defaultValue: value, range: ParsedExpression.parameterRange)
      },
      references: []
    ) { values in
      guard let function = try? ExpressionFunction(expression, parameterValues: values) else {
        return UndefinedFunction()
      }
      return function
    }
    self.init(entry, parameterValues: parameterValues, function: function)
  }

  /// The text of the function's expression; nil for a function of the catalogue.
  public var expression: String? { parsedExpression?.expression.source }

  /// The expression that the function was made of and the values of its parameters; nil for a function of the catalogue.
  package var parsedExpression: (expression: ParsedExpression, parameterValues: [Double])? {
    (function as? ExpressionFunction).map { ($0.expression, $0.parameterValues) }
  }
}

extension ParsedExpression {
  /// The range of a parameter's values: all finite numbers.
  public static let parameterRange = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
}

/// A value that is computed on first access, by one thread, and shared afterwards.
private final class LazyValue<Value: Sendable>: Sendable {
  private let known = Mutex<Value?>(nil)

  /// The value, which the first caller computes while others wait.
  func value(_ compute: () -> Value) -> Value {
    known.withLock { known in
      if let known { return known }
      let made = compute()
      known = made
      return made
    }
  }
}
