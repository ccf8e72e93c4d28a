/// An exponent x (+ a small correction) split as k · ln 2 + r, |r| ≤ ½ ln 2.
///
/// The reduction is Cody and Waite's (Software Manual for the Elementary Functions, 1980): ln 2 is cut after 42 bits, so
/// that k times the first part is exact and the second part carries the rest down to 2⁻⁹⁷.
struct ReducedExponent<Real: BinaryReal> {
  /// k in two's complement in the low 12 bits, other bits above.
  let power: Real.Encoding
  let remainder: Real
  /// What r loses when rounded to `remainder`.
  let correction: Real

  /// - Parameter x: between −746 and 1024 ln 2, or NaN.
  @inline(__always)
  init(_ x: Real, correction tail: Real? = nil) {
    let shifted = x * Real(0x1.71547652b82fep+0) + Real.integerShift
    let k = shifted - Real.integerShift
    let high = x - k * Real(0x1.62e42fefa3800p-1)
    var low = k * Real(0x1.ef35793c76730p-45)
    if let tail { low = low - tail }
    power = shifted.encoding
    remainder = high - low
    correction = (high - remainder) - low
  }

  /// 2ᵏ for −1022 ≤ k ≤ 1023.
  @inline(__always)
  var powerOfTwo: Real { Real(encoding: (power &+ Real.Encoding(1023)) &<< Real.Encoding(52)) }

  /// 2⁻ᵏ for −1019 ≤ k ≤ 1026 (zero for the last), made as an eighth of 2³⁻ᵏ, which can be written for every such k.
  @inline(__always)
  var reciprocalPower: Real {
    Real(0.125) * Real(encoding: (Real.Encoding(1026) &- power) &<< Real.Encoding(52))
  }

  /// mantissa · 2ᵏ for −2000 ≤ k ≤ 2000, rounded once where it is subnormal: the power is applied in two halves, of
  /// which the first keeps the number normal.
  @inline(__always)
  func scaling(_ mantissa: Real) -> Real {
    let bias = Real.Encoding(1023)
    let half = power &>> Real.Encoding(1)
    let first = Real(encoding: (half &+ bias) &<< Real.Encoding(52))
    let second = Real(encoding: ((power &- half) &+ bias) &<< Real.Encoding(52))
    return mantissa * first * second
  }

  /// (eʳ − 1 − r − r²/2) / r³: a minimax polynomial of degree 9, off by at most 2⁻⁶¹ of r².
  @inline(__always)
  private func thirdOrder(_ square: Real) -> Real {
    let r = remainder
    let fourth = square * square
    let lower = cubic(
      r, square, 0x1.5555555555559p-3, 0x1.5555555555559p-5, 0x1.111111110f7c0p-7, 0x1.6c16c16c14b2dp-10)
    let middle = cubic(
      r, square, 0x1.a01a01af866e4p-13, 0x1.a01a01af2d15dp-16, 0x1.71ddf9291a96bp-19, 0x1.27e4c835c3e11p-22)
    let upper = linear(r, 0x1.af5d6d4cf0bd1p-26, 0x1.1f921b2513f09p-29)
    return lower + fourth * (middle + fourth * upper)
  }

  /// eʳ to about 2⁻⁵⁸, not renormalized.
  @inline(__always)
  var exponential: DoubleDouble<Real> {
    let r = remainder
    let square = r * r
    let tail = square * (Real(0.5) + r * thirdOrder(square))
    let sum = DoubleDouble(adding: r, toLarger: Real(1))
    return DoubleDouble(sum.high, sum.low + (correction + tail))
  }

  /// eʳ − 1 to about 2⁻⁵⁸ of itself. Half the square of r's upper half is exact, and so is its sum with r.
  @inline(__always)
  var exponentialMinusOne: DoubleDouble<Real> {
    let r = remainder
    let upper = r.upperHalf
    let lower = r - upper
    let square = r * r
    let halfSquare = Real(0.5) * (upper * upper)
    let halfSquareRest = Real(0.5) * (lower * (r + upper))
    let sum = DoubleDouble(adding: halfSquare, toLarger: r)
    let tail = r * square * thirdOrder(square)
    return DoubleDouble(adding: sum.low + ((correction + halfSquareRest) + tail), toLarger: sum.high)
  }
}

@inline(__always)
func exponential<Real: BinaryReal>(_ x: Real) -> Real {
  // Above 710 all is infinite and below −746 all is zero: the power of two does it without a special case.
  let reduced = ReducedExponent(x.clamped(-746, 710))
  return reduced.scaling(reduced.exponential.value).propagatingNaN(of: x)
}

@inline(__always)
func exponentialMinusOne<Real: BinaryReal>(_ x: Real) -> Real {
  let reduced = ReducedExponent(x.clamped(-40, 710))
  let fraction = reduced.exponentialMinusOne
  // eˣ − 1 = 2ᵏ ((1 − 2⁻ᵏ) + (eʳ − 1)).
  let one = DoubleDouble(adding: -reduced.reciprocalPower, to: Real(1))
  let sum = DoubleDouble(adding: one.high, to: fraction.high)
  let result = reduced.scaling(sum.high + (sum.low + (one.low + fraction.low)))
  return Real.select(x.magnitude .< Real(0x1p-54), x, result).propagatingNaN(of: x)
}
