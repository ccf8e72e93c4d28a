import Activations
import Expressions
import PortableMath
import Testing

@testable import Depth

@Suite
struct DepthStudyTests {
  private func function(_ name: String) throws -> ActivationFunction {
    ActivationFunction(try #require(Catalogue.entry(named: name)))
  }

  private func study(
    _ function: ActivationFunction, layers: Int, _ initialization: InitializationChoice, parts: Set<DepthStudy.Part>
  ) -> DepthStudy {
    var settings = DepthSettings()
    (settings.layers, settings.initialization) = (layers, initialization)
    return DepthStudy(of: function, as: settings, parts: parts)
  }

  // MARK: - Signal and gradient

  @Test("Signal and gradient have a value at the input and in each layer.")
  func signal() throws {
    let selu = study(try function("selu"), layers: 31, .deviations(weights: 0.75, biases: 0), parts: [])
    #expect(selu.signal.count == 32 && selu.gradient.count == 32 && selu.signal[0] == 1 && selu.gradient[31] == 1)
    for (layer, expected) in [(1, 0.7967), (11, 0.3092), (21, 0.2381), (31, 0.2154)] {
      #expect((selu.signal[layer] - expected).magnitude <= 5e-5)
    }
    let propagation = try #require(selu.propagation)
    let factor = try #require(propagation.gradientFactor(ofLayer: 30))
    #expect((selu.gradient[30] - factor.squareRoot()).magnitude <= 1e-15)
    #expect(selu.correlation == nil && selu.outputs.isEmpty && selu.edge == nil && selu.networks.isEmpty)
  }

  @Test("The gradient of ReLU with He initialization is the same in all layers.")
  func neutralGradient() throws {
    let relu = study(try function("relu"), layers: 50, .named(.he), parts: [])
    #expect(relu.gradient.allSatisfy { ($0 - 1).magnitude <= 1e-12 } && relu.chi == 1)
    #expect(relu.depthScale == .infinity)
  }

  @Test("A signal without moments has no value from the layer on where they end.")
  func withoutMoments() throws {
    let pole = study(
      try ActivationFunction(expression: ParsedExpression("1/x"), name: "formula"), layers: 3, .named(.he),
      parts: [.correlation, .edge])
    #expect(pole.signal[0] == 1 && pole.signal.dropFirst().allSatisfy(\.isNaN) && pole.gradient.allSatisfy(\.isNaN))
    #expect(pole.correlation == nil && pole.edge == nil)
    let zero = study(
      try ActivationFunction(expression: ParsedExpression("0*x"), name: "formula"), layers: 3, .named(.critical),
      parts: [.correlation])
    #expect(zero.initialization == nil && zero.signal.count == 4 && zero.correlation == nil)
  }

  @Test("Sampled networks are as many as asked for, and surround the exact lines.")
  func networks() throws {
    var settings = DepthSettings()
    settings.layers = 10
    settings.networks = NetworkSampling(width: 400, count: 3, seed: 5)
    let study = DepthStudy(of: try function("tanh"), as: settings, parts: [])
    #expect(study.networks.count == 3)
    for network in study.networks {
      #expect(zip(network.signal, study.signal).allSatisfy { ($0 / $1 - 1).magnitude <= 0.15 })
    }
    let again = DepthStudy(of: study.function, as: settings, networks: study.networks, parts: [])
    #expect(again.networks == study.networks)
  }

  // MARK: - Distributions

  @Test("The distribution of ReLU is half an atom and half of a normal density.")
  func reluDistribution() throws {
    let relu = study(try function("relu"), layers: 20, .named(.he), parts: [.outputs])
    let outputs = relu.outputs
    #expect(outputs.count == 1 && outputs[0].layers == [1, 5, 20])
    let atom = try #require(outputs[0].atoms.first)
    #expect(outputs[0].atoms.count == 1 && atom.value == 0 && (atom.share - 0.5).magnitude <= 1e-6)
    let range = outputs[0].range
    let width = (range.upperBound - range.lowerBound) / Double(OutputDensity.cellCount)
    for (cell, density) in outputs[0].densities.enumerated() {
      let y = range.lowerBound + (Double(cell) + 0.5) * width
      let expected = Double.exp(-y * y / 4) / (4 * Double.pi).squareRoot()
      #expect((density - expected).magnitude <= 0.002, "\(y)")
    }
  }

  @Test("The distribution of tanh is its closed form, and saturates if weights are large.")
  func tanhDistribution() throws {
    let tanh = study(try function("tanh"), layers: 1, .deviations(weights: 1.2, biases: 0), parts: [.outputs])
    let density = try #require(tanh.outputs.first)
    #expect(tanh.outputs.count == 1 && density.layers == [1] && density.atoms.isEmpty)
    let width = (density.range.upperBound - density.range.lowerBound) / Double(OutputDensity.cellCount)
    for (cell, found) in density.densities.enumerated() {
      let y = density.range.lowerBound + (Double(cell) + 0.5) * width
      let x = Double.atanh(y) / 1.2
      let expected = Double.exp(-x * x / 2) / ((2 * Double.pi).squareRoot() * 1.2 * (1 - y * y))
      if y.magnitude < 0.98 { #expect((found - expected).magnitude <= 0.01 * max(expected, 0.1), "\(y)") }
    }
    let saturated = study(try function("tanh"), layers: 1, .deviations(weights: 1_000, biases: 0), parts: [.outputs])
    #expect(saturated.outputs.first?.atoms.map(\.value) == [-1, 1])
  }

  @Test(
    "All outputs are in the atoms and the cells but for one in a thousand.",
    arguments: ["hard-tanh", "gelu", "hardshrink", "threshold", "relu6", "exponential", "identity"],
    [0.01, 1, 3])
  func wholeProbability(name: String, deviation: Double) throws {
    let study = study(
      try function(name), layers: 1, .deviations(weights: deviation, biases: 0), parts: [.outputs])
    let density = try #require(study.outputs.first)
    let width = (density.range.upperBound - density.range.lowerBound) / Double(OutputDensity.cellCount)
    let whole = density.atoms.reduce(0) { $0 + $1.share } + density.densities.reduce(0) { $0 + $1 * width }
    #expect((0.998...1.000_001).contains(whole), "\(whole)")
  }

  // MARK: - Edge of chaos

  @Test("On the edge of chaos gradients keep their variance, and the variance of signals is fixed.")
  func edge() throws {
    for name in ["tanh", "gelu", "sigmoid", "elu"] {
      let function = try function(name)
      let edge = try #require(EdgeOfChaos(of: function))
      let points = Array(edge.pieces.joined())
      for index in stride(from: 0, to: points.count, by: 7) {
        let point = points[index]
        let moments = LayerMoments(of: function, variance: point.variance)
        let weights = point.weights * point.weights
        let slope = try #require(moments.derivativeMeanSquare.value)
        let square = try #require(moments.meanSquare.value)
        #expect((weights * slope - 1).magnitude <= 1e-6)
        #expect((weights * square + point.biases * point.biases - point.variance).magnitude <= 1e-6 * point.variance)
      }
    }
  }

  @Test("The edge of sigmoid reaches networks without biases, at the variance at which it does so and not beside it.")
  func edgeWithoutBiases() throws {
    let sigmoid = try function("sigmoid")
    let edge = try #require(EdgeOfChaos(of: sigmoid))
    let point = try #require(edge.pieces.joined().first { $0.biases == 0 })
    let moments = LayerMoments(of: sigmoid, variance: point.variance)
    let square = try #require(moments.meanSquare.value)
    #expect((point.weights * point.weights * square - point.variance).magnitude <= 1e-8 * point.variance)
  }

  @Test("The edge of tanh begins at σ_w = 1 without biases, and that of ReLU is the one place √2.")
  func edgePlaces() throws {
    let tanhFunction = try function("tanh")
    let tanh = try #require(EdgeOfChaos(of: tanhFunction))
    #expect(tanh.onlyPlace == nil && tanh.pieces.count == 1)
    let first = try #require(tanh.pieces.first?.first)
    #expect((first.weights - 1).magnitude <= 1e-3 && first.biases <= 0.01)
    #expect(tanh.pieces[0][60].variance == 1 && (tanh.pieces[0][60].biases - 0.3885).magnitude <= 1e-4)
    let reluFunction = try function("relu")
    let relu = try #require(EdgeOfChaos(of: reluFunction))
    let place = try #require(relu.onlyPlace)
    #expect(relu.pieces.isEmpty && (place - Double(2).squareRoot()).magnitude <= 1e-9)
  }
}
