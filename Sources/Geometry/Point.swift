/// A position in a drawing: x grows to the right, y grows downward, both in pixels unless stated otherwise.
public struct Point: Sendable, Hashable {
  /// The distance to the right of the left side of the drawing.
  public var x: Double
  /// The distance below the upper side of the drawing.
  public var y: Double

  /// Creates a point from its coordinates.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Returns the point moved along the vector.
  public static func + (point: Point, vector: Vector) -> Point { Point(x: point.x + vector.dx, y: point.y + vector.dy) }

  /// Returns the point moved against the vector.
  public static func - (point: Point, vector: Vector) -> Point { Point(x: point.x - vector.dx, y: point.y - vector.dy) }

  /// Returns the vector from `start` to `end`.
  public static func - (end: Point, start: Point) -> Vector { Vector(dx: end.x - start.x, dy: end.y - start.y) }

  /// Returns the point at a share of the way to another point: `self` at 0, `other` at 1.
  public func interpolated(to other: Point, at share: Double) -> Point {
    Point(x: x + (other.x - x) * share, y: y + (other.y - y) * share)
  }
}

/// A displacement: positive `dx` to the right, positive `dy` downward.
public struct Vector: Sendable, Hashable {
  /// The displacement to the right.
  public var dx: Double
  /// The displacement downward.
  public var dy: Double

  /// Creates a vector from its components.
  public init(dx: Double, dy: Double) {
    self.dx = dx
    self.dy = dy
  }

  /// The vector without any displacement.
  public static let zero = Vector(dx: 0, dy: 0)

  /// The Euclidean length.
  public var length: Double { (dx * dx + dy * dy).squareRoot() }

  /// Returns the z component of the cross product: positive if `other` is clockwise of `self` as displayed, where y
  /// grows downward.
  ///
  /// (1, 0) × (0, 1) = 1.
  public func cross(_ other: Vector) -> Double { dx * other.dy - dy * other.dx }

  /// Returns the scalar product: 0 at right angles, positive if the angle is smaller.
  public func dot(_ other: Vector) -> Double { dx * other.dx + dy * other.dy }

  /// Returns the sum of two vectors.
  public static func + (left: Vector, right: Vector) -> Vector {
    Vector(dx: left.dx + right.dx, dy: left.dy + right.dy)
  }

  /// Returns the vector scaled by a factor.
  public static func * (vector: Vector, factor: Double) -> Vector {
    Vector(dx: vector.dx * factor, dy: vector.dy * factor)
  }

  /// Returns the opposite vector.
  public static prefix func - (vector: Vector) -> Vector { Vector(dx: -vector.dx, dy: -vector.dy) }
}

extension Vector {
  /// The vector turned to its left as displayed, by a right angle.
  var leftNormal: Vector { Vector(dx: dy, dy: -dx) }

  /// The vector of length 1 in the same direction; the vector must not be zero.
  var normalized: Vector {
    let scaled = self * (1 / max(abs(dx), abs(dy)))
    return scaled * (1 / scaled.length)
  }

  /// The length, also where its square would overflow or underflow.
  var magnitude: Double {
    let square = dx * dx + dy * dy
    if 1e-290 < square && square < 1e290 { return square.squareRoot() }
    let greater = max(abs(dx), abs(dy))
    guard greater > 0 else { return 0 }
    return greater * Vector(dx: dx / greater, dy: dy / greater).length
  }
}

/// The two directions along the axes of a drawing, so that horizontal and vertical share one code path.
///
/// Along a horizontal axis is x, across it is y; for a vertical axis it is the other way round.
public enum Orientation: Sendable, Hashable {
  case horizontal
  case vertical

  /// Returns the point with one coordinate along the orientation and the other across it.
  public func point(along: Double, across: Double) -> Point {
    switch self {
    case .horizontal: Point(x: along, y: across)
    case .vertical: Point(x: across, y: along)
    }
  }

  /// Returns the extent along the orientation: the width if it is horizontal, else the height.
  public func along(_ size: Size) -> Double { self == .horizontal ? size.width : size.height }
}
