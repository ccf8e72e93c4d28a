/// Powers of ten, correctly rounded, and the decade a number lies in: without a logarithm, whose last bit differs from
/// machine to machine.
enum PowerOfTen {
  /// The exponents whose power is a double other than zero or infinity.
  static let exponents = -323...308

  /// The double nearest to 10 to the power of `exponent`.
  static func value(_ exponent: Int) -> Double {
    precondition(exponents.contains(exponent), "10 to the power of \(exponent) is no double")
    let magnitude = Int(exponent.magnitude)
    // The reciprocal of a power that is a double is rounded once, and so is the nearest.
    if magnitude < exact.count { return exponent < 0 ? 1 / exact[magnitude] : exact[magnitude] }
    guard let power = Double("1e\(exponent)") else { preconditionFailure("1e\(exponent) reads as a double") }
    return power
  }

  /// ⌊log₁₀ x⌋ for a positive finite x, where an x within a few roundings below a power of ten counts as that power.
  ///
  /// So does the rounded logarithm that matplotlib takes: 0.09999999999999999 is in the decade of 0.1.
  static func decade(of x: Double) -> Int {
    // x lies between 2^e and 2^(e+1), and log₁₀ 2 is less than 1: in the decade of 2^e or the next. No e · log₁₀ 2 comes
    // so close to a whole number, but for 0, that its rounding would matter.
    let least = max(Int((Double(x.exponent) * 0.3010299956639812).rounded(.down)), exponents.lowerBound)
    guard least < exponents.upperBound else { return least }
    return x >= value(least + 1) * (1 - 0x1p-51) ? least + 1 : least
  }

  /// `mantissa` · 10 to the power of `exponent`, rounded once wherever the power or its reciprocal is exact.
  static func scaled(_ mantissa: Double, by exponent: Int) -> Double {
    if exponent >= 0 { return mantissa * value(min(exponent, 308)) }
    if exponent >= -308 { return mantissa / value(-exponent) }
    return mantissa / value(308) / value(-exponent - 308)
  }

  /// The powers that are doubles themselves: 5²² is the last that has no more than 53 bits.
  private static let exact: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]
}

/// ⌊dividend / divisor⌋ without the error of a rounded quotient, as Python's `//` gives it; the divisor is positive.
func floorQuotient(_ dividend: Double, _ divisor: Double) -> Double {
  var remainder = dividend.truncatingRemainder(dividingBy: divisor)
  if remainder < 0 { remainder += divisor }
  return ((dividend - remainder) / divisor).rounded()
}
