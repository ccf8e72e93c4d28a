import ActivationFigures

// The size of a figure's paper: what is given, or else what its panels and their arrangement ask for.

extension FigureSettings {
  /// The panels of the figure in their order.
  public var panels: [StudyPanel] { presentation.panels ?? kind.usualPanels }

  /// The width of the figure in inches: as it is given, or else 7.5 inches for each column of panels. In one row, two or three
  /// panels take 15 inches together, and more panels 5 inches each.
  public var width: Double {
    get { givenWidth ?? presentation.arrangement.usualSize(of: panels.count).width }
    set { givenWidth = newValue }
  }

  /// The height of the figure in inches: as it is given, or else 5 inches for each row of panels.
  public var height: Double {
    get { givenHeight ?? presentation.arrangement.usualSize(of: panels.count).height }
    set { givenHeight = newValue }
  }

  /// Changes the arrangement. A width or height that is given changes as the usual one does, e.g. 10 × 4 inches for a row
  /// of three panels become 5 × 12 for a column of them.
  mutating func rearrange(as arrangement: PanelArrangement) {
    let old = presentation.arrangement.usualSize(of: panels.count)
    let new = arrangement.usualSize(of: panels.count)
    givenWidth = givenWidth.map { $0 * new.width / old.width }
    givenHeight = givenHeight.map { $0 * new.height / old.height }
    presentation.arrangement = arrangement
  }

  /// Keeps of the panels those that a kind of figure can show; none that are given stand for its usual ones.
  mutating func adapt(to kind: FigureKind) {
    self.kind = kind
    let panels = presentation.panels?.filter(kind.possiblePanels.contains) ?? []
    presentation.panels = panels.isEmpty || panels == kind.usualPanels ? nil : panels
  }
}

extension PanelArrangement {
  /// The size of the paper in inches for a number of panels, where no size is given.
  fileprivate func usualSize(of panels: Int) -> (width: Double, height: Double) {
    let columns = columns(of: panels)
    guard self != .row else { return (columns < 2 ? 7.5 : max(15, 5 * Double(columns)), 5) }
    return (7.5 * Double(columns), 5 * Double((panels + columns - 1) / columns))
  }
}
