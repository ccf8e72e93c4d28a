import Geometry
import Scales
import Typography

/// The measured texts of a panel that do not depend on where its frame is.
struct PanelText {
  let title: TextBlock?
  let xLabel: TextBlock?
  /// The label of the y axis, which reads from bottom to top.
  let yLabel: TextBlock?
  let legend: LegendText
  /// The texts of stems, which stand in a band above all marks.
  let stems: StemText
  /// The values that the y axis has to show, beyond which there may be room for the band; nil if its limits are given.
  let yRange: DataRange?
  /// The greatest value along the y axis; nil if there is none.
  let greatestY: Double?
  /// The texts that may stand below the frame.
  var xAxis: AxisText
  /// The texts that may stand to the left of the frame.
  var yAxis: AxisText

  /// The height of a frame for its width, if units are equally long on both axes; nil if the frame has no ratio.
  let frameRatio: Double?

  /// Measures the texts of a panel.
  ///
  /// - Parameters:
  ///   - names: Where the names of the marks stand.
  ///   - width: The width up to which a line is not broken, in pixels.
  ///   - yLabelWidth: The same of the label of the y axis.
  ///   - height: The height up to which a text is not set smaller, in pixels.
  ///   - sizes: Returns the sizes that may be tried for a wanted one, in points.
  init(
    of panel: Panel, names: NamePlace, width: Double, yLabelWidth: Double, height: Double,
    sizes: (Double) -> ClosedRange<Double>, typefaces: TypefaceFamily, paper: Paper
  ) {
    let style = paper.style
    func block(_ text: String, width: Double, in typeface: Typeface, points: Double) -> TextBlock? {
      guard !text.isEmpty else { return nil }
      return TextBlock(
        text, fitting: Size(width: width, height: height), in: typeface, points: sizes(points),
        resolution: paper.resolution, mathematics: style.mathematics)
    }
    title = block(
      panel.title, width: width, in: style.boldPanelTitles ? typefaces.bold : typefaces.regular,
      points: style.panelTitleSize)
    xLabel = block(panel.xAxis.label, width: width, in: typefaces.regular, points: style.fontSize)
    yLabel = block(panel.yAxis.label, width: yLabelWidth, in: typefaces.regular, points: style.fontSize)?.turned
    legend = LegendText(of: panel, at: names, cellWidth: width, in: typefaces.regular, paper: paper)
    stems = StemText(of: panel, in: typefaces.regular, paper: paper)
    let limits = PanelLimits(of: panel, style: style)
    frameRatio = panel.aspect == .equal ? limits.y.length(in: limits.x) : nil
    greatestY = limits.yRange.greatest
    yRange = panel.yAxis.limits == nil && frameRatio == nil ? limits.yRange : nil
    xAxis = AxisText(.horizontal, of: panel.xAxis, limits: limits.x, in: typefaces.regular, paper: paper)
    yAxis = AxisText(.vertical, of: panel.yAxis, limits: limits.y, in: typefaces.regular, paper: paper)
  }
}

/// The data values at both ends of each axis of a panel: the given ones or those of the marks, widened by the style's
/// margin on both sides. The base of bars stays on the frame, and curves that are named at their ends reach to it.
struct PanelLimits {
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  /// The values along the y axis.
  let yRange: DataRange

  init(of panel: Panel, style: Style) {
    var x = DataRange(on: panel.xAxis.scale)
    var y = DataRange(on: panel.yAxis.scale)
    for mark in panel.marks { mark.content.extend(x: &x, y: &y, style: style) }
    let reachesFrame =
      NamePlace(of: panel, in: style).place == .atEnds && panel.marks.allSatisfy { $0.content.legendKey == .line }
    self.x = panel.xAxis.limits ?? x.limits(margin: reachesFrame ? 0 : style.dataMargin)
    self.y = panel.yAxis.limits ?? y.limits(margin: style.dataMargin)
    yRange = y
  }

