/// |x|^y = exp(y · log |x|), the logarithm to about 2⁻⁶⁵ of itself, since y times it may be 745.
@inline(__always)
func power<Real: BinaryReal>(_ x: Real, _ y: Real) -> Real {
  let base = x.magnitude
  let isSubnormal = base .< Real(0x1p-1022)
  let split = SplitNumber(Real.select(isSubnormal, base * Real(0x1p54), base))
  let k = Real.select(isSubnormal, split.power - Real(54), split.power)
  let logarithm = preciseLogarithm(power: k, mantissa: split.mantissa)

  // An exponent beyond 2⁷⁰ overflows, underflows or leaves one alone whatever it is.
  let exponent = y.clamped(-0x1p70, 0x1p70)
  let product = DoubleDouble(multiplying: logarithm.high, by: exponent)
  let isBounded = product.high.magnitude .< Real(800)
  let low = Real.select(isBounded, product.low + exponent * logarithm.low, Real(0))
  let reduced = ReducedExponent(product.high.clamped(-746, 710), correction: low)
  let finite = reduced.scaling(reduced.exponential.value)
  return finite.replacingPowerEnds(of: x, y)
}

/// k · ln 2 + log m = k · ln 2 + 2s + s³ (2/3 + s² P(s²)), s = (m − 1) / (m + 1), everything but P in two parts. P is a
/// minimax polynomial of degree 7.
@inline(__always)
private func preciseLogarithm<Real: BinaryReal>(power k: Real, mantissa m: Real) -> DoubleDouble<Real> {
  let s = DoubleDouble(
    dividing: DoubleDouble(m - Real(1), Real(0)), by: DoubleDouble(adding: Real(1), to: m))
  // The high part of a quotient has 26 bits: its square is exact.
  let z = DoubleDouble(adding: s.low * (s.high + s.high + s.low), toLarger: s.high * s.high)
  let square = z.high * z.high
  let lower = cubic(
    z.high, square, 0x1.9999999999999p-2, 0x1.24924924926ebp-2, 0x1.c71c71c6972b8p-3, 0x1.745d17af5ba48p-3)
  let upper = cubic(
    z.high, square, 0x1.3b1384c44522bp-3, 0x1.111bbaab20cf3p-3, 0x1.def7e1dda28f4p-4, 0x1.e4dd00e6a03f9p-4)
  let series = DoubleDouble(adding: z.high * (lower + square * square * upper), toLarger: Real(0x1.5555555555555p-1))
  let factor = DoubleDouble(series.high, series.low + Real(0x1.5555555555555p-55))
  let cube = DoubleDouble(multiplying: z, by: s.renormalized)
  let cubic = DoubleDouble(multiplying: cube, by: factor)

  let double = DoubleDouble(Real(2) * s.high, Real(2) * s.low)
  let first = DoubleDouble(adding: double.high, toLarger: k * Real(0x1.62e42fefa3800p-1))
  let second = DoubleDouble(adding: cubic.high, to: double.low)
  let third = DoubleDouble(adding: second.high, toLarger: first.high)
  let rest = k * Real(0x1.ef35793c76730p-45) + (first.low + (second.low + cubic.low))
  return DoubleDouble(adding: third.low + rest, toLarger: third.high)
}

extension BinaryReal {
  /// Whether this magnitude is an integer.
  @inline(__always)
  fileprivate var isIntegral: Self {
    // From 2⁵² on every double is; below, adding 2⁵² rounds to an integer.
    let rounded = Self.select(self .< Self(0x1p52), (self + Self(0x1p52)) - Self(0x1p52), self)
    return Self.select(rounded .== self, Self(1), Self(0))
  }

  /// This |x|^y with sign and special values as IEEE 754-2019, section 9.2.1, has them for pow.
  @inline(__always)
  fileprivate func replacingPowerEnds(of x: Self, _ y: Self) -> Self {
    let (base, exponent) = (x.magnitude, y.magnitude)
    let (zero, infinity) = (Self(0), Self(Double.infinity))
    let isRising = y .> zero
    let atZero = Self.select(isRising, zero, infinity)
    let atInfinity = Self.select(isRising, infinity, zero)
    let magnitude = Self.select(
      base .== zero, atZero, Self.select(base .== infinity, atInfinity, self))

    let isInteger = exponent.isIntegral
    let isOdd = isInteger - (exponent * Self(0.5)).isIntegral
    let signed = Self.select(isOdd .> zero, magnitude.withSign(of: x), magnitude)
    let isReal = Self.select(x .< zero, Self.select(base .== infinity, Self(1), isInteger), Self(1))
    let real = Self.select(isReal .> zero, signed, Self.nan).propagatingNaN(of: x).propagatingNaN(of: y)
    return Self.select(y .== zero, Self(1), Self.select(x .== Self(1), Self(1), real))
  }
}
