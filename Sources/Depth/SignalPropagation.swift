import Activations

/// The random weights and biases of a network: independent, with mean 0, and with the variances σ_w² / n and σ_b² for layers
/// of n units.
public struct Initialization: Sendable, Equatable {
  /// The variance σ_w² of a weight, times the number of inputs of its unit.
  public let weightVariance: Double
  /// The variance σ_b² of a bias.
  public let biasVariance: Double

  /// Makes an initialization from its variances, which are not negative.
  public init(weightVariance: Double, biasVariance: Double = 0) {
    (self.weightVariance, self.biasVariance) = (weightVariance, biasVariance)
  }

  /// PyTorch's default for linear layers: uniform weights within ±1/√n, and biases alike, which vanish in wide layers.
  public static let torch = Initialization(weightVariance: 1.0 / 3)
  /// That of X. Glorot, Y. Bengio: Understanding the difficulty of training deep feedforward neural networks, 2010, for
  /// layers of equal width.
  public static let xavier = Initialization(weightVariance: 1)
  /// That of K. He et al.: Delving deep into rectifiers, 2015.
  public static let he = Initialization(weightVariance: 2)
  /// That of Y. LeCun et al.: Efficient backprop, 1998.
  public static let lecun = Initialization(weightVariance: 1)

  /// The initialization by which the variance of pre-activations stays 1: σ_w² = 1 / E f(z)², without biases.
  ///
  /// - Returns: Nil if E f(z)² has no value or is 0.
  public static func critical(for function: ActivationFunction) -> Initialization? {
    guard let square = NormalMoments(of: function).signalGain.value, square > 0 else { return nil }
    return Initialization(weightVariance: 1 / square)
  }
}

/// The variance of the signal and of the gradient in each layer of an infinitely wide random network.
///
/// The pre-activations of layer l are normal with variance q_l = σ_w² E f(√q_{l−1} z)² + σ_b², where the input of the network
/// is standard normal, so that q_1 = σ_w² + σ_b². Back-propagation multiplies the variance of a gradient in each layer by
/// σ_w² E f′(√q_l z)² (B. Poole et al.: Exponential expressivity in deep neural networks through transient chaos, 2016).
public struct SignalPropagation: Sendable, Equatable {
  /// The layers, beginning with the first; fewer than asked for if a moment of a layer has no value.
  public let layers: [LayerMoments]
  /// The weights and biases.
  public let initialization: Initialization

  /// Follows the signal through a number of layers.
  public init(of function: ActivationFunction, initializedBy initialization: Initialization, layers count: Int) {
    self.initialization = initialization
    var layers: [LayerMoments] = []
    layers.reserveCapacity(count)
    var variance = initialization.weightVariance + initialization.biasVariance
    for _ in 0..<count {
      // At a fixed point nothing changes any more.
      if let last = layers.last, (last.variance - variance).magnitude <= 0x1p-51 * variance {
        layers.append(last)
        continue
      }
      let layer = LayerMoments(of: function, variance: variance)
      guard let square = layer.meanSquare.value, square.isFinite else { break }
      layers.append(layer)
      variance = initialization.weightVariance * square + initialization.biasVariance
    }
    self.layers = layers
  }

  /// The factor by which back-propagation through a layer, given by its index from 0, multiplies the variance of a gradient;
  /// nil if it has no value.
  public func gradientFactor(ofLayer index: Int) -> Double? {
    layers[index].derivativeMeanSquare.value.map { initialization.weightVariance * $0 }
  }
}
