import Text

extension JSONReader {
  /// A string by the grammar of RFC 8259, section 7, without its quotes and with its escapes replaced.
  ///
  /// Faults inside are reported one by one and leave U+FFFD; a string that is open at the end of its line stops the
  /// reader, for nobody can tell where it was to end.
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
        let escape =
          byte == 0x09 ? "\\t" : "\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        faults.report(at: index, "found the control character \(nameOfNext) in a string, expected \(escape)")
        index += 1
      default:
        index += 1
      }
    }
    stop(at: opening, "found a string that is open at the end of its line, expected a closing quote")
    return String(decoding: text, as: UTF8.self)
  }

  /// The UTF-8 bytes of the escape sequence that begins with the next byte, a backslash.
  private mutating func readEscape() -> [UInt8] {
    let start = index
    index += 1
    let letter = next
    guard let letter else { return [] }
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

  /// What follows `\u`: four hexadecimal digits, and after a leading surrogate another such escape with a trailing one.
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

  /// UTF-8's spelling of U+FFFD.
  private static var replacement: [UInt8] { [0xEF, 0xBF, 0xBD] }
}

extension SourceText {
  /// The Unicode scalar that begins at a byte, or nil at the end and inside of another one.
  func scalar(at index: Int) -> Unicode.Scalar? {
    guard index < bytes.count else { return nil }
    var decoder = UTF8()
    var rest = bytes[index...].prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return nil }
    return scalar
  }
}
