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
    arranging panel: Panel, words: PanelWords, limits: PanelLimits, in frame: Rect, typeface: Typeface, style: Style,
    resolution: Resolution
  ) {
    self.panel = panel
    self.frame = frame
    let yAxis = AxisLayout(
      .vertical, limits: limits.y, frame: frame, typeface: typeface, style: style, resolution: resolution)
    let xAxis = AxisLayout(
      .horizontal, limits: limits.x, frame: frame, avoiding: yAxis.ticks.map(\.box), typeface: typeface, style: style,
      resolution: resolution)
    self.xAxis = xAxis
    self.yAxis = yAxis

    title = words.title.map {
      Self.title($0, above: frame, beside: yAxis.offsetText, style: style, resolution: resolution)
    }
    xLabel = words.xLabel.map {
      Self.xLabel($0, below: frame, beside: xAxis, gap: resolution.pixels(points: style.axisLabelGap))
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
    _ block: TextBlock, above frame: Rect, beside offsetText: TextBlock?, style: Style, resolution: Resolution
  ) -> TextBlock {
    // Large letters, or marks below them, may reach further down than the gap is wide.
    let gap = max(resolution.pixels(points: style.panelTitleGap), block.box.height - block.lastBaseline)
    let span = frame.minX...frame.maxX
    let placed = block.placed(style.titleAlignment, over: span, top: frame.minY - gap - block.lastBaseline)
    guard let offsetText, placed.box.intersection(offsetText.box) != nil else { return placed }
    return block.placed(style.titleAlignment, over: span, top: offsetText.box.minY - block.box.height)
  }

  /// Below the tick labels, and below the offset text where the two would overlap.
  private static func xLabel(_ block: TextBlock, below frame: Rect, beside axis: AxisLayout, gap: Double) -> TextBlock {
    let bottom = max(axis.ticks.map(\.box.maxY).max() ?? frame.maxY, frame.maxY)
    let placed = block.placed(centredOn: frame.midX, top: bottom + gap)
    guard let offsetText = axis.offsetText, placed.box.intersection(offsetText.box) != nil else { return placed }
    return block.placed(centredOn: frame.midX, top: offsetText.box.maxY)
  }

  /// How far the words of the panel reach beyond its frame on each side; never negative.
  var insets: Insets {
    let outside = legend.flatMap { $0.isOutside ? $0.box : nil }
    let all = (words + [outside].compactMap(\.self)).reduce(frame) { $0.union($1) }
    return Insets(
      left: frame.minX - all.minX, top: frame.minY - all.minY, right: all.maxX - frame.maxX,
      bottom: all.maxY - frame.maxY)
  }

  /// The boxes of all words around the frame but those of a legend.
  var words: [Rect] { xAxis.boxes + yAxis.boxes + [title?.box, xLabel?.box].compactMap(\.self) }

  /// Whether a reader can tell the labels of each axis apart and the legend lies where it belongs.
  var isLegible: Bool {
    let room = frame.inset(by: -1e-6)
    return xAxis.isLegible && yAxis.isLegible
      && legend.map { $0.isOutside ? $0.box.maxY <= room.maxY : room.contains($0.box) } ?? true
  }
}
