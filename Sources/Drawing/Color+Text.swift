extension Color {
  /// From a colour as CSS writes it: `#rrggbb`, or `#rrggbbaa` with an alpha; nil for any other text.
  ///
  /// ```swift
  /// Color(hexadecimal: "#1f77b4")      // Color(0x1f77b4)
  /// Color(hexadecimal: "#1f77b480")    // Color(0x1f77b4, alpha: 128)
  /// ```
  public init?(hexadecimal text: String) {
    let digits = Array(text.utf8.dropFirst())
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6 || digits.count == 8 else { return nil }
    var bits: UInt32 = 0
    for digit in digits {
      guard let value = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
      bits = bits << 4 | UInt32(value)
    }
    self = digits.count == 6 ? Color(bits) : Color(bits >> 8, alpha: UInt8(truncatingIfNeeded: bits))
  }

  /// `#rrggbb`, and `#rrggbbaa` where the colour is not opaque.
  public var hexadecimal: String {
    let channels = alpha == 255 ? [red, green, blue] : [red, green, blue, alpha]
    return "#" + channels.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
