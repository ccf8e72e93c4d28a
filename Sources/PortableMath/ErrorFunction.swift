/// erfc x for x ≥ 0.625 as 2ᵏ (high + low).
///
/// erfc x = e⁻ˣˣ · G(t) / (x + ½), t = (x − 4) / (x + 4), after M. M. Shepherd and J. G. Laframboise, "Chebyshev
/// approximation of (1 + 2x) exp(x²) erfc x in 0 ≤ x < ∞", Mathematics of Computation 36 (1981). G is a minimax polynomial of
/// degree 21 for 0.624 ≤ x ≤ 28, off by at most 2⁻⁵⁹; it stays within 0.56 and 0.65, so that its constant, in two parts,
/// carries nearly all of it.
private struct ComplementaryTail<Real: BinaryReal> {
  let reduced: ReducedExponent<Real>
  let mantissa: DoubleDouble<Real>

  /// - Parameter x: between 0.625 and 28.
  @inline(__always)
  init(_ x: Real) {
    let t = (x - Real(4)) / (x + Real(4))
    let square = t * t
    let fourth = square * square
    let part0 = cubic(
      t, square, -0x1.1df1ad154a28dp-4, 0x1.f7f5df66fd647p-8, 0x1.16ecefcfa5241p-5, -0x1.9ddb23c3e8383p-5)
    let part1 = cubic(
      t, square, 0x1.7fee004e15fd0p-5, -0x1.0fb06dfe610d1p-5, 0x1.3079edf5ee5c3p-6, -0x1.0962387fa42b0p-7)
    let part2 = cubic(
      t, square, 0x1.49c672ba336a6p-9, -0x1.8d4a9faed1742p-12, -0x1.a1df51d508f7bp-14, 0x1.3be0b7a55b41ap-14)
    let part3 = cubic(
      t, square, -0x1.995338d8480a2p-17, -0x1.789e9e8c8e8ffp-18, 0x1.7ee442bfd6647p-19, 0x1.409e730a0904ap-23)
    let part4 = cubic(
      t, square, -0x1.b72b3123e06a9p-22, 0x1.238ad2cad72bcp-25, 0x1.b5f1c1138cefep-25, -0x1.af26bd65b1ddap-28)
    let last = Real(-0x1.3b47f4133a15bp-28)
    let series = part0 + fourth * (part1 + fourth * (part2 + fourth * (part3 + fourth * (part4 + fourth * last))))
    let sum = DoubleDouble(adding: t * series, toLarger: Real(0x1.3ba5916e9fd7fp-1))
    let numerator = DoubleDouble(sum.high, sum.low + Real(-0x1.9d2ad62a02786p-56))
    let quotient = DoubleDouble(dividing: numerator, by: DoubleDouble(adding: Real(0.5), toLarger: x))

    // The square of x's upper half is exact; the rest of x² goes along as the exponent's correction.
    let upper = x.upperHalf
    reduced = ReducedExponent(-(upper * upper), correction: -((x - upper) * (x + upper)))
    let exponential = reduced.exponential.renormalized
    let (e, rest) = (exponential.high.upperHalf, exponential.high - exponential.high.upperHalf)
    mantissa = DoubleDouble(
      adding: quotient.high * (rest + exponential.low) + quotient.low * exponential.high,
      toLarger: quotient.high * e)
  }
}

/// erf x = x + x · Y(x²) for |x| < 0.625, Y a minimax polynomial of degree 9, off by at most 2⁻⁵⁸.
@inline(__always)
private func errorSeries<Real: BinaryReal>(_ x: Real) -> DoubleDouble<Real> {
  let z = x * x
  let square = z * z
  let fourth = square * square
  let lower = cubic(
    z, square, 0x1.06eba8214db68p-3, -0x1.812746b0379d5p-2, 0x1.ce2f21a0413d2p-4, -0x1.b82ce311c2f77p-6)
  let middle = cubic(
    z, square, 0x1.565bccdace4aap-8, -0x1.c02da4832c3fep-11, 0x1.f9a0515361f81p-14, -0x1.f47fea447d683p-17)
  let series = lower + fourth * (middle + fourth * linear(z, 0x1.b4349726d8f82p-20, -0x1.26cc3d8bfdd4dp-23))
  return DoubleDouble(adding: x * series, toLarger: x)
}

@inline(__always)
func errorFunction<Real: BinaryReal>(_ x: Real) -> Real {
  // From 6 on, erf rounds to one.
  let magnitude = x.magnitude
  let tail = ComplementaryTail(magnitude.clamped(0.625, 6))
  let power = tail.reduced.powerOfTwo
  let difference = DoubleDouble(adding: -(power * tail.mantissa.high), toLarger: Real(1))
  let outer = difference.high + (difference.low - power * tail.mantissa.low)
  let inner = errorSeries(Real.select(magnitude .< Real(0.625), magnitude, Real(0))).value
  return Real.select(magnitude .< Real(0.625), inner, outer).withSign(of: x).propagatingNaN(of: x)
}

@inline(__always)
func complementaryErrorFunction<Real: BinaryReal>(_ x: Real) -> Real {
  let magnitude = x.magnitude
  let tail = ComplementaryTail(magnitude.clamped(0.625, 28))
  let right = tail.reduced.scaling(tail.mantissa.value)
  // On the left, what is taken from 2 is at most 1.
  let left = Real(2) - right
  let series = errorSeries(Real.select(magnitude .< Real(0.625), x, Real(0)))
  let difference = DoubleDouble(adding: -series.high, toLarger: Real(1))
  let inner = difference.high + (difference.low - series.low)
  let outer = Real.select(x .< Real(0), left, right)
  return Real.select(magnitude .< Real(0.625), inner, outer).propagatingNaN(of: x)
}
