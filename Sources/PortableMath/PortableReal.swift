/// A real number, or several numbers in the lanes of a SIMD vector, with elementary functions whose results are the
/// same bits on every machine.
///
/// A formula written once against this protocol serves one number (`Double`) and a whole vector (`Lanes`):
///
/// ```swift
/// func swish<Real: PortableReal>(_ x: Real) -> Real { x * Real.sigmoid(x) }
/// swish(1.0)               // 0.7310585786300049
/// swish(Lanes(1.0))        // the same bits in every lane
/// ```
///
/// Each function is computed from +, −, ×, ÷, √, comparisons and integer operations on the encoding alone, in a fixed
/// order, without a mathematical library and without fused multiply-add. Results are therefore identical to the bit
/// between scalars and lanes, debug and release builds, and processors.
///
/// The stated errors are the largest that `scripts/portable-math-table judge --points 1000000` found against mpmath, in
/// units in the last place of the exact value, over the whole domain of each function, near its zeros and its overflow,
/// at subnormal numbers, zeros and infinities. They also hold for subnormal results, and a result overflows if and only
/// if the exact value does. Odd functions keep the sign of zero. All functions except `abs`, `floor`, `ceil`, `round`,
/// `trunc`, `min` and `max` return `Double.nan` for any NaN and for arguments outside their domain. The sign and the
/// payload of a NaN that arithmetic returns depend on the processor.
public protocol PortableReal: Sendable {
  /// The result of a comparison: a truth value for each number.
  associatedtype Mask: Sendable

  /// Makes the number, or all numbers of a vector, from one value.
  init(_ value: Double)

  // MARK: - IEEE arithmetic and comparison

  /// The sum, rounded to nearest.
  static func + (left: Self, right: Self) -> Self

  /// The difference, rounded to nearest.
  static func - (left: Self, right: Self) -> Self

  /// The product, rounded to nearest.
  static func * (left: Self, right: Self) -> Self

  /// The quotient, rounded to nearest.
  static func / (left: Self, right: Self) -> Self

  /// The negated operand, also for zeros.
  static prefix func - (operand: Self) -> Self

  /// Whether left is less than right; false if either is NaN.
  static func .< (left: Self, right: Self) -> Mask

  /// Whether left is less than or equal to right; false if either is NaN.
  static func .<= (left: Self, right: Self) -> Mask

  /// Whether left is greater than right; false if either is NaN.
  static func .> (left: Self, right: Self) -> Mask

  /// Whether left is greater than or equal to right; false if either is NaN.
  static func .>= (left: Self, right: Self) -> Mask

  /// Whether both are equal, as +0 and −0 are; false if either is NaN.
  static func .== (left: Self, right: Self) -> Mask

  /// `first` where the mask is true, else `second`; both are evaluated.
  static func select(_ mask: Mask, _ first: Self, _ second: Self) -> Self

  // MARK: - Rounding and order

  /// The number without its sign.
  static func abs(_ x: Self) -> Self

  /// The greatest integer not above x. The result is exact; −0, infinities and NaN are returned unchanged.
  static func floor(_ x: Self) -> Self

  /// The least integer not below x. The result is exact; −0, infinities and NaN are returned unchanged.
  static func ceil(_ x: Self) -> Self

  /// The integer nearest to x; of two equally near ones the even one. The result is exact; −0, infinities and NaN are
  /// returned unchanged.
  static func round(_ x: Self) -> Self

  /// The integer part of x. The result is exact; −0, infinities and NaN are returned unchanged.
  static func trunc(_ x: Self) -> Self

  /// The floor modulo x − y ⌊x / y⌋, which has the sign of y, as in Python's `%`, NumPy's `mod` and PyTorch's
  /// `remainder`.
  ///
  /// The remainder of the magnitudes is exact. If the signs differ, y is added to it and the sum is rounded. The result
  /// is NaN for y = 0 and for an infinite x.
  static func mod(_ x: Self, _ y: Self) -> Self

