import Activations

/// How a deep random network is initialized, and which of its layers are followed.
public struct DepthSettings: Sendable, Equatable {
  /// The number of layers, 1 to 1 000.
  public var layers = 50
  /// The variances of weights and biases.
  public var initialization = InitializationChoice.named(.critical)
  /// The layers whose output distributions are shown, in increasing order. Those beyond the last layer are left out.
  public var shownLayers = [1, 5, 20]
  /// The networks of finite width that are sampled beside the exact lines; nil for none.
  public var networks: NetworkSampling?
  /// Whether the third panel is the plane of σ_w and σ_b, and not the distributions of outputs.
  public var showsPlane = false

  /// Creates the usual settings.
  public init() {}
}

/// An initialization by its name or by its standard deviations.
public enum InitializationChoice: Sendable, Hashable {
  /// An initialization of the literature.
  case named(NamedInitialization)
  /// The standard deviation σ_w of a weight, times the square root of the number of inputs of its unit, and the standard
  /// deviation σ_b of a bias.
  case deviations(weights: Double, biases: Double)

  /// The variances for a function; nil if they depend on a moment of the function that has no value.
  public func initialization(for function: ActivationFunction) -> Initialization? {
    switch self {
    case .named(let name): name.initialization(for: function)
    case .deviations(let weights, let biases):
      Initialization(weightVariance: weights * weights, biasVariance: biases * biases)
    }
  }
}

/// An initialization of the literature.
public enum NamedInitialization: String, Sendable, Hashable, CaseIterable {
  case torch, xavier, he, lecun, critical

  /// The variances for a function; nil if they depend on a moment of the function that has no value.
  public func initialization(for function: ActivationFunction) -> Initialization? {
    switch self {
    case .torch: .torch
    case .xavier: .xavier
    case .he: .he
    case .lecun: .lecun
    case .critical: .critical(for: function)
    }
  }
}
