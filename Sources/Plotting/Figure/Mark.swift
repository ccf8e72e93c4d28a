import Drawing

/// Something drawn from data inside a panel's frame.
public enum Mark: Sendable {
  case bars(Bars)
  case curve(Curve)
}

/// Upright bars from zero to a height, side by side without a seam: a histogram.
public struct Bars: Sendable {
  /// `heights.count + 1` values, increasing, in data units.
  public var edges: [Double]
  /// In data units, from zero.
  public var heights: [Double]
  /// Of the whole mark.
  public var color: Color

  /// Traps unless there is one edge more than there are heights.
  public init(edges: [Double], heights: [Double], color: Color = Style.cycle[0]) {
    precondition(edges.count == heights.count + 1, "Bars want one edge more than heights")
    self.edges = edges
    self.heights = heights
    self.color = color
  }
}

/// Straight lines from point to point; a point that is not finite leaves a gap.
public struct Curve: Sendable {
  /// In data units.
  public var x: [Double]
  /// In data units, as many as `x`.
  public var y: [Double]
  /// What the legend calls it; not in the legend where empty.
  public var label: String
  /// Of the whole mark.
  public var color: Color

  /// Traps unless x and y are equally many.
  public init(x: [Double], y: [Double], label: String = "", color: Color = Style.cycle[0]) {
    precondition(x.count == y.count, "A curve wants as many y as x")
    self.x = x
    self.y = y
    self.label = label
    self.color = color
  }

  /// The runs of points between the gaps.
  var runs: [[(x: Double, y: Double)]] {
    zip(x, y).split { !($0.isFinite && $1.isFinite) }.map { run in run.map { (x: $0.0, y: $0.1) } }
  }
}
