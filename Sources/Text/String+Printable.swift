extension Unicode.Scalar {
  /// Whether the scalar is a control character or a line or paragraph separator: C0, DEL, C1, U+2028, U+2029.
  package var isControl: Bool {
    value < 0x20 || 0x7F...0x9F ~= value || value == 0x2028 || value == 0x2029
  }

  /// Whether the scalar turns the direction of the text around it: Unicode's property Bidi_Control.
  package var isDirectional: Bool {
    value == 0x061C || 0x200E...0x200F ~= value || 0x202A...0x202E ~= value || 0x2066...0x2069 ~= value
  }

  /// `"x"` for what can be seen, U+00A0 for what cannot.
  package var quoted: String {
    if 0x21...0x7E ~= value || (value > 0xA0 && properties.isAlphabetic) { return "\"\(self)\"" }
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension String {
  /// The same text with a space for each tab and U+FFFD for each other scalar that would move the cursor or turn the line
  /// around; the number of scalars stays.
  package var printable: String {
    guard unicodeScalars.contains(where: { $0.isControl || $0.isDirectional }) else { return self }
    var text = String.UnicodeScalarView()
    text.append(
      contentsOf: unicodeScalars.map { $0 == "\t" ? " " : $0.isControl || $0.isDirectional ? "\u{FFFD}" : $0 })
    return String(text)
  }

  /// At most `limit` Unicode scalars, the last of which is an ellipsis where more followed.
  package func abbreviated(to limit: Int) -> String {
    guard let cut = unicodeScalars.index(startIndex, offsetBy: limit, limitedBy: endIndex), cut < endIndex else {
      return self
    }
    return String(unicodeScalars[..<unicodeScalars.index(before: cut)]) + "…"
  }
}
