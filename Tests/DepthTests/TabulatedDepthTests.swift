import Activations
import Depth
import Tables
import Testing

@Suite struct TabulatedDepthTests {
  private func function(_ name: String) throws -> ActivationFunction {
    ActivationFunction(try #require(Catalogue.entry(named: name)))
  }

  private func agree(_ one: ExactMoment, _ other: ExactMoment, _ tolerance: Double) -> Bool {
    guard let found = one.value, let expected = other.value else { return one == other }
    return (found - expected).magnitude <= tolerance * max(1e-3, expected.magnitude)
  }

  @Test(
    "Functions of lines have the same numbers when they are given by their corners.", arguments: ["relu", "hard-tanh"])
  func corners(name: String) throws {
    let points =
      name == "relu"
      ? try PointTable(x: [-1, 0, 1], values: [0, 0, 1]) : try PointTable(x: [-1, 1], values: [-1, 1])
    let table = ActivationFunction(
      table: try TabulatedActivation(points, beyond: name == "relu" ? .extend : .hold), name: name)
    let function = try function(name)
    let (found, expected) = (DepthNumbers(of: table), DepthNumbers(of: function))
    #expect(agree(found.criticalGain, expected.criticalGain, 1e-13) && agree(found.chi, expected.chi, 1e-13))
    #expect(agree(found.fixedPointSlope, expected.fixedPointSlope, 1e-12))
    for variance in [1e-6, 0.04, 0.5, 1, 3, 900] {
      let (one, other) = (LayerMoments(of: table, variance: variance), LayerMoments(of: function, variance: variance))
      #expect(agree(one.meanSquare, other.meanSquare, 1e-12), "\(variance)")
      #expect(agree(one.standardDeviation, other.standardDeviation, 1e-12), "\(variance)")
      #expect(agree(one.derivativeMeanSquare, other.derivativeMeanSquare, 1e-12), "\(variance)")
    }
  }

  @Test("A hundred thousand points are followed through many layers.")
  func manyPoints() throws {
    let tanh = try function("tanh")
    let x = (-50_000...50_000).map { Double($0) / 5_000 }
    let table = ActivationFunction(
      table: try TabulatedActivation(PointTable(x: x, values: x.map(tanh.value(at:)))), name: "tanh")
    let initialization = Initialization(weightVariance: 25.0 / 9)
    let layers = SignalPropagation(of: table, initializedBy: initialization, layers: 10).layers
    // Straight lines between the points differ by h² / 8 times the second derivative.
    #expect((layers[9].standardDeviation.value! - 0.6514).magnitude <= 5e-5)
  }

  @Test("A table without values between or beyond its points has no numbers.")
  func gaps() throws {
    let points = try PointTable(x: [-1, 0, 1], values: [0, 0, 1])
    let table = ActivationFunction(table: try TabulatedActivation(points, beyond: .none), name: "gap")
    #expect(DepthNumbers(of: table).criticalGain == .doesNotExist)
    #expect(DepthNumbers(of: table).fixedPointSlope == .doesNotExist)
    #expect(SignalPropagation(of: table, initializedBy: .he, layers: 3).layers.isEmpty)
  }
}
