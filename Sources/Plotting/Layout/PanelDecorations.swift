import Geometry
import Scales

/// Everything around the frame of a panel in its place, which tells how much of the paper is left for the frame.
struct PanelDecorations {
  /// The rectangle along which the axes run, in pixels; not snapped.
  let frame: Rect
  let xAxis: AxisLayout
  let yAxis: AxisLayout
  let title: TextBlock?
  let xLabel: TextBlock?
  let yLabel: TextBlock?
  /// The legend of a panel; nil if it has none or has it inside of the frame.
  let legend: LegendLayout?
  /// The names of curves at their ends; nil if they do not stand there.
  let endColumn: EndColumn?
  /// The texts of stems, above all marks.
  let stemLabels: [StemLabelLayout]
  /// The part of the frame that is below the texts of stems.
  let dataFrame: Rect
  /// The distance by which the texts of stems may reach beyond the frame on either side.
  private let overhang: Double

  /// Places the texts of a panel around its frame, which is the whole of a place or has the ratio that the panel asks for.
  init(setting text: inout PanelText, around place: Rect, on paper: Paper) {
    let frame = text.frameRatio.map { place.largest(ofRatio: $0) } ?? place
    self.frame = frame
    let xScale = AxisScale(text.xAxis.scale, limits: text.xAxis.limits, start: frame.minX, end: frame.maxX)
    // Texts may stand beside the frame where neither a line nor a tick label is.
    let hasSides = paper.style.frame == .box || paper.style.frame == .axes
    let overhang = text.yRange == nil || hasSides ? 0 : 1.5 * paper.pixels(paper.style.noteSize)
    self.overhang = overhang
    let band = StemBand(arranging: text.stems, along: frame, overhang: overhang, on: xScale, paper: paper)
    var bottom = frame.minY
    if let band {
      if let range = text.yRange {
        text.yAxis.limits = range.limits(margin: paper.style.dataMargin, freeShare: band.share(of: frame))
        let lower = text.yAxis.limits.lowerBound
        text.yAxis.tickLimits = range.greatest.flatMap { $0 > lower ? lower...$0 : nil }
      }
      // Given limits may leave room for the texts, which otherwise stand above the frame.
      let y = AxisScale(text.yAxis.scale, limits: text.yAxis.limits, start: frame.maxY, end: frame.minY)
      let top = text.greatestY.map { y.position(of: $0) } ?? frame.maxY
      if top - band.height >= frame.minY - 1e-6 { bottom = frame.minY + band.height }
    }
    dataFrame = Rect(minX: frame.minX, minY: bottom, maxX: frame.maxX, maxY: frame.maxY)
    let yAxis = AxisLayout(
      setting: &text.yAxis, along: frame, below: text.yRange == nil ? -.infinity : bottom, on: paper)
    let xAxis = AxisLayout(setting: &text.xAxis, along: frame, avoiding: yAxis.ticks, on: paper)
    self.xAxis = xAxis
    self.yAxis = yAxis
    let labelGap = paper.pixels(paper.style.axisLabelGap)
    let legend =
      text.legend.isOutside
      ? LegendLayout(of: text.legend, beside: frame, on: paper)?
        .clear(of: yAxis.offsetText?.box, gap: paper.pixels(paper.style.offsetTextGap)) : nil
    self.legend = legend
    let area = PlotArea(frame: frame, x: xScale, y: yAxis.scale)
    let endColumn = text.legend.place == .atEnds ? EndColumn(of: text.legend, in: area, on: paper) : nil
    self.endColumn = endColumn
    let names = endColumn?.labels.map(\.block.box) ?? []
    if let offsetText = yAxis.offsetText, bottom == frame.minY {
      bottom = min(bottom, offsetText.box.minY - paper.pixels(paper.style.offsetTextGap))
    }
    stemLabels = band?.layout(above: bottom, in: area, on: paper) ?? []
    let others = [yAxis.offsetText?.box, legend?.box].compactMap(\.self) + names
    // A title is above the rows of texts, neither beside them nor between them and the frame.
    let top = min(stemLabels.lazy.map { $0.block.box.minY }.min() ?? frame.minY, frame.minY)
    let rows = Rect(minX: frame.minX, minY: top, maxX: frame.maxX, maxY: frame.minY)
    title = text.title.map { Self.title($0, above: frame, avoiding: others + [rows], on: paper) }
    let xLabel = text.xLabel.map { Self.xLabel($0, below: frame, beside: xAxis, gap: labelGap) }
    self.xLabel = xLabel
    let words = xAxis.boxes + others + stemLabels.map(\.block.box) + [title?.box, xLabel?.box].compactMap(\.self)
    yLabel = text.yLabel.map { Self.yLabel($0, beside: frame, and: yAxis, avoiding: words, gap: labelGap) }
  }

