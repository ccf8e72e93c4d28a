import Activations
@preconcurrency import CLanes
import Expressions
import PortableMath
import Testing

@testable import Depth

@Suite
struct SampledNetworkTests {
  private static func function(_ name: String) -> ActivationFunction {
    ActivationFunction(Catalogue.entry(named: name)!)
  }

  private static func formula(_ text: String) throws -> ActivationFunction {
    try ActivationFunction(expression: ParsedExpression(text), name: "formula")
  }

  @Test(
    "Signals and gradients of narrow networks are distributed as those of networks with matrices.",
    arguments: [("tanh", 1.8, 0.0, 4), ("relu", 2, 0.3, 5), ("selu", 1, 0, 3), ("gelu", 2, 0.1, 8), ("sine", 3, 0, 2)])
  func law(name: String, weightVariance: Double, biasVariance: Double, width: Int) throws {
    let function = name == "sine" ? try Self.formula("sin(x) + x^2 / 4") : Self.function(name)
    let initialization = Initialization(weightVariance: weightVariance, biasVariance: biasVariance)
    let (layers, count) = (3, 2000)
    let drawn = (0..<count).map { number in
      SampledNetwork(of: function, initializedBy: initialization, layers: layers, width: width, seed: 1, number: number)
    }
    let explicit = (0..<count).map { number in
      ExplicitNetwork(of: function, initializedBy: initialization, layers: layers, width: width, seed: number)
    }
    // The quotients and the products depend on how signal and gradient belong together.
    let measures: [(String, ([Double], [Double]) -> Double)] = [
      ("input", { signal, _ in signal[0] }), ("first layer", { signal, _ in signal[1] }),
      ("last layer", { signal, _ in signal[3] }), ("growth", { signal, _ in signal[3] / signal[1] }),
      ("last gradient", { _, gradient in gradient[3] }), ("gradient", { _, gradient in gradient[2] }),
      ("gradient of the input", { _, gradient in gradient[0] }),
      ("growth of the gradient", { _, gradient in gradient[0] / gradient[1] }),
      ("quotient", { $1[0] / $0[3] }), ("product", { $1[0] * $0[3] }), ("product in the middle", { $1[1] * $0[1] }),
    ]
    for (title, measure) in measures {
      let distance = Self.distance(
        drawn.map { measure($0.signal, $0.gradient) }, explicit.map { measure($0.signal, $0.gradient) })
      // The statistic of A. Kolmogorov and N. Smirnov exceeds this once in 10 000 trials.
      #expect(distance < 2.23 * (2 / Double(count)).squareRoot(), "\(name), \(title): \(distance)")
    }
  }

  /// The greatest difference of two empirical distribution functions of equally many numbers.
  private static func distance(_ first: [Double], _ second: [Double]) -> Double {
    // A quotient of two zeros, in a network that ReLU has cut off, counts as less than all others.
    let all = (first.map { ($0, 1) } + second.map { ($0, -1) }).map { ($0.0.isNaN ? -1 : $0.0, $0.1) }.sorted {
      $0.0 < $1.0
    }
    var (sum, greatest) = (0, 0)
    for (index, (number, step)) in all.enumerated() {
      sum += step
      if index + 1 == all.count || all[index + 1].0 > number { greatest = max(greatest, abs(sum)) }
    }
    return Double(greatest) / Double(first.count)
  }

  @Test("The numbers of networks are those that were recorded.")
  func recorded() throws {
    let network = SampledNetwork(
      of: Self.function("gelu"), initializedBy: Initialization(weightVariance: 2, biasVariance: 0.25), layers: 3,
      width: 37, seed: 0, number: 2)
    #expect(network.signal == [0.9661205909270256, 0.6671223164868738, 0.4980507205225453, 0.5985430744743075])
    #expect(network.gradient == [0.5253545299120663, 0.8500433714162313, 1.0661281311570132, 0.7605092693408338])
    // A release build printed these.
    let deep = SampledNetwork(
      of: Self.function("tanh"), initializedBy: .he, layers: 50, width: 512, seed: 0, number: 4)
    #expect(deep.signal[50] == 0.5295214234278214)
    #expect(deep.gradient[0] == 9.00050146831593)
  }

  @Test("Every instruction level gives the same bits.", arguments: ["gelu", "tanh", "mish", "selu"])
  func levels(name: String) throws {
    let widest = clanes_widest_level
    defer { clanes_widest_level = widest }
    let networks = (0..<8).compactMap { clanes_level_at($0) }.map { level in
      clanes_widest_level = level
      return SampledNetwork(
        of: Self.function(name), initializedBy: .he, layers: 5, width: 203, seed: 3, number: 1)
    }
    #expect(networks.allSatisfy { $0 == networks[0] && $0.gradient.allSatisfy { $0.isFinite } })
  }

  @Test(
    "Networks that run at the same time are those that run one after another, and the number of layers changes no signal."
  )
  func concurrency() async throws {
    let sampling = NetworkSampling(width: 64, count: 6, seed: 5)
    let function = Self.function("silu")
    let expected = (0..<sampling.count).map {
      sampling.network($0, of: function, initializedBy: .he, layers: 9)
    }
    let found = await withTaskGroup(of: (Int, SampledNetwork).self) { group in
      for number in 0..<sampling.count {
        group.addTask { (number, sampling.network(number, of: function, initializedBy: .he, layers: 9)) }
      }
      return await group.reduce(into: [Int: SampledNetwork]()) { $0[$1.0] = $1.1 }
    }
    #expect((0..<sampling.count).allSatisfy { found[$0] == expected[$0] })
    #expect(Set(expected.map { $0.signal[9] }).count == sampling.count)
    #expect(
      sampling.network(4, of: function, initializedBy: .he, layers: 3).signal == Array(expected[4].signal.prefix(4)))
    #expect(
      NetworkSampling(width: 64, count: 6, seed: 6).network(0, of: function, initializedBy: .he, layers: 9)
        != expected[0])
  }
}
