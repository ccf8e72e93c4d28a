import ActivationFigures

/// The kinds of figures, which differ in what they show of how many functions.
public enum FigureKind: String, Sendable, Hashable, CaseIterable {
  /// One function with its samples.
  case function
  /// Several functions over a grid, without samples.
  case comparison
  /// One function over a grid for several values of one of its parameters, without samples.
  case family
  /// One function in a deep random network.
  case depth
  /// Several functions in deep random networks.
  case depthComparison = "depth-comparison"

  /// Whether the figure shows deep networks.
  public var showsDepth: Bool { self == .depth || self == .depthComparison }

  /// The panels of a figure for which no panels are given.
  public var usualPanels: [StudyPanel] {
    switch self {
    case .function: [.input, .response, .output]
    case .comparison: [.value, .derivative]
    case .family: [.value]
    case .depth, .depthComparison: [.signal, .correlation, .layers]
    }
  }

  /// The panels that a figure of this kind can show.
  package var possiblePanels: [StudyPanel] {
    switch self {
    case .function: StudyPanel.allCases.filter { !$0.showsDepth }
    case .comparison, .family: [.value, .derivative, .secondDerivative]
    case .depth, .depthComparison: StudyPanel.allCases.filter(\.showsDepth)
    }
  }

  /// The axes that a figure of this kind can have.
  package var possibleAxes: [StudyAxis] {
    StudyAxis.allCases.filter { axis in
      possiblePanels.contains { $0.horizontalAxis == axis || $0.verticalAxis == axis }
    }
  }
}
