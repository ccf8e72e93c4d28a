import Activations

/// Everything that a figure of depth shows about one function.
public struct DepthStudy: Sendable {
  /// The function that is studied.
  public let function: ActivationFunction
  /// The settings of the network.
  public let settings: DepthSettings
  /// The variances of weights and biases; nil if the initialization depends on a moment that has no value.
  public let initialization: Initialization?
  /// The numbers at the critical initialization.
  public let numbers: DepthNumbers
  /// The variances of signal and gradient in each layer; nil without an initialization.
  public let propagation: SignalPropagation?

  /// Follows signals and gradients through infinitely wide layers.
  public init(of function: ActivationFunction, as settings: DepthSettings) {
    (self.function, self.settings) = (function, settings)
    let initialization = settings.initialization.initialization(for: function)
    self.initialization = initialization
    numbers = DepthNumbers(of: function)
    propagation = initialization.map {
      SignalPropagation(of: function, initializedBy: $0, layers: settings.layers)
    }
  }
}
