import Geometry
import Typography

/// One panel with everything in its place.
public struct PanelLayout: Sendable {
  /// What is shown.
  public let panel: Panel
  /// Inside the frame, right of it or above it; nil where no curve has a label.
  public let legend: LegendLayout?
  /// Words beside bars, inside the frame.
  public let notes: [BarNoteLayout]
  /// What stands around the frame.
  let surroundings: FrameSurroundings

  /// The rectangle that the axes run along, in pixels; not snapped.
  public var frame: Rect { surroundings.frame }
  /// Below the frame.
  public var xAxis: AxisLayout { surroundings.xAxis }
  /// Left of the frame.
  public var yAxis: AxisLayout { surroundings.yAxis }
  /// Above the frame; nil where the panel has none.
  public var title: TextBlock? { surroundings.title }
  /// Below the tick labels; nil where the panel has none.
  public var xLabel: TextBlock? { surroundings.xLabel }

  /// Puts into the frame what belongs there.
  init(
    filling surroundings: FrameSurroundings, with panel: Panel, words: PanelWords, typeface: Typeface, style: Style,
    resolution: Resolution
  ) {
    self.panel = panel
    self.surroundings = surroundings
    let scales = (x: surroundings.xAxis.scale, y: surroundings.yAxis.scale)
    if words.legend.standOutside || words.legend.entries.isEmpty {
      legend = surroundings.legend
    } else {
      legend = LegendLayout(
        of: words.legend, beside: surroundings.frame, avoiding: LegendObstacles(panel.marks, scales: scales),
        style: style, resolution: resolution)
    }
    notes = BarNoteLayout.notes(
      of: panel, in: surroundings.frame, scales: scales, typeface: typeface, style: style, resolution: resolution)
  }

  /// The boxes of all words around the frame but those of a legend.
  var words: [Rect] { surroundings.words }

  /// Whether a reader can tell the labels of each axis apart and the legend lies where it belongs.
  var isLegible: Bool {
    let room = frame.inset(by: -1e-6)
    return xAxis.isLegible && yAxis.isLegible
      && legend.map { $0.isOutside ? $0.box.maxY <= room.maxY : room.contains($0.box) } ?? true
  }
}
