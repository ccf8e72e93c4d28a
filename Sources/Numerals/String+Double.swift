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
  /// The fewest digits that tell a finite number from its neighbours.
  ///
  /// The standard library finds them (`description` is documented to read back exactly, and knows no locale); here they are
  /// only taken from its notation: digits, perhaps a point among them, perhaps an exponent behind.
  init(shortest value: Double) {
    var digits: [UInt8] = []
    digits.reserveCapacity(17)
    var wholeDigits: Int?
    var power: Int?
    var isPowerNegative = false
    for byte in value.magnitude.description.utf8 {
      switch byte {
      case UInt8(ascii: "."): wholeDigits = digits.count
      case UInt8(ascii: "e"): power = 0
      case UInt8(ascii: "-"): isPowerNegative = true
      case UInt8(ascii: "+"): break
      default:
        let digit = byte - UInt8(ascii: "0")
        if let known = power { power = 10 * known + Int(digit) } else { digits.append(digit) }
      }
    }
    let exponent = (wholeDigits ?? digits.count) + (isPowerNegative ? -1 : 1) * (power ?? 0)
    self.init(isNegative: value.sign == .minus, digits: digits, exponent: exponent)
  }
}
