import ActivationFigures
import Activations
import Depth
import PortableMath
import Testing

@testable import Descriptions

/// Tests that compare what a text says of a function in deep networks with sums over many arguments.
@Suite
struct DepthStatementTests {
  /// A network of infinite width, computed by sums over a grid.
  private struct Summed {
    private(set) var means: [Double] = []
    private(set) var deviations: [Double] = []
    private(set) var variances: [Double] = []
    private(set) var gradient: [Double] = [1]
    let function: ActivationFunction
    let weightVariance: Double

    private let grid: [(z: Double, mass: Double)]

    /// Sums over a function that jumps, or that is constant over an interval, converge slowly.
    private static let (grid, fineGrid) = (grid(100), grid(1_000))

    private static func grid(_ density: Int) -> [(z: Double, mass: Double)] {
      let places = (0..<16 * density).map { index in (Double(index) + 0.5) / Double(density) - 8 }
      let masses = places.map { place in Double.exp(-place * place / 2) }
      let sum = masses.reduce(0, +)
      return zip(places, masses).map { ($0, $1 / sum) }
    }

    init(of function: ActivationFunction, weights: Double?, biases: Double, layers: Int) {
      self.function = function
      let grid = function.breakpoints.isEmpty ? Self.grid : Self.fineGrid
      self.grid = grid
      let square = grid.reduce(0) { $0 + $1.mass * function.value(at: $1.z) * function.value(at: $1.z) }
      weightVariance = weights.map { $0 * $0 } ?? 1 / square
      var variance = weightVariance + biases * biases
      var factors: [Double] = []
      for _ in 0..<layers {
        var (mean, square, slope) = (0.0, 0.0, 0.0)
        for (z, mass) in grid {
          let x = variance.squareRoot() * z
          let (value, derivative) = (function.value(at: x), function.derivative(at: x))
          mean += mass * value
          square += mass * value * value
          slope += mass * derivative * derivative
        }
        means.append(mean)
        deviations.append((square - mean * mean).squareRoot())
        variances.append(variance)
        factors.append((weightVariance * slope).squareRoot())
        variance = weightVariance * square + biases * biases
      }
      for factor in factors.reversed() { gradient.append(gradient[gradient.count - 1] * factor) }
    }

    /// The mean square of the outputs for a variance of the pre-activations.
    func square(at variance: Double) -> Double {
      grid.reduce(0) {
        let output = function.value(at: variance.squareRoot() * $1.z)
        return $0 + $1.mass * output * output
      }
    }

    /// The share of the outputs of a layer that are a value.
    func share(of value: Double, inLayer layer: Int) -> Double {
      grid.reduce(0) {
        let output = function.value(at: variances[layer - 1].squareRoot() * $1.z)
        return $0 + ((output - value).magnitude <= 1e-6 * value.magnitude ? $1.mass : 0)
      }
    }
  }

  private static let layers = 6

  private func isNear(_ text: some StringProtocol, _ number: Double, by tolerance: Double = 3e-3) -> Bool {
    Double(String(text)).map { ($0 - number).magnitude <= tolerance * max(number.magnitude, 1e-3) } ?? false
  }

  @Test("Every statement about a function of the catalogue is true.", arguments: Array(Catalogue.entries.enumerated()))
  func statements(place: Int, entry: CatalogueEntry) throws {
    let function = ActivationFunction(entry)
    for choice: (weights: Double, biases: Double)? in [nil, place.isMultiple(of: 2) ? (0.8, 0) : (1.3, 0.4)] {
      var settings = DepthSettings()
      (settings.layers, settings.shownLayers) = (Self.layers, [1, Self.layers])
      if let choice { settings.initialization = .deviations(weights: choice.weights, biases: choice.biases) }
      let study = DepthStudy(of: function, as: settings)
      guard study.propagation?.layers.count == Self.layers else { continue }
      let biases = choice?.biases ?? 0
      let summed = Summed(of: function, weights: choice?.weights, biases: biases, layers: Self.layers)
      let words = DepthWords(of: study)
      for sentence in [StudyPanel.signal, .correlation, .layers].flatMap(words.sentences) {
        try expectTrue(sentence, of: summed, biases: biases, study: study)
      }
    }
  }

