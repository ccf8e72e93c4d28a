/// How a pen goes along a path.
public struct StrokeStyle: Sendable, Hashable {
  public enum Cap: Sendable, Hashable {
    /// Ends at the end point.
    case butt
    /// A half disc around the end point.
    case round
    /// Goes on for half the width.
    case square
  }

  public enum Join: Sendable, Hashable {
    /// A sharp corner, cut off where it would reach further than `limit` half widths from the corner.
    case miter(limit: Double)
    case round
    case bevel
  }

  public var width: Double
  public var cap: Cap
  public var join: Join

  public init(width: Double, cap: Cap = .butt, join: Join = .miter(limit: 4)) {
    self.width = width
    self.cap = cap
    self.join = join
  }
}
