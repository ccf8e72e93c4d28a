/// The places at which a response is evaluated: lower + i · step, each the product and the sum of its own.
public struct ResponseGrid: Sendable, Equatable {
  /// The first place.
  public let lower: Double
  /// From each place to the next, positive.
  public let step: Double
  /// How many places there are.
  public let count: Int

  /// The place of that number, counted from 0.
  public subscript(index: Int) -> Double { lower + Double(index) * step }
}
