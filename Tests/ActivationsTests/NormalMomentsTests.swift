import Expressions
import PortableMath
import Sampling
import Testing

@testable import Activations
@testable import Statistics

@Suite struct NormalMomentsTests {
  private static let gelu = ActivationFunction(
    { x in x * Double.erfc(-x * 0.5.squareRoot()) / 2 },
    slope: { x in
      Double.erfc(-x * 0.5.squareRoot()) / 2 + x * Double.exp(-x * x / 2) / (2 * Double.pi).squareRoot()
    })

  @Test(
    "Means and deviations agree with published values to six digits.",
    arguments: [
      ("relu", 0.398942, 0.583819), ("sigmoid", 0.500000, 0.208276), ("tanh", 0.000000, 0.627929),
      ("selu", 0.000000, 1.000000), ("mish", 0.240404, 0.628131), ("swish", 0.206621, 0.559538),
      ("gelu", 0.282095, 0.587915), ("softplus", 0.806059, 0.521071), ("elu", 0.160521, 0.786879),
    ])
  func published(name: String, mean: Double, deviation: Double) throws {
    let function = name == "gelu" ? Self.gelu : ActivationFunction(try #require(Catalogue.entry(named: name)))
    let moments = NormalMoments(of: function)
    #expect(abs(try #require(moments.mean.value) - mean) <= 5.01e-7)
    #expect(abs(try #require(moments.standardDeviation.value) - deviation) <= 5.01e-7)
  }

  @Test("Moments with a closed form are exact to thirteen digits.")
  func closedForms() throws {
    let pi = Double.pi
    let relu = NormalMoments(of: ActivationFunction(try #require(Catalogue.entry(named: "relu"))))
    expect(relu.mean, 1 / (2 * pi).squareRoot())
    expect(relu.standardDeviation, (0.5 - 0.5 / pi).squareRoot())
    expect(relu.signalGain, 0.5)
    expect(relu.gradientGain, 0.5)

    let sigmoid = NormalMoments(of: ActivationFunction(try #require(Catalogue.entry(named: "sigmoid"))))
    expect(sigmoid.mean, 0.5)
    // These are from mpmath's quadrature with 30 digits.
    expect(sigmoid.signalGain, 0.293379035858092963)

    // E eᵃˣ = e^(a²/2), as long as the peak of the integrand lies between −38 and 38.
    for a in [0.5, 1, 3, 12] {
      let moments = NormalMoments(of: ActivationFunction({ Double.exp(a * $0) }, slope: { a * Double.exp(a * $0) }))
      expect(moments.mean, Double.exp(a * a / 2))
      expect(moments.signalGain, Double.exp(2 * a * a))
      expect(moments.gradientGain, a * a * Double.exp(2 * a * a))
      expect(moments.standardDeviation, (Double.exp(a * a) * Double.expm1(a * a)).squareRoot())
    }

    let cosine = NormalMoments(of: ActivationFunction({ Double.cos(7 * $0) }, slope: { -7 * Double.sin(7 * $0) }))
    expect(cosine.mean, Double.exp(-24.5), within: 1e-13)
    expect(cosine.signalGain, (1 + Double.exp(-98)) / 2)
  }

  private func expect(
    _ moment: ExactMoment, _ expected: Double, within tolerance: Double? = nil,
    at place: SourceLocation = #_sourceLocation
  ) {
    guard let value = moment.value else {
      Issue.record("no moment, but \(moment), in place of \(expected)", sourceLocation: place)
      return
    }
    #expect(abs(value - expected) <= tolerance ?? 1e-13 * abs(expected), "\(value)", sourceLocation: place)
  }

  @Test(
    "Kinks and jumps that are not declared do not disturb the moments, wherever they lie.",
    arguments: [-2.71828, -0.3, 1e-9, 0.1, 0.4999, 1.0 / 3, 3.00001])
  func undeclaredJumps(place: Double) {
    let step = NormalMoments(of: ActivationFunction({ $0 > place ? 1 : 0 }, slope: { _ in 0 }))
    let right = Double.erfc(place * 0.5.squareRoot()) / 2
    expect(step.mean, right, within: 1e-12)
    expect(step.standardDeviation, (right * (1 - right)).squareRoot(), within: 1e-12)
    #expect(step.gradientGain == .value(0))
    let hinge = NormalMoments(of: ActivationFunction({ max($0, place) }, slope: { $0 > place ? 1 : 0 }))
    expect(hinge.gradientGain, right, within: 1e-12)
  }

  @Test("The gradient gain includes steep slopes at places that are not declared.")
  func steepClimb() {
    let slope = 1e6
    let moments = NormalMoments(
      of: ActivationFunction(
        { Double.tanh(slope * ($0 - 0.3)) },
        slope: {
          let tangent = Double.tanh(slope * ($0 - 0.3))
          return slope * (1 - tangent * tangent)
        }))
    // ∫ a² cosh⁻⁴(a(x − c)) φ(x) dx → ⁴⁄₃ a φ(c); the next term is a⁻² times smaller.
    let expected = 4.0 / 3 * slope * Double.exp(-0.045) / (2 * Double.pi).squareRoot()
    expect(moments.gradientGain, expected, within: 1e-9 * expected)
  }

  @Test("A moment that does not exist has no value.")
  func missingMoments() {
    // Because of overflow, exp(x²) has no mean; exp(x²/4) has the mean √2, and no second moment.
    let square = NormalMoments(of: ActivationFunction({ Double.exp($0 * $0) }, slope: { 2 * $0 * Double.exp($0 * $0) }))
    #expect(square.mean.value == nil && square.standardDeviation.value == nil)
    #expect(square.signalGain.value == nil && square.gradientGain.value == nil)
    let quarter = NormalMoments(
      of: ActivationFunction({ Double.exp($0 * $0 / 4) }, slope: { $0 / 2 * Double.exp($0 * $0 / 4) }))
    expect(quarter.mean, 2.0.squareRoot())
    #expect(
      quarter.standardDeviation.value == nil && quarter.signalGain.value == nil && quarter.gradientGain.value == nil)
    // 1/x has no mean, log |x| has all moments but no mean square derivative, and √x is defined on one side only.
    let pole = NormalMoments(of: ActivationFunction({ 1 / ($0 - 0.3) }, slope: { -1 / (($0 - 0.3) * ($0 - 0.3)) }))
    #expect(pole.mean.value == nil && pole.signalGain.value == nil && pole.gradientGain.value == nil)
    let logarithm = NormalMoments(of: ActivationFunction({ Double.log($0.magnitude) }, slope: { 1 / $0 }))
    // The mean is −(γ + log 2) / 2, and the variance is π² / 8.
    expect(logarithm.mean, -0.635181422730739085, within: 1e-12)
    expect(logarithm.standardDeviation, Double.pi / 8.0.squareRoot(), within: 1e-12)
    #expect(logarithm.gradientGain.value == nil)
    let root = NormalMoments(of: ActivationFunction({ Double.sqrt($0) }, slope: { 0.5 / Double.sqrt($0) }))
    #expect(
      root.mean.value == nil && root.standardDeviation.value == nil && root.signalGain.value == nil
        && root.gradientGain.value == nil)
  }

  @Test("A large mean does not impair the deviation.")
  func largeMean() {
    let shifted = NormalMoments(of: ActivationFunction({ 1e6 + Double.tanh($0) }, slope: { _ in 0 }))
    let tangent = NormalMoments(of: ActivationFunction({ Double.tanh($0) }, slope: { _ in 0 }))
    expect(shifted.mean, 1e6)
    expect(shifted.standardDeviation, tangent.standardDeviation.value ?? .nan, within: 1e-9)
  }

  @Test("Extreme parameters give a result in reasonable time.", arguments: Catalogue.entries.map(\.name))
  func extremeParameters(name: String) throws {
    let entry = try #require(Catalogue.entry(named: name))
    for (index, parameter) in entry.parameters.enumerated() {
      for value in [parameter.range.lowerBound, parameter.range.upperBound, 1e-6, -1e-6] where parameter.admits(value) {
        var values = entry.parameters.map(\.defaultValue)
        values[index] = value
        guard entry.faults(in: values).isEmpty else { continue }
        let moments = NormalMoments(of: ActivationFunction(entry, parameterValues: values))
        for moment in [moments.mean, moments.standardDeviation, moments.signalGain, moments.gradientGain] {
          #expect(moment.value?.isFinite != false)
        }
      }
    }
  }

  @Test("A sample that contradicts the moments withdraws their values.")
  func contradiction() throws {
    let function = ActivationFunction({ $0 }, slope: { _ in 1 })
    let samples = SampleSet(seed: 0, count: 10_000)
    let shifted = samples.values.map { $0 + 0.1 }
    let stretched = samples.values.map { 1.1 * $0 }
    let moments = NormalMoments(of: function)
    #expect(try moments.confirmed(by: Distribution(of: samples, bins: 100), of: function) == moments)
    for values in [shifted, stretched] {
      let judged = try moments.confirmed(by: Distribution(of: values, bins: 100), of: function)
      #expect(judged.mean == .undetermined && judged.gradientGain == .undetermined)
    }
    // Heavy tails, and features that few samples hit, are not contradictions.
    for text in ["exp(3 * x)", "exp(0.2 * x^2)", "abs(x)^(-0.4)", "where(abs(x - 1) < 1e-5, 100, 0)", "relu(x - 3.5)"] {
      let function = try ActivationFunction(expression: ParsedExpression(text), name: "test")
      let moments = NormalMoments(of: function)
      for seed in 0..<20 {
        let outputs = function.outputs(of: SampleSet(seed: UInt64(seed), count: 10_000))
        #expect(try moments.confirmed(by: Distribution(of: outputs, bins: 100), of: function) == moments, "\(text)")
      }
    }
  }
}