  /// The lesser of two numbers; NaN if either is NaN, and the second of two zeros.
  static func min(_ x: Self, _ y: Self) -> Self

  /// The greater of two numbers; NaN if either is NaN, and the second of two zeros.
  static func max(_ x: Self, _ y: Self) -> Self

  // MARK: - Roots, exponentials, logarithms

  /// The square root √x, correctly rounded as IEEE 754 requires; √−0 = −0.
  static func sqrt(_ x: Self) -> Self

  /// eˣ, off by at most 0.91 units.
  ///
  /// Cody and Waite's reduction to |r| ≤ ½ ln 2 (Software Manual for the Elementary Functions, 1980) and a minimax
  /// polynomial of degree 11.
  static func exp(_ x: Self) -> Self

  /// eˣ − 1, accurate near zero, off by at most 0.82 units.
  ///
  /// The reduction of `exp` and a minimax polynomial of degree 12, with r + r²/2 summed without error; then 2ᵏ((1 −
  /// 2⁻ᵏ) + (eʳ − 1)) in two parts.
  static func expm1(_ x: Self) -> Self

  /// log x to the base e, off by at most 0.62 units; −∞ at ±0.
  ///
  /// x = 2ᵏ(1 + f) with √½ ≤ 1 + f < √2; log(1 + f) by the odd series in f / (2 + f) as fdlibm arranges it (Sun
  /// Microsystems, e_log.c, 1993), its leading terms in two parts.
  static func log(_ x: Self) -> Self

  /// log(1 + x), accurate near zero, off by at most 0.63 units; −∞ at −1.
  ///
  /// The series of `log` for 1 + x in two parts, f being x itself where 1 + x lies in √½ … √2.
  static func log1p(_ x: Self) -> Self

  /// log x to the base 2, off by at most 0.61 units; −∞ at ±0. The logarithm of a power of two is exact.
  ///
  /// k + log(1 + f) / log 2 with the series of `log`, the quotient and the sum in two parts.
  static func log2(_ x: Self) -> Self

  /// log x to the base 10, off by at most 0.56 units; −∞ at ±0. The logarithm of a power of ten is exact.
  ///
  /// k log₁₀ 2 + log(1 + f) log₁₀ e with the series of `log`, all of it in two parts.
  static func log10(_ x: Self) -> Self

  /// x to the power of y, off by at most 0.75 units, with the special values of pow in IEEE 754-2019, section 9.2.1:
  /// 1 for y = 0 and for x = 1, even beside a NaN; NaN for a negative finite x and a y that is no integer.
  ///
  /// exp(y log |x|), the logarithm in two parts throughout, to about 2⁻⁶⁵ of itself.
  static func pow(_ x: Self, _ y: Self) -> Self

  // MARK: - Trigonometric functions

  /// sin x for x in radians, off by at most 0.79 units, for every finite x.
  ///
  /// For |x| ≤ 1.6 · 10⁶ the quadrant is taken off with three parts of π/2 (Cody and Waite), beyond with 256 bits of
  /// 2/π (Payne and Hanek, SIGNUM Newsletter 18, 1983); the rest in two parts goes into a minimax polynomial of degree
  /// 13.
  static func sin(_ x: Self) -> Self

  /// cos x for x in radians, off by at most 0.78 units, for every finite x.
  ///
  /// The reduction of `sin`, and a minimax polynomial of degree 14 of which 1 − r²/2 is summed without error.
  static func cos(_ x: Self) -> Self

  /// tan x for x in radians, off by at most 0.98 units, for every finite x.
  ///
  /// The quotient of the sine and cosine polynomials, both and the quotient in two parts.
  static func tan(_ x: Self) -> Self

  /// asin x between −π/2 and π/2 for −1 ≤ x ≤ 1, off by at most 0.61 units.
  ///
  /// The angle whose tangent is x / √((1 − x)(1 + x)), by the series of `atan`, the quotient in two parts.
  static func asin(_ x: Self) -> Self

