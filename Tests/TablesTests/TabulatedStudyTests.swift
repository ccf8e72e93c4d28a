import Activations
import PortableMath
import Sampling
import SeededNumbers
import Statistics
import Testing

@testable import Tables

@Suite
struct TabulatedStudyTests {
  private let samples = SampleSet(seed: 0, count: 10_000)

  private func study(of function: ActivationFunction) throws -> ActivationStudy {
    try ActivationStudy(
      of: function, over: samples, input: Distribution(of: samples, bins: 100), bins: 100, range: -5...5, step: 0.1,
      includesGradient: true)
  }

  private func isNear(_ moment: ExactMoment, _ other: ExactMoment, _ tolerance: Double) -> Bool {
    guard let value = moment.value, let expected = other.value else { return moment == other }
    return (value - expected).magnitude <= tolerance * max(1, expected.magnitude)
  }

  private func areNear(_ moments: NormalMoments, _ others: NormalMoments, _ tolerance: Double) -> Bool {
    isNear(moments.mean, others.mean, tolerance)
      && isNear(moments.standardDeviation, others.standardDeviation, tolerance)
      && isNear(moments.signalGain, others.signalGain, tolerance)
      && isNear(moments.gradientGain, others.gradientGain, tolerance)
  }

  @Test(
    "Functions of the catalogue that consist of lines have the same statistics when they are given by their corners.",
    arguments: [
      ("relu", [-1, 0, 1], [0, 0, 1], TableExtension.extend), ("leaky-relu", [-100, 0, 1], [-1, 0, 1], .extend),
      ("relu6", [0, 6], [0, 6], .hold), ("hard-tanh", [-1, 1], [-1, 1], .hold),
      ("hard-sigmoid", [-3, 3], [0, 1], .hold), ("identity", [-7, 3], [-7, 3], .extend),
      ("softshrink", [-1, -0.5, 0.5, 1], [-0.5, 0, 0, 0.5], .extend), ("prelu", [-4, 0, 8], [-1, 0, 8], .extend),
    ])
  func lines(name: String, x: [Double], values: [Double], beyond: TableExtension) throws {
    let entry = try #require(Catalogue.entry(named: name))
    let expected = try study(of: ActivationFunction(entry))
    let table = try TabulatedActivation(PointTable(x: x, values: values), beyond: beyond)
    let study = try study(of: ActivationFunction(table: table, name: name))
    #expect(study.output.histogram.counts == expected.output.histogram.counts)
    #expect((study.output.mean - expected.output.mean).magnitude < 1e-9)
    #expect((study.output.standardDeviation - expected.output.standardDeviation).magnitude < 1e-9)
    #expect(study.diagnostics.sampled.deadShare == expected.diagnostics.sampled.deadShare)
    #expect(study.diagnostics.sampled.saturatedShare == expected.diagnostics.sampled.saturatedShare)
    #expect(study.diagnostics.sampled.range == expected.diagnostics.sampled.range)
    #expect(study.diagnostics.sampled.pointMasses == expected.diagnostics.sampled.pointMasses)
    #expect(study.diagnostics.breakpoints == expected.diagnostics.breakpoints)
    #expect(study.gradient?.pointMasses.map(\.share) == expected.gradient?.pointMasses.map(\.share))
    #expect(areNear(study.diagnostics.exact, expected.diagnostics.exact, 1e-13))
  }

