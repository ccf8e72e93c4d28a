import Activations
import PortableMath
import Testing

@testable import Depth

@Suite
struct CorrelationMapTests {
  private func function(_ name: String) -> ActivationFunction { ActivationFunction(Catalogue.entry(named: name)!) }

  @Test("The map of ReLU is the closed form.", arguments: [-1, -0.9, -0.3, 0, 0.2, 0.5, 0.9, 0.99, 0.9999, 0.999999])
  func relu(correlation c: Double) throws {
    let map = try #require(CorrelationMap(of: function("relu"), variance: 1))
    let expected = (1 - c * c).squareRoot() / Double.pi + c * (1 - Double.acos(c) / Double.pi)
    let found = try #require(map.value(at: c))
    #expect((found - expected).magnitude <= 1e-11 * max(expected, 0.01), "\(found) \(expected)")
  }

  @Test(
    "A correlation of one half develops as the literature says.",
    arguments: [
      ("relu", [0.6090, 0.8105, 0.8976, 0.9553, 0.9887]), ("tanh", [0.4726, 0.3711, 0.2675, 0.1335, 0.0155]),
      ("gelu", [0.5345, 0.6219, 0.6770, 0.7251, 0.7565]),
    ])
  func development(name: String, expected: [Double]) throws {
    let map = try #require(CorrelationMap(of: function(name), variance: 1))
    var correlation = 0.5
    var found: [Double] = []
    for layer in 1...50 {
      correlation = try #require(map.value(at: correlation))
      if [1, 5, 10, 20, 50].contains(layer) { found.append(correlation) }
    }
    #expect(zip(found, expected).allSatisfy { ($0 - $1).magnitude <= 5e-5 }, "\(found)")
  }
}
