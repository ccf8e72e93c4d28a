import Glibc

extension Double: PortableReal {
  public typealias Mask = Bool
  public static func .< (left: Double, right: Double) -> Bool { left < right }
  public static func .<= (left: Double, right: Double) -> Bool { left <= right }
  public static func .> (left: Double, right: Double) -> Bool { left > right }
  public static func .>= (left: Double, right: Double) -> Bool { left >= right }
  public static func .== (left: Double, right: Double) -> Bool { left == right }
  public static func select(_ mask: Bool, _ first: Double, _ second: Double) -> Double { mask ? first : second }
  public static func abs(_ x: Double) -> Double { x.magnitude }
  public static func sqrt(_ x: Double) -> Double { x.squareRoot() }
  public static func exp(_ x: Double) -> Double { Glibc.exp(x) }
  public static func expm1(_ x: Double) -> Double { Glibc.expm1(x) }
  public static func log(_ x: Double) -> Double { Glibc.log(x) }
  public static func log1p(_ x: Double) -> Double { Glibc.log1p(x) }
  public static func sin(_ x: Double) -> Double { Glibc.sin(x) }
  public static func cos(_ x: Double) -> Double { Glibc.cos(x) }
  public static func tanh(_ x: Double) -> Double { Glibc.tanh(x) }
  public static func sigmoid(_ x: Double) -> Double { 1 / (1 + Glibc.exp(-x)) }
  public static func softplus(_ x: Double) -> Double { Glibc.log1p(Glibc.exp(-x.magnitude)) + max(x, 0) }
}

extension SIMD8<Double>: PortableReal {
  public init(_ value: Double) { self.init(repeating: value) }
  public typealias Mask = SIMDMask<SIMD8<Int64>>
  public static func select(_ mask: Mask, _ first: Self, _ second: Self) -> Self { second.replacing(with: first, where: mask) }
  private func mapped(_ f: (Double) -> Double) -> Self { var r = self; for i in indices { r[i] = f(self[i]) }; return r }
  public static func abs(_ x: Self) -> Self { x.mapped(Double.abs) }
  public static func sqrt(_ x: Self) -> Self { x.squareRoot() }
  public static func exp(_ x: Self) -> Self { x.mapped(Double.exp) }
  public static func expm1(_ x: Self) -> Self { x.mapped(Double.expm1) }
  public static func log(_ x: Self) -> Self { x.mapped(Double.log) }
  public static func log1p(_ x: Self) -> Self { x.mapped(Double.log1p) }
  public static func sin(_ x: Self) -> Self { x.mapped(Double.sin) }
  public static func cos(_ x: Self) -> Self { x.mapped(Double.cos) }
  public static func tanh(_ x: Self) -> Self { x.mapped(Double.tanh) }
  public static func sigmoid(_ x: Self) -> Self { x.mapped(Double.sigmoid) }
  public static func softplus(_ x: Self) -> Self { x.mapped(Double.softplus) }
}
