/// A named number that shapes an activation function.
public struct Parameter: Sendable, Equatable {
  /// PyTorch's name in camel case: `negativeSlope`.
  public let name: String
  /// PyTorch's default.
  public let defaultValue: Double
  /// The values that make sense, ends included.
  public let range: ClosedRange<Double>
  /// Values within the range that make no sense, such as a zero to divide by.
  public let excluded: [Double]

  /// Declares a parameter; `excluded` values lie within the range.
  public init(name: String, defaultValue: Double, range: ClosedRange<Double>, excluded: [Double] = []) {
    self.name = name
    self.defaultValue = defaultValue
    self.range = range
    self.excluded = excluded
  }

  /// Whether the value lies in the range and is not excluded; NaN never is admitted.
  public func admits(_ value: Double) -> Bool {
    range.contains(value) && !excluded.contains(value)
  }
}

extension Parameter {
  /// PyTorch takes any number for most parameters. A million either way is more than any figure can show, and leaves room
  /// for every intermediate result.
  static let customaryRange = -1e6...1e6
}
