/// Eight double-precision numbers evaluated at once.
public typealias Lanes = SIMD8<Double>

extension SIMD8<Double>: PortableReal {
  public typealias Mask = SIMDMask<SIMD8<Int64>>

  @inlinable @inline(__always)
  public init(_ value: Double) { self.init(repeating: value) }

  /// Unlike the standard library's, which subtracts from zero, the negative of a zero is the other zero.
  @inlinable @inline(__always)
  public static prefix func - (operand: Self) -> Self {
    unsafeBitCast(unsafeBitCast(operand, to: SIMD8<Int64>.self) ^ SIMD8<Int64>(repeating: .min), to: Self.self)
  }

  @inlinable @inline(__always)
  public static func .< (left: Self, right: Self) -> Mask {
    inPairs(left, right) { $0 .< $1 }
  }

  @inlinable @inline(__always)
  public static func .<= (left: Self, right: Self) -> Mask {
    inPairs(left, right) { $0 .<= $1 }
  }

  @inlinable @inline(__always)
  public static func .> (left: Self, right: Self) -> Mask {
    inPairs(left, right) { $0 .> $1 }
  }

  @inlinable @inline(__always)
  public static func .>= (left: Self, right: Self) -> Mask {
    inPairs(left, right) { $0 .>= $1 }
  }

  @inlinable @inline(__always)
  public static func .== (left: Self, right: Self) -> Mask {
    inPairs(left, right) { $0 .== $1 }
  }

  @inlinable @inline(__always)
  public static func select(_ mask: Mask, _ first: Self, _ second: Self) -> Self {
    // A lane of the mask is all ones or all zeros.
    let chosen = unsafeBitCast(mask, to: SIMD8<Int64>.self)
    let firstPart = unsafeBitCast(first, to: SIMD8<Int64>.self) & chosen
    let secondPart = unsafeBitCast(second, to: SIMD8<Int64>.self) & ~chosen
    return unsafeBitCast(firstPart | secondPart, to: Self.self)
  }

  @inlinable @inline(__always)
  public static func abs(_ x: Self) -> Self {
    unsafeBitCast(unsafeBitCast(x, to: SIMD8<Int64>.self) & SIMD8<Int64>(repeating: .max), to: Self.self)
  }

  public static func sqrt(_ x: Self) -> Self { x.inPairs(rootOrNaN) }
  public static func exp(_ x: Self) -> Self { x.inPairs(exponential) }
  public static func expm1(_ x: Self) -> Self { x.inPairs(exponentialMinusOne) }
  public static func log(_ x: Self) -> Self { x.inPairs(naturalLogarithm) }
  public static func log1p(_ x: Self) -> Self { x.inPairs(logarithmOfOnePlus) }
  public static func sin(_ x: Self) -> Self { x.inPairs(sine) }
  public static func cos(_ x: Self) -> Self { x.inPairs(cosine) }
  public static func tanh(_ x: Self) -> Self { x.inPairs(hyperbolicTangent) }
  public static func sigmoid(_ x: Self) -> Self { x.inPairs(logisticSigmoid) }
  public static func softplus(_ x: Self) -> Self { x.inPairs(logisticSoftplus) }

  /// The comparison made pair by pair: the standard library's comparison of eight lanes is a loop over lanes, which the
  /// optimizer turns into vector instructions only for pairs.
  @inlinable @inline(__always)
  static func inPairs(
    _ left: Self, _ right: Self, _ compare: (SIMD2<Double>, SIMD2<Double>) -> SIMDMask<SIMD2<Int64>>
  ) -> Mask {
    let lower = SIMD4<Int64>(
      lowHalf: unsafeBitCast(compare(left.lowHalf.lowHalf, right.lowHalf.lowHalf), to: SIMD2<Int64>.self),
      highHalf: unsafeBitCast(compare(left.lowHalf.highHalf, right.lowHalf.highHalf), to: SIMD2<Int64>.self))
    let upper = SIMD4<Int64>(
      lowHalf: unsafeBitCast(compare(left.highHalf.lowHalf, right.highHalf.lowHalf), to: SIMD2<Int64>.self),
      highHalf: unsafeBitCast(compare(left.highHalf.highHalf, right.highHalf.highHalf), to: SIMD2<Int64>.self))
    return unsafeBitCast(SIMD8<Int64>(lowHalf: lower, highHalf: upper), to: Mask.self)
  }

  @inline(__always)
  private func inPairs(_ function: (SIMD2<Double>) -> SIMD2<Double>) -> Self {
    Self(
      lowHalf: SIMD4(lowHalf: function(lowHalf.lowHalf), highHalf: function(lowHalf.highHalf)),
      highHalf: SIMD4(lowHalf: function(highHalf.lowHalf), highHalf: function(highHalf.highHalf)))
  }
}
