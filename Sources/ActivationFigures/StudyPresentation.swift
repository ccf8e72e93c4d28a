/// What a figure of activation functions shows beside its data: its panels, their arrangement and the ranges of their axes.
public struct StudyPresentation: Sendable, Hashable {
  /// The panels in their order, or nil for those that are usual for the kind of figure: `input`, `response` and `output` for
  /// one function, `value` and `derivative` for a comparison.
  public var panels: [StudyPanel]?
  /// How the panels stand on the paper.
  public var arrangement = PanelArrangement.row
  /// The ratio of the units of both axes in panels of curves.
  public var aspect = PanelAspect.auto
  /// How the number of samples in a bin is measured along the axis of a histogram.
  public var counts = CountScale.auto
  /// The ranges of axes that do not follow from the data of the figure alone.
  public var limits: [StudyAxis: StudyAxisLimits] = [:]

  /// Creates the usual presentation.
  public init() {}
}

/// A panel of a figure of activation functions, by what it shows.
public enum StudyPanel: String, Sendable, Hashable, CaseIterable {
  /// The histogram of the samples.
  case input
  /// The function and its derivative.
  case response
  /// The histogram of the function's values for the samples.
  case output
  /// The curve of the function.
  case value
  /// The curve of the first derivative.
  case derivative
  /// The curve of the second derivative.
  case secondDerivative = "second-derivative"
  /// The histogram of the derivative for the samples.
  case gradient
  /// The standard deviations of signal and gradient by layer of a deep random network.
  case signal
  /// The map from the correlation of two signals before a layer to that behind it.
  case correlation
  /// The densities of the outputs of some layers.
  case layers
  /// The plane of the standard deviations of weights and biases, with the edge of chaos.
  case plane

  /// Whether the panel shows a deep network, and not a single layer.
  public var showsDepth: Bool {
    switch self {
    case .signal, .correlation, .layers, .plane: true
    case .input, .response, .output, .value, .derivative, .secondDerivative, .gradient: false
    }
  }

  /// Whether the panel shows samples, and not only the function over its range.
  public var showsSamples: Bool {
    switch self {
    case .input, .output, .gradient: true
    case .response, .value, .derivative, .secondDerivative, .signal, .correlation, .layers, .plane: false
    }
  }

  /// The quantity along the lower side of the panel.
  public var horizontalAxis: StudyAxis {
    switch self {
    case .input: .input
    case .output: .output
    case .gradient: .gradient
    case .response, .value, .derivative, .secondDerivative: .x
    case .signal: .layer
    case .correlation: .correlation
    case .layers: .layerOutput
    case .plane: .weights
    }
  }

  /// The quantity along the left side of the panel.
  public var verticalAxis: StudyAxis {
    switch self {
    case .input, .output, .gradient: .counts
    case .response, .value: .value
    case .derivative: .derivative
    case .secondDerivative: .secondDerivative
    case .signal: .deviation
    case .correlation: .correlation
    case .layers: .density
    case .plane: .biases
    }
  }
}

/// How the panels of a figure stand on the paper.
public enum PanelArrangement: String, Sendable, Hashable, CaseIterable {
  /// All panels stand beside each other.
  case row
  /// Each panel stands below the one before.
  case column
  /// The panels stand in rows that are about as many as there are columns.
  case grid

  /// Returns the number of panels in each row.
  public func columns(of panels: Int) -> Int {
    switch self {
    case .row: return max(panels, 1)
    case .column: return 1
    case .grid:
      var columns = 1
      while columns * columns < panels { columns += 1 }
      return columns
    }
  }
}

/// The ratio of the units of both axes in panels of curves.
public enum PanelAspect: String, Sendable, Hashable, CaseIterable {
  /// Each axis fills its side of the frame.
  case auto
  /// One unit of x is as long as one unit of y.
  case equal
}

/// How the number of samples in a bin is measured along the axis of a histogram.
public enum CountScale: String, Sendable, Hashable, CaseIterable {
  /// Linear or, where a few bars would leave the others without visible height, by square roots.
  case auto
  /// Equal numbers take equal lengths.
  case linear
  /// Square roots take equal lengths.
  case sqrt
  /// Equal ratios take equal lengths.
  case log
}

/// A quantity along the axes of a figure of activation functions.
public enum StudyAxis: String, Sendable, Hashable, CaseIterable {
  /// The argument along the curves.
  case x
  /// The samples along the histogram of the input.
  case input
  /// The value of the function beside its curve.
  case value
  /// The first derivative beside its curve.
  case derivative
  /// The second derivative beside its curve.
  case secondDerivative = "second-derivative"
  /// The values of the function along the histogram of the output.
  case output
  /// The derivatives along their histogram.
  case gradient
  /// The number of samples in a bin beside each histogram.
  case counts
  /// The number of a layer below standard deviations of signal and gradient.
  case layer
  /// The standard deviations of signal and gradient.
  case deviation
  /// The correlations before and behind a layer.
  case correlation
  /// The outputs of a layer below their densities.
  case layerOutput = "layer-output"
  /// The densities of the outputs of layers.
  case density
  /// The standard deviation of the weights.
  case weights
  /// The standard deviation of the biases.
  case biases
}

/// The range of an axis that does not follow from the data of its figure alone.
public enum StudyAxisLimits: Sendable, Hashable {
  /// The values at both ends of the axis.
  case fixed(ClosedRange<Double>)
  /// The smallest range that holds those of all figures of the run.
  case shared
}
