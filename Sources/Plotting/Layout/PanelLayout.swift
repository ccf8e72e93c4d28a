import Geometry
import Typography

/// One panel with everything in its place.
public struct PanelLayout: Sendable {
  /// What is shown.
  public let panel: Panel
  /// The rectangle that the axes run along, in pixels; not snapped.
  public let frame: Rect
  /// Below the frame.
  public let xAxis: AxisLayout
  /// Left of the frame.
  public let yAxis: AxisLayout
  /// Above the frame; nil where the panel has none.
  public let title: TextBlock?
  /// Below the tick labels; nil where the panel has none.
  public let xLabel: TextBlock?
  /// Inside the frame or right of it; nil where no curve has a label.
  public let legend: LegendLayout?
  /// Words beside bars, inside the frame.
  public let notes: [BarNoteLayout]

  init(
    arranging panel: Panel, limits: PanelLimits, in frame: Rect, typefaces: TypefaceFamily, style: Style,
    resolution: Resolution
  ) {
    self.panel = panel
    self.frame = frame
    let typeface = typefaces.regular
    let xAxis = AxisLayout(
      .horizontal, limits: limits.x, frame: frame, typeface: typeface, style: style, resolution: resolution)
    let yAxis = AxisLayout(
      .vertical, limits: limits.y, frame: frame, typeface: typeface, style: style, resolution: resolution)
    self.xAxis = xAxis
    self.yAxis = yAxis

    title =
      panel.title.isEmpty
      ? nil
      : Self.title(
        panel.title, above: frame, beside: yAxis.offsetText,
        typeface: style.boldPanelTitles ? typefaces.bold : typeface, style: style, resolution: resolution)
    if panel.xLabel.isEmpty {
      xLabel = nil
    } else {
      let block = TextBlock(panel.xLabel, in: typeface, points: style.fontSize, resolution: resolution)
      let bottom = xAxis.ticks.map(\.box.maxY).max() ?? frame.maxY
      let top = max(bottom, frame.maxY) + resolution.pixels(points: style.axisLabelGap)
      xLabel = block.placed(centredOn: frame.midX, top: top)
    }
    legend = LegendLayout(
      of: panel, in: frame, scales: (xAxis.scale, yAxis.scale), typeface: typeface, style: style,
      resolution: resolution)
    notes = BarNoteLayout.notes(
      of: panel, in: frame, scales: (xAxis.scale, yAxis.scale), typeface: typeface, style: style,
      resolution: resolution)
  }

  /// Above the frame, and above the offset text where the two would overlap.
  private static func title(
    _ text: String, above frame: Rect, beside offsetText: TextBlock?, typeface: Typeface, style: Style,
    resolution: Resolution
  ) -> TextBlock {
    let block = TextBlock(text, in: typeface, points: style.panelTitleSize, resolution: resolution)
    let baseline = frame.minY - resolution.pixels(points: style.panelTitleGap)
    let span = frame.minX...frame.maxX
    let placed = block.placed(style.titleAlignment, over: span, top: baseline - block.lastBaseline)
    guard let offsetText, placed.box.intersection(offsetText.box) != nil else { return placed }
    return block.placed(style.titleAlignment, over: span, top: offsetText.box.minY - block.box.height)
  }

  /// How far the words of the panel reach beyond its frame on each side; never negative.
  var insets: Insets {
    let outside = legend.flatMap { $0.isOutside ? $0.box : nil }
    let words = xAxis.boxes + yAxis.boxes + [title?.box, xLabel?.box, outside].compactMap(\.self)
    let all = words.reduce(frame) { $0.union($1) }
    return Insets(
      left: frame.minX - all.minX, top: frame.minY - all.minY, right: all.maxX - frame.maxX,
      bottom: all.maxY - frame.maxY)
  }
}
