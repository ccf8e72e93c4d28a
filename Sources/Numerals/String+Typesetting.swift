extension String {
  /// With the sign for minus, U+2212, in place of the hyphen.
  ///
  /// ```swift
  /// "-1e-5".withMinusSigns   // "−1e−5"
  /// ```
  public var withMinusSigns: String {
    var text = ""
    var rest = self[...]
    while let hyphen = rest.utf8.firstIndex(of: UInt8(ascii: "-")) {
      text += rest[..<hyphen]
      text += "\u{2212}"
      rest = rest[rest.utf8.index(after: hyphen)...]
    }
    return text.isEmpty ? self : text + rest
  }
}
