/// A way to go: positive `dx` to the right, positive `dy` downward.
public struct Vector: Sendable, Hashable {
  public var dx: Double
  public var dy: Double

  public init(dx: Double, dy: Double) {
    self.dx = dx
    self.dy = dy
  }

  public static let zero = Vector(dx: 0, dy: 0)

  public var length: Double { (dx * dx + dy * dy).squareRoot() }

  /// The z component of the product: positive where `other` lies clockwise of `self` on the paper, as y grows downward.
  ///
  /// (1, 0) × (0, 1) = 1.
  public func cross(_ other: Vector) -> Double { dx * other.dy - dy * other.dx }

  public func dot(_ other: Vector) -> Double { dx * other.dx + dy * other.dy }

  public static func + (left: Vector, right: Vector) -> Vector {
    Vector(dx: left.dx + right.dx, dy: left.dy + right.dy)
  }

  public static func * (vector: Vector, factor: Double) -> Vector {
    Vector(dx: vector.dx * factor, dy: vector.dy * factor)
  }

  public static prefix func - (vector: Vector) -> Vector { Vector(dx: -vector.dx, dy: -vector.dy) }
}
