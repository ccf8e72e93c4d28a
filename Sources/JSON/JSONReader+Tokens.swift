import Text

extension JSONReader {
  /// What stands next, for a message.
  var nameOfNext: String {
    guard index < range.upperBound else { return "the end of the text" }
    if "\"" ~= source.bytes[index] { return "a string" }
    return source.scalar(at: index)?.quoted ?? "a byte that is not UTF-8"
  }

  /// Reads one byte where it is the next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard character ~= next else { return false }
    index += 1
    return true
  }

  /// Reads white space: space, tab, LF, CR. Comments are reported and passed over.
  mutating func skipBlanks() {
    while let byte = next {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case "#", "/": guard skipComment() else { return }
      default: return
      }
    }
  }

  private mutating func skipComment() -> Bool {
    let start = index
    let bytes = source.bytes[..<range.upperBound]
    if bytes[start...].starts(with: "/*".utf8) {
      index += 2
      while index < bytes.endIndex, !bytes[index...].starts(with: "*/".utf8) { index += 1 }
      index = min(index + 2, bytes.endIndex)
    } else if "#" ~= bytes[start] || bytes[start...].starts(with: "//".utf8) {
      while let byte = next, byte != 0x0A, byte != 0x0D { index += 1 }
    } else {
      return false
    }
    faults.report(at: start, "found a comment, expected none: JSON has no comments")
    return true
  }

  /// Letters, digits, underscores, dollar signs and whatever is not ASCII.
  mutating func takeWord() -> String {
    let start = index
    while let byte = next, byte.isWordByte { index += 1 }
    return source.excerpt(of: start..<index)
  }

  /// One of the three words of JSON.
  mutating func readWord() -> JSONValue.Content {
    let start = index
    let word = takeWord()
    switch word {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null": return .null
    default: break
    }
    let advice: String =
      switch word.lowercased() {
      case "nan", "inf", "infinity": "a finite number"
      case "true", "false": word.lowercased()
      case "none", "nil", "null", "undefined": "null"
      default: "a value (a text stands in double quotes)"
      }
    faults.report(at: start, "found \(word), expected \(advice)")
    return .faulty
  }

  /// A number by the grammar of RFC 8259, section 6, as the nearest one in double precision.
  mutating func readNumber() -> JSONValue.Content {
    let start = index
    while let byte = next, byte.isWordByte || byte.beginsNumber { index += 1 }
    let bytes = source.bytes[start..<index]
    if let expectation = Self.expectationOfNumber(bytes) {
      faults.report(at: start, "found \(source.excerpt(of: start..<index)), expected \(expectation)")
      return .faulty
    }
    let text = String(decoding: bytes, as: UTF8.self)
    // The standard library rounds correctly: to the nearest double, halfway cases to even.
    guard let value = Double(text), value.isFinite else {
      let found = source.excerpt(of: start..<index)
      faults.report(at: start, "found \(found), expected a number that double precision holds, up to 1.797e308")
      return .faulty
    }
    return .number(JSONNumber(value: value, wholeValue: Int(text) ?? Int(exactly: value, below: 0x1p53)))
  }

  /// What the grammar misses in a number, or nil where the number is well formed.
  private static func expectationOfNumber(_ bytes: ArraySlice<UInt8>) -> String? {
    var rest = bytes
    func takeDigits() -> Bool {
      let digits = rest.prefix { $0.isDigit }
      rest = rest.dropFirst(digits.count)
      return !digits.isEmpty
    }
    if "+" ~= rest.first { return "a number without a plus sign" }
    if "-" ~= rest.first { rest.removeFirst() }
    if "I" ~= rest.first || "i" ~= rest.first { return "a finite number" }
    let startsWithZero = "0" ~= rest.first
    let integer = rest
    guard takeDigits() else { return "a number that begins with a digit" }
    if startsWithZero, integer.count - rest.count > 1 { return "a number without leading zeros" }
    if "." ~= rest.first {
      rest.removeFirst()
      guard takeDigits() else { return "a digit after the decimal point" }
    }
    if "e" ~= rest.first || "E" ~= rest.first {
      rest.removeFirst()
      if "+" ~= rest.first || "-" ~= rest.first { rest.removeFirst() }
      guard takeDigits() else { return "a digit in the exponent" }
    }
    return rest.isEmpty ? nil : "a decimal number"
  }
}

extension Int {
  /// A whole number whose magnitude is at most `bound`, so that the double stands for no neighbour.
  fileprivate init?(exactly value: Double, below bound: Double) {
    guard value.magnitude <= bound else { return nil }
    self.init(exactly: value)
  }
}

extension UInt8 {
  var isDigit: Bool { 0x30...0x39 ~= self }

  /// Whether a number, right or wrong, may begin with the byte.
  var beginsNumber: Bool { isDigit || "-" ~= self || "+" ~= self || "." ~= self }

  /// Whether the byte is of a word: an ASCII letter or digit, `_`, `$`, or part of a scalar beyond ASCII.
  var isWordByte: Bool { isDigit || 0x61...0x7A ~= self | 0x20 || "_" ~= self || "$" ~= self || self >= 0x80 }

  /// Whether a value or a key plainly begins with the byte, even where a comma is missing before it.
  var beginsElement: Bool { isDigit || "-" ~= self || "\"" ~= self || "{" ~= self || "[" ~= self }
}

/// Whether a byte is that ASCII character.
package func ~= (character: Unicode.Scalar, byte: UInt8?) -> Bool { byte.map(UInt32.init) == character.value }
