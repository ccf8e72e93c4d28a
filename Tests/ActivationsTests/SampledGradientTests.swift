import Expressions
import Sampling
import SeededNumbers
import Testing

@testable import Activations
@testable import Statistics

@Suite struct SampledGradientTests {
  private let samples = SampleSet(seed: 0, count: 10_000)

  private func function(_ text: String) throws -> ActivationFunction {
    try ActivationFunction(expression: ParsedExpression(text), name: "test")
  }

  @Test("The derivative of a rectified linear unit takes the values 0 and 1 alone.")
  func relu() throws {
    let relu = ActivationFunction(try #require(Catalogue.entry(named: "relu")))
    let gradient = try SampledGradient(of: relu, over: samples, bins: 10)
    let ones = samples.values.count { $0 > 0 }
    #expect(
      Set(gradient.pointMasses.map { [$0.value, Float($0.count)] })
        == [[0, Float(10_000 - ones)], [1, Float(ones)]])
    #expect(gradient.distribution.mean == Double(ones) / 10_000)
    let histogram = gradient.distribution.histogram
    #expect(histogram.counts.first == 10_000 - ones && histogram.counts.last == ones)
    #expect(histogram.counts(without: gradient.pointMasses) == [Int](repeating: 0, count: 10))
  }

  @Test("Each derivative is that of the function, rounded to single precision once.", arguments: Catalogue.entries)
  func derivatives(entry: CatalogueEntry) throws {
    let function = ActivationFunction(entry)
    let few = SampleSet(seed: 1, count: 1_003)
    let expected = few.values.map { Float(function.derivative(at: Double($0))) }
    #expect(function.derivatives(of: few) == expected)
    let gradient = try SampledGradient(of: function, over: few, bins: 7)
    #expect(try gradient.distribution == Distribution(of: expected, bins: 7))
  }

  @Test(
    "Samples that are not held in memory have the same gradients.",
    arguments: ["relu", "mish", "abs(x)^0.5", "sqrt(x)", "clamp(floor(2*x+0.5)/2,-2,1.5)"])
  func streaming(text: String) async throws {
    let function = try function(text.contains("x") ? text : text + "(x)")
    let count = 40_000
    let stream = SampleStream(seed: 3, count: count)
    let other = ActivationFunction(try #require(Catalogue.entry(named: "tanh")))
    let outputs = try await DiagnosedOutput.outputs(
      of: [nil, other, function, other], gradientsOf: [0, 2], over: stream, bins: 20)
    let held = try SampledGradient(of: function, over: SampleSet(seed: 3, count: count), bins: 20)
    #expect(try outputs[2].get().gradient == held)
    for index in [0, 1, 3] { #expect(try outputs[index].get().gradient == nil) }
  }

  @Test("Derivatives that are not finite are left out, and counted.")
  func nonFinite() throws {
    let gradient = try SampledGradient(of: function("sqrt(x)"), over: samples, bins: 20)
    #expect(gradient.distribution.excludedCount == samples.values.count { $0 <= 0 })
    #expect(gradient.distribution.sampleCount == 10_000)
    // The formula of the derivative, 1/x, has a value where the logarithm has none.
    let logarithm = try SampledGradient(of: function("log(x)"), over: samples, bins: 20)
    #expect(logarithm.distribution.excludedCount == samples.values.count { $0 <= 0 })
    #expect(logarithm.distribution.histogram.edges[0] > 0)
  }

  @Test("A derivative without a distribution is refused with a sentence that speaks of it.")
  func refusals() throws {
    let nowhere = ActivationFunction({ $0 }, slope: { _ in .nan })
    #expect(throws: StudyError.gradient(.noFiniteOutput)) { try SampledGradient(of: nowhere, over: samples, bins: 10) }
    let narrow = try function("x + 1e-8 * x^2")
    #expect { try SampledGradient(of: narrow, over: samples, bins: 100) } throws: { error in
      "\(error)".hasPrefix("In the distribution of the derivative: 100 bins between")
    }
  }

  @Test("Every value of a quantizer that 1 % of the outputs take is a point mass, and nothing is left in the bins.")
  func quantizer() throws {
    let function = try function("clamp(floor(2*x+0.5)/2,-2,1.5)")
    let outputs = function.outputs(of: samples)
    let masses = SampleDiagnostics(of: function, inputs: samples.values, outputs: outputs).pointMasses
    #expect(masses.map(\.value).sorted() == [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5])
    for mass in masses { #expect(mass.count == outputs.count { $0 == mass.value }) }
    let histogram = try Distribution(of: outputs, bins: 30).histogram
    #expect(histogram.counts(without: masses) == [Int](repeating: 0, count: 30))
  }

  @Test("The counts without the ends of a hard tanh are those of the samples between them.", arguments: [7, 30, 100])
  func hardTanh(bins: Int) throws {
    let function = ActivationFunction(
      try #require(Catalogue.entry(named: "hard-tanh")), parameterValues: [-1.84, 0.43])
    let outputs = function.outputs(of: samples)
    let masses = SampleDiagnostics(of: function, inputs: samples.values, outputs: outputs).pointMasses
    #expect(masses.map(\.value) == [0.43, -1.84])
    var histogram = try Distribution(of: outputs, bins: .count(bins)).histogram
    let rest = histogram.counts(without: masses)
    let edges = histogram.edges
    histogram = try Histogram(from: edges[0], to: edges[bins], bins: bins)
    outputs.filter { $0 > -1.84 && $0 < 0.43 }.withUnsafeBufferPointer { histogram.count($0) }
    #expect(rest == histogram.counts)
  }

  @Test("A value is found in the bin in which the histogram counts it.", arguments: 0..<100)
  func bin(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let values = (0..<50).map { _ in Float.random(in: -2...3, using: &generator) }
    let bins = Int.random(in: 1...40, using: &generator)
    let histogram = try Histogram(of: values, bins: bins)
    let edges = histogram.edges
    for value in values + edges {
      var alone = try Histogram(from: edges[0], to: edges[bins], bins: bins)
      [value].withUnsafeBufferPointer { alone.count($0) }
      #expect(histogram.bin(holding: value) == alone.counts.firstIndex(of: 1))
    }
    for value in [edges[0].nextDown, edges[bins].nextUp, .nan, .infinity, -.infinity] {
      #expect(histogram.bin(holding: value) == nil)
    }
  }
}
