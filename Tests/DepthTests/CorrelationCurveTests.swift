import Activations
import Expressions
import Testing

@testable import Depth

@Suite
struct CorrelationCurveTests {
  private static let names = ["relu", "selu", "gelu", "mish", "tanh", "softplus", "hard-tanh", "threshold"]

  private func function(_ name: String) throws -> ActivationFunction {
    ActivationFunction(try #require(Catalogue.entry(named: name)))
  }

  @Test(
    "The curve agrees with the exact map to much less than a pixel.", arguments: names, [0.1, 4])
  func exactMap(name: String, variance: Double) throws {
    let function = try function(name)
    let curve = try #require(
      CorrelationCurve(of: function, variance: variance, initializedBy: Initialization(weightVariance: 1)))
    let map = try #require(CorrelationMap(of: function, variance: variance))
    for index in stride(from: 0, to: curve.before.count, by: 48) {
      let expected = try #require(map.value(at: curve.before[index]))
      let found = curve.behind[index]
      #expect((found - expected).magnitude <= 1e-4, "\(curve.before[index]): \(found) \(expected)")
    }
  }

  @Test("Biases bring all correlations nearer to 1.")
  func biases() throws {
    let tanh = try function("tanh")
    let initialization = Initialization(weightVariance: 2, biasVariance: 0.5)
    let curve = try #require(CorrelationCurve(of: tanh, variance: 1, initializedBy: initialization))
    let map = try #require(CorrelationMap(of: tanh, variance: 1))
    let square = try #require(LayerMoments(of: tanh, variance: 1).meanSquare.value)
    for index in stride(from: 0, to: curve.before.count, by: 40) {
      let alone = try #require(map.value(at: curve.before[index]))
      let expected = (2 * square * alone + 0.5) / (2 * square + 0.5)
      #expect((curve.behind[index] - expected).magnitude <= 1e-6)
    }
  }

  @Test("Fixed points and whether they attract are those of the literature.")
  func fixedPoints() throws {
    func points(_ name: String, variance: Double = 1) throws -> [FixedCorrelation] {
      let function = try self.function(name)
      return try #require(
        CorrelationCurve(of: function, variance: variance, initializedBy: Initialization(weightVariance: 1))
      ).fixedPoints
    }
    let tanh = try points("tanh")
    #expect(tanh.map(\.correlation) == [-1, 0, 1] && tanh.map(\.attracts) == [false, true, false])
    #expect((tanh[2].slope - 1.177807).magnitude <= 5e-7)
    let relu = try points("relu")
    #expect(relu.map(\.correlation) == [1] && relu[0].attracts && relu[0].slope == 1)
    // The limit of 0.5345, 0.6219, 0.6770, 0.7251, 0.7565.
    let gelu = try points("gelu")
    let geluFunction = try self.function("gelu")
    let map = try #require(CorrelationMap(of: geluFunction, variance: 1))
    #expect(gelu.count == 2 && gelu[0].attracts && !gelu[1].attracts)
    let mapped = try #require(map.value(at: gelu[0].correlation))
    #expect((mapped - gelu[0].correlation).magnitude <= 1e-9)
    #expect((0.7565...0.79).contains(gelu[0].correlation))
    let sigmoid = try points("sigmoid")
    #expect(sigmoid.map(\.correlation) == [1] && sigmoid[0].attracts)
    let threshold = try points("threshold")
    #expect(threshold.last?.slope == .infinity)
    let identity = try points("identity")
    #expect(identity.map(\.correlation) == [-1, 0, 1] && !identity.contains(where: \.attracts))
  }

  @Test("A constant function maps every correlation to 1, and the zero function has no map.")
  func constants() throws {
    let initialization = Initialization(weightVariance: 2)
    let constant = try ActivationFunction(expression: ParsedExpression("3 + 0*x"), name: "formula")
    let curve = try #require(CorrelationCurve(of: constant, variance: 1, initializedBy: initialization))
    #expect(curve.behind.allSatisfy { ($0 - 1).magnitude <= 1e-12 })
    #expect(curve.fixedPoints == [FixedCorrelation(correlation: 1, slope: 0, attracts: true)])
    let zero = try ActivationFunction(expression: ParsedExpression("0*x"), name: "formula")
    #expect(CorrelationCurve(of: zero, variance: 1, initializedBy: initialization) == nil)
  }
}
