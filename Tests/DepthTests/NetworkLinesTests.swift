import Activations
import Foundation
import PortableMath
import Testing

@testable import Depth

/// Tests that compare the lines of random networks of finite width with those of infinitely wide ones.
///
/// If the environment variable NETWORK_LINES_FILE names a file, the lines at the critical initialization are written to that
/// name with the function's, and not judged: `scripts/compare-networks` compares them with PyTorch's. NETWORK_LINES_WIDTH,
/// NETWORK_LINES_LAYERS and NETWORK_LINES_COUNT say how many networks of which size are sampled.
@Suite
struct NetworkLinesTests {
  private static let environment = ProcessInfo.processInfo.environment

  private static func number(_ name: String, or standard: Int) -> Int {
    environment["NETWORK_LINES_" + name].flatMap { Int($0) } ?? standard
  }

  private static let width = number("WIDTH", or: 256)
  private static let layers = number("LAYERS", or: 12)
  private static let count = number("COUNT", or: 16)

  /// The functions of `config.json` and GELU.
  static let functions = [
    "sigmoid", "tanh", "hard-tanh", "relu", "leaky-relu", "elu", "selu", "celu", "softplus", "swish", "mish", "gelu",
  ]

  /// The standard deviations of the signal and of the gradient at the input and in each layer.
  private struct Lines {
    var signal: [Double]
    var gradient: [Double]

    init(_ network: SampledNetwork) { (signal, gradient) = (network.signal, network.gradient) }

    init(of function: ActivationFunction, _ initialization: Initialization) throws {
      let exact = SignalPropagation(of: function, initializedBy: initialization, layers: layers)
      signal = try [1] + exact.layers.map { try #require($0.standardDeviation.value) }
      gradient = [1]
      for layer in exact.layers.indices.reversed() {
        gradient.insert(gradient[0] * (try #require(exact.gradientFactor(ofLayer: layer))).squareRoot(), at: 0)
      }
    }
  }

  @Test("Random networks follow the exact lines.", arguments: functions)
  func exactLines(name: String) throws {
    let function = ActivationFunction(try #require(Catalogue.entry(named: name)))
    let critical = try #require(Initialization.critical(for: function))
    for initialization in [critical, .torch, Initialization(weightVariance: 1.5, biasVariance: 0.2)] {
      let exact = try Lines(of: function, initialization)
      let networks = (0..<Self.count).map {
        SampledNetwork(
          of: function, initializedBy: initialization, layers: Self.layers, width: Self.width, seed: 7, number: $0)
      }
      if let path = Self.environment["NETWORK_LINES_FILE"] {
        if initialization == critical { try write([exact] + networks.map(Lines.init), to: "\(path)-\(name)", of: name) }
        continue
      }
      for layer in 0...Self.layers {
        try expectNear(networks.map { $0.signal[layer] }, exact.signal[layer], "signal of \(name) in layer \(layer)")
        try expectNear(
          networks.map { $0.gradient[layer] }, exact.gradient[layer], "gradient of \(name) in layer \(layer)")
      }
    }
  }

  private func write(_ lines: [Lines], to path: String, of name: String) throws {
    let rows = lines.flatMap { [$0.signal, $0.gradient] }
    let text = rows.map { ([name] + $0.map { "\($0)" }).joined(separator: "\t") + "\n" }.joined()
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// Expects the mean of the logarithms of numbers near that of the exact number.
  ///
  /// The variance of a logarithm, and the distance of its mean from the exact one, are proportional to the number of layers,
  /// divided by their width.
  private func expectNear(_ numbers: [Double], _ exact: Double, _ subject: String) throws {
    let logarithms = numbers.map { Double.log($0 / exact) }
    let (count, share) = (Double(Self.count), Double(Self.layers) / Double(Self.width))
    let mean = logarithms.reduce(0, +) / count
    let spread = (logarithms.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)).squareRoot()
    #expect(spread < 3 * share.squareRoot(), "\(subject): spread \(spread)")
    #expect(mean.magnitude < 4 * spread / count.squareRoot() + 2 * share, "\(subject): mean \(mean)")
  }
}