  /// Places the title above the frame, and above an offset text or a legend that it would cover.
  private static func title(_ block: TextBlock, above frame: Rect, avoiding others: [Rect], on paper: Paper)
    -> TextBlock
  {
    // Large letters, or marks below them, may reach further down than the gap is wide.
    let gap = max(paper.pixels(paper.style.panelTitleGap), block.box.height - block.lastBaseline)
    func placed(top: Double) -> TextBlock {
      block.placed(paper.style.titleAlignment, over: frame.minX...frame.maxX, top: top)
    }
    var title = placed(top: frame.minY - gap - block.lastBaseline)
    // What has been passed is not looked at again, as rounding may leave an overlap that is too small to be seen.
    var others = others
    while let place = others.firstIndex(where: { title.box.overlaps($0) }) {
      title = placed(top: others.remove(at: place).minY - block.box.height)
    }
    return title
  }

  /// Places the x label below the tick labels, and below the offset text if the two would overlap.
  private static func xLabel(_ block: TextBlock, below frame: Rect, beside axis: AxisLayout, gap: Double) -> TextBlock {
    let bottom = max(axis.ticks.lazy.map { $0.box.maxY }.max() ?? frame.maxY, frame.maxY)
    let placed = block.placed(centredOn: frame.midX, top: bottom + gap)
    guard let offsetText = axis.offsetText, placed.box.overlaps(offsetText.box) else { return placed }
    return block.placed(centredOn: frame.midX, top: offsetText.box.maxY)
  }

  /// Places the y label to the left of the tick labels, and of every other text that it would overlap.
  private static func yLabel(
    _ block: TextBlock, beside frame: Rect, and axis: AxisLayout, avoiding others: [Rect], gap: Double
  ) -> TextBlock {
    var right = min(axis.ticks.lazy.map { $0.box.minX }.min() ?? frame.minX, frame.minX) - gap
    func placed() -> TextBlock {
      block.placed(at: Point(x: right - block.box.width, y: frame.midY - block.box.height / 2))
    }
    // Each round passes at least one of the other texts.
    var others = others
    while let place = others.firstIndex(where: { placed().box.overlaps($0) }) {
      right = others.remove(at: place).minX - gap
    }
    return placed()
  }

  /// The distances by which everything reaches beyond the frame on each side; never negative.
  var insets: Insets {
    var all = frameTexts.reduce(frame) { $0.union($1) }
    for box in stemLabels.lazy.map(\.block.box) {
      // A text that is wider than the frame asks for no more room, as the frame would only become smaller.
      all = all.union(
        Rect(
          minX: max(box.minX, frame.minX - overhang), minY: box.minY, maxX: min(box.maxX, frame.maxX + overhang),
          maxY: box.maxY))
    }
    if let legend { all = all.union(legend.box) }
    if let box = endColumn?.box { all = all.union(box) }
    return Insets(
      left: frame.minX - all.minX, top: frame.minY - all.minY, right: all.maxX - frame.maxX,
      bottom: all.maxY - frame.maxY)
  }

  /// The boxes of the names outside of the frame that stand above it or at the ends of curves.
  var nameBoxes: [Rect] {
    if let endColumn { return endColumn.labels.map(\.block.box) }
    return legend.map { $0.place == .above ? $0.entries.map(\.block.box) : [] } ?? []
  }

  /// The boxes of all texts but those of the legend.
  var boxes: [Rect] { frameTexts + stemLabels.map(\.block.box) }

  /// The boxes of the texts beside the frame.
  private var frameTexts: [Rect] {
    var boxes = xAxis.boxes
    boxes += yAxis.boxes
    boxes += [title?.box, xLabel?.box, yLabel?.box].compactMap(\.self)
    return boxes
  }
}

extension Rect {
  /// Returns the largest rectangle in the middle of this one whose height is a multiple of its width.
  fileprivate func largest(ofRatio ratio: Double) -> Rect {
    let size = Size(width: min(width, height / ratio), height: min(height, width * ratio))
    return Rect(x: midX - size.width / 2, y: midY - size.height / 2, width: size.width, height: size.height)
  }
}
