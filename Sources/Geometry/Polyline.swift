/// A run of straight lines from point to point.
public struct Polyline: Sendable, Hashable {
  /// Finite, no two neighbours equal.
  public internal(set) var points: [Point]
  /// Whether a line goes from the last point back to the first.
  public internal(set) var isClosed: Bool
}
