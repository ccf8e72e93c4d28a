import Geometry

/// What stands around a panel's frame, in its place, and so says how much of the paper is left for the frame.
struct FrameSurroundings {
  /// Pixels; not snapped.
  let frame: Rect
  let xAxis: AxisLayout
  let yAxis: AxisLayout
  let title: TextBlock?
  let xLabel: TextBlock?
  /// Nil where the panel has none, or has it inside of the frame.
  let legend: LegendLayout?

  init(setting words: inout PanelWords, around frame: Rect, style: Style, resolution: Resolution) {
    self.frame = frame
    let yAxis = AxisLayout(setting: &words.yAxis, along: frame, style: style, resolution: resolution)
    let xAxis = AxisLayout(
      setting: &words.xAxis, along: frame, avoiding: yAxis.ticks, style: style, resolution: resolution)
    self.xAxis = xAxis
    self.yAxis = yAxis
    title = words.title.map {
      Self.title($0, above: frame, beside: yAxis.offsetText, style: style, resolution: resolution)
    }
    xLabel = words.xLabel.map {
      Self.xLabel($0, below: frame, beside: xAxis, gap: resolution.pixels(points: style.axisLabelGap))
    }
    legend =
      words.legend.standOutside
      ? LegendLayout(of: words.legend, beside: frame, style: style, resolution: resolution)?
        .clear(of: yAxis.offsetText?.box, gap: resolution.pixels(points: style.offsetTextGap)) : nil
  }

  /// Above the frame, and above the offset text where the two would overlap.
  private static func title(
    _ block: TextBlock, above frame: Rect, beside offsetText: TextBlock?, style: Style, resolution: Resolution
  ) -> TextBlock {
    // Large letters, or marks below them, may reach further down than the gap is wide.
    let gap = max(resolution.pixels(points: style.panelTitleGap), block.box.height - block.lastBaseline)
    let span = frame.minX...frame.maxX
    let placed = block.placed(style.titleAlignment, over: span, top: frame.minY - gap - block.lastBaseline)
    guard let offsetText, placed.box.overlaps(offsetText.box) else { return placed }
    return block.placed(style.titleAlignment, over: span, top: offsetText.box.minY - block.box.height)
  }

  /// Below the tick labels, and below the offset text where the two would overlap.
  private static func xLabel(_ block: TextBlock, below frame: Rect, beside axis: AxisLayout, gap: Double) -> TextBlock {
    let bottom = max(axis.ticks.lazy.map { $0.box.maxY }.max() ?? frame.maxY, frame.maxY)
    let placed = block.placed(centredOn: frame.midX, top: bottom + gap)
    guard let offsetText = axis.offsetText, placed.box.overlaps(offsetText.box) else { return placed }
    return block.placed(centredOn: frame.midX, top: offsetText.box.maxY)
  }

  /// How far all of it reaches beyond the frame on each side; never negative.
  var insets: Insets {
    var all = words.reduce(frame) { $0.union($1) }
    if let legend { all = all.union(legend.box) }
    return Insets(
      left: frame.minX - all.minX, top: frame.minY - all.minY, right: all.maxX - frame.maxX,
      bottom: all.maxY - frame.maxY)
  }

  /// The boxes of all words but those of a legend.
  var words: [Rect] {
    var words = xAxis.boxes
    words += yAxis.boxes
    if let title { words.append(title.box) }
    if let xLabel { words.append(xLabel.box) }
    return words
  }
}
