import CLanes

/// Eight double-precision numbers evaluated at once.
public typealias Lanes = SIMD8<Double>

extension SIMD8<Double>: PortableReal {
  /// The name of the processor's vector instructions that the elementary functions use, e.g. `"AVX-512"`. They have no
  /// effect on the results.
  public static var instructions: String { String(cString: clanes_level_in_use().pointee.title) }

  /// Makes eight lanes of the same number.
  @inlinable
  public init(_ value: Double) { self.init(repeating: value) }

  @inlinable public static func sqrt(_ x: Self) -> Self { clanes_sqrt(x) }
  @inlinable public static func exp(_ x: Self) -> Self { clanes_exp(x) }
  @inlinable public static func expm1(_ x: Self) -> Self { clanes_expm1(x) }
  @inlinable public static func log(_ x: Self) -> Self { clanes_log(x) }
  @inlinable public static func log1p(_ x: Self) -> Self { clanes_log1p(x) }
  @inlinable public static func sin(_ x: Self) -> Self { clanes_sin(x) }
  @inlinable public static func cos(_ x: Self) -> Self { clanes_cos(x) }
  @inlinable public static func tanh(_ x: Self) -> Self { clanes_tanh(x) }
  @inlinable public static func sigmoid(_ x: Self) -> Self { clanes_sigmoid(x) }
  @inlinable public static func softplus(_ x: Self) -> Self { clanes_softplus(x) }
  @inlinable public static func gelu(_ x: Self) -> Self { clanes_gelu(x) }
  @inlinable public static func tan(_ x: Self) -> Self { clanes_tan(x) }
  @inlinable public static func sinh(_ x: Self) -> Self { clanes_sinh(x) }
  @inlinable public static func cosh(_ x: Self) -> Self { clanes_cosh(x) }
  @inlinable public static func asinh(_ x: Self) -> Self { clanes_asinh(x) }
  @inlinable public static func atan(_ x: Self) -> Self { clanes_atan(x) }
  @inlinable public static func erf(_ x: Self) -> Self { clanes_erf(x) }
  @inlinable public static func erfc(_ x: Self) -> Self { clanes_erfc(x) }
  @inlinable public static func floor(_ x: Self) -> Self { clanes_floor(x) }
  @inlinable public static func round(_ x: Self) -> Self { clanes_round(x) }
  @inlinable public static func ceil(_ x: Self) -> Self { clanes_ceil(x) }
  @inlinable public static func trunc(_ x: Self) -> Self { clanes_trunc(x) }
  @inlinable public static func log2(_ x: Self) -> Self { clanes_log2(x) }
  @inlinable public static func log10(_ x: Self) -> Self { clanes_log10(x) }
  @inlinable public static func asin(_ x: Self) -> Self { clanes_asin(x) }
  @inlinable public static func acos(_ x: Self) -> Self { clanes_acos(x) }
  @inlinable public static func acosh(_ x: Self) -> Self { clanes_acosh(x) }
  @inlinable public static func atanh(_ x: Self) -> Self { clanes_atanh(x) }
  @inlinable public static func erfinv(_ x: Self) -> Self { clanes_erfinv(x) }
  public static func mod(_ x: Self, _ y: Self) -> Self {
    var result = x
    for lane in x.indices { result[lane] = clanes_scalar_mod(x[lane], y[lane]) }
    return result
  }
  @inlinable public static func pow(_ x: Self, _ y: Self) -> Self { clanes_pow(x, y) }
}

extension Double: PortableReal {
  /// The result of a comparison.
  public typealias Mask = Bool

  @inlinable public static func .< (left: Double, right: Double) -> Bool { left < right }
  @inlinable public static func .<= (left: Double, right: Double) -> Bool { left <= right }
  @inlinable public static func .> (left: Double, right: Double) -> Bool { left > right }
  @inlinable public static func .>= (left: Double, right: Double) -> Bool { left >= right }
  @inlinable public static func .== (left: Double, right: Double) -> Bool { left == right }
  @inlinable public static func select(_ mask: Bool, _ first: Double, _ second: Double) -> Double {
    mask ? first : second
  }
  @inlinable public static func abs(_ x: Double) -> Double { x.magnitude }

  @inlinable public static func sqrt(_ x: Double) -> Double { clanes_scalar_sqrt(x) }
  @inlinable public static func exp(_ x: Double) -> Double { clanes_scalar_exp(x) }
  @inlinable public static func expm1(_ x: Double) -> Double { clanes_scalar_expm1(x) }
  @inlinable public static func log(_ x: Double) -> Double { clanes_scalar_log(x) }
  @inlinable public static func log1p(_ x: Double) -> Double { clanes_scalar_log1p(x) }
  @inlinable public static func sin(_ x: Double) -> Double { clanes_scalar_sin(x) }
  @inlinable public static func cos(_ x: Double) -> Double { clanes_scalar_cos(x) }
  @inlinable public static func tanh(_ x: Double) -> Double { clanes_scalar_tanh(x) }
  @inlinable public static func sigmoid(_ x: Double) -> Double { clanes_scalar_sigmoid(x) }
  @inlinable public static func softplus(_ x: Double) -> Double { clanes_scalar_softplus(x) }
  @inlinable public static func gelu(_ x: Double) -> Double { clanes_scalar_gelu(x) }
  @inlinable public static func tan(_ x: Double) -> Double { clanes_scalar_tan(x) }
  @inlinable public static func sinh(_ x: Double) -> Double { clanes_scalar_sinh(x) }
  @inlinable public static func cosh(_ x: Double) -> Double { clanes_scalar_cosh(x) }
  @inlinable public static func asinh(_ x: Double) -> Double { clanes_scalar_asinh(x) }
  @inlinable public static func atan(_ x: Double) -> Double { clanes_scalar_atan(x) }
  @inlinable public static func erf(_ x: Double) -> Double { clanes_scalar_erf(x) }
  @inlinable public static func erfc(_ x: Double) -> Double { clanes_scalar_erfc(x) }
  @inlinable public static func floor(_ x: Double) -> Double { clanes_scalar_floor(x) }
  @inlinable public static func round(_ x: Double) -> Double { clanes_scalar_round(x) }
  @inlinable public static func ceil(_ x: Double) -> Double { clanes_scalar_ceil(x) }
  @inlinable public static func trunc(_ x: Double) -> Double { clanes_scalar_trunc(x) }
  @inlinable public static func log2(_ x: Double) -> Double { clanes_scalar_log2(x) }
  @inlinable public static func log10(_ x: Double) -> Double { clanes_scalar_log10(x) }
  @inlinable public static func asin(_ x: Double) -> Double { clanes_scalar_asin(x) }
  @inlinable public static func acos(_ x: Double) -> Double { clanes_scalar_acos(x) }
  @inlinable public static func acosh(_ x: Double) -> Double { clanes_scalar_acosh(x) }
  @inlinable public static func atanh(_ x: Double) -> Double { clanes_scalar_atanh(x) }
  @inlinable public static func erfinv(_ x: Double) -> Double { clanes_scalar_erfinv(x) }
  @inlinable public static func mod(_ x: Double, _ y: Double) -> Double { clanes_scalar_mod(x, y) }
  @inlinable public static func pow(_ x: Double, _ y: Double) -> Double { clanes_scalar_pow(x, y) }
}

extension PortableReal {
  @inlinable
  public static func min(_ x: Self, _ y: Self) -> Self { select(x .== x, select(x .< y, x, y), x) }

  @inlinable
  public static func max(_ x: Self, _ y: Self) -> Self { select(x .== x, select(x .> y, x, y), x) }
}
