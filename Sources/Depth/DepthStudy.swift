import Activations
import PortableMath

/// Everything that a figure of depth shows about one function.
///
/// ```swift
/// let tanh = ActivationFunction(Catalogue.entry(named: "tanh")!)
/// let study = DepthStudy(of: tanh, as: DepthSettings())
/// study.signal[50]                       // 0.6279…, the standard deviation of the last layer's outputs
/// study.gradient[0]                      // 59.84…, by which a gradient has grown at the input
/// study.correlation?.fixedPoints         // −1 and 1, which repel, and 0, which attracts
/// ```
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
  /// The variance q of the pre-activations at which correlations are mapped and χ is taken: 1 for the critical initialization,
  /// whose fixed point that is, and otherwise that of the last layer, which has come near the fixed point if there is one. It is
  /// nil if it has no value.
  public let variance: Double?
  /// The factor χ = σ_w² E f′(√q z)² by which a layer multiplies the variance of a gradient there; nil if it has no value.
  public let chi: Double?
  /// The number of layers after which the variance of a gradient changes by the factor e if all layers have this χ: −1 / ln χ.
  /// It is infinite if χ is 1 and negative if gradients grow; nil if χ has no value or is 0.
  public let depthScale: Double?
  /// The standard deviation, with the mean removed, of the input (index 0, always 1) and of the outputs of layer l (index l), as
  /// many as there are layers and one. It is NaN from the first layer on in which it has no value.
  public let signal: [Double]
  /// The standard deviation of the gradient with respect to the input (index 0) and to the outputs of layer l (index l), for a
  /// gradient of the variance 1 at the outputs of the last layer. It is NaN from the layer at which it has no value down to the
  /// input, and everywhere if an output of the network has no variance.
  public let gradient: [Double]
  /// The map of correlations at `variance`; nil if it is not asked for or cannot be computed.
  public let correlation: CorrelationCurve?
  /// The distributions of the outputs of those of the shown layers that have some, or none if they are not asked for. Layers
  /// with the same distribution share one.
  public let outputs: [OutputDensity]
  /// The initializations on the edge of chaos; nil if they are not asked for or cannot be computed.
  public let edge: EdgeOfChaos?
  /// The networks of finite width that were sampled.
  public let networks: [SampledNetwork]

  /// What a study computes beside numbers, signal and gradient.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    case correlation, outputs, edge
  }

  /// Follows signals and gradients through infinitely wide layers.
  ///
  /// - Parameters:
  ///   - networks: The networks that were sampled for the settings, e.g. side by side; nil to sample them now.
  ///   - parts: What is computed beside numbers, signal and gradient; nil for what the usual panels of the settings show.
  public init(
    of function: ActivationFunction, as settings: DepthSettings, networks: [SampledNetwork]? = nil,
    parts: Set<Part>? = nil
  ) {
    let parts = parts ?? [.correlation, settings.showsPlane ? .edge : .outputs]
    (self.function, self.settings) = (function, settings)
    let initialization = settings.initialization.initialization(for: function)
    self.initialization = initialization
    numbers = DepthNumbers(of: function)
    let propagation = initialization.map {
      SignalPropagation(of: function, initializedBy: $0, layers: settings.layers)
    }
    self.propagation = propagation
    signal = [1] + Self.signal(in: propagation, layers: settings.layers)
    gradient = Self.gradient(in: propagation, layers: settings.layers)
    let isCritical = settings.initialization == .named(.critical)
    let variance = initialization == nil ? nil : isCritical ? 1 : propagation?.layers.last?.variance
    self.variance = variance
    let chi =
      isCritical
      ? numbers.chi.value
      : propagation.flatMap { $0.layers.isEmpty ? nil : $0.gradientFactor(ofLayer: $0.layers.count - 1) }
    self.chi = chi
    depthScale = chi.flatMap { $0 == 1 ? .infinity : $0 > 0 ? -1 / Double.log($0) : nil }
    if parts.contains(.correlation), let initialization, let variance {
      correlation = CorrelationCurve(of: function, variance: variance, initializedBy: initialization)
    } else {
      correlation = nil
    }
    outputs =
      parts.contains(.outputs)
      ? propagation.map { OutputDensity.densities(of: function, in: settings.shownLayers, of: $0) } ?? [] : []
    edge = parts.contains(.edge) ? EdgeOfChaos(of: function) : nil
    self.networks =
      networks
      ?? initialization.flatMap { initialization in
        settings.networks.map { sampling in
          (0..<sampling.count).map {
            sampling.network($0, of: function, initializedBy: initialization, layers: settings.layers)
          }
        }
      } ?? []
  }

  private static func signal(in propagation: SignalPropagation?, layers count: Int) -> [Double] {
    let known = propagation?.layers.map { $0.standardDeviation.value ?? .nan } ?? []
    return known + [Double](repeating: .nan, count: count - known.count)
  }

  private static func gradient(in propagation: SignalPropagation?, layers count: Int) -> [Double] {
    var gradient = [Double](repeating: .nan, count: count + 1)
    guard let propagation, propagation.layers.count == count else { return gradient }
    gradient[count] = 1
    for layer in (0..<count).reversed() {
      guard let factor = propagation.gradientFactor(ofLayer: layer) else { break }
      gradient[layer] = gradient[layer + 1] * factor.squareRoot()
    }
    return gradient
  }
}
