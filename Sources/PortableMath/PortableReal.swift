/// A real number, or several side by side in the lanes of a SIMD vector, with elementary functions whose results are the
/// same bits on every machine.
///
/// A formula written once against this protocol serves one number (`Double`) and a whole vector (`Lanes`):
///
/// ```swift
/// func swish<Real: PortableReal>(_ x: Real) -> Real { x * Real.sigmoid(x) }
/// swish(1.0)               // 0.7310585786300049
/// swish(Lanes(1.0))        // the same bits in every lane
/// ```
public protocol PortableReal: Sendable {
  /// The result of a comparison: a truth value for each number.
  associatedtype Mask: Sendable

  /// The same value everywhere.
  init(_ value: Double)

  static func + (left: Self, right: Self) -> Self
  static func - (left: Self, right: Self) -> Self
  static func * (left: Self, right: Self) -> Self
  static func / (left: Self, right: Self) -> Self
  static prefix func - (operand: Self) -> Self

  static func .< (left: Self, right: Self) -> Mask
  static func .<= (left: Self, right: Self) -> Mask
  static func .> (left: Self, right: Self) -> Mask
  static func .>= (left: Self, right: Self) -> Mask
  static func .== (left: Self, right: Self) -> Mask

  /// `first` where the mask holds, else `second`; both are evaluated.
  static func select(_ mask: Mask, _ first: Self, _ second: Self) -> Self

  static func abs(_ x: Self) -> Self
  static func sqrt(_ x: Self) -> Self
  static func exp(_ x: Self) -> Self
  static func expm1(_ x: Self) -> Self
  static func log(_ x: Self) -> Self
  static func log1p(_ x: Self) -> Self
  static func sin(_ x: Self) -> Self
  static func cos(_ x: Self) -> Self
  static func tanh(_ x: Self) -> Self
  /// 1 / (1 + exp(−x)).
  static func sigmoid(_ x: Self) -> Self
  /// log(1 + exp(x)), accurate in both tails.
  static func softplus(_ x: Self) -> Self
  static func tan(_ x: Self) -> Self
  static func sinh(_ x: Self) -> Self
  static func cosh(_ x: Self) -> Self
  static func asinh(_ x: Self) -> Self
  static func atan(_ x: Self) -> Self
  static func erf(_ x: Self) -> Self
  static func erfc(_ x: Self) -> Self
  static func pow(_ x: Self, _ y: Self) -> Self
  static func min(_ x: Self, _ y: Self) -> Self
  static func max(_ x: Self, _ y: Self) -> Self
  static func floor(_ x: Self) -> Self
}
