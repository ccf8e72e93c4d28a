import CLanes

/// Eight double-precision numbers evaluated at once.
public typealias Lanes = SIMD8<Double>

extension SIMD8<Double>: PortableReal {
  /// The vector instructions of this processor that the elementary functions run on, as `"AVX-512"`; results do not depend
  /// on it.
  public static var instructions: String { String(cString: clanes_level_in_use().pointee.title) }

  /// The same number in all eight lanes.
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
