extension DecimalExpansion {
  private var sign: String { isNegative ? "-" : "" }

  /// Positional notation with at least `minimumDecimals` digits after the point: `-0.0012`, `1500.0`.
  func positionalText(minimumDecimals: Int) -> String {
    let beforePoint = exponent > 0 ? text(of: 0..<exponent) : "0"
    let decimals = max(minimumDecimals, digits.count - exponent)
    guard decimals > 0 else { return sign + beforePoint }
    return sign + beforePoint + "." + text(of: exponent..<(exponent + decimals))
  }

  /// Scientific notation with a signed exponent of at least two digits: `1.5e-07`, `1e+22`.
  var scientificText: String {
    let power = exponent - 1
    let exponentSign = power < 0 ? "-" : "+"
    let exponentDigits = String(power.magnitude)
    let padding = exponentDigits.count < 2 ? "0" : ""
    let fraction = digits.count > 1 ? "." + text(of: 1..<digits.count) : ""
    return sign + text(of: 0..<1) + fraction + "e" + exponentSign + padding + exponentDigits
  }

  /// The digits at these places after the first one's; zeros stand where no digit is.
  private func text(of places: Range<Int>) -> String {
    String(decoding: places.map { UInt8(ascii: "0") + (digits.indices.contains($0) ? digits[$0] : 0) }, as: UTF8.self)
  }
}

extension String {
  /// `inf`, `-inf` or `nan`, for what has no digits.
  init?(nonFinite value: Double) {
    guard !value.isFinite else { return nil }
    self = value.isNaN ? "nan" : value < 0 ? "-inf" : "inf"
  }
}
