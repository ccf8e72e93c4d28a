import ActivationFigures

/// The kinds of figures, which differ in what they show of how many functions.
public enum FigureKind: String, Sendable, Hashable, CaseIterable {
  /// One function with its samples.
  case function
  /// Several functions over a grid, without samples.
  case comparison
  /// One function over a grid for several values of one of its parameters, without samples.
  case family

  /// The panels of a figure for which no panels are given.
  public var usualPanels: [StudyPanel] {
    switch self {
    case .function: [.input, .response, .output]
    case .comparison: [.value, .derivative]
    case .family: [.value]
    }
  }

  /// The panels that a figure of this kind can show.
  package var possiblePanels: [StudyPanel] {
    self == .function ? StudyPanel.allCases : [.value, .derivative, .secondDerivative]
  }

  /// The axes that a figure of this kind can have.
  package var possibleAxes: [StudyAxis] {
    self == .function ? StudyAxis.allCases : [.x, .value, .derivative, .secondDerivative]
  }
}
