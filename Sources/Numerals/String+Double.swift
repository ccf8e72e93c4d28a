extension String {
  /// Writes a number rounded to a number of significant digits, like Python's `format(x, ".5")`.
  ///
  /// The text is that of C's `%.5g`, except that integers end in `.0`, for which scientific notation begins one digit
  /// earlier. Trailing zeros are removed. The digits are those of the exact binary value, rounded to nearest, ties to
  /// even. Numbers that are not finite are `inf`, `-inf` and `nan`.
  ///
  /// ```swift
  /// String(-0.010698176, significantDigits: 5)   // "-0.010698"
  /// String(1234.0, significantDigits: 5)         // "1234.0"
  /// String(12345.0, significantDigits: 5)        // "1.2345e+04"
  /// String(9.9999e-05, significantDigits: 5)     // "9.9999e-05"
  /// ```
  ///
  /// - Precondition: `digits` is not negative. Zero has the same effect as one, as in C and Python.
  public init(_ value: Double, significantDigits digits: Int) {
    precondition(digits >= 0, "The number of significant digits must not be negative.")
    if let word = String(nonFinite: value) {
      self = word
      return
    }
    let precision = Swift.max(digits, 1)
    let rounded =
      DecimalExpansion(value, roundedToDigits: precision)
      ?? DecimalExpansion(exactly: value).rounded(toDigits: precision)
    let isPositional = rounded.exponent > -4 && rounded.exponent < precision
    self = isPositional ? rounded.positionalText(minimumDecimals: 1) : rounded.scientificText
  }

  /// Writes a number with a number of digits after the point, like C's `%.3f`.
  ///
  /// The digits are those of the exact binary value, rounded to nearest, ties to even, for any magnitude. A number that
  /// rounds to zero keeps its sign, as in C. Numbers that are not finite are `inf`, `-inf` and `nan`.
  ///
  /// ```swift
  /// String(2.675, decimals: 2)    // "2.67": the double nearest to 2.675 lies below it
  /// String(0.125, decimals: 2)    // "0.12"
  /// String(-0.001, decimals: 2)   // "-0.00"
  /// ```
  ///
  /// - Precondition: `decimals` is not negative.
  public init(_ value: Double, decimals: Int) {
    precondition(decimals >= 0, "The number of decimals must not be negative.")
    if let word = String(nonFinite: value) {
      self = word
      return
    }
    let expansion = DecimalExpansion(exactly: value)
    self = expansion.rounded(toDigits: expansion.exponent + decimals).positionalText(minimumDecimals: decimals)
  }

  /// Writes the shortest text that reads back as the same number; of several, the nearest to it.
  ///
  /// Integers have no point. From 10¹⁶ on and below 10⁻⁴ the notation is scientific, as in Python's `repr`. The text of
  /// every finite number is also a JSON number.
  ///
  /// ```swift
  /// String(shortest: 2)       // "2"
  /// String(shortest: 0.1)     // "0.1"
  /// String(shortest: 1e-7)    // "1e-07"
  /// String(shortest: -0.0)    // "-0"
  /// ```
  public init(shortest value: Double) {
    if let word = String(nonFinite: value) {
      self = word
      return
    }
    let expansion = DecimalExpansion(shortest: value)
    let isPositional = expansion.exponent > -4 && expansion.exponent <= 16
    self = isPositional ? expansion.positionalText(minimumDecimals: 0) : expansion.scientificText
  }
}

extension String {
  /// Writes a number of single precision as the shortest text that reads back as the same number; of several, the nearest
  /// to it.
  ///
  /// Integers have no point. From 2²⁴ on and below 10⁻⁴ the notation is scientific. The text of every finite number is also a
  /// JSON number.
  ///
  /// ```swift
  /// String(shortest: Float(0.1))          // "0.1"
  /// String(shortest: Float(-1.1258398))   // "-1.1258398"
  /// String(shortest: Float(5e-5))         // "5e-05"
  /// ```
  public init(shortest value: Float) {
    if let word = String(nonFinite: Double(value)) {
      self = word
      return
    }
    // The standard library finds the digits, which do not depend on a locale.
    let text = value.description
    self = text.utf8.suffix(2).elementsEqual(".0".utf8) ? String(text.dropLast(2)) : text
  }
}

