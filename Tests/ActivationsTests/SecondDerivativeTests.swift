import Expressions
import Sampling
import Testing

@testable import Activations
@testable import Statistics

@Suite struct SecondDerivativeTests {
  /// Second derivatives from mpmath, nil where there is none.
  struct Table: Decodable {
    struct Case: Decodable {
      let function: String
      let parameters: [String: Double]
      let secondDerivative: [Double?]
    }
    let x: [Double]
    let cases: [Case]
  }

  private func named(_ name: String, _ parameters: [Double]? = nil) throws -> ActivationFunction {
    let entry = try #require(Catalogue.entry(named: name))
    return ActivationFunction(entry, parameterValues: parameters ?? entry.parameters.map(\.defaultValue))
  }

  private func formula(_ text: String) throws -> ActivationFunction {
    try ActivationFunction(expression: ParsedExpression(text), name: "test")
  }

  @Test("Second derivatives of the catalogue are those of mpmath, also in the tails.")
  func catalogue() throws {
    let table = try ReferenceData.load("second-derivatives", as: Table.self)
    #expect(Set(table.cases.map(\.function)) == Set(Catalogue.entries.map(\.name)))
    var count = 0
    for row in table.cases {
      let entry = try #require(Catalogue.entry(named: row.function))
      let function = ActivationFunction(entry, parameterValues: entry.parameters.map { row.parameters[$0.name]! })
      for (x, expected) in zip(table.x, row.secondDerivative) {
        guard let expected else { continue }
        count += 1
        let number = function.secondDerivative(at: x)
        let tolerance = max(abs(x) > 8 ? 1e-305 : 1e-14, 1e-11 * expected.magnitude)
        #expect((number - expected).magnitude <= tolerance, "\(row.function) \(row.parameters) at \(x)")
      }
    }
    #expect(count > 2_900)
  }

  @Test("The limits at both sides of a break are those of the pieces.")
  func catalogueBreaks() throws {
    typealias Row = (name: String, parameters: [Double]?, breaks: [(Double, Double, Double, Bool)])
    let scaled = 1.6732632423543772848 * 1.0507009873554804935
    let table: [Row] = [
      ("relu", nil, [(0, 0, 0, true)]), ("leaky-relu", nil, [(0, 0, 0, true)]), ("elu", nil, [(0, 1, 0, false)]),
      ("elu", [2], [(0, 2, 0, true)]), ("selu", nil, [(0, scaled, 0, true)]), ("celu", [0.5], [(0, 2, 0, false)]),
      ("squared-relu", nil, [(0, 0, 2, false)]), ("softsign", nil, [(0, 2, -2, false)]),
      ("sparse-plus", nil, [(-1, 0, 0.5, false), (1, 0.5, 0, false)]),
      ("sparse-sigmoid", nil, [(-1, 0, 0, true), (1, 0, 0, true)]),
      ("hard-swish", nil, [(-3, 0, 1.0 / 3, true), (3, 1.0 / 3, 0, true)]),
      ("hard-tanh", [-1.84, 0.43], [(-1.84, 0, 0, true), (0.43, 0, 0, true)]),
      ("hardshrink", nil, [(-0.5, 0, 0, true), (0.5, 0, 0, true)]), ("threshold", nil, [(0.1, 0, 0, true)]),
      ("hard-sigmoid", nil, [(-3, 0, 0, true), (3, 0, 0, true)]), ("identity", nil, []), ("exponential", nil, []),
      ("gelu", nil, []), ("gelu-tanh", nil, []), ("mish", nil, []), ("swish", nil, []), ("squareplus", nil, []),
      ("tanh", nil, []), ("softplus", nil, []), ("snake", nil, []), ("tanhshrink", nil, []), ("log-sigmoid", nil, []),
      ("xielu", nil, [(0, 0.8, 1.6, false)]), ("xielu", [0.4, 0.8, 0.5], []), ("elish", nil, [(0, 1, 0.5, false)]),
      ("star-relu", nil, [(0, 0, 1.7888, false)]), ("hard-mish", nil, [(-2, 0, 1, true), (0, 1, 0, false)]),
      ("lisht", nil, []), ("telu", nil, []), ("serf", nil, []), ("bent-identity", nil, []), ("isru", nil, []),
      ("logish", nil, []), ("smish", nil, []), ("gaussian", nil, []), ("sine", nil, []), ("arctan", nil, []),
      ("derf", nil, []),
    ]
    for (name, parameters, expected) in table {
      expect(try named(name, parameters).secondDerivativeBreaks(in: -5...5), expected, name)
    }
  }

