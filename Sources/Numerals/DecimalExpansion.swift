/// The decimal digits of a number: ±0.d₁d₂d₃… × 10^`exponent`, without leading or trailing zeros.
///
/// Every finite double is an integer times a power of two and therefore has a finite decimal expansion of at most 767
/// digits. A printed digit is correct because that exact expansion is rounded:
///
/// ```swift
/// DecimalExpansion(exactly: 0.125)     // digits 1 2 5, exponent 0
/// DecimalExpansion(exactly: 1024)      // digits 1 0 2 4, exponent 4
/// DecimalExpansion(exactly: -0.0)      // no digits, negative
/// ```
struct DecimalExpansion: Equatable {
  var isNegative: Bool
  /// The digits, each 0…9; empty for zero.
  private(set) var digits: [UInt8]
  /// The number of digits before the decimal point; negative if zeros follow the point. It is 1 for zero, which is
  /// written `0`.
  private(set) var exponent: Int

  /// Makes an expansion from digits, without the zeros at both ends.
  init(isNegative: Bool, digits: [UInt8], exponent: Int) {
    self.isNegative = isNegative
    self.digits = digits
    let zeros = digits.firstIndex { $0 != 0 } ?? digits.count
    self.digits.removeFirst(zeros)
    self.exponent = exponent - zeros
    dropTrailingZeros()
  }

  private mutating func dropTrailingZeros() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { exponent = 1 }
  }
}

extension DecimalExpansion {
  /// Computes all digits of a finite number.
  init(exactly value: Double) {
    precondition(value.isFinite, "Only a finite number has a decimal expansion.")
    guard value != 0 else {
      self.init(isNegative: value.sign == .minus, digits: [], exponent: 1)
      return
    }
    // value = whole · 2^power with an odd integer `whole`.
    let isSubnormal = value.exponentBitPattern == 0
    let bits = value.significandBitPattern | (isSubnormal ? 0 : 1 << 52)
    let whole = bits >> bits.trailingZeroBitCount
    let power = Int(isSubnormal ? 1 : value.exponentBitPattern) - 1075 + bits.trailingZeroBitCount
    // A negative power of two is a power of five and a shift of the decimal point: 2^−k = 5^k · 10^−k.
    var product = DecimalProduct(whole)
    product.multiply(by: power < 0 ? 5 : 2, power: power.magnitude)
    let digits = product.digits
    self.init(isNegative: value.sign == .minus, digits: digits, exponent: digits.count + min(power, 0))
  }

  /// The expansion rounded to the first `count` digits, to nearest, ties to even. For a count of zero or less, the
  /// result is zero or one unit at the place before the first digit.
  consuming func rounded(toDigits count: Int) -> DecimalExpansion {
    guard count < digits.count else { return self }
    guard count >= 0 else { return DecimalExpansion(isNegative: isNegative, digits: [], exponent: 1) }
    let isTie = digits[count] == 5 && count + 1 == digits.count
    let isAboveEven = count > 0 && digits[count - 1] % 2 == 1
    let roundsUp = isTie ? isAboveEven : digits[count] >= 5
    digits.removeSubrange(count...)
    if roundsUp {
      while digits.last == 9 { digits.removeLast() }
      if digits.isEmpty {
        digits = [1]
        exponent += 1
      } else {
        digits[digits.count - 1] += 1
      }
    } else {
      dropTrailingZeros()
    }
    return self
  }
}

extension DecimalExpansion {
  /// Rounds a number to a few digits as `DecimalExpansion(exactly: value).rounded(toDigits: count)` does, in a fifth of the time;
  /// nil where a product in double precision does not tell how to round.
  init?(_ value: Double, roundedToDigits count: Int) {
    let size = value.magnitude
    guard 1...9 ~= count, 1e-5..<1e12 ~= size else { return nil }
    var exponent = 0
    // Powers of ten up to 10²² are doubles.
    var unit = 1.0
    while size >= unit { (unit, exponent) = (unit * 10, exponent + 1) }
    if exponent == 0 {
      while size * unit < 0.1 { (unit, exponent) = (unit * 10, exponent - 1) }
    }
    unit = 1
    for _ in 0..<abs(count - exponent) { unit *= 10 }
    // The product is less than 10⁹ and is rounded once, by at most 2⁻²⁴.
    let scaled = count > exponent ? size * unit : size / unit
    let whole = scaled.rounded(.down)
    let rest = scaled - whole
    guard (rest - 0.5).magnitude > 1e-6 else { return nil }
    var number = Int(whole) + (rest > 0.5 ? 1 : 0)
    var least = 1
    for _ in 1..<count { least *= 10 }
    guard number >= least else { return nil }
    if number == 10 * least { (number, exponent) = (least, exponent + 1) }
    var digits = [UInt8](repeating: 0, count: count)
    for place in digits.indices.reversed() {
      digits[place] = UInt8(truncatingIfNeeded: number % 10)
      number /= 10
    }
    self.init(isNegative: value < 0, digits: digits, exponent: exponent)
  }

  /// Finds the fewest digits that distinguish a finite number from its neighbours.
  ///
  /// They are those of the standard library's `description`, which is documented to read back exactly and does not
  /// depend on a locale. They are extracted from its notation: digits, possibly with a point among them and an exponent
  /// after them.
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

/// An integer in limbs of nine decimal digits, least significant first, that can be multiplied by small factors.
private struct DecimalProduct {
  private static let base: UInt64 = 1_000_000_000
  private var limbs: [UInt64]

  init(_ value: UInt64) {
    // The sixty digits of most numbers with a fraction need no more.
    limbs = []
    limbs.reserveCapacity(8)
    var rest = value
    while rest > 0 {
      limbs.append(rest % Self.base)
      rest /= Self.base
    }
  }

  /// Multiplies by factor^power, with powers of up to 13 at a time, because 5¹³ · 10⁹ fits in 64 bits.
  mutating func multiply(by factor: UInt64, power: UInt) {
    let step: UInt = 13
    let stepFactor = (0..<step).reduce(into: UInt64(1)) { product, _ in product *= factor }
    for _ in 0..<(power / step) { multiply(by: stepFactor) }
    for _ in 0..<(power % step) { multiply(by: factor) }
  }

  private mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = limbs[index] * factor + carry
      limbs[index] = product % Self.base
      carry = product / Self.base
    }
    while carry > 0 {
      limbs.append(carry % Self.base)
      carry /= Self.base
    }
  }

  /// The digits, most significant first, possibly with leading zeros.
  var digits: [UInt8] {
    var digits = [UInt8](repeating: 0, count: 9 * limbs.count)
    var place = digits.count
    for limb in limbs {
      var rest = limb
      for _ in 0..<9 {
        place -= 1
        digits[place] = UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
    }
    return digits
  }
}
