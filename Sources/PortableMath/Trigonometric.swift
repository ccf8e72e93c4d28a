@inline(__always)
func sine<Real: BinaryReal>(_ x: Real) -> Real {
  let angle = QuadrantAngle(x)
  let result = angle.signed(Real.select(angle.isOdd, angle.cosine.value, angle.sine.value), offset: 0)
  return Real.select(x.magnitude .< Real(0x1p-27), x, result).propagatingNaN(of: result)
}

@inline(__always)
func cosine<Real: BinaryReal>(_ x: Real) -> Real {
  let angle = QuadrantAngle(x)
  let result = angle.signed(Real.select(angle.isOdd, angle.sine.value, angle.cosine.value), offset: 1)
  return result.propagatingNaN(of: result)
}

/// sin r / cos r, or −cos r / sin r in odd quadrants, both in two parts.
@inline(__always)
func tangent<Real: BinaryReal>(_ x: Real) -> Real {
  let angle = QuadrantAngle(x)
  let (sine, cosine) = (angle.sine.renormalized, angle.cosine.renormalized)
  let quotient = DoubleDouble(
    dividing: DoubleDouble.select(angle.isOdd, -cosine, sine), by: DoubleDouble.select(angle.isOdd, sine, cosine))
  let result = quotient.value
  return Real.select(x.magnitude .< Real(0x1p-27), x, result).propagatingNaN(of: result)
}

/// atan |x| = atan c + atan t with t = (|x| − c) / (1 + c |x|) and c = 0, 1 or ∞, so that |t| ≤ √2 − 1.
@inline(__always)
func arcTangent<Real: BinaryReal>(_ x: Real) -> Real {
  // Beyond 2⁶⁰ the angle is π/2.
  let a = Real.select(x.magnitude .> Real(0x1p60), Real(0x1p60), x.magnitude)
  let (isMiddle, isLarge) = (a .> Real(0x1.a827999fcef32p-2), a .> Real(0x1.3504f333f9de6p+1))
  let (zero, one) = (DoubleDouble(Real(0), Real(0)), DoubleDouble(Real(1), Real(0)))
  let small = DoubleDouble(a, Real(0))
  let numerator = DoubleDouble.select(
    isLarge, -one, DoubleDouble.select(isMiddle, DoubleDouble(adding: Real(-1), to: a), small))
  let denominator = DoubleDouble.select(
    isLarge, small, DoubleDouble.select(isMiddle, DoubleDouble(adding: Real(1), to: a), one))
  let quarter = DoubleDouble(Real(0x1.921fb54442d18p-1), Real(0x1.1a62633145c07p-55))
  let half = DoubleDouble(Real(0x1.921fb54442d18p+0), Real(0x1.1a62633145c07p-54))
  let base = DoubleDouble.select(isLarge, half, DoubleDouble.select(isMiddle, quarter, zero))

  let t = DoubleDouble(dividing: numerator, by: denominator).renormalized
  let z = t.high * t.high
  // (atan t − t) / t³, a minimax polynomial in t² of degree 10, off by at most 2⁻⁵⁹ of t².
  let square = z * z
  let fourth = square * square
  let lower = cubic(
    z, square, -0x1.555555555554dp-2, 0x1.9999999997654p-3, -0x1.249249234fbdcp-3, 0x1.c71c711e29464p-4)
  let middle = cubic(
    z, square, -0x1.745cfe889fda4p-4, 0x1.3b11751d9f2dbp-4, -0x1.10ef7b424d8fap-4, 0x1.df421799ae0c4p-5)
  let upper = linear(z, -0x1.9da87cb498289p-5, 0x1.39d375b424737p-5) + square * Real(-0x1.29873b2c3e279p-6)
  let series = lower + fourth * (middle + fourth * upper)

  let tail = t.high * z * series + t.low * (Real(1) - z)
  let sum = DoubleDouble(adding: t.high, toLarger: base.high)
  let result = sum.high + (sum.low + (base.low + tail))
  return Real.select(x.magnitude .< Real(0x1p-28), x, result.withSign(of: x)).propagatingNaN(of: x)
}
