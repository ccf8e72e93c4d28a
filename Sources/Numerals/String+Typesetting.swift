extension String {
  /// With the sign for minus, U+2212, in place of the hyphen.
  ///
  /// ```swift
  /// "-1e-5".withMinusSigns   // "−1e−5"
  /// ```
  public var withMinusSigns: String {
    guard utf8.contains(UInt8(ascii: "-")) else { return self }
    return split(separator: "-", omittingEmptySubsequences: false).joined(separator: "\u{2212}")
  }
}
