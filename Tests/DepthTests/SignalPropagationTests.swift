import Activations
import Testing

@testable import Depth

@Suite
struct SignalPropagationTests {
  private func function(_ name: String) -> ActivationFunction { ActivationFunction(Catalogue.entry(named: name)!) }

  @Test("The standard deviation of SELU by layer tends to its fixed point.")
  func selu() throws {
    let initialization = Initialization(weightVariance: 0.75 * 0.75)
    let layers = SignalPropagation(of: function("selu"), initializedBy: initialization, layers: 91).layers
    for (layer, deviation, root) in [
      (1, 0.7967, 0.7975), (11, 0.3092, 0.3126), (21, 0.2381, 0.2412), (31, 0.2154, 0.2183), (91, 0.1997, 0.2025),
    ] {
      #expect((layers[layer - 1].standardDeviation.value! - deviation).magnitude <= 5e-5)
      #expect((layers[layer - 1].meanSquare.value!.squareRoot() - root).magnitude <= 5e-5)
    }
  }

  @Test("The standard deviation of tanh with a gain of 5/3 after ten layers is 0.6514.")
  func tanh() throws {
    let initialization = Initialization(weightVariance: 25.0 / 9)
    let layers = SignalPropagation(of: function("tanh"), initializedBy: initialization, layers: 10).layers
    #expect((layers[9].standardDeviation.value! - 0.6514).magnitude <= 5e-5)
  }
}
