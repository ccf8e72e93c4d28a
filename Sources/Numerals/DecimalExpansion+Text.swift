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
