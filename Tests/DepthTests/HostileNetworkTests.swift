import Activations
import Expressions
import Testing

@testable import Depth

@Suite
struct HostileNetworkTests {
  private func network(
    _ text: String, weightVariance: Double = 2, biasVariance: Double = 0, layers: Int = 6, width: Int = 20
  ) throws -> SampledNetwork {
    try SampledNetwork(
      of: ActivationFunction(expression: ParsedExpression(text), name: "formula"),
      initializedBy: Initialization(weightVariance: weightVariance, biasVariance: biasVariance), layers: layers,
      width: width, seed: 0, number: 0)
  }

  @Test("A constant passes neither signal nor gradient.", arguments: ["0", "0.1", "-3e300", "5e-324"])
  func constant(text: String) throws {
    let network = try network(text, biasVariance: 0.5)
    #expect(network.signal.dropFirst().allSatisfy { $0 == 0 } && network.signal[0] > 0)
    #expect(network.gradient.dropLast().allSatisfy { $0 == 0 } && network.gradient[6] > 0)
  }

  @Test("A step passes the signal and no gradient.", arguments: ["sign(x)", "floor(x)", "where(x > 0, 1, 0)"])
  func step(text: String) throws {
    let network = try network(text)
    #expect(network.signal.allSatisfy { $0 > 0 })
    #expect(network.gradient.dropLast().allSatisfy { $0 == 0 })
  }

  @Test(
    "A value that is not a number ends the signal, and there is no gradient.",
    arguments: ["log(x)", "x / 0", "0 / 0 * x"])
  func notNumber(text: String) throws {
    let network = try network(text)
    #expect(network.signal[0] > 0 && network.signal.dropFirst().allSatisfy { $0.isNaN })
    #expect(network.gradient[6] > 0 && network.gradient.dropLast().allSatisfy { $0.isNaN })
  }

  @Test("A signal that overflows ends where it does.")
  func overflow() throws {
    let network = try network("exp(x)", layers: 12)
    let end = try #require(network.signal.firstIndex { $0.isNaN })
    #expect((2..<12).contains(end))
    #expect(
      network.signal[..<end].allSatisfy { $0 > 0 && $0.isFinite } && network.signal[end...].allSatisfy { $0.isNaN })
    #expect(network.gradient.dropLast().allSatisfy { $0.isNaN })
  }

  @Test("A slope that is infinite ends the gradient, and the signal goes on.")
  func infiniteSlope() throws {
    // The outputs of the second layer are zero, where the root has an infinite slope.
    let network = try network("sqrt(abs(x)) - sqrt(abs(x))", layers: 3)
    #expect(network.signal.dropFirst() == [0, 0, 0])
    #expect(network.gradient.count == 4 && network.gradient[3] > 0)
  }

  @Test("A signal below the root of the least number, or above that of the greatest, has a deviation.")
  func farScales() throws {
    for (variance, layers, isFinite) in [(1e-10, 61, true), (1e10, 61, true), (1e10, 70, false)] {
      let network = try network("x", weightVariance: variance, layers: layers)
      let exponent = Double(layers) * (variance < 1 ? -5 : 5)
      #expect(network.signal[layers].isFinite == isFinite)
      #expect(network.gradient[0].isFinite == isFinite)
      if isFinite {
        let size = variance < 1 ? 1e-305 : 1e305
        #expect((size / 10...size * 10).contains(network.signal[layers]), "\(exponent) \(network.signal[layers])")
        #expect((size / 10...size * 10).contains(network.gradient[0]))
      }
    }
  }

  @Test("A network of one unit has no deviation, but a gradient.", arguments: [1, 2, 7, 8, 9, 16, 17])
  func widths(width: Int) throws {
    let network = try network("tanh(x)", layers: 4, width: width)
    #expect(network.signal.allSatisfy { width == 1 ? $0 == 0 : $0 > 0 && $0 < 3 })
    #expect(network.gradient.allSatisfy { $0 > 0 && $0 < 30 })
  }

  @Test("A network has any number of layers.", arguments: [0, 1, 2, 1000])
  func layers(count: Int) throws {
    let network = try network("x * sigmoid(1.702 * x)", weightVariance: 3, layers: count, width: 9)
    #expect(network.signal.count == count + 1 && network.gradient.count == count + 1)
  }

  @Test(
    "Variances of zero, and those that are not finite, do no harm.",
    arguments: [0, .leastNonzeroMagnitude, 1e308, .infinity, .nan])
  func variances(variance: Double) throws {
    let network = try network("tanh(x)", weightVariance: variance, biasVariance: variance)
    #expect(network.signal.count == 7 && network.gradient.count == 7)
    if variance == 0 { #expect(network.signal.dropFirst().allSatisfy { $0 == 0 }) }
  }
}
