/// Distances from the four edges of a rectangle.
public struct Insets: Sendable, Hashable {
  /// From the left edge inward or, for what reaches beyond it, outward: as the owner says.
  public var left: Double
  /// From the top edge.
  public var top: Double
  /// From the right edge.
  public var right: Double
  /// From the bottom edge.
  public var bottom: Double

  /// All four distances, in pixels unless said otherwise.
  public init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// On each side the larger of the two.
  public func union(_ other: Insets) -> Insets {
    Insets(
      left: max(left, other.left), top: max(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}
