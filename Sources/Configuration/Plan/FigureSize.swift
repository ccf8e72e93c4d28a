import ActivationFigures

// The size of a figure's paper: what is given, or else what its panels and their arrangement ask for.

extension FigureSettings {
  /// The panels of the figure in their order.
  public var panels: [StudyPanel] { presentation.panels ?? kind.usualPanels }

  /// The width of the figure in inches: as it is given, or else 7.5 inches for each column of panels, where panels in one
  /// row take the width of two columns together.
  public var width: Double {
    get { givenWidth ?? 7.5 * presentation.arrangement.cells(of: panels.count).columns }
    set { givenWidth = newValue }
  }

  /// The height of the figure in inches: as it is given, or else 5 inches for each row of panels.
  public var height: Double {
    get { givenHeight ?? 5 * presentation.arrangement.cells(of: panels.count).rows }
    set { givenHeight = newValue }
  }

  /// Changes the arrangement. A width or height that is given changes as the usual one does, e.g. 10 × 4 inches for a row
  /// of three panels become 5 × 12 for a column of them.
  mutating func rearrange(as arrangement: PanelArrangement) {
    let old = presentation.arrangement.cells(of: panels.count)
    let new = arrangement.cells(of: panels.count)
    givenWidth = givenWidth.map { $0 / old.columns * new.columns }
    givenHeight = givenHeight.map { $0 / old.rows * new.rows }
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
  /// The size of the paper in cells, of which each panel has one; two or more panels in a single row share two.
  fileprivate func cells(of panels: Int) -> (columns: Double, rows: Double) {
    let columns = columns(of: panels)
    guard self != .row else { return (Double(min(columns, 2)), 1) }
    return (Double(columns), Double((panels + columns - 1) / columns))
  }
}
