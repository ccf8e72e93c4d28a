/// How many pixels lie in a length on paper.
public struct Resolution: Sendable, Hashable {
  /// Pixels an inch.
  public var dotsPerInch: Double

  /// So many pixels an inch.
  public init(dotsPerInch: Double) { self.dotsPerInch = dotsPerInch }

  /// A length on paper in pixels.
  public func pixels(inches: Double) -> Double { inches * dotsPerInch }

  /// A point is 1/72 inch.
  public func pixels(points: Double) -> Double { points * dotsPerInch / 72 }

  /// The reverse of `pixels(points:)`.
  public func points(pixels: Double) -> Double { pixels * 72 / dotsPerInch }
}