  private func expectTrue(_ sentence: String, of summed: Summed, biases: Double, study: DepthStudy) throws {
    let (deviations, gradient) = (summed.deviations, summed.gradient)
    let last = Self.layers - 1
    let note = "\(study.function.entry.name), \(study.settings.initialization): \(sentence)"
    func steps(_ numbers: [Double], rise isRising: Bool) -> Bool {
      zip(numbers, numbers.dropFirst()).allSatisfy { isRising ? $1 >= $0 * (1 - 1e-5) : $1 <= $0 * (1 + 1e-5) }
    }
    if let match = sentence.wholeMatch(
      of:
        /The standard deviation of the signal is 1 at the input and (rises|falls) from (\S+) in layer 1 to (\S+) in layer 6\./
    ) {
      #expect(steps(deviations, rise: match.1 == "rises"), "\(note)")
      #expect(isNear(match.2, deviations[0]) && isNear(match.3, deviations[last]), "\(note)")
    } else if let match = sentence.wholeMatch(
      of:
        /The standard deviation of .* (rises|falls) from (\S+) in layer 1 to (\S+), of which it is within a .* layer (\d) on\./
    ) {
      #expect(steps(deviations, rise: match.1 == "rises"), "\(note)")
      #expect(isNear(match.2, deviations[0]) && isNear(match.3, deviations[last]), "\(note)")
      let start = try #require(Int(match.4))
      for layer in 1...Self.layers where layer >= start - 1 {
        let distance = (deviations[layer - 1] - deviations[last]).magnitude
        #expect(
          layer >= start ? distance <= 1.1e-3 * deviations[last] : distance >= 0.9e-3 * deviations[last], "\(note)")
      }
    } else if let match = sentence.wholeMatch(of: /The standard .* falls from (\S+) in layer 1 to 0 in layer (\d)\./) {
      let layer = try #require(Int(match.2))
      #expect(isNear(match.1, deviations[0]) && deviations[layer - 1] < 1e-6, "\(note)")
    } else if let match = sentence.wholeMatch(
      of: /The standard deviation of the signal is 1 at the input and (\S+ )?in every layer\./)
    {
      let value = match.1.map { $0.dropLast() } ?? "1"
      #expect(deviations.allSatisfy { isNear(value, $0, by: 1e-4) }, "\(note)")
    } else if let match = sentence.wholeMatch(
      of: /The standard .* lies between (\S+) \(layer (\d)\) and (\S+) \(layer (\d)\), and is (\S+) in layer 6\./)
    {
      #expect(isNear(match.1, deviations.min() ?? 0) && isNear(match.3, deviations.max() ?? 0), "\(note)")
      #expect(isNear(match.5, deviations[last]), "\(note)")
      #expect(
        isNear(match.1, deviations[(Int(match.2) ?? 0) - 1]) && isNear(match.3, deviations[(Int(match.4) ?? 0) - 1]))
    } else if let match = sentence.wholeMatch(
      of: /On the way back .* a gradient grows by the factor (\S+); .*/)
    {
      #expect(steps(gradient, rise: true) && isNear(match.1, gradient[Self.layers]), "\(note)")
    } else if let match = sentence.wholeMatch(of: /On the way back .* a gradient falls to (\S+) of what it was; .*/) {
      #expect(steps(gradient, rise: false) && isNear(match.1, gradient[Self.layers]), "\(note)")
    } else if sentence.wholeMatch(of: /On the way back .* a gradient stays the same; .*/) != nil {
      #expect(gradient.allSatisfy { ($0 - 1).magnitude < 1e-3 }, "\(note)")
    } else if sentence.wholeMatch(of: /On the way back .* a gradient falls to 0, which it is .* layer 5; .*/) != nil {
      #expect(gradient.dropFirst().allSatisfy { $0 == 0 }, "\(note)")
    } else if let match = sentence.wholeMatch(
      of: /On the way back .* lies between (\S+) and (\S+) times what it was, and is at last (\S+) times that; .*/)
    {
      #expect(isNear(match.1, gradient.min() ?? 0) && isNear(match.2, gradient.max() ?? 0), "\(note)")
      #expect(isNear(match.3, gradient[Self.layers]), "\(note)")
    } else if let match = sentence.wholeMatch(of: /By the map at .* tends to (\S+), wherever .*/) {
      let variance = try #require(study.variance)
      #expect(sentence.contains("at the variance \(String(inWords: variance)) of"))
      try expectFixedPoint(
        try #require(Double(String(match.1))), of: summed, at: variance, biases: biases, note)
    } else if let match = sentence.wholeMatch(
      of: /The outputs of layers? (\d)( and \d)? have mean (\S+) and standard deviation ([^ ;]+?)(; .*)?\./)
    {
      let layer = try #require(Int(match.1))
      #expect((Double(String(match.3)) ?? .nan).isFinite && isNear(match.4, deviations[layer - 1]), "\(note)")
      let distance = ((Double(String(match.3)) ?? .nan) - summed.means[layer - 1]).magnitude
      #expect(distance <= 1e-3 * (summed.means[layer - 1].magnitude + deviations[layer - 1]), "\(note)")
      for share in sentence.matches(of: /([\d.]+) % of them are (\S*\d)/) {
        let expected = 100 * summed.share(of: try #require(Double(String(share.2))), inLayer: layer)
        #expect(((Double(String(share.1)) ?? .nan) - expected).magnitude < 0.2, "\(note) \(expected)")
      }
    } else {
      #expect(sentence.contains("stays as it is") || sentence.contains("not known"), "\(note)")
    }
  }

  /// Expects that correlations come nearer to a fixed point, by the integrals of `CorrelationMap`.
  private func expectFixedPoint(_ fixed: Double, of summed: Summed, at variance: Double, biases: Double, _ note: String)
    throws
  {
    guard let map = CorrelationMap(of: summed.function, variance: variance) else { return }
    let signal = summed.weightVariance * summed.square(at: variance)
    for c in [-0.7, 0.3, 0.96] where (c - fixed).magnitude > 0.01 {
      guard let outputs = map.value(at: c) else { continue }
      let next = (signal * outputs + biases * biases) / (signal + biases * biases)
      #expect((fixed - next).magnitude < (fixed - c).magnitude + 1e-6, "\(note) \(c) \(next)")
      // A convex map without a fixed point in between does not leap over the one that it tends to, if that is 1.
      if fixed == 1 { #expect(next > c - 1e-9, "\(note) \(c) \(next)") }
    }
  }
}
