import ActivationFigures

// The size of a figure's paper: what is given, or else what its panels and their arrangement ask for.

extension FigureSettings {
  /// The panels of the figure in their order.
  public var panels: [StudyPanel] { presentation.panels ?? usualPanels }

  /// The panels of the figure if none are given.
  private var usualPanels: [StudyPanel] {
    depth.showsPlane ? kind.usualPanels.map { $0 == .layers ? .plane : $0 } : kind.usualPanels
  }

  /// The width of the figure in inches: as it is given, or else 7.5 inches for each column of panels. In one row, two or three
  /// panels take 15 inches together, and more panels 5 inches each. A column in style matplotlib is 4.5 inches wide.
  public var width: Double {
    get { givenWidth ?? usualSize(as: presentation.arrangement).width }
    set { givenWidth = newValue }
  }

  /// The height of the figure in inches: as it is given, or else 5 inches for each row of panels. A panel of
  /// a column in style matplotlib is 3 inches high.
  public var height: Double {
    get { givenHeight ?? usualSize(as: presentation.arrangement).height }
    set { givenHeight = newValue }
  }

  /// Changes the arrangement. A width or height that is given changes as the usual one does, e.g. 10 × 4 inches for a row
  /// of three panels become 5 × 12 for a column of them, or 3 × 7.2 in style matplotlib.
  package mutating func rearrange(as arrangement: PanelArrangement) {
    let old = usualSize(as: presentation.arrangement)
    let new = usualSize(as: arrangement)
    givenWidth = givenWidth.map { $0 * new.width / old.width }
    givenHeight = givenHeight.map { $0 * new.height / old.height }
    presentation.arrangement = arrangement
  }

  /// Keeps of the panels those that a kind of figure can show; none that are given stand for its usual ones.
  package mutating func adapt(to kind: FigureKind) {
    self.kind = kind
    let panels = presentation.panels?.filter(kind.possiblePanels.contains) ?? []
    presentation.panels = panels.isEmpty || panels == usualPanels ? nil : panels
  }
}

extension FigureSettings {
  /// The size of the paper in inches for an arrangement of the panels, where no size is given.
  ///
  /// A column is for narrow screens. The sizes of texts are fixed in style matplotlib, so that its column is smaller than that
  /// of other styles: at 360 pixels on the screen, its texts of 10 points have 11 pixels an em.
  private func usualSize(as arrangement: PanelArrangement) -> (width: Double, height: Double) {
    let count = panels.count
    if arrangement == .column, styleName == .matplotlib { return (4.5, 3 * Double(count)) }
    let columns = arrangement.columns(of: count)
    guard arrangement != .row else { return (columns < 2 ? 7.5 : max(15, 5 * Double(columns)), 5) }
    return (7.5 * Double(columns), 5 * Double((count + columns - 1) / columns))
  }
}
