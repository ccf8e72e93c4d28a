import Statistics

/// Everything that is computed of the functions of a figure before it is drawn, by what the figure shows of them.
public enum FigureStudy: Sendable {
  /// One function with its samples.
  case function(ActivationStudy)
  /// Curves of several functions over a grid, which are computed as they are drawn.
  case comparison
  /// Functions in deep random networks, in the order of their names in the figure.
  case depth([ComparedDepth])

  /// The study of one function with its samples; nil for any other figure.
  public var function: ActivationStudy? { if case .function(let study) = self { study } else { nil } }
}
