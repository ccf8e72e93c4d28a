/// An unevaluated sum of two numbers, the second below half a unit in the last place of the first (or nearly so).
///
/// The error-free transformations are Dekker's and Knuth's: T. J. Dekker, "A floating-point technique for extending the
/// available precision", Numerische Mathematik 18 (1971); D. E. Knuth, The Art of Computer Programming 2, section 4.2.2.
struct DoubleDouble<Real: BinaryReal> {
  var high: Real
  var low: Real

  @inline(__always)
  init(_ high: Real, _ low: Real) {
    self.high = high
    self.low = low
  }

  /// The sum rounded once.
  @inline(__always)
  var value: Real { high + low }

  /// larger + smaller exactly, where |larger| ≥ |smaller| or larger = 0.
  @inline(__always)
  init(adding smaller: Real, toLarger larger: Real) {
    high = larger + smaller
    low = smaller - (high - larger)
  }

  /// left + right exactly, whatever their sizes.
  @inline(__always)
  init(adding left: Real, to right: Real) {
    high = left + right
    let rightShare = high - left
    low = (left - (high - rightShare)) + (right - rightShare)
  }

  /// left · right exactly, unless it underflows; each factor is cut in two halves.
  @inline(__always)
  init(multiplying left: Real, by right: Real) {
    let (a, b) = (left.upperHalf, right.upperHalf)
    let (c, d) = (left - a, right - b)
    high = left * right
    low = ((a * b - high) + (a * d + c * b)) + c * d
  }

  /// left · right to about 2⁻¹⁰⁰, relative.
  @inline(__always)
  init(multiplying left: Self, by right: Self) {
    let product = Self(multiplying: left.high, by: right.high)
    self.init(adding: product.low + (left.high * right.low + left.low * right.high), toLarger: product.high)
  }

  @inline(__always)
  static func select(_ mask: Real.Mask, _ first: Self, _ second: Self) -> Self {
    Self(Real.select(mask, first.high, second.high), Real.select(mask, first.low, second.low))
  }

  @inline(__always)
  static prefix func - (operand: Self) -> Self { Self(-operand.high, -operand.low) }

  /// Both parts with the high part rounded anew.
  @inline(__always)
  var renormalized: Self { Self(adding: low, toLarger: high) }

  /// numerator ÷ denominator to about 2⁻⁷⁵, relative, with one division.
  ///
  /// The first quotient is cut to 26 bits, so that its product with the upper half of the denominator is exact and the
  /// remainder comes out exactly; the remainder times the reciprocal is the low part.
  @inline(__always)
  init(dividing numerator: Self, by denominator: Self) {
    let reciprocal = Real(1) / denominator.high
    let quotient = (numerator.high * reciprocal).upperHalf
    let upper = denominator.high.upperHalf
    let lower = (denominator.high - upper) + denominator.low
    let remainder = ((numerator.high - quotient * upper) - quotient * lower) + numerator.low
    high = quotient
    low = remainder * reciprocal
  }
}
