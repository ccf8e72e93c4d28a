/// Straight lines from point to point: a contour without curves.
public struct Polyline: Sendable, Hashable {
  /// All finite, at least two.
  public let points: [Point]
  /// Whether the last point is joined to the first, which is not repeated.
  public let isClosed: Bool
}
