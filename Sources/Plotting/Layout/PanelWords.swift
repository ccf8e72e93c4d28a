import Geometry
import Typography

/// The words of a panel, measured and without a place: all that does not depend on its frame.
struct PanelWords {
  /// Nil where the panel has none.
  let title: TextBlock?
  /// Nil where the panel has none.
  let xLabel: TextBlock?
  /// The names of its curves.
  let legend: LegendNames
  /// What may stand below the frame.
  var xAxis: AxisWords
  /// What may stand left of the frame.
  var yAxis: AxisWords

  /// - Parameters:
  ///   - room: what the words may take before they are broken or smaller.
  ///   - sizes: those in points that may be tried where one is wanted.
  init(
    of panel: Panel, room: Size, sizes: (Double) -> ClosedRange<Double>, typefaces: TypefaceFamily, style: Style,
    resolution: Resolution
  ) {
    title =
      panel.title.isEmpty
      ? nil
      : TextBlock(
        panel.title, fitting: room, in: style.boldPanelTitles ? typefaces.bold : typefaces.regular,
        points: sizes(style.panelTitleSize), resolution: resolution)
    xLabel =
      panel.xLabel.isEmpty
      ? nil
      : TextBlock(
        panel.xLabel, fitting: room, in: typefaces.regular, points: sizes(style.fontSize),
        resolution: resolution)
    legend = LegendNames(of: panel, in: typefaces.regular, style: style, resolution: resolution)
    let limits = PanelLimits(of: panel, style: style)
    xAxis = AxisWords(
      .horizontal, limits: limits.x, in: typefaces.regular, points: style.fontSize, resolution: resolution)
    yAxis = AxisWords(
      .vertical, limits: limits.y, in: typefaces.regular, points: style.fontSize, resolution: resolution)
  }
}
