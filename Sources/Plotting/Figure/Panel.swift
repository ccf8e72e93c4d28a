/// One frame with two axes and what is drawn in it.
public struct Panel: Sendable {
  /// Above the frame; lines are parted by newlines; none where empty.
  public var title: String
  /// Below the tick labels; lines are parted by newlines; none where empty.
  public var xLabel: String
  /// From the lowest to the topmost.
  public var marks: [Mark]
  /// Where the names of the curves stand.
  public var legendPlace: LegendPlace = .inside

  /// Where the legend of a panel stands.
  public enum LegendPlace: Sendable, Hashable {
    /// In the frame, where it covers the least.
    case inside
    /// Right of the frame.
    case outside
    /// In a row above the frame, where a title would stand.
    case above
    /// In the frame if it covers nothing there, else right of it.
    case insideIfClear
  }

  /// A panel with the given marks, and words where they are given.
  public init(title: String = "", xLabel: String = "", marks: [Mark], legendPlace: LegendPlace = .inside) {
    self.title = title
    self.xLabel = xLabel
    self.marks = marks
    self.legendPlace = legendPlace
  }
}
