extension Double: PortableReal {
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
}
