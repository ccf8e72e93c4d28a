import Activations
import Depth
import Testing

@Suite
struct DepthNumbersTests {
  private func numbers(_ name: String) throws -> DepthNumbers {
    DepthNumbers(of: ActivationFunction(try #require(Catalogue.entry(named: name))))
  }

  @Test(
    "The factor of gradients at the critical gain has its known value.",
    arguments: [
      ("tanh", 1.177807), ("sigmoid", 0.152827), ("elu", 1.035905), ("selu", 1.071575), ("gelu", 1.072032),
      ("silu", 1.066634), ("mish", 1.059118), ("relu", 1), ("relu-squared", 4.0 / 3), ("hard-tanh", 1.322892),
    ])
  func chi(name: String, expected: Double) throws {
    let chi = try #require(try numbers(name).chi.value)
    #expect((chi - expected).magnitude <= 5e-7)
  }

  @Test(
    "The critical gain has its known value.",
    arguments: [("tanh", 1.592537), ("gelu", 1.533530), ("silu", 1.676532), ("mish", 1.486848)])
  func criticalGain(name: String, expected: Double) throws {
    #expect((try #require(try numbers(name).criticalGain.value) - expected).magnitude <= 5e-7)
  }

  @Test(
    "Gamma has its known value.",
    arguments: [
      ("relu", 1.7128586), ("gelu", 1.7009262), ("silu", 1.7871872), ("tanh", 1.5925374), ("selu", 1),
      ("elu", 1.2708434),
    ])
  func gamma(name: String, expected: Double) throws {
    #expect((try #require(try numbers(name).gamma.value) - expected).magnitude <= 5e-8)
  }

  @Test("A function that keeps its shape at every scale has a neutral fixed point and no depth scale.")
  func homogeneous() throws {
    for name in ["relu", "leaky-relu"] {
      let numbers = try numbers(name)
      #expect(
        numbers.chi == .value(1) && numbers.fixedPointSlope == .value(1) && numbers.depthScale == .value(.infinity))
      #expect(numbers.gradientFactor(layers: 1_000) == .value(1))
    }
    #expect(try numbers("tanh").fixedPointSlope.value! < 1)
  }
}
