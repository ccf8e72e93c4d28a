/// erfc x for x ≥ 0.5 as 2ᵏ (high + low).
///
/// erfc x = e⁻ˣˣ · G(t) / (x + ½), t = (x − 4) / (x + 4), after M. M. Shepherd and J. G. Laframboise, "Chebyshev
/// approximation of (1 + 2x) exp(x²) erfc x in 0 ≤ x < ∞", Mathematics of Computation 36 (1981). G is a minimax polynomial of
/// degree 21 for 0.499 ≤ x ≤ 28, off by at most 2⁻⁵⁹; it stays within 0.56 and 0.65, so that its constant, in two parts,
/// carries nearly all of it.
private struct ComplementaryTail<Real: BinaryReal> {
  let reduced: ReducedExponent<Real>
  let mantissa: DoubleDouble<Real>

  /// - Parameter x: between 0.5 and 28.
  @inline(__always)
  init(_ x: Real) {
    let t = (x - Real(4)) / (x + Real(4))
    let square = t * t
    let fourth = square * square
    let part0 = cubic(
      t, square, -0x1.1df1ad154a28ep-4, 0x1.f7f5df66fd53cp-8, 0x1.16ecefcfa5338p-5, -0x1.9ddb23c3e7b21p-5)
    let part1 = cubic(
      t, square, 0x1.7fee004e135f3p-5, -0x1.0fb06dfe6e09ap-5, 0x1.3079edf654f1dp-6, -0x1.0962387d1aa83p-7)
    let part2 = cubic(
      t, square, 0x1.49c67298050b5p-9, -0x1.8d4aa1f2d0dfcp-12, -0x1.a1df36adb5477p-14, 0x1.3be0dee2ee665p-14)
    let part3 = cubic(
      t, square, -0x1.99569432a0837p-17, -0x1.78a52b02b0ba8p-18, 0x1.7f059ca98a6b2p-19, 0x1.41ef917a4d886p-23)
    let part4 = cubic(
      t, square, -0x1.b8bf9a75e1d6fp-22, 0x1.1edcd793958e9p-25, 0x1.c09f9b5159920p-25, -0x1.a10bcef7f2cc8p-28)
    let last = Real(-0x1.5a1ea56997f61p-28)
    let series = part0 + fourth * (part1 + fourth * (part2 + fourth * (part3 + fourth * (part4 + fourth * last))))
    let sum = DoubleDouble(adding: t * series, toLarger: Real(0x1.3ba5916e9fd7fp-1))
    let numerator = DoubleDouble(sum.high, sum.low + Real(-0x1.9257a3cde693dp-56))
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

/// erf x = x + x · Y(x²) for |x| < 0.5, Y a minimax polynomial of degree 8, off by at most 2⁻⁵⁷.
@inline(__always)
private func errorSeries<Real: BinaryReal>(_ x: Real) -> DoubleDouble<Real> {
  let z = x * x
  let square = z * z
  let lower = cubic(
    z, square, 0x1.06eba8214db68p-3, -0x1.812746b0379b5p-2, 0x1.ce2f21a03d89bp-4, -0x1.b82ce30f2f523p-6)
  let upper = cubic(
    z, square, 0x1.565bcbf9e2acap-8, -0x1.c02d4fb2648c3p-11, 0x1.f98dbd3f97b9bp-14, -0x1.f225a133f0e40p-17)
  let series = lower + square * square * (upper + square * square * Real(0x1.8b51595717ab8p-20))
  return DoubleDouble(adding: x * series, toLarger: x)
}

@inline(__always)
func errorFunction<Real: BinaryReal>(_ x: Real) -> Real {
  // From 6 on, erf rounds to one.
  let magnitude = x.magnitude
  let tail = ComplementaryTail(magnitude.clamped(0.5, 6))
  let power = tail.reduced.powerOfTwo
  let difference = DoubleDouble(adding: -(power * tail.mantissa.high), toLarger: Real(1))
  let outer = difference.high + (difference.low - power * tail.mantissa.low)
  let inner = errorSeries(Real.select(magnitude .< Real(0.5), magnitude, Real(0))).value
  return Real.select(magnitude .< Real(0.5), inner, outer).withSign(of: x).propagatingNaN(of: x)
}

@inline(__always)
func complementaryErrorFunction<Real: BinaryReal>(_ x: Real) -> Real {
  let magnitude = x.magnitude
  let tail = ComplementaryTail(magnitude.clamped(0.5, 28))
  let right = tail.reduced.scaling(tail.mantissa.value)
  // On the left, what is taken from 2 is at most 1.
  let left = Real(2) - right
  let series = errorSeries(Real.select(magnitude .< Real(0.5), x, Real(0)))
  let difference = DoubleDouble(adding: -series.high, toLarger: Real(1))
  let inner = difference.high + (difference.low - series.low)
  let outer = Real.select(x .< Real(0), left, right)
  return Real.select(magnitude .< Real(0.5), inner, outer).propagatingNaN(of: x)
}
