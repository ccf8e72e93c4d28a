import Activations

/// How many random networks of which width are sampled.
///
/// ```swift
/// let tanh = ActivationFunction(Catalogue.entry(named: "tanh")!)
/// let sampling = NetworkSampling(width: 512, count: 5, seed: 0)
/// let first = sampling.network(0, of: tanh, initializedBy: .critical(for: tanh)!, layers: 50)
/// first.signal[50]     // the standard deviation over the 512 outputs of the last layer
/// ```
///
/// The networks do not depend on each other: they may be sampled in any order and at the same time, and the first ones are the
/// same whatever the count.
public struct NetworkSampling: Sendable, Equatable {
  /// The number of units in each layer and of the inputs, 1 to 4 096.
  public var width: Int
  /// The number of networks, 1 to 100.
  public var count: Int
  /// The seed of the random numbers.
  public var seed: UInt64

  /// The widths that are allowed.
  public static let widthRange = 1...4096
  /// The numbers of networks that are allowed.
  public static let countRange = 1...100

  /// Joins width, count and seed.
  public init(width: Int = 512, count: Int = 5, seed: UInt64 = 0) {
    (self.width, self.count, self.seed) = (width, count, seed)
  }

  /// Samples one of the networks, given by its index from 0.
  public func network(
    _ number: Int, of function: ActivationFunction, initializedBy initialization: Initialization, layers count: Int
  ) -> SampledNetwork {
    SampledNetwork(
      of: function, initializedBy: initialization, layers: count, width: width, seed: seed, number: number)
  }
}
