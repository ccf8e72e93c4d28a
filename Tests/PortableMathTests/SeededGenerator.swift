import PortableMath

/// SplitMix64: the same numbers from the same seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// Arguments of every kind: any bit pattern (NaN, infinities and subnormals among them), all magnitudes that functions
  /// take an interest in, and the range of activations.
  mutating func argument() -> Double {
    switch next() % 4 {
    case 0: Double(bitPattern: next())
    case 1:
      Double(
        sign: Bool.random(using: &self) ? .plus : .minus, exponent: Int.random(in: -60...12, using: &self),
        significand: .random(in: 1..<2, using: &self))
    case 2: .random(in: -800...800, using: &self)
    default: .random(in: -5...5, using: &self)
    }
  }

  mutating func arguments() -> Lanes {
    var lanes = Lanes(0.0)
    for lane in lanes.indices { lanes[lane] = argument() }
    return lanes
  }
}
