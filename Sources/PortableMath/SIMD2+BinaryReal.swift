extension SIMD2<Double>: BinaryReal {
  typealias Mask = SIMDMask<SIMD2<Int64>>

  @inline(__always)
  init(_ value: Double) { self.init(repeating: value) }

  @inline(__always)
  init(encoding: SIMD2<UInt64>) { self = unsafeBitCast(encoding, to: Self.self) }

  @inline(__always)
  var encoding: SIMD2<UInt64> { unsafeBitCast(self, to: SIMD2<UInt64>.self) }

  @inline(__always)
  var root: Self { squareRoot() }

  @inline(__always)
  static func select(_ mask: Mask, _ first: Self, _ second: Self) -> Self {
    let chosen = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    return Self(encoding: (first.encoding & chosen) | (second.encoding & (chosen ^ SIMD2<UInt64>(repeating: .max))))
  }

  @inline(__always)
  static func any(_ mask: Mask) -> Bool { mask[0] || mask[1] }

  static func angle(_ x: Self, reducedBy reduce: (Double) -> QuadrantAngle<Double>) -> QuadrantAngle<Self> {
    let (first, second) = (reduce(x[0]), reduce(x[1]))
    return QuadrantAngle(
      quadrant: Self(first.quadrant, second.quadrant), high: Self(first.high, second.high),
      low: Self(first.low, second.low))
  }
}
