/// Eight double-precision numbers evaluated at once.
public typealias Lanes = SIMD8<Double>

extension SIMD8<Double>: PortableReal {
  /// The same number in all eight lanes.
  @inlinable
  public init(_ value: Double) { self.init(repeating: value) }

  public static func sqrt(_ x: Self) -> Self { rootOrNaN(x) }
  public static func exp(_ x: Self) -> Self { exponential(x) }
  public static func expm1(_ x: Self) -> Self { exponentialMinusOne(x) }
  public static func log(_ x: Self) -> Self { naturalLogarithm(x) }
  public static func log1p(_ x: Self) -> Self { logarithmOfOnePlus(x) }
  public static func sin(_ x: Self) -> Self { sine(x) }
  public static func cos(_ x: Self) -> Self { cosine(x) }
  public static func tanh(_ x: Self) -> Self { hyperbolicTangent(x) }
  public static func sigmoid(_ x: Self) -> Self { logisticSigmoid(x) }
  public static func softplus(_ x: Self) -> Self { logisticSoftplus(x) }
  public static func tan(_ x: Self) -> Self { tangent(x) }
  public static func sinh(_ x: Self) -> Self { hyperbolicSine(x) }
  public static func cosh(_ x: Self) -> Self { hyperbolicCosine(x) }
  public static func asinh(_ x: Self) -> Self { inverseHyperbolicSine(x) }
  public static func atan(_ x: Self) -> Self { arcTangent(x) }
  public static func erf(_ x: Self) -> Self { errorFunction(x) }
  public static func erfc(_ x: Self) -> Self { complementaryErrorFunction(x) }
  public static func floor(_ x: Self) -> Self { integerBelow(x) }
  public static func pow(_ x: Self, _ y: Self) -> Self { power(x, y) }
  public static func min(_ x: Self, _ y: Self) -> Self { lesser(x, y) }
  public static func max(_ x: Self, _ y: Self) -> Self { greater(x, y) }
}
