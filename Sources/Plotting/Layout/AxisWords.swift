import Geometry
import Typography

/// The ticks that an axis may have, with their labels measured and without a place.
///
/// Which of them it has depends on its frame, and so on how far the labels of all panels reach; what the labels say does
/// not. So the words are set once, however often the frame is moved.
struct AxisWords {
  /// Whether it is the x axis or the y axis.
  let orientation: Orientation
  /// The data values at both ends.
  let limits: ClosedRange<Double>
  private let typeface: Typeface
  private let points: Double
  private let resolution: Resolution
  /// By the number of intervals, each since it was first asked for.
  private var rows = [TickRow?](repeating: nil, count: TickLocator.intervals.upperBound + 1)

  init(
    _ orientation: Orientation, limits: ClosedRange<Double>, in typeface: Typeface, points: Double,
    resolution: Resolution
  ) {
    self.orientation = orientation
    self.limits = limits
    self.typeface = typeface
    self.points = points
    self.resolution = resolution
  }

  /// The ticks by which a locator divides the axis.
  mutating func ticks(by locator: TickLocator) -> TickRow {
    if let row = rows[locator.intervals] { return row }
    func block(_ words: String) -> TextBlock {
      TextBlock(words, rows: [words], in: typeface, points: points, resolution: resolution)
    }
    let sequence = locator.ticks(in: limits)
    let labels = TickLabels(sequence)
    let row = TickRow(
      values: sequence.visibleValues, labels: labels.texts.map(block),
      offsetText: labels.offsetText.isEmpty ? nil : block(labels.offsetText))
    rows[locator.intervals] = row
    return row
  }
}

/// The ticks of an axis.
struct TickRow {
  /// In data units, ascending.
  let values: [Double]
  /// One for each value.
  let labels: [TextBlock]
  /// What all labels have in common; nil where there is nothing.
  let offsetText: TextBlock?
}
