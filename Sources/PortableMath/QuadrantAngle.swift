/// An angle as q · π/2 + r, |r| ≤ π/4 (a hair more), r in two parts; of q only the last two bits are meant.
struct QuadrantAngle<Real: BinaryReal> {
  var quadrant: Real
  var high: Real
  var low: Real

  @inline(__always)
  init(quadrant: Real, high: Real, low: Real) {
    self.quadrant = quadrant
    self.high = high
    self.low = low
  }

  /// Cody and Waite's reduction for |x| ≤ 2²⁰ · π/2, Payne and Hanek's beyond.
  @inline(__always)
  init(_ x: Real) {
    // Three parts of π/2 with 33 bits each: their products with q < 2²⁰ are exact. What is lost lies below 2⁻¹³⁰, while
    // no double of this range comes closer to a multiple of π/2 than about 2⁻⁶⁰.
    let q = (x * Real(0x1.45f306dc9c883p-1)).nearestInteger
    let remainder = x - q * Real(0x1.921fb54400000p+0)
    let first = DoubleDouble(adding: -(q * Real(0x1.0b4611a600000p-34)), to: remainder)
    let second = DoubleDouble(adding: -(q * Real(0x1.3198a2e000000p-69)), to: first.high)
    let rest = (first.low + second.low) - q * Real(0x1.b839a252049c1p-104)
    let sum = DoubleDouble(adding: rest, toLarger: second.high)
    self.init(quadrant: q, high: sum.high, low: sum.low)

    let isLarge = x.magnitude .> Real(0x1.921fb5p+20)
    if Real.any(isLarge) {
      let angle = Real.angle(x, reducedBy: QuadrantAngle<Double>.init(large:))
      quadrant = Real.select(isLarge, angle.quadrant, quadrant)
      high = Real.select(isLarge, angle.high, high)
      low = Real.select(isLarge, angle.low, low)
    }
  }

  /// sin r to about 2⁻⁵⁶ of itself, in two parts.
  @inline(__always)
  var sine: DoubleDouble<Real> {
    let z = high * high
    let square = z * z
    let lower = cubic(
      z, square, -0x1.555555555554cp-3, 0x1.111111110fc26p-7, -0x1.a01a019c71d7fp-13, 0x1.71de35beff71bp-19)
    let series = lower + square * square * linear(z, -0x1.ae5e9730d99a3p-26, 0x1.5d9fb110738d2p-33)
    return DoubleDouble(high, high * z * series + low * (Real(1) - Real(0.5) * z))
  }

  /// cos r to about 2⁻⁵⁷ of itself, in two parts. Half the square of r's upper half is exact, and so is 1 minus that.
  @inline(__always)
  var cosine: DoubleDouble<Real> {
    let z = high * high
    let square = z * z
    let lower = cubic(
      z, square, 0x1.5555555555554p-5, -0x1.6c16c16c1612dp-10, 0x1.a01a019e1a6e5p-16, -0x1.27e4f8fbcc68dp-22)
    let series = lower + square * square * linear(z, 0x1.1eea85a16a384p-29, -0x1.8ff97ddcb68aep-37)
    let upper = high.upperHalf
    let halfSquareRest = Real(0.5) * ((high - upper) * (high + upper))
    let sum = DoubleDouble(adding: -(Real(0.5) * (upper * upper)), toLarger: Real(1))
    return DoubleDouble(sum.high, sum.low + ((square * series - halfSquareRest) - high * low))
  }

  /// Where the quadrant is odd: sine and cosine change places.
  @inline(__always)
  var isOdd: Real.Mask {
    let half = quadrant * Real(0.5)
    return (half - half.nearestInteger).magnitude .== Real(0.5)
  }

  /// −number in two of the four quadrants: 2 and 3 for `offset` 0, 1 and 2 for `offset` 1.
  @inline(__always)
  func signed(_ number: Real, offset: UInt64) -> Real {
    let integer = (quadrant + Real.integerShift).encoding &+ Real.Encoding(offset)
    let sign = (integer & Real.Encoding(2)) &<< Real.Encoding(62)
    return Real(encoding: number.encoding ^ sign)
  }
}
