/// One frame with two axes and what is drawn in it.
public struct Panel: Sendable {
  /// Above the frame; lines are parted by newlines; none where empty.
  public var title: String
  /// Below the tick labels; lines are parted by newlines; none where empty.
  public var xLabel: String
  /// From the lowest to the topmost.
  public var marks: [Mark]

  /// A panel with the given marks, and words where they are given.
  public init(title: String = "", xLabel: String = "", marks: [Mark]) {
    self.title = title
    self.xLabel = xLabel
    self.marks = marks
  }

  /// The curves that a legend explains: those with a label.
  var labelledCurves: [Curve] {
    marks.compactMap { mark in
      guard case .curve(let curve) = mark, !curve.label.isEmpty else { return nil }
      return curve
    }
  }
}