  /// Throws if no frame could be seen in which units are equally long on both axes.
  func checkUnits() throws(LayoutError) {
    guard (0.01...100).contains(y.length(in: x)) else { throw .unequalRanges(x: x, y: y) }
  }
}

extension Panel {
  /// Returns the data values at both ends of each axis: the given ones, or those that follow from the marks.
  public func limits(in style: Style) -> (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    let limits = PanelLimits(of: self, style: style)
    return (limits.x, limits.y)
  }
}

extension ClosedRange<Double> {
  /// Returns the length of the range as a multiple of the length of another.
  func length(in other: ClosedRange<Double>) -> Double {
    // Halves, so that no difference overflows.
    (upperBound / 2 - lowerBound / 2) / (other.upperBound / 2 - other.lowerBound / 2)
  }
}

extension Panel {
  /// Returns the pen of each mark.
  func pens(in style: Style) -> [Pen] {
    var turn = 0
    return marks.map { mark in
      let color = mark.content.color
      defer { if color == .inTurn { turn += 1 } }
      return style.pen(color, turn: turn)
    }
  }
}

/// The ticks that an axis may have, with their measured labels.
///
/// Which ticks it has depends on the length of its frame, and so on the labels of all panels; what the labels say does not.
/// So each label is measured once, however often the frame is moved.
struct AxisText {
  let orientation: Orientation
  /// The data values at both ends.
  var limits: ClosedRange<Double> {
    didSet { if limits != oldValue { forgetRows() } }
  }
  /// The values between which there may be ticks; nil for the limits.
  var tickLimits: ClosedRange<Double>? {
    didSet { if tickLimits != oldValue { forgetRows() } }
  }
  let scale: ScaleType
  private let hasWholeTicks: Bool
  private let typeface: Typeface
  private let points: Double
  private let resolution: Resolution
  /// The rows of ticks by their number of intervals, each from when it was first asked for.
  private var rows = [Row?](repeating: nil, count: TickLocator.intervalBounds.upperBound + 1)

  private mutating func forgetRows() { rows = rows.map { _ in nil } }

  /// The ticks of an axis.
  struct Row {
    let ticks: [MeasuredTick]
    /// The text that all labels have in common; nil if there is none.
    let offsetText: TextBlock?
  }

  /// A tick with its measured label; nil if it has none.
  struct MeasuredTick {
    let tick: AxisTicks.Tick
    let block: TextBlock?
  }

  init(_ orientation: Orientation, of axis: Axis, limits: ClosedRange<Double>, in typeface: Typeface, paper: Paper) {
    self.orientation = orientation
    self.limits = limits
    scale = axis.scale
    hasWholeTicks = axis.hasWholeTicks
    self.typeface = typeface
    points = paper.style.fontSize
    resolution = paper.resolution
  }

  /// Returns the ticks that divide the axis into at most a number of intervals.
  mutating func row(intervals: Int) -> Row {
    if let row = rows[intervals] { return row }
    func block(_ text: String) -> TextBlock? {
      text.isEmpty ? nil : TextBlock(text, rows: [text], in: typeface, points: points, resolution: resolution)
    }
    var ticks = AxisTicks(in: tickLimits ?? limits, on: scale, intervals: intervals)
    if hasWholeTicks {
      // Fewer intervals are longer, and at last whole.
      var fewer = intervals
      while fewer > 1, ticks.ticks.contains(where: { $0.value != $0.value.rounded() }) {
        fewer -= 1
        ticks = AxisTicks(in: tickLimits ?? limits, on: scale, intervals: fewer)
      }
      ticks.ticks.removeAll { $0.value != $0.value.rounded() }
    }
    let row = Row(
      ticks: ticks.ticks.map { MeasuredTick(tick: $0, block: block($0.label)) }, offsetText: block(ticks.offsetText))
    rows[intervals] = row
    return row
  }
}
