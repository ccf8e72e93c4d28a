import Activations
import PortableMath

/// An expression with values for its parameters, compiled once for its value and once for its derivative.
struct ExpressionFunction: RealFunction {
  let source: String
  private let valueProgram: ExpressionProgram
  private let derivativeProgram: ExpressionProgram
  /// What the value is computed by, without its derivative.
  private let graph: ExpressionGraph
  private let result: Int
  private let knownSwitches = Remembered<ExpressionSwitches>()
  private let knownBreakpoints = Remembered<[Breakpoint]>()
  private let knownInnerBreakpoints = Remembered<[Breakpoint]>()

  /// - Throws: Where a catalogue function in the expression objects to its parameters.
  init(_ expression: ParsedExpression, parameterValues: [Double]) throws(ExpressionError) {
    var result = 0
    var graph = try ExpressionGraph(expression, parameterValues: parameterValues, result: &result)
    source = expression.source
    self.graph = graph
    self.result = result
    valueProgram = ExpressionProgram(computing: result, of: graph)
    derivativeProgram = ExpressionProgram(computing: graph.addDerivative(of: result), of: graph)
  }

  /// Where something in the expression switches; looked for when it is first asked for.
  var switches: ExpressionSwitches { knownSwitches.value { ExpressionSwitches(of: graph, result: result) } }

  /// Of the places where something switches, those where value or derivative notice it.
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

  /// Those as far out as exact moments are integrals.
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

  /// Whether the places are known as far out as samples can lie.
  var declaresBreakpoints: Bool { switches.radius >= ExpressionSwitches.innerRadius }

  func value(at x: Double) -> Double { valueProgram.value(at: x) }
  func value(at x: Lanes) -> Lanes { valueProgram.value(at: x) }
  func derivative(at x: Double) -> Double { derivativeProgram.value(at: x) }
  func derivative(at x: Lanes) -> Lanes { derivativeProgram.value(at: x) }
  func replaceByValues(_ block: UnsafeMutableBufferPointer<Lanes>) { valueProgram.evaluate(block) }
  func replaceByDerivatives(_ block: UnsafeMutableBufferPointer<Lanes>) { derivativeProgram.evaluate(block) }

  func fill(_ outputs: UnsafeMutableBufferPointer<Float>, with inputs: UnsafeBufferPointer<Float>) {
    precondition(outputs.count == inputs.count, "There is a place for each output.")
    valueProgram.fill(outputs, with: inputs)
  }
}

/// What stands for an expression whose catalogue functions object to the parameters they are given: NaN everywhere.
private struct NoFunction: RealFunction {
  func value<Real: PortableReal>(at x: Real) -> Real { Real(.nan) }
  func derivative<Real: PortableReal>(at x: Real) -> Real { Real(.nan) }
}

extension ActivationFunction {
  /// The function of an expression, with values for its parameters.
  ///
  /// ```swift
  /// let swish = try ActivationFunction(
  ///   expression: ParsedExpression("x * sigmoid(beta * x)", parameterNames: ["beta"]), parameterValues: [1], name: "mine")
  /// swish.value(at: 1)        // 0.7310585786300049
  /// swish.derivative(at: 1)   // 0.9276705118714869
  /// ```
  ///
  /// Its `entry` is one of its own: the formula is the expression, the parameters have these values as their defaults.
  /// Other than a function of the catalogue it need not be NaN at NaN. Its breakpoints are found where they are first asked
  /// for, which takes a fraction of a millisecond for most expressions; they are all there are, unless something switches
  /// thousands of times, as in `floor(1000 * x)`.
  ///
  /// - Throws: Where a catalogue function in the expression objects to its parameters.
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
      guard let function = try? ExpressionFunction(expression, parameterValues: values) else { return NoFunction() }
      return function
    }
    self.init(entry, parameterValues: parameterValues, function: function)
  }

  /// The text of the expression that the function comes from; nil for one of the catalogue.
  public var expression: String? { (function as? ExpressionFunction)?.source }
}

extension ParsedExpression {
  /// Every finite number.
  public static let parameterRange = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
}
