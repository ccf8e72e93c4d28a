import Geometry
import Typography

/// The measured texts of a panel that do not depend on where its frame is.
struct PanelText {
  let title: TextBlock?
  let xLabel: TextBlock?
  /// The label of the y axis, which reads from bottom to top.
  let yLabel: TextBlock?
  let legend: LegendText
  /// The texts that may stand below the frame.
  var xAxis: AxisText
  /// The texts that may stand to the left of the frame.
  var yAxis: AxisText

  /// Measures the texts of a panel.
  ///
  /// - Parameters:
  ///   - width: The width up to which a line is not broken, in pixels.
  ///   - yLabelWidth: The same of the label of the y axis.
  ///   - height: The height up to which a text is not set smaller, in pixels.
  ///   - sizes: Returns the sizes that may be tried for a wanted one, in points.
  init(
    of panel: Panel, width: Double, yLabelWidth: Double, height: Double, sizes: (Double) -> ClosedRange<Double>,
    typefaces: TypefaceFamily, paper: Paper
  ) {
    let style = paper.style
    func block(_ text: String, width: Double, in typeface: Typeface, points: Double) -> TextBlock? {
      guard !text.isEmpty else { return nil }
      return TextBlock(
        text, fitting: Size(width: width, height: height), in: typeface, points: sizes(points),
        resolution: paper.resolution)
    }
    title = block(
      panel.title, width: width, in: style.boldPanelTitles ? typefaces.bold : typefaces.regular,
      points: style.panelTitleSize)
    xLabel = block(panel.xAxis.label, width: width, in: typefaces.regular, points: style.fontSize)
    yLabel = block(panel.yAxis.label, width: yLabelWidth, in: typefaces.regular, points: style.fontSize)?.turned
    legend = LegendText(of: panel, in: typefaces.regular, paper: paper)
    let limits = PanelLimits(of: panel, style: style)
    xAxis = AxisText(.horizontal, limits: limits.x, scale: panel.xAxis.scale, in: typefaces.regular, paper: paper)
    yAxis = AxisText(.vertical, limits: limits.y, scale: panel.yAxis.scale, in: typefaces.regular, paper: paper)
  }
}

/// The data values at both ends of each axis of a panel: the given ones or those of the marks, widened by the style's
/// margin on both sides. The base of bars stays on the frame.
struct PanelLimits: Sendable, Hashable {
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>

  init(of panel: Panel, style: Style) {
    var x = DataRange(on: panel.xAxis.scale)
    var y = DataRange(on: panel.yAxis.scale)
    for mark in panel.marks { mark.content.extend(x: &x, y: &y, style: style) }
    self.x = panel.xAxis.limits ?? x.limits(margin: style.dataMargin)
    self.y = panel.yAxis.limits ?? y.limits(margin: style.dataMargin)
  }
}

extension Panel {
  /// Returns the data values at both ends of each axis: the given ones, or those that follow from the marks.
  public func limits(in style: Style) -> (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    let limits = PanelLimits(of: self, style: style)
    return (limits.x, limits.y)
  }
}

/// The names that a legend holds, measured, and the side of the frame on which they stand.
struct LegendText {
  /// The entries in the order of the marks; empty if no mark has a label.
  let entries: [Entry]
  let place: Panel.LegendPlace

  /// A name and the symbol before it.
  struct Entry {
    let block: TextBlock
    let key: LegendKey
    let pen: Pen
  }

  init(of panel: Panel, in typeface: Typeface, paper: Paper) {
    entries = zip(panel.marks, panel.pens(in: paper.style)).compactMap { mark, pen in
      let content = mark.content
      guard !content.label.isEmpty else { return nil }
      let block = TextBlock(
        content.label, in: typeface, points: paper.style.fontSize, resolution: paper.resolution)
      return Entry(block: block, key: content.legendKey, pen: pen)
    }
    // A style may prefer the place above the frame, if no title is there.
    let isAbove = panel.legendPlace == .inside && paper.style.legend.isAbove && panel.title.isEmpty
    place = isAbove ? .above : panel.legendPlace
  }

  /// Whether the frame has to leave room for the legend.
  var isOutside: Bool { place == .outside || place == .above }
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
  let limits: ClosedRange<Double>
  let scale: ScaleType
  private let typeface: Typeface
  private let points: Double
  private let resolution: Resolution
  /// The rows of ticks by their number of intervals, each from when it was first asked for.
  private var rows = [Row?](repeating: nil, count: TickLocator.intervalBounds.upperBound + 1)

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

  init(_ orientation: Orientation, limits: ClosedRange<Double>, scale: ScaleType, in typeface: Typeface, paper: Paper) {
    self.orientation = orientation
    self.limits = limits
    self.scale = scale
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
    let ticks = AxisTicks(in: limits, on: scale, intervals: intervals)
    let row = Row(
      ticks: ticks.ticks.map { MeasuredTick(tick: $0, block: block($0.label)) }, offsetText: block(ticks.offsetText))
    rows[intervals] = row
    return row
  }
}
