import CLanes

// The standard library's arithmetic on vectors of floating-point numbers is a loop over the lanes, of which the optimizer
// does not always make a vector again; these operators, which answer the same, are one instruction a register. They must
// be inlinable: the optimizer does not of itself carry what calls C into other modules.
extension SIMD8<Double> {
  /// A truth value for each of the eight numbers.
  public typealias Mask = SIMDMask<SIMD8<Int64>>

  @inlinable
  public static func + (left: Self, right: Self) -> Self { clanes_add(left, right) }

  @inlinable
  public static func - (left: Self, right: Self) -> Self { clanes_subtract(left, right) }

  @inlinable
  public static func * (left: Self, right: Self) -> Self { clanes_multiply(left, right) }

  @inlinable
  public static func / (left: Self, right: Self) -> Self { clanes_divide(left, right) }

  /// The operand with its sign turned. The standard library subtracts it from zero, which is +0 for +0.
  @inlinable
  public static prefix func - (operand: Self) -> Self {
    unsafeBitCast(
      clanes_exclusive_or(unsafeBitCast(operand, to: SIMD8<UInt64>.self), SIMD8<UInt64>(repeating: 1 << 63)),
      to: Self.self)
  }

  @inlinable
  public static func .< (left: Self, right: Self) -> Mask { unsafeBitCast(clanes_less(left, right), to: Mask.self) }

  @inlinable
  public static func .<= (left: Self, right: Self) -> Mask {
    unsafeBitCast(clanes_less_or_equal(left, right), to: Mask.self)
  }

  @inlinable
  public static func .> (left: Self, right: Self) -> Mask { unsafeBitCast(clanes_greater(left, right), to: Mask.self) }

  @inlinable
  public static func .>= (left: Self, right: Self) -> Mask {
    unsafeBitCast(clanes_greater_or_equal(left, right), to: Mask.self)
  }

  @inlinable
  public static func .== (left: Self, right: Self) -> Mask { unsafeBitCast(clanes_equal(left, right), to: Mask.self) }

  @inlinable
  public static func select(_ mask: Mask, _ first: Self, _ second: Self) -> Self {
    clanes_select(unsafeBitCast(mask, to: SIMD8<Int64>.self), first, second)
  }

  @inlinable
  public static func abs(_ x: Self) -> Self {
    unsafeBitCast(
      clanes_and(unsafeBitCast(x, to: SIMD8<UInt64>.self), SIMD8<UInt64>(repeating: .max >> 1)), to: Self.self)
  }
}
