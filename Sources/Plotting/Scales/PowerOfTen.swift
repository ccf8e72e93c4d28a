/// Powers of ten, correctly rounded, and the decade a number lies in: without a logarithm, whose last bit differs from
/// machine to machine.
enum PowerOfTen {
  /// The exponents whose power is a double other than zero or infinity.
  static let exponents = -323...308

  /// The double nearest to 10 to the power of `exponent`.
  static func value(_ exponent: Int) -> Double {
    precondition(exponents.contains(exponent), "10 to the power of \(exponent) is no double")
    return table[exponent - exponents.lowerBound]
  }

  /// ⌊log₁₀ x⌋ for a positive finite x, where an x within a few roundings below a power of ten counts as that power.
  ///
  /// So does the rounded logarithm that matplotlib takes: 0.09999999999999999 is in the decade of 0.1.
  static func decade(of x: Double) -> Int {
    var lower = exponents.lowerBound
    var upper = exponents.upperBound
    while lower < upper {
      let middle = (lower + upper + 1) >> 1
      if x >= value(middle) * (1 - 0x1p-51) { lower = middle } else { upper = middle - 1 }
    }
    return lower
  }

  /// `mantissa` · 10 to the power of `exponent`, rounded once wherever the power or its reciprocal is exact.
  static func scaled(_ mantissa: Double, by exponent: Int) -> Double {
    if exponent >= 0 { return mantissa * value(min(exponent, 308)) }
    if exponent >= -308 { return mantissa / value(-exponent) }
    return mantissa / value(308) / value(-exponent - 308)
  }

  private static let table: [Double] = exponents.map { exponent in
    guard let power = Double("1e\(exponent)") else { preconditionFailure("1e\(exponent) reads as a double") }
    return power
  }
}

/// ⌊dividend / divisor⌋ without the error of a rounded quotient, as Python's `//` gives it; the divisor is positive.
func floorQuotient(_ dividend: Double, _ divisor: Double) -> Double {
  var remainder = dividend.truncatingRemainder(dividingBy: divisor)
  if remainder < 0 { remainder += divisor }
  return ((dividend - remainder) / divisor).rounded()
}
