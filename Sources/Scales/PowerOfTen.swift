/// Powers of ten, correctly rounded, and the decade of a number, both without a logarithm.
package enum PowerOfTen {
  /// The exponents of the powers of ten that are doubles other than zero and infinity.
  package static let exponents = -323...308

  /// Returns the double nearest to 10 to the power of `exponent`.
  package static func value(_ exponent: Int) -> Double {
    precondition(exponents.contains(exponent), "10 to the power of \(exponent) is no double")
    let magnitude = Int(exponent.magnitude)
    // The reciprocal of an exact power is rounded once, so it is the nearest double.
    if magnitude < exact.count { return exponent < 0 ? 1 / exact[magnitude] : exact[magnitude] }
    guard let power = Double("1e\(exponent)") else { preconditionFailure("1e\(exponent) reads as a double") }
    return power
  }

  /// Returns ⌊log₁₀ x⌋ for a positive finite x, where an x within a few roundings below a power of ten counts as that power.
  ///
  /// The rounded logarithm in matplotlib has the same effect: 0.09999999999999999 is in the decade of 0.1.
  package static func decade(of x: Double) -> Int {
    // x lies between 2^e and 2^(e+1), and log₁₀ 2 is less than 1, so x is in the decade of 2^e or in the next. But for
    // e = 0, no e · log₁₀ 2 is so close to a whole number that its rounding would matter.
    let least = max(Int((Double(x.exponent) * 0.3010299956639812).rounded(.down)), exponents.lowerBound)
    guard least < exponents.upperBound else { return least }
    return x >= value(least + 1) * (1 - 0x1p-51) ? least + 1 : least
  }

  /// Returns `mantissa` · 10 to the power of `exponent`, rounded once wherever the power or its reciprocal is exact.
  package static func scaled(_ mantissa: Double, by exponent: Int) -> Double {
    if exponent >= 0 { return mantissa * value(min(exponent, 308)) }
    if exponent >= -308 { return mantissa / value(-exponent) }
    return mantissa / value(308) / value(-exponent - 308)
  }

  /// The powers that doubles hold exactly, up to 10²²: 5²² is the last power of five with no more than 53 bits.
  private static let exact: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]
}

/// Returns ⌊dividend / divisor⌋ without the error of a rounded quotient, as Python's `//` does. The divisor is positive.
package func floorQuotient(_ dividend: Double, _ divisor: Double) -> Double {
  var remainder = dividend.truncatingRemainder(dividingBy: divisor)
  if remainder < 0 { remainder += divisor }
  return ((dividend - remainder) / divisor).rounded()
}
