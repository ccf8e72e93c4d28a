import Expressions
import Sampling
import Testing

@testable import Activations
@testable import Statistics

/// Products of a function of one normal number and an independent factor.
@Suite struct GatedPairTests {
  private func function(_ text: String) throws -> ActivationFunction {
    try ActivationFunction(expression: ParsedExpression(text), name: "test")
  }

  private func study(_ text: String, _ form: GateForm, count: Int = 10_000) throws -> ActivationStudy {
    let samples = SampleSet(seed: 0, count: count)
    return try ActivationStudy(
      of: function(text), gatedBy: form, over: samples, input: Distribution(of: samples, bins: 50), bins: 50,
      range: -5...5, step: 0.1)
  }

  @Test("The second samples are those of a second call of torch.randn.")
  func secondSamples() {
    // PyTorch 2: torch.manual_seed(seed); torch.randn(count); torch.randn(count).
    let table: [(seed: UInt64, count: Int, first: [Float], last: [Float])] = [
      (0, 7, [0.8380263447761536, -0.7192575931549072, -0.40334352850914], [-0.8566746115684509, 1.1006041765213013]),
      (
        0, 16, [-1.3526537418365479, -1.6959311962127686, 0.5666506290435791], [0.946298360824585, -0.843676745891571]
      ),
      (
        5, 1_000, [0.4503624737262726, -0.9301290512084961, -1.2093639373779297],
        [-1.385608196258545, 0.13999438285827637]
      ),
    ]
    for (seed, count, first, last) in table {
      let second = SampleSet(following: SampleSet(seed: seed, count: count)).values
      #expect(second.count == count)
      for (ours, theirs) in zip(Array(second.prefix(3)) + second.suffix(2), first + last) {
        #expect(unitsInLastPlace(ours, theirs) <= 4, "\(count)")
      }
    }
  }

  @Test("Outputs are products of both samples, and their mean and deviation are PyTorch's.")
  func outputs() throws {
    let study = try study("silu(x)", .plain)
    // torch.manual_seed(0); y = silu(torch.randn(10000)) * torch.randn(10000), in single precision.
    #expect((study.output.mean - 0.008355421014130116).magnitude < 1e-8)
    #expect((study.output.standardDeviation - 0.5928745865821838).magnitude < 1e-7)
    #expect(study.diagnostics.sampled.range == -5.844130039215088...7.119822502136230)
    #expect(study.gate == .plain)
  }

  @Test("Exact moments are those of mpmath.")
  func moments() throws {
    let table: [(String, GateForm, mean: Double, deviation: Double, signal: Double)] = [
      ("silu(x)", .plain, 0, 0.5964692111227134884, 0.3557755198173521562),
      ("relu(x)", .plain, 0, 0.70710678118654752, 0.5),
      ("quick_gelu(min(x, 7))", .clamped, 0.2823305528126092307, 0.8741825168323510945, 0.8439056137868173347),
    ]
    for (text, form, mean, deviation, signal) in table {
      let exact = try study(text, form, count: 100).diagnostics.exact
      let ours = (exact.mean.value ?? .nan, exact.standardDeviation.value ?? .nan, exact.signalGain.value ?? .nan)
      #expect((ours.0 - mean).magnitude < 1e-13, "\(text)")
      #expect((ours.1 / deviation - 1).magnitude < 1e-12, "\(text)")
      #expect((ours.2 / signal - 1).magnitude < 1e-12, "\(text)")
    }
    let pole = try study("1 / x", .plain, count: 100)
    #expect(pole.diagnostics.exact.standardDeviation == .doesNotExist)
  }

  @Test("The exact distribution is that of mpmath, and leaves out the places where the function is zero.")
  func distribution() throws {
    let table: [(String, GateForm, [(Double, Double)])] = [
      (
        "silu(x)", .plain,
        [
          (-1, 0.03549321707855212), (-0.05, 0.3818891692367696), (0.01, 0.5339031048995303), (0.5, 0.9157701063982671),
          (3, 0.9970629149374209),
        ]
      ),
      (
        "quick_gelu(min(x, 7))", .clamped,
        [
          (-1, 0.0072171700350807476), (-0.05, 0.3879822203516921), (0.01, 0.5258693554505709),
          (0.5, 0.7908444663743797),
          (3, 0.9783426614176429),
        ]
      ),
      ("relu(x)", .plain, [(-1, 0.052248415751163082), (0.25, 0.35014958311924571)]),
    ]
    for (text, form, rows) in table {
      let distribution = GatedDistribution(of: try function(text), gatedBy: form)
      for (place, expected) in rows {
        #expect((distribution.probability(upTo: place) - expected).magnitude < 1e-9, "\(text) at \(place)")
      }
    }
  }

  @Test(
    "The counts of a histogram agree with the exact distribution.", arguments: ["silu(x)", "tanh(x)", "sin(5 * x)"])
  func counts(text: String) throws {
    let study = try study(text, .plain)
    let distribution = GatedDistribution(of: study.function, gatedBy: .plain)
    let edges = study.output.histogram.edges.map(Double.init)
    for (index, count) in study.output.histogram.counts.enumerated() {
      let expected =
        10_000 * (distribution.probability(upTo: edges[index + 1]) - distribution.probability(upTo: edges[index]))
      #expect((Double(count) - expected).magnitude <= 5 * max(expected, 1).squareRoot() + 1, "\(text), bin \(index)")
    }
  }

  @Test("Half of the products of a rectified number are zero, and their derivatives too.")
  func rectified() throws {
    let sampled = try study("relu(x)", .plain).diagnostics.sampled
    #expect(sampled.pointMasses.map(\.value) == [0])
    #expect(sampled.pointMasses[0].share == sampled.deadShare && (sampled.deadShare - 0.5).magnitude < 0.02)
  }

  @Test("A function that is nowhere finite is refused, and values that are not finite are left out.")
  func hostile() throws {
    #expect(throws: StudyError.self) { try study("log(-1 - x^2)", .plain, count: 20) }
    let logarithm = try study("log(x)", .plain)
    #expect(logarithm.output.excludedCount > 4_000 && logarithm.diagnostics.exact.mean == .doesNotExist)
    #expect(GatedDistribution(of: logarithm.function, gatedBy: .plain).probability(upTo: 1e300) < 0.51)
  }
}
