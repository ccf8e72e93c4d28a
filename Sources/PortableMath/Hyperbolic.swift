/// e|ˣ| = 2ᵏ m as the hyperbolic functions need it.
private struct HyperbolicExponent<Real: BinaryReal> {
  let reduced: ReducedExponent<Real>
  /// 2⁻ᵏ, k ≥ 0.
  let reciprocalPower: Real
  /// eʳ − 1 = m − 1.
  let fraction: DoubleDouble<Real>
  let mantissa: DoubleDouble<Real>

  @inline(__always)
  init(_ x: Real) {
    // From 711 on both functions overflow.
    reduced = ReducedExponent(Real.select(x.magnitude .> Real(711), Real(711), x.magnitude))
    reciprocalPower = reduced.reciprocalPower
    fraction = reduced.exponentialMinusOne
    let sum = DoubleDouble(adding: fraction.high, toLarger: Real(1))
    mantissa = DoubleDouble(sum.high, sum.low + fraction.low)
  }
}

/// sinh |x| = 2ᵏ⁻¹ (a + 2⁻ᵏ a / m) with a = 2⁻ᵏ (e|ˣ| − 1) = (1 − 2⁻ᵏ) + (m − 1).
@inline(__always)
func hyperbolicSine<Real: BinaryReal>(_ x: Real) -> Real {
  let exponent = HyperbolicExponent(x)
  let w = exponent.reciprocalPower
  let one = DoubleDouble(adding: -w, toLarger: Real(1))
  let sum = DoubleDouble(adding: exponent.fraction.high, to: one.high)
  let a = DoubleDouble(adding: sum.low + (one.low + exponent.fraction.low), toLarger: sum.high)
  let quotient = DoubleDouble(dividing: a, by: exponent.mantissa)
  let total = DoubleDouble(adding: w * quotient.high, to: a.high)
  let result = total.high + (total.low + (a.low + w * quotient.low))
  let scaled = exponent.reduced.scaling(Real(0.5) * result)
  return Real.select(x.magnitude .< Real(0x1p-28), x.magnitude, scaled).withSign(of: x).propagatingNaN(of: x)
}

/// cosh x = 2ᵏ⁻¹ (m + 4⁻ᵏ / m).
@inline(__always)
func hyperbolicCosine<Real: BinaryReal>(_ x: Real) -> Real {
  let exponent = HyperbolicExponent(x)
  let w = exponent.reciprocalPower * exponent.reciprocalPower
  let reciprocal = DoubleDouble(dividing: DoubleDouble(Real(1), Real(0)), by: exponent.mantissa)
  let total = DoubleDouble(adding: w * reciprocal.high, toLarger: exponent.mantissa.high)
  let result = total.high + (total.low + (exponent.mantissa.low + w * reciprocal.low))
  return exponent.reduced.scaling(Real(0.5) * result).propagatingNaN(of: x)
}

/// asinh |x| = log(1 + |x| + x² / (1 + √(1 + x²))), and log 2|x| from 2²⁷ on.
@inline(__always)
func inverseHyperbolicSine<Real: BinaryReal>(_ x: Real) -> Real {
  let magnitude = x.magnitude
  let isLarge = magnitude .> Real(0x1p27)
  let a = Real.select(isLarge, Real(1), magnitude)
  let square = a * a
  let excess = DoubleDouble(adding: square / (Real(1) + (Real(1) + square).root), to: a)
  let central = ReducedLogarithm(onePlus: excess)
  let large = ReducedLogarithm(magnitude)
  let logarithm = ReducedLogarithm(
    power: Real.select(isLarge, large.power + Real(1), central.power),
    fraction: Real.select(isLarge, large.fraction, central.fraction),
    correction: Real.select(isLarge, Real(0), central.correction))
  let result = logarithm.value.value
  let isPlain = Real.select(magnitude .< Real(0x1p-28), magnitude, result)
  return Real.select(magnitude .== Real(.infinity), magnitude, isPlain).withSign(of: x).propagatingNaN(of: x)
}
