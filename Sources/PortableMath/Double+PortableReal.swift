import CLanes

extension Double: PortableReal {
  /// The truth value of a comparison.
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
