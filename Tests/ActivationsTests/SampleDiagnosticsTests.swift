import Expressions
import Sampling
import SeededNumbers
import Testing

@testable import Activations
@testable import Statistics

@Suite struct SampleDiagnosticsTests {
  private let samples = SampleSet(seed: 0, count: 10_000)

  private func diagnostics(_ name: String, _ parameterValues: [Double]? = nil) throws -> SampleDiagnostics {
    let entry = try #require(Catalogue.entry(named: name))
    let function = ActivationFunction(
      entry, parameterValues: parameterValues ?? entry.parameters.map(\.defaultValue))
    return SampleDiagnostics(of: function, inputs: samples.values, outputs: function.outputs(of: samples))
  }

  @Test("A rectified linear unit is dead where its output is zero, and that zero is a point mass.")
  func relu() throws {
    let relu = try diagnostics("relu")
    let zeros = samples.values.count { $0 <= 0 }
    let negative = Double(zeros) / 10_000
    #expect(relu.deadShare == negative && relu.saturatedShare == negative && relu.nearlySaturatedShare == negative)
    #expect(relu.pointMasses == [PointMass(value: 0, count: zeros, among: 10_000)])
    #expect(relu.range == 0...(try #require(samples.values.max())))
  }

  @Test("A hard tanh has a point mass at each end, the more frequent one first.")
  func hardTanh() throws {
    let hardTanh = try diagnostics("hard-tanh")
    let masses = [
      PointMass(value: -1, count: samples.values.count { $0 <= -1 }, among: 10_000),
      PointMass(value: 1, count: samples.values.count { $0 >= 1 }, among: 10_000),
    ]
    #expect(hardTanh.pointMasses == masses.sorted { $0.share > $1.share })
    #expect(hardTanh.deadShare == masses[0].share + masses[1].share)
    #expect(hardTanh.range == -1...1)
    // The mass at an end of 2.2 is 1.4 %, and at an end of 2.5 it is 0.6 %.
    #expect(try diagnostics("hard-tanh", [-2.2, 2.5]).pointMasses.map(\.value) == [-2.2])
  }

  @Test("A smooth and strictly increasing function has neither point masses nor dead units, but saturates.")
  func smooth() throws {
    for name in ["tanh", "sigmoid", "softsign", "mish", "identity-like"] {
      let entry = try #require(Catalogue.entry(named: name == "identity-like" ? "softplus" : name))
      let function = ActivationFunction(entry)
      let slopes = samples.values.map { function.derivative(at: Double($0)).magnitude }
      let counted = try diagnostics(entry.name)
      #expect(counted.deadShare == 0 && counted.pointMasses.isEmpty, "\(name)")
      #expect(counted.saturatedShare == Double(slopes.count { $0 < 0.01 }) / 10_000, "\(name)")
      #expect(counted.nearlySaturatedShare == Double(slopes.count { $0 < 0.1 }) / 10_000, "\(name)")
      #expect(counted.range?.lowerBound == function.outputs(of: samples).min(), "\(name)")
      #expect(counted.range?.upperBound == function.outputs(of: samples).max(), "\(name)")
    }
  }

  @Test("The division of the samples into portions has no effect.", arguments: 0..<20)
  func portions(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let inputs = SampleSet(seed: UInt64(seed), count: Int.random(in: 1...20_000, using: &generator))
    let names = ["relu", "hard-tanh", "threshold", "mish"]
    let function = ActivationFunction(try #require(Catalogue.entry(named: names[seed % 4])))
    let outputs = function.outputs(of: inputs)
    let whole = SampleDiagnostics(of: function, inputs: inputs.values, outputs: outputs)
    var counter = DiagnosticsCounter(of: function)
    var start = 0
    while start < outputs.count {
      let end = min(start + Int.random(in: 1...9_000, using: &generator), outputs.count)
      inputs.values.withUnsafeBufferPointer { inputs in
        outputs.withUnsafeBufferPointer { outputs in
          counter.add(
            inputs: UnsafeBufferPointer(rebasing: inputs[start..<end]),
            outputs: UnsafeBufferPointer(rebasing: outputs[start..<end]))
        }
      }
      start = end
    }
    #expect(counter.diagnostics == whole)
    // The counts by a dictionary of all values.
    let counts = Dictionary(grouping: outputs.map { $0 + 0 }, by: \.self).mapValues(\.count)
    let frequent = counts.filter { $0.value >= 2 && Double($0.value) >= 0.01 * Double(outputs.count) }
    #expect(
      Dictionary(uniqueKeysWithValues: whole.pointMasses.map { ($0.value, $0.share) })
        == frequent.mapValues { Double($0) / Double(outputs.count) })
  }

  @Test("Dead shares of expressions count samples with finite output, and masks as in PyTorch.")
  func formulas() async throws {
    let table: [(String, Double)] = [
      ("sqrt(relu(x))", 0.5082), ("relu(x)^0.5", 0.5082), ("sqrt(clamp(x, 0, 1))", 0.6654), ("sqrt(max(x, 0))", 0.5082),
      ("exp(-1 / relu(x))", 0.5087), ("sqrt(where(x > 0, x, 0))", 0.5082), ("sqrt(hard_tanh(x, minVal = 0))", 0.6654),
      ("max(log(x)^cos(3), 0.5)", 0), ("max(sqrt(x), 0)", 0), ("where(x > 0, 1, log(x))", 1), ("floor(sqrt(x))", 1),
      ("relu(log(x))", 0.6804),
    ]
    let samples = SampleSet(seed: 0, count: 10_000)
    let input = try Distribution(of: samples, bins: 10)
    for (text, share) in table {
      let function = try ActivationFunction(expression: ParsedExpression(text), name: "test")
      let held = try ActivationStudy(of: function, over: samples, input: input, bins: 10, range: -1...1, step: 0.5)
      #expect((held.diagnostics.sampled.deadShare * 10_000).rounded() == share * 10_000, "\(text)")
      let stream = SampleStream(seed: 0, count: 10_000)
      let streamed = try await DiagnosedOutput.outputs(of: [function], over: stream, bins: 10)[0].get()
      #expect(streamed.diagnostics == held.diagnostics.sampled, "\(text)")
    }
  }

