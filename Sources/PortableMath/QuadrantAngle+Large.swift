extension QuadrantAngle<Double> {
  /// The reduction of M. H. Payne and R. N. Hanek, "Radian reduction for trigonometric functions", SIGNUM Newsletter 18
  /// (1983): x times those 256 bits of 2/π that matter for the fraction, in integers.
  ///
  /// NaN for what is not finite.
  init(large x: Double) {
    guard x.isFinite, x.magnitude >= 1 else {
      self.init(quadrant: 0, high: .nan, low: 0)
      return
    }
    // |x| = significand · 2ᵉ with 53 bits. Words of 2/π are taken from that bit on whose product with the significand's
    // last bit is worth 4, so that whole turns fall out at the top.
    let significand = (x.bitPattern & 0x000F_FFFF_FFFF_FFFF) | 0x0010_0000_0000_0000
    let exponent = Int((x.bitPattern >> 52) & 0x7FF) - 1075
    let product = Self.fraction(of: significand, exponent: exponent)

    // Rounding to the nearest quadrant: a fraction of a half or more becomes negative, by two's complement.
    let turnsUp = product.fraction.0 >> 63
    let flip: UInt64 = turnsUp == 1 ? .max : 0
    let words = (product.fraction.0 ^ flip, product.fraction.1 ^ flip, product.fraction.2 ^ flip)

    // The leading 53 bits, then the next 53.
    let zeros = UInt64(words.0.leadingZeroBitCount)
    let top = (words.0 << zeros) | (zeros == 0 ? 0 : words.1 >> (64 - zeros))
    let next = (words.1 << zeros) | (zeros == 0 ? 0 : words.2 >> (64 - zeros))
    let scale = Double(sign: .plus, exponent: -53 - Int(zeros), significand: 1)
    let upper = Double(top >> 11) * scale
    let lower = Double(((top & 0x7FF) << 42) | (next >> 22)) * (scale * 0x1p-53)

    let leading = DoubleDouble(multiplying: upper, by: 0x1.921fb54442d18p+0)
    let trailing = leading.low + (upper * 0x1.1a62633145c07p-54 + lower * 0x1.921fb54442d18p+0)
    let angle = DoubleDouble(adding: trailing, toLarger: leading.high)
    let quadrant = Double((product.quadrant + turnsUp) & 3)
    let isNegative = (x.sign == .minus) != (turnsUp == 1)
    self.init(
      quadrant: x.sign == .minus ? -quadrant : quadrant, high: isNegative ? -angle.high : angle.high,
      low: isNegative ? -angle.low : angle.low)
  }

  /// significand · 2^exponent · 2/π modulo 4, its fraction cut after 192 bits.
  private static func fraction(
    of significand: UInt64, exponent: Int
  ) -> (quadrant: UInt64, fraction: (UInt64, UInt64, UInt64)) {
    // Bit i of the table is worth 2^(−1−i). The first bit wanted is worth 2^(1 − exponent), which for small exponents
    // lies ahead of the table, where the bits are zero.
    let start = exponent - 2
    func word(_ index: Int) -> UInt64 {
      let bit = start + 64 * index
      let position = bit >> 6
      let shift = UInt64(bit & 63)
      return (twoOverPi(position) << shift) | (shift == 0 ? 0 : twoOverPi(position + 1) >> (64 - shift))
    }
    var result: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var carry: UInt64 = 0
    let last = significand.multipliedFullWidth(by: word(3))
    (result.3, carry) = (last.low, last.high)
    let third = significand.multipliedFullWidth(by: word(2))
    let thirdSum = third.low.addingReportingOverflow(carry)
    (result.2, carry) = (thirdSum.partialValue, third.high &+ (thirdSum.overflow ? 1 : 0))
    let second = significand.multipliedFullWidth(by: word(1))
    let secondSum = second.low.addingReportingOverflow(carry)
    (result.1, carry) = (secondSum.partialValue, second.high &+ (secondSum.overflow ? 1 : 0))
    result.0 = (significand &* word(0)) &+ carry
    return (
      result.0 >> 62,
      (
        (result.0 << 2) | (result.1 >> 62), (result.1 << 2) | (result.2 >> 62), (result.2 << 2) | (result.3 >> 62)
      )
    )
  }

  /// The first 1280 bits of 2/π in words, zero before them and after.
  private static func twoOverPi(_ index: Int) -> UInt64 {
    twoOverPiWords.indices.contains(index) ? twoOverPiWords[index] : 0
  }

  private static let twoOverPiWords: [UInt64] = [
    0xA2F9_836E_4E44_1529, 0xFC27_57D1_F534_DDC0, 0xDB62_9599_3C43_9041, 0xFE51_63AB_DEBB_C561,
    0xB724_6E3A_424D_D2E0, 0x0649_2EEA_09D1_921C, 0xFE1D_EB1C_B129_A73E, 0xE882_35F5_2EBB_4484,
    0xE99C_7026_B45F_7E41, 0x3991_D639_8353_39F4, 0x9C84_5F8B_BDF9_283B, 0x1FF8_97FF_DE05_980F,
    0xEF2F_118B_5A0A_6D1F, 0x6D36_7ECF_27CB_09B7, 0x4F46_3F66_9E5F_EA2D, 0x7527_BAC7_EBE5_F17B,
    0x3D07_39F7_8A52_92EA, 0x6BFB_5FB1_1F8D_5D08, 0x5603_3046_FC7B_6BAB, 0xF0CF_BC20_9AF4_361D,
  ]
}
