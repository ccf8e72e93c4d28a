/// A real number, or lanes of them, whose binary64 encoding can be taken apart: what the kernels of this module are
/// written against, once for scalar and lanes.
///
/// Kernels and their parts are inlined always, so that each public function of a concrete type becomes one body of
/// straight code, specialized inside this module.
protocol BinaryReal: Sendable {
  associatedtype Mask: Sendable
  /// The encodings, one unsigned integer a number.
  associatedtype Encoding: EncodedBits

  init(_ value: Double)
  init(encoding: Encoding)
  var encoding: Encoding { get }

  static func + (left: Self, right: Self) -> Self
  static func - (left: Self, right: Self) -> Self
  static func * (left: Self, right: Self) -> Self
  static func / (left: Self, right: Self) -> Self
  /// The square root as the processor answers it, correctly rounded; what it answers below zero is not to be used.
  var root: Self { get }

  static func .< (left: Self, right: Self) -> Mask
  static func .<= (left: Self, right: Self) -> Mask
  static func .> (left: Self, right: Self) -> Mask
  static func .>= (left: Self, right: Self) -> Mask
  static func .== (left: Self, right: Self) -> Mask
  static func select(_ mask: Mask, _ first: Self, _ second: Self) -> Self

  /// Whether the mask holds somewhere.
  static func any(_ mask: Mask) -> Bool

  /// Angles reduced one number at a time, for those few that the common reduction cannot serve.
  static func angle(_ x: Self, reducedBy reduce: (Double) -> QuadrantAngle<Double>) -> QuadrantAngle<Self>
}

/// Unsigned 64-bit integers with wrapping arithmetic.
protocol EncodedBits {
  init(_ value: UInt64)
  static func & (left: Self, right: Self) -> Self
  static func | (left: Self, right: Self) -> Self
  static func ^ (left: Self, right: Self) -> Self
  static func &+ (left: Self, right: Self) -> Self
  static func &- (left: Self, right: Self) -> Self
  static func &<< (left: Self, right: Self) -> Self
  static func &>> (left: Self, right: Self) -> Self
}

extension UInt64: EncodedBits {}

extension BinaryReal {
  @inline(__always)
  static var nan: Self { Self(Double.nan) }

  /// The operand with its sign bit turned; the difference from zero would lose the sign of a zero.
  @inline(__always)
  static prefix func - (operand: Self) -> Self {
    Self(encoding: operand.encoding ^ Encoding(0x8000_0000_0000_0000))
  }

  /// 1.5 · 2⁵², which pushes the fraction bits out of a small number it is added to: the sum's low bits are then the
  /// nearest integer (ties to even) in two's complement.
  @inline(__always)
  static var integerShift: Self { Self(0x1.8p52) }

  /// The nearest integer, ties to even, for |x| ≤ 2⁵¹.
  @inline(__always)
  var nearestInteger: Self { (self + Self.integerShift) - Self.integerShift }

  /// The upper 26 of the 53 significant bits: products of two such halves are exact.
  @inline(__always)
  var upperHalf: Self { Self(encoding: encoding & Encoding(0xFFFF_FFFF_F800_0000)) }

  @inline(__always)
  var magnitude: Self { Self(encoding: encoding & Encoding(0x7FFF_FFFF_FFFF_FFFF)) }

  /// The magnitude of this number with the sign of another.
  @inline(__always)
  func withSign(of other: Self) -> Self {
    let sign = other.encoding & Encoding(0x8000_0000_0000_0000)
    return Self(encoding: (encoding & Encoding(0x7FFF_FFFF_FFFF_FFFF)) | sign)
  }

  /// This number, where `source` is a number, and else the one NaN that this module answers: sign and payload of a NaN
  /// made by arithmetic differ between processors.
  @inline(__always)
  func propagatingNaN(of source: Self) -> Self { Self.select(source .== source, self, Self.nan) }

  @inline(__always)
  func clamped(_ lower: Double, _ upper: Double) -> Self {
    let raised = Self.select(self .< Self(lower), Self(lower), self)
    return Self.select(raised .> Self(upper), Self(upper), raised)
  }
}
