import Activations
import Expressions
import Testing

@testable import Descriptions

/// Shapes of known curves.
@Suite struct CurveShapeTests {
  private func catalogue(_ name: String) throws -> ActivationFunction {
    ActivationFunction(try #require(Catalogue.entry(named: name)))
  }

  private func formula(_ text: String) throws -> ActivationFunction {
    try ActivationFunction(expression: ParsedExpression(text), name: "test")
  }

  /// The minima of functions that fall and then rise, with 12 digits computed by mpmath.
  @Test(
    "A function of the catalogue turns where its minimum is, and so does the same function as a formula.",
    arguments: [
      ("gelu", "gelu(x)", -0.751791524694, -0.169971207480),
      ("silu", "x * sigmoid(x)", -1.27846454276, -0.278464542761),
      ("mish", "x * tanh(log(1 + exp(x)))", -1.192431214515, -0.308843412909),
      ("hard-swish", "x * min(max(x + 3, 0), 6) / 6", -1.5, -0.375),
    ])
  func minima(name: String, text: String, place: Double, value: Double) throws {
    for function in [try catalogue(name), try formula(text)] {
      let shape = CurveShape(of: function, over: -5...5)
      let turn = try #require(shape.runs.first { $0.direction == .falling }).end
      #expect(shape.counts == (1, 0, 0, 0) && shape.isComplete)
      #expect(abs(turn.x - place) < 1e-7 && abs(turn.y - value) < 1e-9, "\(turn)")
      #expect(shape.extremes?.least == turn)
    }
  }

  @Test("Runs tell where a curve rises, falls, stays and has no value.")
  func runs() throws {
    func course(_ text: String, over range: ClosedRange<Double> = -5...5) throws -> [String] {
      let shape = CurveShape(of: try formula(text), over: range)
      #expect(shape.isComplete, "\(text)")
      return shape.runs.map { run in
        let ends = run.direction == .undefined ? "" : " \(rounded(run.start.y)) \(rounded(run.end.y))"
        return "\(run.direction) \(rounded(run.start.x)) \(rounded(run.end.x))\(ends)"
      }
    }
    func rounded(_ number: Double) -> Double { (number * 1e4).rounded() / 1e4 + 0 }
    #expect(try course("relu(x)") == ["constant -5.0 0.0 0.0 0.0", "rising 0.0 5.0 0.0 5.0"])
    #expect(try course("relu(x)", over: -5 ... -1) == ["constant -5.0 -1.0 0.0 0.0"])
    #expect(try course("1 / x") == ["falling -5.0 0.0 -0.2 -inf", "falling 0.0 5.0 inf 0.2"])
    #expect(try course("log(x)") == ["undefined -5.0 0.0", "rising 0.0 5.0 -inf 1.6094"])
    #expect(try course("sqrt(x)") == ["undefined -5.0 0.0", "rising 0.0 5.0 0.0 2.2361"])
    #expect(try course("log(x)", over: -5 ... -1) == ["undefined -5.0 -1.0"])
    #expect(try course("sign(x)") == ["constant -5.0 0.0 -1.0 -1.0", "constant 0.0 5.0 1.0 1.0"])
    #expect(try course("sin(x) / x", over: -4...4) == ["rising -4.0 0.0 -0.1892 1.0", "falling 0.0 4.0 1.0 -0.1892"])
    #expect(try course("2") == ["constant -5.0 5.0 2.0 2.0"])
    #expect(try course("x * abs(x)") == ["rising -5.0 5.0 -25.0 25.0"])
    #expect(try course("exp(x^3)", over: -1...20).last?.hasPrefix("undefined 8.9") == true)
    #expect(try course("sin(x)", over: 0...6.5).count == 3)
    // The grid of the figure cannot be in step with a wave.
    #expect(CurveShape(of: try formula("sin(10 * pi * x)"), over: 0...2).counts.turns == 20)
    #expect(CurveShape(of: try formula("1e-9 * sin(x)"), over: 0...6.5).counts.turns == 2)
    #expect(CurveShape(of: try formula("1 + 1e-3 * sin(20 * x)"), over: -5...5).counts.turns == 64)
  }

  @Test("A curve of more waves or breaks than its points can show is not told as if it had fewer.")
  func restlessness() throws {
    let wave = CurveShape(of: try formula("sin(1000 * x)"), over: -5...5)
    #expect(wave.isRestless && !wave.isComplete && wave.knowsBreaks)
    #expect(1...3_184 ~= wave.counts.turns)
    let steps = CurveShape(of: try formula("floor(1000 * x)"), over: -5...5)
    #expect(!steps.knowsBreaks && !steps.isComplete)
  }

  @Test(
    "The greatest derivative is found with its place.",
    arguments: [
      ("tanh", 0, 1), ("sigmoid", 0, 0.25), ("gelu", 1.414213562, 1.128904145), ("silu", 2.399357280, 1.099839320),
      ("mish", 1.490571179, 1.088498161), ("softplus", 5, 0.993307149), ("squared-relu", 5, 10),
      ("exponential", 5, 148.413159),
    ])
  func greatestDerivative(name: String, place: Double, slope: Double) throws {
    let function = try catalogue(name)
    let found = CurveShape(of: function, over: -5...5).slope(of: function)
    guard case .extreme(let extremum)? = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(extremum.isGreatest && extremum.places.count == 1 && extremum.end == nil)
    #expect(abs(extremum.places[0] - place) < 1e-5 && abs(extremum.slope - slope) < 1e-6, "\(extremum)")
  }

  @Test("Derivatives of straight parts, plateaus, kinks, poles and falling functions are told apart.")
  func derivatives() throws {
    func slope(_ function: ActivationFunction) -> CurveSlope? {
      CurveShape(of: function, over: -5...5).slope(of: function)
    }
    #expect(
      slope(try catalogue("relu")) == .straight([.init(from: -5, to: 0, slope: 0), .init(from: 0, to: 5, slope: 1)]))
    #expect(slope(try formula("2 * x")) == .straight([.init(from: -5, to: 5, slope: 2)]))
    #expect(
      slope(try catalogue("elu"))
        == .extreme(.init(isGreatest: true, slope: 1, places: [0], side: 0, end: 5)))
    #expect(
      slope(try formula("-tanh(x)")) == .extreme(.init(isGreatest: false, slope: -1, places: [0], side: 0, end: nil)))
    #expect(
      slope(try formula("x^3")) == .extreme(.init(isGreatest: true, slope: 75, places: [-5, 5], side: 0, end: nil)))
    guard case .extreme(let selu)? = slope(try catalogue("selu")) else {
      Issue.record("SeLU is not straight.")
      return
    }
    #expect(selu.side == -1 && selu.places == [0] && abs(selu.slope - 1.7580993408473766) < 1e-9)
    #expect(slope(try formula("1 / x")) == .unbounded(near: [0], isGreatest: false))
    #expect(slope(try formula("sqrt(x)")) == .unbounded(near: [0], isGreatest: true))
    #expect(slope(try formula("log(-1 - x^2)")) == nil)
  }

  @Test("Symmetries are found where they are exact, in ranges around zero alone.")
  func symmetries() throws {
    func symmetry(_ text: String, over range: ClosedRange<Double> = -5...5) throws -> CurveSymmetry? {
      CurveSymmetry(of: try formula(text), over: range)
    }
    for text in ["tanh(x)", "x^3 - x", "sin(7 * x)", "1 / x", "sign(x)"] { #expect(try symmetry(text) == .about(0)) }
    for text in ["x^2", "abs(x)", "exp(-x^2)", "1 / x^2", "cos(x)"] { #expect(try symmetry(text) == .even) }
    #expect(try symmetry("sigmoid(x)") == .about(0.5) && symmetry("3 + x") == .about(3))
    for text in ["relu(x)", "gelu(x)", "exp(x)", "log(x)", "x^2 + 0.0001 * x", "where(x > 4.999, x, 0)"] {
      #expect(try symmetry(text) == nil, "\(text)")
    }
    #expect(try symmetry("tanh(x)", over: -5...4) == nil)
  }

  @Test("Ranges and values of any size do no harm.")
  func hostility() throws {
    let texts = ["x", "1e300 * x", "x^2", "exp(x)", "tanh(x)", "0 / 0 * x", "1 / (x - x)", "x * 1e-320", "mod(x, 1)"]
    for text in texts {
      for range in [-1e300...1e300, 0...1e-300, -1e9...1e9, 1...1.0000000000000002, 1e15...1.1e15, 5...5] {
        let function = try formula(text)
        let shape = CurveShape(of: function, over: range)
        #expect(!shape.runs.isEmpty)
        _ = shape.slope(of: function)
        _ = ShapeText(of: shape, of: function).sentences(about: "It")
        _ = ShapeText(of: shape, of: function).phrase
      }
    }
  }
}
