/// Straight lines from point to point: a contour without curves.
public struct Polyline: Sendable, Hashable {
  /// All finite, at least two.
  public let points: [Point]
  /// Whether the last point is joined to the first, which is not repeated.
  public let isClosed: Bool
  /// For each point, whether it lies within a curve, where the direction changes only because lines stand for it.
  let isSmooth: [Bool]
}
