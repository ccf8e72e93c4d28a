/// A positive number split as 2ᵏ (1 + f), √½ ≤ 1 + f < √2, f in two parts.
struct ReducedLogarithm<Real: BinaryReal> {
  let power: Real
  let fraction: Real
  let correction: Real

  @inline(__always)
  init(power: Real, fraction: Real, correction: Real) {
    self.power = power
    self.fraction = fraction
    self.correction = correction
  }

  /// - Parameter x: positive, finite and normal; other numbers give no sense but do no harm.
  @inline(__always)
  init(_ x: Real) {
    let split = SplitNumber(x)
    power = split.power
    fraction = split.mantissa - Real(1)
    correction = Real(0)
  }

  /// 1 + x for x > −1. Where 1 + x needs no power of two, f is x itself.
  @inline(__always)
  init(onePlus x: DoubleDouble<Real>) {
    let sum = DoubleDouble(adding: x.high, to: Real(1))
    let split = SplitNumber(sum.high)
    let isPlain = split.power .== Real(0)
    power = split.power
    fraction = Real.select(isPlain, x.high, split.mantissa - Real(1))
    correction = Real.select(isPlain, x.low, Real(0.5) * (sum.low + x.low) * split.doubledReciprocalPower)
  }

  /// k · ln 2 + log(1 + f) to about 2⁻⁵⁷ of itself.
  ///
  /// log(1 + f) = f − f²/2 + s (f²/2 + R(s²)) with s = f / (2 + f), the formula of Sun's fdlibm (e_log.c, 1993); half the
  /// square of f's upper half is exact, and so are the sums of the three leading terms. R is a minimax polynomial, off by
  /// at most 2⁻⁵⁹.
  @inline(__always)
  var value: DoubleDouble<Real> {
    let f = fraction
    let s = f / (Real(2) + f)
    let z = s * s
    let square = z * z
    let lower = cubic(z, square, 0x1.555555555557ep-1, 0x1.9999999985434p-2, 0x1.2492493de0c49p-2, 0x1.c71c54f26c78cp-3)
    let upper = linear(z, 0x1.7465b50345cfdp-3, 0x1.39ae78eb82102p-3) + square * Real(0x1.2e8e4326329f9p-3)
    let series = z * (lower + square * square * upper)
    let upperHalf = f.upperHalf
    let halfSquare = Real(0.5) * (upperHalf * upperHalf)
    let halfSquareRest = Real(0.5) * ((f - upperHalf) * (f + upperHalf))
    let tail = s * ((halfSquare + halfSquareRest) + series) - halfSquareRest
    // 1 / (1 + f) to 0.03 serves the correction, which is itself below 2⁻⁵³.
    let shift = correction * ((Real(1) - f) * (Real(1) + f * f))
    let first = DoubleDouble(adding: f, toLarger: power * Real(0x1.62e42fefa3800p-1))
    let second = DoubleDouble(adding: -halfSquare, toLarger: first.high)
    let rest = (power * Real(0x1.ef35793c76730p-45) + shift) + tail
    return DoubleDouble(adding: (first.low + second.low) + rest, toLarger: second.high)
  }
}

/// A positive normal number as 2ᵏ · m, √½ ≤ m < √2.
struct SplitNumber<Real: BinaryReal> {
  let power: Real
  let mantissa: Real
  /// 2¹⁻ᵏ, which unlike 2⁻ᵏ can be written for every k up to 1023; zero for k = 1024.
  let doubledReciprocalPower: Real

  @inline(__always)
  init(_ x: Real) {
    // Adding 1 − √½, in units of the last place, carries into the exponent field exactly where m ≥ √2 halves.
    let exponentField = Real.Encoding(0x7FF0_0000_0000_0000)
    let one = Real.Encoding(0x3FF0_0000_0000_0000)
    let carried = (x.encoding &+ Real.Encoding(0x3FF0_0000_0000_0000 - 0x3FE6_A09E_667F_3BCD)) & exponentField
    mantissa = Real(encoding: x.encoding &- (carried &- one))
    // The biased exponent as low bits of 2⁵² is a number without a conversion.
    let biased = (carried &>> Real.Encoding(52)) | Real.Encoding(0x4330_0000_0000_0000)
    power = Real(encoding: biased) - Real(0x1p52 + 1023)
    doubledReciprocalPower = Real(encoding: exponentField &- carried)
  }
}

@inline(__always)
func naturalLogarithm<Real: BinaryReal>(_ x: Real) -> Real {
  let isSmall = x .< Real(0x1p-1022)
  let normal = Real.select(isSmall, x * Real(0x1p54), x)
  let reduced = ReducedLogarithm(normal)
  let adjusted = ReducedLogarithm(
    power: Real.select(isSmall, reduced.power - Real(54), reduced.power), fraction: reduced.fraction,
    correction: Real(0))
  return adjusted.value.value.replacingLogarithmEnds(of: x, pole: 0)
}

@inline(__always)
func logarithmOfOnePlus<Real: BinaryReal>(_ x: Real) -> Real {
  let result = ReducedLogarithm(onePlus: DoubleDouble(x, Real(0))).value.value.replacingLogarithmEnds(of: x, pole: -1)
  return Real.select(x.magnitude .< Real(0x1p-54), x, result)
}

extension BinaryReal {
  /// This logarithm, with −∞ at the pole, NaN to its left and for NaN, and ∞ for ∞.
  @inline(__always)
  fileprivate func replacingLogarithmEnds(of x: Self, pole: Double) -> Self {
    let inside = Self.select(x .> Self(.greatestFiniteMagnitude), x, self)
    let beside = Self.select(x .== Self(pole), Self(-.infinity), Self.nan)
    return Self.select(x .> Self(pole), inside, beside)
  }
}
