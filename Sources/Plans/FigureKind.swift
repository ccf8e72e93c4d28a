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
  package var possibleAxes: [StudyAxis] { [self].axes }

  /// What the name of a figure of this kind ends in, after the name of a figure of one layer: `mish-depth`.
  package var nameEnding: String { showsDepth ? "-depth" : "" }
}

extension [FigureKind] {
  /// The panels that a figure of one of these kinds can show.
  package var panels: [StudyPanel] {
    if count == 1 { return self[0].possiblePanels }
    return StudyPanel.allCases.filter { panel in contains { $0.possiblePanels.contains(panel) } }
  }

  /// The axes that a figure of one of these kinds can have.
  package var axes: [StudyAxis] {
    let panels = panels
    return StudyAxis.allCases.filter { axis in
      panels.contains { $0.horizontalAxis == axis || $0.verticalAxis == axis }
    }
  }
}

extension StudyAxis {
  /// The values that may be at the ends of the axis.
  package var bounds: ClosedRange<Double> {
    switch self {
    case .counts: Limits.countLimit
    case .deviation: Limits.deviationLimit
    default: Limits.axisLimit
    }
  }
}
