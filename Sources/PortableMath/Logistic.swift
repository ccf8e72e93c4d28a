/// tanh |x| = (1 − e⁻²ˣ) / (1 + e⁻²ˣ), with the numerator from eˣ − 1 and both kept in two parts up to the last addition.
@inline(__always)
func hyperbolicTangent<Real: BinaryReal>(_ x: Real) -> Real {
  // From 22 on, tanh rounds to one.
  let magnitude = Real.select(x.magnitude .> Real(22), Real(22), x.magnitude)
  let reduced = ReducedExponent(Real(-2) * magnitude)
  let fraction = reduced.exponentialMinusOne
  let power = reduced.powerOfTwo
  let one = DoubleDouble(adding: power, toLarger: Real(-1))
  let sum = DoubleDouble(adding: one.high, to: power * fraction.high)
  let difference = DoubleDouble(adding: sum.low + (one.low + power * fraction.low), toLarger: sum.high)
  let denominator = DoubleDouble(adding: difference.high, toLarger: Real(2))
  let quotient = DoubleDouble(
    dividing: -difference, by: DoubleDouble(denominator.high, denominator.low + difference.low))
  // Below 2⁻²⁸ the cubic term is lost, and the products above would run into subnormals.
  let result = Real.select(x.magnitude .< Real(0x1p-28), x.magnitude, quotient.value)
  return result.withSign(of: x).propagatingNaN(of: x)
}

/// 1 / (1 + e⁻ˣ) for x ≥ 0, eˣ / (1 + eˣ) for x < 0; the power of two of the numerator is applied last, so that
/// what goes before is never subnormal.
@inline(__always)
func logisticSigmoid<Real: BinaryReal>(_ x: Real) -> Real {
  let isNegative = x .< Real(0)
  let magnitude = Real.select(x.magnitude .> Real(746), Real(746), x.magnitude)
  let reduced = ReducedExponent(-magnitude)
  let mantissa = reduced.exponential.renormalized
  // Below −700 the term is nothing beside one, and its power may not be made in one step.
  let power = Real.select(magnitude .> Real(700), Real(0), reduced.powerOfTwo)
  let sum = DoubleDouble(adding: power * mantissa.high, toLarger: Real(1))
  let denominator = DoubleDouble(sum.high, sum.low + power * mantissa.low)
  let numerator = DoubleDouble(
    Real.select(isNegative, mantissa.high, Real(1)), Real.select(isNegative, mantissa.low, Real(0)))
  let quotient = DoubleDouble(dividing: numerator, by: denominator).value
  return Real.select(isNegative, reduced.scaling(quotient), quotient).propagatingNaN(of: x)
}

/// max(x, 0) + log(1 + e⁻|ˣ|), with the exponential and the logarithm kept in two parts up to the last addition.
@inline(__always)
func logisticSoftplus<Real: BinaryReal>(_ x: Real) -> Real {
  let magnitude = Real.select(x.magnitude .> Real(746), Real(746), x.magnitude)
  let reduced = ReducedExponent(-magnitude)
  let mantissa = reduced.exponential.renormalized
  let power = Real.select(magnitude .> Real(700), Real(0), reduced.powerOfTwo)
  let exponential = DoubleDouble(power * mantissa.high, power * mantissa.low)
  let logarithm = ReducedLogarithm(onePlus: exponential).value
  let positive = Real.select(x .> Real(0), x, Real(0))
  let sum = DoubleDouble(adding: logarithm.high, to: positive)
  let central = sum.high + (sum.low + logarithm.low)
  // Below −40, log(1 + eˣ) = eˣ; above 40, the term is lost beside x, and x may be infinite.
  let lowerTail = reduced.scaling(mantissa.high)
  let result = Real.select(x .< Real(-40), lowerTail, Real.select(x .> Real(40), x, central))
  return result.propagatingNaN(of: x)
}
