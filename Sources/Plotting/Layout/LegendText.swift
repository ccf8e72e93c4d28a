import Geometry
import Typography

/// Where the names of the marks of a panel stand, as far as a layout has found out.
struct NamePlace: Sendable, Hashable {
  var place: Panel.LegendPlace
  /// The entries whose names stand to the right of the frame although their curves end inside.
  var besideFrame: Set<Int> = []
  /// Whether the place is in stead of another one, for which the paper is too small.
  private var isFallback = false

  /// The largest number of names that stand at the ends of curves.
  static let endLimit = 6

  /// Finds the place that a panel asks for, or that its style prefers.
  init(of panel: Panel, in style: Style) {
    let named = panel.marks.map(\.content).filter { !$0.label.isEmpty }
    let isInside = panel.legendPlace == .inside || panel.legendPlace == .insideIfClear
    let wantsEnds = panel.legendPlace == .atEnds || style.legend.isAtEnds && isInside
    if wantsEnds, !named.isEmpty, named.allSatisfy({ $0.legendKey == .line }) {
      place = named.count <= Self.endLimit || panel.legendPlace == .atEnds ? .atEnds : .insideIfClear
    } else if panel.legendPlace == .atEnds {
      place = .insideIfClear
    } else {
      // A style may prefer the place above the frame, if no title is there.
      let isAbove = panel.legendPlace == .inside && style.legend.isAbove && panel.title.isEmpty
      place = isAbove ? .above : panel.legendPlace
    }
  }

  /// Returns the next place to be tried after a layout in which the names do not stand well; nil if they do.
  func next(after layout: PanelLayout) -> NamePlace? {
    var next = self
    switch place {
    case .insideIfClear where layout.legend?.coverage ?? 0 > 0: next.place = .outside
    case .atEnds:
      guard let labels = layout.endLabels else { return nil }
      if !labels.fit { return smaller }
      if labels.withoutPlace.isEmpty {
        return nil
      } else {
        next.besideFrame.formUnion(labels.withoutPlace)
      }
    default: return nil
    }
    return next
  }

  /// The place to be tried on paper on which the names do not fit; nil if there is none.
  var smaller: NamePlace? {
    var smaller = self
    switch place {
    case .atEnds: smaller.place = .above
    case .above where isFallback: smaller.place = .outside
    // A legend that is higher than the frame has room beside it, in columns.
    case .insideIfClear: smaller.place = .outside
    default: return nil
    }
    smaller.isFallback = true
    return smaller
  }
}

/// The names that a legend holds, measured, and the side of the frame on which they stand.
struct LegendText {
  /// The entries in the order of the marks; empty if no mark has a label.
  let entries: [Entry]
  let names: NamePlace

  /// A name and the symbol before it.
  struct Entry {
    let block: TextBlock
    let key: LegendKey
    let pen: Pen
    /// The curve that is named; nil if the mark is none.
    let curve: Curve?
  }

  /// Measures the names of the marks of a panel.
  ///
  /// - Parameter cellWidth: The width that the panel may take with all its texts, in pixels.
  init(of panel: Panel, at names: NamePlace, cellWidth: Double, in typeface: Typeface, paper: Paper) {
    let points = paper.style.fontSize
    func block(_ label: String) -> TextBlock {
      guard let share = names.widestShare(in: paper.style) else {
        return TextBlock(
          label, in: typeface, points: points, resolution: paper.resolution, mathematics: paper.style.mathematics)
      }
      return TextBlock(
        label, fitting: Size(width: share * cellWidth, height: .infinity), in: typeface, points: points...points,
        resolution: paper.resolution, mathematics: paper.style.mathematics
      ).aligned(.left)
    }
    entries = zip(panel.marks, panel.pens(in: paper.style)).compactMap { mark, pen in
      let content = mark.content
      guard !content.label.isEmpty else { return nil }
      return Entry(block: block(content.label), key: content.legendKey, pen: pen, curve: content as? Curve)
    }
    self.names = names
  }

  var place: Panel.LegendPlace { names.place }

  /// Whether the frame has to leave room for the legend.
  var isOutside: Bool { place == .outside || place == .above }
}

extension NamePlace {
  /// The share of the width of a panel beyond which a name is broken into lines; nil if it never is.
  fileprivate func widestShare(in style: Style) -> Double? {
    switch place {
    case .atEnds: 1.0 / 3
    case .above where style.legend.isAtEnds: 0.8
    case .outside where style.legend.isAtEnds: 0.5
    default: nil
    }
  }
}
