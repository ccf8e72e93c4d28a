/// A repeatable sequence of numbers for tests: SplitMix64.
struct Sequence64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// From 0 up to 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func number(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + unit() * (range.upperBound - range.lowerBound)
  }

  /// Limits of many magnitudes, some far from zero against their width.
  mutating func limits() -> ClosedRange<Double> {
    func power(_ exponent: Double) -> Double { Double("1e\(Int(exponent))") ?? 1 }
    let width = power(number(in: -8...8)) * number(in: 0.1...1)
    switch next() % 3 {
    case 0: return 0...width
    case 1: return -width * unit()...width
    default:
      let middle = width * power(number(in: 0...6)) * (unit() - 0.5)
      return (middle - width)...(middle + width)
    }
  }
}