  @Test("Outputs that are not finite are left out of range, point masses and shares of slopes.")
  func nonFiniteOutputs() {
    let function = ActivationFunction(
      { $0 < 0 ? .nan : $0 > 1 ? .infinity : 0.5 }, slope: { $0 < 0 ? .nan : 0 })
    let inputs: [Float] = [-1, -2, 0.5, 0.25, 3, -1, -2, -3, -4, 2]
    let outputs: [Float] = inputs.map { Float(function.value(at: Double($0))) }
    let counted = SampleDiagnostics(of: function, inputs: inputs, outputs: outputs)
    #expect(counted.deadShare == 1 && counted.saturatedShare == 1 && counted.nearlySaturatedShare == 1)
    #expect(counted.range == 0.5...0.5)
    #expect(counted.pointMasses == [PointMass(value: 0.5, count: 2, among: 10)])
    let none = SampleDiagnostics(of: function, inputs: [-1], outputs: [.nan])
    #expect(none.range == nil && none.pointMasses.isEmpty && none.deadShare == 0)
  }

  @Test("The range is that of a plain loop, with the first of two zeros.", arguments: 0..<200)
  func range(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let choice: [Float] = [0, -0.0, 1, -1, 2.5, .infinity, -.infinity, .nan].filter {
      $0 == 0 || Bool.random(using: &generator)
    }
    let outputs = (0..<Int.random(in: 1...40, using: &generator)).map { _ in choice.randomElement(using: &generator)! }
    var (least, greatest) = (Float.infinity, -Float.infinity)
    for output in outputs where output.isFinite {
      (least, greatest) = (output < least ? output : least, output > greatest ? output : greatest)
    }
    let function = ActivationFunction({ $0 }, slope: { _ in 1 })
    let range = SampleDiagnostics(of: function, inputs: outputs, outputs: outputs).range
    #expect(range?.lowerBound.bitPattern == (least <= greatest ? least.bitPattern : nil))
    #expect(range?.upperBound.bitPattern == (least <= greatest ? greatest.bitPattern : nil))
  }

  @Test("Zeros of both signs are one point mass, and a single sample is none.")
  func zeros() {
    let function = ActivationFunction({ $0 * 0 }, slope: { _ in 0 })
    let counted = SampleDiagnostics(of: function, inputs: [-1, 1, -2, 2], outputs: [-0.0, 0, -0.0, 0])
    #expect(counted.pointMasses == [PointMass(value: 0, count: 4, among: 4)])
    #expect(counted.pointMasses[0].value.sign == .plus)
    #expect(SampleDiagnostics(of: function, inputs: [1], outputs: [0]).pointMasses.isEmpty)
  }

  @Test(
    "A function whose breakpoints are unknown has none declared, and is not called smooth.",
    arguments: [nil, []] as [[Breakpoint]?])
  func undeclared(breakpoints: [Breakpoint]?) throws {
    let function = ActivationFunction({ max($0, 0) }, slope: { $0 > 0 ? 1 : 0 }, breakpoints: breakpoints)
    let few = SampleSet(seed: 0, count: 100)
    let input = try Distribution(of: few, bins: 10)
    let study = try ActivationStudy(of: function, over: few, input: input, bins: 10, range: -1...1, step: 0.5)
    #expect(study.diagnostics.breakpoints == breakpoints)
  }

  @Test(
    "Samples that are not held in memory have the same diagnostics.",
    arguments: ["relu", "softshrink", "mish", "exponential"])
  func streaming(name: String) async throws {
    let function = ActivationFunction(try #require(Catalogue.entry(named: name)))
    let count = 40_000
    let samples = SampleSet(seed: 3, count: count)
    let stream = SampleStream(seed: 3, count: count)
    let outputs = try await DiagnosedOutput.outputs(of: [nil, function], over: stream, bins: 20)
    let held = try ActivationStudy(
      of: function, over: samples, input: Distribution(of: samples, bins: 20), bins: 20, range: -1...1,
      step: 0.5)
    let streamed = try ActivationStudy(
      of: function, input: outputs[0].get().distribution, output: outputs[1].get(), range: -1...1, step: 0.5)
    #expect(try outputs[0].get().diagnostics == nil)
    #expect(streamed.input == held.input && streamed.output == held.output)
    #expect(streamed.response == held.response && streamed.diagnostics == held.diagnostics)
  }

  @Test("A study diagnoses its function by the outputs that it counts.")
  func study() throws {
    let function = ActivationFunction(try #require(Catalogue.entry(named: "softshrink")))
    let input = try Distribution(of: samples, bins: 10)
    let diagnostics = try ActivationStudy(
      of: function, over: samples, input: input, bins: 10, range: -1...1, step: 0.5
    ).diagnostics
    #expect(diagnostics.exact == NormalMoments(of: function))
    #expect(diagnostics.sampled == (try self.diagnostics("softshrink")))
    #expect(diagnostics.breakpoints == [Breakpoint(.kink, at: -0.5), Breakpoint(.kink, at: 0.5)])
  }
}
