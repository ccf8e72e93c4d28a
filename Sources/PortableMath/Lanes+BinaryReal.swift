import CLanes

extension SIMD8<Double>: BinaryReal {
  @inline(__always)
  init(encoding: SIMD8<UInt64>) { self = unsafeBitCast(encoding, to: Self.self) }

  @inline(__always)
  var encoding: SIMD8<UInt64> { unsafeBitCast(self, to: SIMD8<UInt64>.self) }

  @inline(__always)
  var root: Self { clanes_square_root(self) }

  @inline(__always)
  static func any(_ mask: Mask) -> Bool { clanes_any(unsafeBitCast(mask, to: SIMD8<Int64>.self)) != 0 }

  static func angle(_ x: Self, reducedBy reduce: (Double) -> QuadrantAngle<Double>) -> QuadrantAngle<Self> {
    var angle = QuadrantAngle<Self>(quadrant: x, high: x, low: x)
    for lane in x.indices {
      let one = reduce(x[lane])
      angle.quadrant[lane] = one.quadrant
      angle.high[lane] = one.high
      angle.low[lane] = one.low
    }
    return angle
  }
}

extension SIMD8<UInt64>: EncodedBits {
  @inline(__always)
  init(_ value: UInt64) { self.init(repeating: value) }

  @inline(__always)
  static func & (left: Self, right: Self) -> Self { clanes_and(left, right) }
  @inline(__always)
  static func | (left: Self, right: Self) -> Self { clanes_or(left, right) }
  @inline(__always)
  static func ^ (left: Self, right: Self) -> Self { clanes_exclusive_or(left, right) }
  @inline(__always)
  static func &+ (left: Self, right: Self) -> Self { clanes_add_bits(left, right) }
  @inline(__always)
  static func &- (left: Self, right: Self) -> Self { clanes_subtract_bits(left, right) }
  @inline(__always)
  static func &<< (left: Self, right: Self) -> Self { clanes_shift_left(left, right) }
  @inline(__always)
  static func &>> (left: Self, right: Self) -> Self { clanes_shift_right(left, right) }
}
