import Plotting

extension Figure {
  /// Returns the range of each quantity along the axes of a figure of activation functions, as its layout has it.
  ///
  /// ```swift
  /// figure.ranges(along: [.input, .response, .output])[.value]      // -0.55...5.4
  /// ```
  ///
  /// A quantity on several axes, such as the number of samples in a bin, has the smallest range that holds them all.
  ///
  /// - Parameter words: What the panels of the figure show, in their order.
  public func ranges(along words: [StudyPanel]) -> [StudyAxis: ClosedRange<Double>] {
    var ranges: [StudyAxis: ClosedRange<Double>] = [:]
    for (word, panel) in zip(words, panels) {
      let limits = panel.limits(in: style)
      for (axis, range) in [(word.horizontalAxis, limits.x), (word.verticalAxis, limits.y)] {
        ranges[axis] = ranges[axis]?.union(range) ?? range
      }
    }
    return ranges
  }
}

extension ClosedRange<Double> {
  /// Returns the smallest range that holds this one and another.
  public func union(_ other: Self) -> Self {
    Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
  }
}