  /// acos x between 0 and π for −1 ≤ x ≤ 1, off by at most 0.58 units.
  ///
  /// The angle whose tangent is √((1 − x)(1 + x)) / x, by the series of `atan`, the quotient in two parts.
  static func acos(_ x: Self) -> Self

  /// atan x between −π/2 and π/2, off by at most 0.64 units.
  ///
  /// atan c + atan((x − c) / (1 + cx)) with c = 0, 1 or ∞, the quotient in two parts, and a minimax polynomial of
  /// degree 23.
  static func atan(_ x: Self) -> Self

  // MARK: - Hyperbolic functions

  /// sinh x, off by at most 0.74 units.
  ///
  /// ½ (a + a / (a + 1)) with a = eˣ − 1, in two parts.
  static func sinh(_ x: Self) -> Self

  /// cosh x, off by at most 0.59 units.
  ///
  /// ½ (eˣ + e⁻ˣ), in two parts.
  static func cosh(_ x: Self) -> Self

  /// tanh x, off by at most 0.63 units.
  ///
  /// (1 − e) / (1 + e) with e = e⁻²ˣ, numerator, denominator and quotient in two parts.
  static func tanh(_ x: Self) -> Self

  /// asinh x, off by at most 0.96 units.
  ///
  /// log1p(x + x² / (1 + √(1 + x²))), and log 2x from 2²⁷ on.
  static func asinh(_ x: Self) -> Self

  /// acosh x for x ≥ 1, off by at most 0.57 units.
  ///
  /// log1p(t + √(t² + 2t)) with t = x − 1, root and sum in two parts, and log 2x from 2²⁷ on.
  static func acosh(_ x: Self) -> Self

  /// atanh x for −1 ≤ x ≤ 1, off by at most 0.62 units; ±∞ at ±1.
  ///
  /// ½ log1p(2x / (1 − x)), the quotient in two parts.
  static func atanh(_ x: Self) -> Self

  // MARK: - Error function

  /// erf x = 2/√π ∫₀ˣ e⁻ᵗᵗ dt, off by at most 0.93 units.
  ///
  /// A minimax polynomial of degree 19 for |x| < ⅝, beyond that 1 − erfc x with erfc in two parts.
  static func erf(_ x: Self) -> Self

  /// erfc x = 1 − erf x, accurate in the right tail, off by at most 0.97 units.
  ///
  /// For x ≥ ⅝ a minimax polynomial of degree 21 in (x − 4) / (x + 4) for (x + ½) eˣˣ erfc x (Shepherd and Laframboise,
  /// Mathematics of Computation 36, 1981), times e⁻ˣˣ with x² in two parts.
  static func erfc(_ x: Self) -> Self

  /// The y with erf y = x for −1 ≤ x ≤ 1, off by at most 0.94 units; ±∞ at ±1.
  ///
  /// A first guess by a polynomial in log(1 − x²) and one step of the fourth order, with erf or erfc in two parts.
  static func erfinv(_ x: Self) -> Self

  // MARK: - Logistic functions

  /// 1 / (1 + exp(−x)), off by at most 0.91 units, in both tails.
  ///
  /// One quotient, its numerator and denominator in two parts, with the exponential as (C + r/2) / (C − r/2) after the
  /// reduction of `exp`, C = r/2 coth(r/2) by a minimax polynomial of degree 5 in r².
  static func sigmoid(_ x: Self) -> Self

  /// log(1 + exp(x)), accurate in both tails, off by at most 0.75 units.
  ///
  /// max(x, 0) + log(1 + exp(−|x|)), exponential, logarithm and sum in two parts.
  static func softplus(_ x: Self) -> Self

  // MARK: - Normal distribution

  /// x Φ(x), Φ(x) = erfc(−x/√2) / 2 being the normal distribution, off by at most 7.1 units, in the left tail too; −0
  /// at −∞.
  ///
  /// Φ(−|x|) = exp(−x²/2) · P(|x|) / Q(|x|) with x² in two parts and a rational function of degrees 10 and 11 for the
  /// whole range; on the right 1 − Φ(−x).
  static func gelu(_ x: Self) -> Self
}