  @Test(
    "Smooth functions of the catalogue agree with their fine tables within the error of the interpolation.",
    arguments: ["tanh", "gelu", "silu", "mish", "softplus", "sigmoid", "elu"])
  func smooth(name: String) throws {
    let function = ActivationFunction(try #require(Catalogue.entry(named: name)))
    let x = (-1_200...1_200).map { Double($0) / 100 }
    let points = try PointTable(
      x: x, values: x.map(function.value(at:)), derivatives: x.map(function.derivative(at:)))
    let expected = try study(of: function)
    let fine = try study(
      of: ActivationFunction(table: TabulatedActivation(points, interpolation: .cubic), name: name))
    // Hermite's error is h⁴ / 384 times the fourth derivative.
    #expect(zip(fine.response.value, expected.response.value).allSatisfy { ($0 - $1).magnitude < 1e-9 })
    #expect(zip(fine.response.derivative, expected.response.derivative).allSatisfy { ($0 - $1).magnitude < 1e-6 })
    #expect((fine.output.mean - expected.output.mean).magnitude < 1e-7)
    #expect(areNear(fine.diagnostics.exact, expected.diagnostics.exact, 1e-9))
    #expect(fine.diagnostics.breakpoints == [])
    let line = try study(of: ActivationFunction(table: TabulatedActivation(points), name: name))
    #expect(zip(line.response.value, expected.response.value).allSatisfy { ($0 - $1).magnitude < 2e-5 })
    #expect(areNear(line.diagnostics.exact, expected.diagnostics.exact, 1e-4))
  }

  @Test("The exact moments of random steps are those of the normal distribution between them.")
  func steps() throws {
    var generator = SeededGenerator(seed: 4)
    /// The probability of a number between two others.
    func mass(_ lower: Double, _ upper: Double) -> Double {
      let root = 0.5.squareRoot()
      return lower > 0
        ? (Double.erfc(lower * root) - Double.erfc(upper * root)) / 2
        : (Double.erfc(-upper * root) - Double.erfc(-lower * root)) / 2
    }
    for round in 0..<50 {
      let spread = [0.01, 1, 5, 100][round % 4]
      let x = (0...round).map { _ in Double.random(in: -spread...spread, using: &generator) }
      let table = try PointTable(x: x, values: x.map { _ in Double.random(in: -3...3, using: &generator) })
      let moments = try TabulatedFunction(table, interpolation: .step, beyond: .extend).normalMoments
      let ends = [-Double.infinity] + table.x + [.infinity]
      let values = [table.values[0]] + table.values
      let masses = zip(ends, ends.dropFirst()).map { mass($0, $1) }
      let mean = zip(masses, values).reduce(0) { $0 + $1.0 * $1.1 }
      let square = zip(masses, values).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
      let variance = zip(masses, values).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
      #expect(((moments.mean.value ?? .nan) - mean).magnitude < 1e-13)
      #expect(((moments.signalGain.value ?? .nan) - square).magnitude < 1e-13)
      #expect(((moments.standardDeviation.value ?? .nan) - variance.squareRoot()).magnitude < 1e-12)
      #expect(moments.gradientGain == .value(0))
    }
  }

  @Test("The exact moments of tables of every kind are those that were integrated in closed form with 90 digits.")
  func references() throws {
    for reference in Self.references {
      let table = try PointTable(x: reference.x, values: reference.values, derivatives: reference.derivatives)
      let moments = try TabulatedFunction(
        table, interpolation: reference.interpolation, beyond: reference.beyond
      ).normalMoments
      let found = [moments.mean, moments.standardDeviation, moments.signalGain, moments.gradientGain]
      for (moment, expected) in zip(found, reference.moments) {
        #expect(((moment.value ?? .nan) - expected).magnitude <= 1e-13 * max(expected.magnitude, 1e-6))
      }
    }
  }

  /// A table with the moments that mpmath computes from those of truncated normal distributions.
  private struct Reference {
    let interpolation: TableInterpolation
    let beyond: TableExtension
    let x: [Double]
    let values: [Double]
    let derivatives: [Double]?
    let moments: [Double]
  }

  private static let references: [Reference] = [
    Reference(
      interpolation: .linear, beyond: .extend, x: [-2.0, -0.5, 0.25, 3.0], values: [2.041, -2.556, 0.418, -0.568],
      derivatives: nil,
      moments: [-0.42094330147264297, 1.1237304456268413, 1.4399633774833877, 7.5120047270662967]),
    Reference(
      interpolation: .linear, beyond: .hold, x: [-1.5, 0.0, 0.5, 1.0, 2.5],
      values: [-0.453, -0.216, -2.02, -0.232, -0.865],
      derivatives: [3.323, 0.226, -0.353, -0.281, -0.668],
      moments: [-0.62506519172629915, 0.48527898996081369, 0.62620219200522262, 1.3393779384958152]),
    Reference(
      interpolation: .step, beyond: .extend, x: [-1.0, 0.0, 2.0], values: [-1.055, -0.391, 0.482],
      derivatives: [-0.239, 0.958, -0.2],
      moments: [-0.70313913480923953, 0.37464075570080896, 0.63476033873235914, 0.28474366555767937]),
    Reference(
      interpolation: .step, beyond: .hold, x: [1.0, 1.0001, 1.001], values: [0.024, 1.546, 0.545],
      derivatives: nil,
      moments: [0.10686465278433073, 0.19140933595026549, 0.04805758790363716, 0.0]),
    Reference(
      interpolation: .cubic, beyond: .extend, x: [-3.0, -1.0, -0.25, 0.0, 1.0, 4.0],
      values: [-0.505, -0.183, 0.541, 1.935, -0.27, -0.244],
      derivatives: nil,
      moments: [0.38106801935835954, 0.75839557685067275, 0.72037668636436776, 5.8646628994483973]),
    Reference(
      interpolation: .cubic, beyond: .hold, x: [-2.0, -1.0, 0.0, 1.5], values: [1.002, -0.886, -0.292, 0.883],
      derivatives: [0.58, 0.092, 0.67, -2.828],
      moments: [0.10477409533066224, 0.74084423690599894, 0.55982779440919058, 1.7902477086869551]),
    Reference(
      interpolation: .cubic, beyond: .extend, x: [5.0, 6.0, 7.5], values: [1.021, -0.96, -1.669],
      derivatives: [0.276, 0.701, -0.445],
      moments: [-0.35900008932579265, 0.27599967122464821, 0.20505688265204101, 0.076176894059998921]),
    Reference(
      interpolation: .linear, beyond: .extend, x: [0.1, 0.100001], values: [-1.076, 0.026],
      derivatives: nil,
      moments: [-110201.0759998898, 1101999.999998898, 1226548277149.1046, 1214403999997.5711]),
  ]

  @Test("Moments of a table that ends do not exist, and those of a constant are exact.")
  func special() throws {
    let table = try PointTable(x: [-100, 0, 100], values: [2, 2, 2])
    #expect(try TabulatedFunction(table, interpolation: .linear, beyond: .none).normalMoments.mean == .doesNotExist)
    let moments = try TabulatedFunction(table, interpolation: .linear, beyond: .hold).normalMoments
    #expect(moments.mean == .value(2) && moments.standardDeviation == .value(0) && moments.signalGain == .value(4))
    #expect(moments.gradientGain == .value(0))
  }

  @Test("Samples beyond a table that ends are counted and left out.")
  func excluded() throws {
    let table = try TabulatedActivation(PointTable(x: [-1, 1], values: [-1, 1]), beyond: .none)
    let study = try study(of: ActivationFunction(table: table, name: "t"))
    let outside = samples.values.count { $0.magnitude > 1 }
    #expect(study.output.excludedCount == outside && outside > 3_000)
    #expect(study.gradient?.distribution.excludedCount == outside)
    #expect(study.diagnostics.exact == NormalMoments(all: .doesNotExist))
  }

  @Test("A table without interpolation serves the samples and points that it has, and names the first that it has not.")
  func list() throws {
    let function = ActivationFunction(try #require(Catalogue.entry(named: "mish")))
    let expected = try study(of: function)
    let x = samples.values.map(Double.init) + expected.response.x
    func list(_ x: [Double]) throws -> ActivationFunction {
      let points = try PointTable(
        x: x, values: x.map(function.value(at:)), derivatives: x.map(function.derivative(at:)))
      return ActivationFunction(table: try TabulatedActivation(points, interpolation: .none), name: "mish")
    }
    let study = try study(of: list(x))
    #expect(study.output == expected.output && study.response == expected.response)
    #expect(study.diagnostics.sampled == expected.diagnostics.sampled && study.gradient == expected.gradient)
    #expect(study.diagnostics.exact.mean == .undetermined && study.diagnostics.breakpoints == nil)
    #expect(throws: StudyError.notGiven(x: Double(samples.values[0]), isSample: true)) {
      try self.study(of: list(Array(x.dropFirst())))
    }
    #expect(throws: StudyError.notGiven(x: expected.response.x[99], isSample: false)) {
      try self.study(of: list(Array(x.dropLast())))
    }
  }

  @Test("A stream of samples gives what held samples give.")
  func stream() async throws {
    let x = (-20...20).map { Double($0) / 4 }
    let table = try TabulatedActivation(
      PointTable(x: x, values: x.map { Double.tanh($0) }), interpolation: .step, beyond: .none)
    let function = ActivationFunction(table: table, name: "t")
    let held = try study(of: function)
    let stream = SampleStream(seed: 0, count: 10_000)
    let outputs = try await DiagnosedOutput.outputs(of: [function], gradientsOf: [0], over: stream, bins: 100)
    let output = try outputs[0].get()
    #expect(output.distribution == held.output && output.diagnostics == held.diagnostics.sampled)
    #expect(output.gradient == held.gradient)
  }
}
