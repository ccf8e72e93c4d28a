import Geometry
import Typography

/// The words around a panel that do not depend on its frame, measured and without a place.
struct PanelWords {
  /// Nil where the panel has none.
  let title: TextBlock?
  /// Nil where the panel has none.
  let xLabel: TextBlock?

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
  }
}
