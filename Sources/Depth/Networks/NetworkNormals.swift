import PortableMath
import Sampling

/// The standard normal numbers of which a random network is made: a vector for each layer and purpose, which can be drawn
/// again at any time.
///
/// Each vector is the sample of a `SampleSet` with a seed of its own, so that all are the same bits on every machine. The seeds
/// are consecutive numbers of 32 bits from a start that is the scrambled seed of the network sampling (by the finalizer of
/// SplitMix64), four for each layer and 4 096 for each network. Thus no vector occurs twice among the networks of a figure, and
/// other seeds give other networks.
struct NetworkNormals {
  /// What the numbers of a layer are for.
  enum Purpose: UInt32 {
    /// The products of weights and signal; in layer 0, the input.
    case signal
    /// The biases of the units.
    case bias
    /// The products of weights and gradient.
    case gradient
    /// The gradient that arrives at the last layer; only in layer 0.
    case lastGradient
  }

  private let firstSeed: UInt32
  private let width: Int

  init(seed: UInt64, number: Int, width: Int) {
    var bits = seed &+ 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    bits ^= bits >> 31
    firstSeed = UInt32(truncatingIfNeeded: bits) &+ UInt32(truncatingIfNeeded: number) &* 4096
    self.width = width
  }

  /// The numbers of a layer, one for each unit.
  func values(for purpose: Purpose, ofLayer layer: Int) -> UnitValues {
    let seed = firstSeed &+ UInt32(truncatingIfNeeded: layer) &* 4 &+ purpose.rawValue
    return UnitValues(SampleSet(seed: UInt64(seed), count: width).values)
  }
}
