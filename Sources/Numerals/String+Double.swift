extension String {
  /// A number rounded to so many significant digits, as Python's `format(x, ".5")` writes it.
  ///
  /// Like C's `%.5g`, but a whole number keeps its `.0`, and for that the scientific form begins one digit earlier. Zeros
  /// at the end are dropped. The digits are those of the exact binary value, rounded to nearest, ties to even; non-finite
  /// numbers are `inf`, `-inf` and `nan`.
  ///
  /// ```swift
  /// String(-0.010698176, significantDigits: 5)   // "-0.010698"
  /// String(1234.0, significantDigits: 5)         // "1234.0"
  /// String(12345.0, significantDigits: 5)        // "1.2345e+04"
  /// String(9.9999e-05, significantDigits: 5)     // "9.9999e-05"
  /// ```
  ///
  /// - Precondition: `digits` is not negative; zero asks for one digit, as in C and Python.
  public init(_ value: Double, significantDigits digits: Int) {
    precondition(digits >= 0, "The number of significant digits must not be negative.")
    if let word = String(nonFinite: value) {
      self = word
      return
    }
    let precision = Swift.max(digits, 1)
    let rounded = DecimalExpansion(exactly: value).rounded(toDigits: precision)
    let isPositional = rounded.exponent > -4 && rounded.exponent < precision
    self = isPositional ? rounded.positionalText(minimumDecimals: 1) : rounded.scientificText
  }

  /// A number with so many digits after the point, as C's `%.3f` writes it.
  ///
  /// The digits are those of the exact binary value, rounded to nearest, ties to even, whatever the magnitude. The sign of
  /// a number that rounds to zero stays, as it does in C; non-finite numbers are `inf`, `-inf` and `nan`.
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

  /// The shortest text that reads back as the same number; of several, the one nearest to it.
  ///
  /// Whole numbers carry no point. From 10¹⁶ up and below 10⁻⁴ the form is scientific, as in Python's `repr`, so that the
  /// text of every finite number is also a JSON number.
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

extension DecimalExpansion {
  /// Positional notation with at least `minimumDecimals` digits after the point: `-0.0012`, `1500.0`.
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

  /// Scientific notation with a signed exponent of at least two digits: `1.5e-07`, `1e+22`.
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

  /// The digit so many places after the first one's, as ASCII; a zero stands where no digit is.
  private func digit(at place: Int) -> UInt8 {
    UInt8(ascii: "0") + (digits.indices.contains(place) ? digits[place] : 0)
  }
}

/// Characters of ASCII that are written one behind the other into the storage of a string.
private struct ASCIIText {
  let storage: UnsafeMutableBufferPointer<UInt8>
  var count = 0

  mutating func append(_ byte: UInt8) {
    precondition(count < storage.count, "A number is written within the capacity that was asked for")
    storage[count] = byte
    count += 1
  }
}

extension String {
  /// - Parameters:
  ///   - isNegative: whether a hyphen goes before what is written.
  ///   - capacity: of what is written, at most.
  fileprivate init(signed isNegative: Bool, capacity: Int, writing write: (inout ASCIIText) -> Void) {
    self.init(unsafeUninitializedCapacity: capacity + 1) { storage in
      var text = ASCIIText(storage: storage)
      if isNegative { text.append(UInt8(ascii: "-")) }
      write(&text)
      return text.count
    }
  }

  /// `inf`, `-inf` or `nan`, for what has no digits.
  init?(nonFinite value: Double) {
    guard !value.isFinite else { return nil }
    self = value.isNaN ? "nan" : value < 0 ? "-inf" : "inf"
  }
}

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
