import SeededNumbers

extension SeededGenerator {
  /// Returns a number from 0 up to 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func number(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + unit() * (range.upperBound - range.lowerBound)
  }

  /// Returns limits of many magnitudes, some of them narrow against their distance from zero.
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
