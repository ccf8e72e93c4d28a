import Geometry
import Typography

/// The names that a legend holds, measured and without a place, and on which side of the frame it stands.
struct LegendNames {
  /// In the order of the marks; none where no curve has a label.
  let entries: [Entry]
  /// Where the legend goes.
  let place: Panel.LegendPlace

  /// A name and how its curve is drawn.
  struct Entry {
    let block: TextBlock
    let pen: Pen
  }

  init(of panel: Panel, in typeface: Typeface, style: Style, resolution: Resolution) {
    entries = zip(panel.marks, panel.pens(in: style)).compactMap { mark, pen in
      guard case .curve(let curve) = mark, !curve.label.isEmpty else { return nil }
      let block = TextBlock(curve.label, in: typeface, points: style.fontSize, resolution: resolution)
      return Entry(block: block, pen: pen)
    }
    // Above where the style likes it there and no title has the place.
    let isAbove = panel.legendPlace == .inside && style.legend.isAbove && panel.title.isEmpty
    place = isAbove ? .above : panel.legendPlace
  }

  /// Whether the frame has to leave room for the legend.
  var standOutside: Bool { place == .outside || place == .above }
}