  @Test("The second derivative of a formula breaks where it has no value or jumps, and nowhere else.")
  func formulaBreaks() throws {
    let table: [(String, [(Double, Double, Double, Bool)])] = [
      ("where(x < 0, x^3, x^2)", [(0, 0, 2, false)]), ("abs(x)^3", []), ("x * abs(x)", [(0, -2, 2, false)]),
      ("relu(x)^3", []), ("max(x, x^2)", [(0, 2, 0, true), (1, 0, 2, true)]), ("sin(x)", []),
      ("abs(x - 1)", [(1, 0, 0, true)]), ("floor(x / 2)", [-4, -2, 0, 2, 4].map { ($0, 0, 0, true) }),
      ("1 / x", [(0, -.infinity, .infinity, true)]), ("log(x)", [(0, .nan, -.infinity, true)]),
      ("sqrt(abs(x))", [(0, -.infinity, -.infinity, true)]), ("abs(x)^1.5", [(0, .infinity, .infinity, false)]),
      ("hard_swish(x - 1)", [(-2, 0, 1.0 / 3, true), (4, 1.0 / 3, 0, true)]),
    ]
    for (text, expected) in table {
      expect(try formula(text).secondDerivativeBreaks(in: -5...5), expected, text)
    }
    #expect(try formula("abs(x - 1)").secondDerivativeBreaks(in: -5...0.5).isEmpty)
  }

  private func expect(
    _ breaks: [SecondDerivativeBreak], _ expected: [(Double, Double, Double, Bool)], _ name: String
  ) {
    func isClose(_ number: Double, _ expected: Double) -> Bool {
      expected.isFinite ? (number - expected).magnitude < 1e-9 : "\(number)" == "\(expected)"
    }
    #expect(breaks.map(\.position) == expected.map(\.0), "\(name)")
    for (found, expected) in zip(breaks, expected) {
      #expect(isClose(found.limits.before, expected.1) && isClose(found.limits.after, expected.2), "\(name) \(found)")
      #expect(found.isBreakpoint == expected.3, "\(name) \(found)")
    }
  }

  @Test("A curve has no value at breakpoints, and the points of the response everywhere.")
  func curve() throws {
    let relu = try named("relu")
    let curve = try SecondDerivativeCurve(of: relu, range: -5...5, step: 0.5)
    #expect(try curve.x == ResponseCurve(of: relu, range: -5...5, step: 0.5).x)
    #expect(curve.x.indices.filter { curve.secondDerivative[$0].isNaN }.map { curve.x[$0] } == [0])
    #expect(relu.secondDerivative(at: 0).isNaN && relu.secondDerivative(at: 1) == 0)
    #expect(!curve.isReduced)
  }

  @Test("Of a million points those that determine the curve are kept, with exact values.")
  func reduction() throws {
    let wave = try formula("sin(40 * x)")
    let curve = try SecondDerivativeCurve(of: wave, range: -5...5, step: 1e-5)
    #expect(curve.isReduced && curve.grid.count == 1_000_000 && curve.x.count < 30_000)
    for (x, number) in zip(curve.x, curve.secondDerivative) { #expect(number == wave.secondDerivative(at: x)) }
    let extremes = (try #require(curve.secondDerivative.min()), try #require(curve.secondDerivative.max()))
    #expect((extremes.0 + 1_600).magnitude < 1e-3 && (extremes.1 - 1_600).magnitude < 1e-3)
    #expect(try curve != SecondDerivativeCurve(of: wave, range: -5...5, step: 1e-5, holding: 1_000_000))
  }

  @Test("A study has the second derivative only if it is asked for.")
  func study() throws {
    let samples = SampleSet(seed: 0, count: 100)
    let input = try Distribution(of: samples, bins: 10)
    let function = try named("mish")
    for isWanted in [false, true] {
      let study = try ActivationStudy(
        of: function, over: samples, input: input, bins: 10, range: -1...1, step: 0.5,
        includesGradient: isWanted, includesSecondDerivative: isWanted)
      #expect((study.secondDerivative != nil) == isWanted && (study.gradient != nil) == isWanted)
      #expect(study.secondDerivative?.x == (isWanted ? [-1, -0.5, 0, 0.5] : nil))
    }
  }
}
