/// A place on the paper: x grows to the right, y grows downward, both in pixels unless said otherwise.
public struct Point: Sendable, Hashable {
  /// To the right of the paper's left edge.
  public var x: Double
  /// Below the paper's top edge.
  public var y: Double

  /// The point at these coordinates.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// The point moved along the vector.
  public static func + (point: Point, vector: Vector) -> Point { Point(x: point.x + vector.dx, y: point.y + vector.dy) }

  /// The point moved against the vector.
  public static func - (point: Point, vector: Vector) -> Point { Point(x: point.x - vector.dx, y: point.y - vector.dy) }

  /// The way from `start` to `end`.
  public static func - (end: Point, start: Point) -> Vector { Vector(dx: end.x - start.x, dy: end.y - start.y) }

  /// The point a share of the way to another: `self` at 0, `other` at 1.
  public func interpolated(to other: Point, at share: Double) -> Point {
    Point(x: x + (other.x - x) * share, y: y + (other.y - y) * share)
  }
}
