/// A single value that a visible share of a function's outputs takes, as half of ReLU's are zero.
public struct PointMass: Sendable, Equatable {
  /// As stored, in single precision; a zero has no sign here.
  public let value: Float
  /// Of all samples, 0…1.
  public let share: Double
}

extension PointMass {
  /// From this share on, and from the second sample on, a value is a point mass.
  public static let leastShare = 0.01
}
