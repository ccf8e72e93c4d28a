import Geometry
import Typography

/// One panel with everything in its place.
public struct PanelLayout: Sendable {
  /// The panel that is shown.
  public let panel: Panel
  /// The legend inside the frame, to the right of it or above it; nil if no mark has a label.
  public let legend: LegendLayout?
  /// The names of curves at their ends; nil if they do not stand there.
  let endLabels: EndLabels?
  /// Everything around the frame in its place.
  let decorations: PanelDecorations

  /// The rectangle along which the axes run, in pixels; not snapped.
  public var frame: Rect { decorations.frame }
  /// The axis below the frame.
  public var xAxis: AxisLayout { decorations.xAxis }
  /// The axis to the left of the frame.
  public var yAxis: AxisLayout { decorations.yAxis }
  /// The title above the frame; nil if the panel has none.
  public var title: TextBlock? { decorations.title }
  /// The label below the tick labels; nil if the panel has none.
  public var xLabel: TextBlock? { decorations.xLabel }
  /// The label to the left of the tick labels, which reads from bottom to top; nil if the panel has none.
  public var yLabel: TextBlock? { decorations.yLabel }

  /// Places what belongs inside the frame of a panel.
  init(filling decorations: PanelDecorations, with panel: Panel, text: PanelText, on paper: Paper) {
    self.panel = panel
    self.decorations = decorations
    let area = PlotArea(frame: decorations.frame, x: decorations.xAxis.scale, y: decorations.yAxis.scale)
    endLabels = decorations.endColumn.map {
      EndLabels(
        completing: $0, of: text.legend, in: area, avoiding: { Obstacles(panel.marks, in: area) },
        and: decorations.stemLabels.map(\.block.box), on: paper)
    }
    if let endLabels {
      legend = LegendLayout(endLabels, of: text.legend, beside: decorations.frame)
    } else if text.legend.isOutside || text.legend.entries.isEmpty {
      legend = decorations.legend
    } else {
      var obstacles = Obstacles(panel.marks, in: area)
      obstacles.add(boxes: decorations.stemLabels.map(\.block.box))
      legend = LegendLayout(of: text.legend, beside: decorations.frame, avoiding: obstacles, on: paper)
    }
  }

  /// The texts of stems with the lines to their dots, above all marks.
  public var stemLabels: [StemLabelLayout] { decorations.stemLabels }
  /// The part of the frame that is below the texts of stems, in pixels; not snapped.
  public var dataFrame: Rect { decorations.dataFrame }

  /// The area inside the frame with its scales.
  var area: PlotArea { PlotArea(frame: frame, x: xAxis.scale, y: yAxis.scale) }

  /// All texts of the panel, from the title to the legend.
  var blocks: [TextBlock] {
    let axes = [xAxis, yAxis].flatMap { $0.ticks.map(\.block) + [$0.offsetText].compactMap(\.self) }
    return [title, xLabel, yLabel].compactMap(\.self) + axes + stemLabels.map(\.block)
      + (legend?.entries.map(\.block) ?? [])
  }

  /// Whether the labels of each axis are apart and the legend is where it belongs.
  var isLegible: Bool {
    let room = frame.inset(by: -1e-6)
    guard xAxis.isLegible, yAxis.isLegible else { return false }
    if let endLabels { return endLabels.fit && endLabels.withoutPlace.isEmpty }
    return legend.map { $0.isOutside ? $0.box.maxY <= room.maxY : room.contains($0.box) } ?? true
  }
}
