import Activations
import PortableMath

/// The distribution of the outputs of a layer, f(√q z) for standard normal z.
///
/// The line is divided into many short intervals, at whose ends the function is evaluated. The exact probability of each
/// interval is spread over the values between its ends, and counted in cells of equal width: a density is the mean over its
/// cell. Where f′ is 0 the true density is infinite; its mean over a cell is finite.
public struct OutputDensity: Sendable, Equatable {
  /// The layers with this distribution, from 1 up.
  public let layers: [Int]
  /// The variance q of the pre-activations.
  public let variance: Double
  /// The range of the cells. It holds all but 1/1000 of the outputs, and all whose pre-activation is within four standard
  /// deviations if these reach little further.
  public let range: ClosedRange<Double>
  /// The densities in cells of equal width, without the values of `atoms`; empty if there is nothing but these.
  public let densities: [Double]
  /// The values that at least 1 % of the outputs take, in increasing order.
  public let atoms: [OutputAtom]

  /// The number of cells.
  public static let cellCount = 480
  /// The least share of a value that is an atom.
  public static let leastAtom = 0.01

  /// The distributions of some layers, each once.
  static func densities(
    of function: ActivationFunction, in shown: [Int], of propagation: SignalPropagation
  ) -> [OutputDensity] {
    let known = shown.filter { 1...max(propagation.layers.count, 1) ~= $0 && !propagation.layers.isEmpty }
    var groups: [(variance: Double, layers: [Int])] = []
    for layer in known {
      let variance = propagation.layers[layer - 1].variance
      // What no picture could show is no difference.
      if let last = groups.last, (last.variance - variance).magnitude <= 1e-6 * variance {
        groups[groups.count - 1].layers.append(layer)
      } else {
        groups.append((variance, [layer]))
      }
    }
    return groups.compactMap { OutputDensity(of: function, variance: $0.variance, layers: $0.layers) }
  }

  /// Computes the distribution for a variance of the pre-activations.
  ///
  /// - Returns: Nil if no output is finite.
  init?(of function: ActivationFunction, variance: Double, layers: [Int]) {
    guard variance >= 0, variance.isFinite else { return nil }
    (self.layers, self.variance) = (layers, variance)
    let pieces = OutputPieces(of: function, deviation: variance.squareRoot())
    guard !pieces.isEmpty else { return nil }
    let (atoms, rest) = pieces.separated(least: Self.leastAtom)
    self.atoms = atoms
    guard let range = rest.range else {
      range = (atoms.first?.value ?? 0)...(atoms.last?.value ?? 0)
      densities = []
      return
    }
    self.range = range
    let width = (range.upperBound - range.lowerBound) / Double(Self.cellCount)
    densities = rest.masses(in: Self.cellCount, over: range).map { $0 / width }
  }
}

/// A value that a share of the outputs takes.
public struct OutputAtom: Sendable, Equatable {
  /// The value that the outputs take.
  public let value: Double
  /// The share of the outputs, from 0 to 1.
  public let share: Double
}
