import Text

extension JSONReader {
  /// A description of the next character for a message.
  var nameOfNext: String {
    guard index < range.upperBound else { return "the end of the text" }
    if "\"" ~= source.bytes[index] { return "a string" }
    return source.scalar(at: index)?.quoted ?? "a byte that is not UTF-8"
  }

  /// Skips the next byte if it is this character, and returns whether it was.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard character ~= next else { return false }
    index += 1
    return true
  }

  /// Skips white space (space, tab, LF, CR). Comments are reported and skipped, too.
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

  /// Takes letters, digits, underscores, dollar signs and all characters beyond ASCII.
  mutating func takeWord() -> String {
    let start = index
    while let byte = next, byte.isWordByte { index += 1 }
    return source.excerpt(of: start..<index)
  }

  /// Reads one of the three literals of JSON: true, false, null.
  mutating func readWord() -> JSONNode.Content {
    let start = index
    let word = takeWord()
    switch word {
    case "true": return .scalar(true)
    case "false": return .scalar(false)
    case "null": return .scalar(.null)
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

  /// Reads a number by the grammar of RFC 8259, section 6: exactly if it is whole and not negative, otherwise as the nearest
  /// number in double precision.
  mutating func readNumber() -> JSONNode.Content {
    let start = index
    while let byte = next, byte.isWordByte || byte.beginsNumber { index += 1 }
    let bytes = source.bytes[start..<index]
    if let expectation = Self.expectationOfNumber(bytes) {
      faults.report(at: start, "found \(source.excerpt(of: start..<index)), expected \(expectation)")
      return .faulty
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if bytes.allSatisfy(\.isDigit), let whole = UInt64(text) { return .scalar(.integer(whole)) }
    // The standard library rounds correctly: to the nearest double, halfway cases to even.
    guard let value = Double(text), value.isFinite else {
      let found = source.excerpt(of: start..<index)
      faults.report(at: start, "found \(found), expected a number that double precision holds, up to 1.797e308")
      return .faulty
    }
    // Beyond 2⁵³ a double stands for several whole numbers. A negative zero is kept as the double that it is.
    let isWhole = value.sign == .plus && value <= 0x1p53 && value.rounded() == value
    return .scalar(isWhole ? .integer(UInt64(value)) : .number(value))
  }

  /// What the grammar expects instead of a number; nil if the number is well formed.
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

// MARK: - Strings

extension JSONReader {
  /// Reads a string by the grammar of RFC 8259, section 7, and returns its text without quotes and escapes.
  ///
  /// Faults inside the string are reported one by one, and each becomes U+FFFD. A string that is open at the end of its line
  /// stops the reader, because it is unknown where the string was to end.
  mutating func readString() -> String {
    let opening = index
    let quote = source.bytes[opening]
    if "'" ~= quote {
      faults.report(at: opening, "found a single quote, expected strings in double quotes")
    }
    index += 1
    var text: [UInt8] = []
    var start = index
    while let byte = next, byte != 0x0A, byte != 0x0D {
      switch byte {
      case quote:
        text += source.bytes[start..<index]
        index += 1
        return String(decoding: text, as: UTF8.self)
      case "\\":
        text += source.bytes[start..<index]
        text += readEscape()
        start = index
      case ..<0x20:
        let escape = byte == 0x09 ? "\\t" : Unicode.Scalar(byte).unicodeEscape
        faults.report(at: index, "found the control character \(nameOfNext) in a string, expected \(escape)")
        index += 1
      default:
        index += 1
      }
    }
    stop(at: opening, "found a string that is open at the end of its line, expected a closing quote")
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads the escape sequence that begins with the next byte, a backslash, and returns its character in UTF-8.
  private mutating func readEscape() -> [UInt8] {
    let start = index
    index += 1
    guard let letter = next else { return [] }
    switch letter {
    case "\"", "\\", "/":
      index += 1
      return [letter]
    case "b": return short(0x08)
    case "f": return short(0x0C)
    case "n": return short(0x0A)
    case "r": return short(0x0D)
    case "t": return short(0x09)
    case "u":
      index += 1
      return readUnicodeEscape(from: start)
    default:
      let found = source.scalar(at: index).map { "\\" + String($0).printable } ?? "\\"
      faults.report(
        at: start, "found the escape \(found), expected \\\\ for a backslash or one of \\\" \\/ \\b \\f \\n \\r \\t \\u"
      )
      return Self.replacement
    }
  }

  private mutating func short(_ byte: UInt8) -> [UInt8] {
    index += 1
    return [byte]
  }

  /// Reads what follows `\u`: four hexadecimal digits, and after a leading surrogate a second escape with the trailing one.
  private mutating func readUnicodeEscape(from start: Int) -> [UInt8] {
    guard let unit = takeHexadecimal() else {
      faults.report(at: start, "found \\u without four hexadecimal digits, expected them, as in \\u00e9")
      return Self.replacement
    }
    if let scalar = Unicode.Scalar(unit) { return Array(String(scalar).utf8) }
    let afterFirst = index
    if unit < 0xDC00, take("\\"), take("u"), let second = takeHexadecimal(),
      0xDC00...0xDFFF ~= second,
      let scalar = Unicode.Scalar(0x10000 + (UInt32(unit - 0xD800) << 10 | UInt32(second - 0xDC00)))
    {
      return Array(String(scalar).utf8)
    }
    index = afterFirst
    let found = source.excerpt(of: start..<index)
    faults.report(at: start, "found the lone surrogate \(found), expected a pair of them or one character")
    return Self.replacement
  }

  private mutating func takeHexadecimal() -> UInt16? {
    let digits = source.bytes[index..<range.upperBound].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }) else { return nil }
    index += 4
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  /// The character U+FFFD in UTF-8.
  private static var replacement: [UInt8] { [0xEF, 0xBF, 0xBD] }
}

// MARK: - Bytes

extension UInt8 {
  var isDigit: Bool { 0x30...0x39 ~= self }

  /// Whether a number, well formed or not, may begin with the byte.
  var beginsNumber: Bool { isDigit || "-" ~= self || "+" ~= self || "." ~= self }

  /// Whether the byte belongs to a word: an ASCII letter or digit, `_`, `$`, or part of a scalar beyond ASCII.
  var isWordByte: Bool { isDigit || 0x61...0x7A ~= self | 0x20 || "_" ~= self || "$" ~= self || self >= 0x80 }

  /// Whether a value or a key plainly begins with the byte, even where a comma is missing before it.
  var beginsElement: Bool { isDigit || "-" ~= self || "\"" ~= self || "{" ~= self || "[" ~= self }
}

/// Whether a byte is an ASCII character.
package func ~= (character: Unicode.Scalar, byte: UInt8?) -> Bool { byte.map(UInt32.init) == character.value }
