/// How a pen goes along a path.
public struct StrokeStyle: Sendable, Hashable {
  /// What an open contour ends in.
  public enum Cap: Sendable, Hashable {
    /// Ends at the end point.
    case butt
    /// A half disc around the end point.
    case round
    /// Goes on for half the width.
    case square
  }

  /// What fills the outer side of a corner.
  public enum Join: Sendable, Hashable {
    /// A sharp corner, cut off where it would reach further than `limit` half widths from the corner.
    case miter(limit: Double)
    case round
    case bevel
  }

  /// Across the line, in pixels.
  public var width: Double
  /// At both ends of an open contour.
  public var cap: Cap
  /// At every corner.
  public var join: Join

  /// A pen of that width, with butt ends and mitred corners unless said otherwise.
  public init(width: Double, cap: Cap = .butt, join: Join = .miter(limit: 4)) {
    self.width = width
    self.cap = cap
    self.join = join
  }
}
