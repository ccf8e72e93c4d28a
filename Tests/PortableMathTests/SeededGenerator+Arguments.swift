import PortableMath
import SeededNumbers

extension SeededGenerator {
  /// A random argument of any kind: any bit pattern, including NaN, infinities and subnormal numbers, a magnitude that
  /// matters for elementary functions, or a number in the range of activations.
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
