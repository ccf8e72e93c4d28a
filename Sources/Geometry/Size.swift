/// How wide and how high something is.
public struct Size: Sendable, Hashable {
  /// To the right.
  public var width: Double
  /// Downward.
  public var height: Double

  /// In pixels unless said otherwise.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }
}
