/// Something drawn from data inside a panel's frame.
public enum Mark: Sendable {
  case bars(Bars)
  case curve(Curve)

  /// Of the whole mark.
  var color: MarkColor {
    switch self {
    case .bars(let bars): bars.color
    case .curve(let curve): curve.color
    }
  }
}
