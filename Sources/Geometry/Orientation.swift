/// One of the two ways along the paper, so that horizontal and vertical share one code path.
///
/// What lies along a horizontal axis is x, what lies across it is y; for a vertical axis the other way round.
public enum Orientation: Sendable, Hashable {
  case horizontal
  case vertical

  /// The point that stands `along` the orientation and `across` it.
  public func point(along: Double, across: Double) -> Point {
    switch self {
    case .horizontal: Point(x: along, y: across)
    case .vertical: Point(x: across, y: along)
    }
  }

  /// The extent along the orientation: the width of what lies horizontally.
  public func along(_ size: Size) -> Double { self == .horizontal ? size.width : size.height }
}
