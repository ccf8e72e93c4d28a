import Geometry
import Typography

/// The words around a panel that do not depend on its frame, measured and without a place.
struct PanelWords {
  /// Nil where the panel has none.
  let title: TextBlock?
  /// Nil where the panel has none.
  let xLabel: TextBlock?

  /// - Parameter room: what the words may take before they are broken.
  init(of panel: Panel, room: Size, typefaces: TypefaceFamily, style: Style, resolution: Resolution) {
    title =
      panel.title.isEmpty
      ? nil
      : TextBlock(
        panel.title, fitting: room, in: style.boldPanelTitles ? typefaces.bold : typefaces.regular,
        points: min(style.fontSize, style.panelTitleSize)...style.panelTitleSize, resolution: resolution)
    xLabel =
      panel.xLabel.isEmpty
      ? nil
      : TextBlock(
        panel.xLabel, fitting: room, in: typefaces.regular, points: style.fontSize...style.fontSize,
        resolution: resolution)
  }
}
