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

  public static func sqrt(_ x: Double) -> Double { rootOrNaN(x) }
  public static func exp(_ x: Double) -> Double { exponential(x) }
  public static func expm1(_ x: Double) -> Double { exponentialMinusOne(x) }
  public static func log(_ x: Double) -> Double { naturalLogarithm(x) }
  public static func log1p(_ x: Double) -> Double { logarithmOfOnePlus(x) }
  public static func sin(_ x: Double) -> Double { sine(x) }
  public static func cos(_ x: Double) -> Double { cosine(x) }
  public static func tanh(_ x: Double) -> Double { hyperbolicTangent(x) }
  public static func sigmoid(_ x: Double) -> Double { logisticSigmoid(x) }
  public static func softplus(_ x: Double) -> Double { logisticSoftplus(x) }
  public static func tan(_ x: Double) -> Double { tangent(x) }
  public static func sinh(_ x: Double) -> Double { hyperbolicSine(x) }
  public static func cosh(_ x: Double) -> Double { hyperbolicCosine(x) }
  public static func asinh(_ x: Double) -> Double { inverseHyperbolicSine(x) }
  public static func atan(_ x: Double) -> Double { arcTangent(x) }
  public static func erf(_ x: Double) -> Double { errorFunction(x) }
  public static func erfc(_ x: Double) -> Double { complementaryErrorFunction(x) }
  public static func floor(_ x: Double) -> Double { integerBelow(x) }
  public static func pow(_ x: Double, _ y: Double) -> Double { power(x, y) }
  public static func min(_ x: Double, _ y: Double) -> Double { lesser(x, y) }
  public static func max(_ x: Double, _ y: Double) -> Double { greater(x, y) }
}

extension Double: BinaryReal {
  @inline(__always)
  init(encoding: UInt64) { self.init(bitPattern: encoding) }

  @inline(__always)
  var encoding: UInt64 { bitPattern }

  @inline(__always)
  var root: Double { squareRoot() }

  @inline(__always)
  static func any(_ mask: Bool) -> Bool { mask }

  @inline(__always)
  static func angle(
    _ x: Double, reducedBy reduce: (Double) -> QuadrantAngle<Double>
  ) -> QuadrantAngle<Double> { reduce(x) }
}
