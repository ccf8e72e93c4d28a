/// How many random networks of finite width are sampled.
public struct NetworkSampling: Sendable, Equatable {
  /// The number of units in each layer, 1 to 4 096.
  public var width: Int
  /// The number of networks, 1 to 100.
  public var count: Int
  /// The seed from which the weights and the inputs of all networks follow.
  public var seed: UInt64

  /// Creates a choice of networks.
  public init(width: Int = 512, count: Int = 5, seed: UInt64 = 0) {
    (self.width, self.count, self.seed) = (width, count, seed)
  }
}