extension DecimalExpansion {
  /// The number in positional notation with at least `minimumDecimals` digits after the point, e.g. `-0.0012` or
  /// `1500.0`.
  func positionalText(minimumDecimals: Int) -> String {
    let wholeDigits = max(exponent, 1)
    let decimals = max(minimumDecimals, digits.count - exponent, 0)
    return String(signed: isNegative, capacity: wholeDigits + 1 + decimals) { text in
      for place in (exponent - wholeDigits)..<exponent { text.append(digit(at: place)) }
      guard decimals > 0 else { return }
      text.append(UInt8(ascii: "."))
      for place in exponent..<(exponent + decimals) { text.append(digit(at: place)) }
    }
  }

  /// The number in scientific notation with a signed exponent of at least two digits, e.g. `1.5e-07` or `1e+22`.
  var scientificText: String {
    let power = exponent - 1
    let magnitude = Int(power.magnitude)
    return String(signed: isNegative, capacity: digits.count + 7) { text in
      text.append(digit(at: 0))
      if digits.count > 1 { text.append(UInt8(ascii: ".")) }
      for place in digits.indices.dropFirst() { text.append(digit(at: place)) }
      text.append(UInt8(ascii: "e"))
      text.append(UInt8(ascii: power < 0 ? "-" : "+"))
      if magnitude >= 100 { text.append(UInt8(ascii: "0") + UInt8(magnitude / 100)) }
      text.append(UInt8(ascii: "0") + UInt8(magnitude / 10 % 10))
      text.append(UInt8(ascii: "0") + UInt8(magnitude % 10))
    }
  }

  /// The digit at a number of places after the first one, in ASCII; zero where there is no digit.
  private func digit(at place: Int) -> UInt8 {
    UInt8(ascii: "0") + (digits.indices.contains(place) ? digits[place] : 0)
  }
}

/// A writer of ASCII characters into the storage of a string.
private struct ASCIIText {
  let storage: UnsafeMutableBufferPointer<UInt8>
  var count = 0

  mutating func append(_ byte: UInt8) {
    precondition(count < storage.count, "The text of a number exceeds the requested capacity.")
    storage[count] = byte
    count += 1
  }
}

extension String {
  /// Makes a string of ASCII characters.
  ///
  /// - Parameters:
  ///   - isNegative: Whether the string begins with a hyphen.
  ///   - capacity: The greatest number of characters after the hyphen.
  fileprivate init(signed isNegative: Bool, capacity: Int, writing write: (inout ASCIIText) -> Void) {
    self.init(unsafeUninitializedCapacity: capacity + 1) { storage in
      var text = ASCIIText(storage: storage)
      if isNegative { text.append(UInt8(ascii: "-")) }
      write(&text)
      return text.count
    }
  }

  /// Writes `inf`, `-inf` or `nan`; nil for finite numbers.
  init?(nonFinite value: Double) {
    guard !value.isFinite else { return nil }
    self = value.isNaN ? "nan" : value < 0 ? "-inf" : "inf"
  }
}

extension String {
  /// The text with minus signs, U+2212, in place of hyphens.
  ///
  /// ```swift
  /// "-1e-5".withMinusSigns   // "−1e−5"
  /// ```
  public var withMinusSigns: String {
    var text = ""
    var rest = self[...]
    while let hyphen = rest.utf8.firstIndex(of: UInt8(ascii: "-")) {
      text += String(rest[..<hyphen])
      text += "\u{2212}"
      rest = rest[rest.utf8.index(after: hyphen)...]
    }
    return text.isEmpty ? self : text + String(rest)
  }
}
