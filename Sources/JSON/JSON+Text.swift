import Numerals
import Text

extension JSON {
  /// The text as RFC 8259 defines it, without a line feed at its end.
  ///
  /// What holds nothing but scalars stands on one line; other members and elements stand on lines of their own, two spaces
  /// further in. The same value is the same text, wherever and whenever.
  public var text: String { text(indentedBy: 0) }

  /// The same, as it stands in a text where its first line begins after so many spaces.
  package func text(indentedBy count: Int) -> String {
    var text = ""
    write(to: &text, indentation: "\n" + String(repeating: " ", count: count))
    return text
  }

  /// The same on one line, whatever it holds.
  public var line: String {
    var text = ""
    write(to: &text, indentation: nil)
    return text
  }

  /// Writes the text piece by piece, so that it need never be held as a whole: the lines after its first stand so many spaces
  /// further in.
  public func write(to text: inout some TextOutputStream, indentedBy count: Int = 0) {
    write(to: &text, indentation: "\n" + String(repeating: " ", count: count))
  }

  /// In quotation marks.
  private static func quoted(_ text: String) -> String {
    var quoted = ""
    quoted.append(quoting: text)
    return quoted
  }

  /// - Parameter indentation: A line feed and the spaces before the line on which the value begins; nil keeps all of it on
  ///   one line.
  private func write(to text: inout some TextOutputStream, indentation: String?) {
    switch self {
    case .null: text.write("null")
    case .boolean(let value): text.write(value ? "true" : "false")
    case .integer(let value): text.write(String(value))
    case .number(let value): text.write(value.isFinite ? String(shortest: value) : "null")
    case .string(let value): text.write(Self.quoted(value))
    case .numbers(let series):
      text.write("[")
      for place in 0..<series.count {
        if place > 0 { text.write(", ") }
        let number = series.number(place)
        text.write(number.isFinite ? String(shortest: number) : "null")
      }
      text.write("]")
    case .array(let elements):
      let separator = Self.separator(of: elements, indentation: indentation)
      text.write("[")
      for (place, element) in elements.enumerated() {
        text.write(separator.text(before: place))
        element.write(to: &text, indentation: separator.indentation)
      }
      text.write(separator.end + "]")
    case .object(let members):
      let separator = Self.separator(of: members.map(\.value), indentation: indentation)
      text.write("{")
      for (place, member) in members.enumerated() {
        text.write(separator.text(before: place))
        text.write(Self.quoted(member.key))
        text.write(": ")
        member.value.write(to: &text, indentation: separator.indentation)
      }
      text.write(separator.end + "}")
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array, .numbers, .object: false
    default: true
    }
  }

  private static func separator(of values: [JSON], indentation: String?) -> Separator {
    guard let indentation, !values.allSatisfy(\.isScalar) else {
      return Separator(indentation: indentation, start: "", next: ", ", end: "")
    }
    let inner = indentation + "  "
    return Separator(indentation: inner, start: inner, next: "," + inner, end: indentation)
  }
}

/// What stands between the brackets and the values of an array or an object.
private struct Separator {
  let indentation: String?
  let start: String
  let next: String
  let end: String

  func text(before place: Int) -> String { place == 0 ? start : next }
}

extension String {
  /// Appends a JSON string. What RFC 8259 asks for is escaped, and what could move a terminal's cursor or turn its line
  /// around; all else stands as it is.
  fileprivate mutating func append(quoting text: String) {
    self += "\""
    var rest = text[...]
    while let place = rest.firstSpecial {
      append(contentsOf: rest[..<place])
      let scalar = rest.unicodeScalars[place]
      if scalar.isEscaped { append(escaping: scalar) } else { unicodeScalars.append(scalar) }
      rest = rest[rest.unicodeScalars.index(after: place)...]
    }
    append(contentsOf: rest)
    self += "\""
  }

  private mutating func append(escaping scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": self += "\\\""
    case "\\": self += "\\\\"
    case "\n": self += "\\n"
    case "\r": self += "\\r"
    case "\t": self += "\\t"
    default:
      let digits = Swift.String(scalar.value, radix: 16)
      self += "\\u" + Swift.String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}

extension Substring {
  /// The place of the first character that is not one of ASCII that stands in every JSON string as it is.
  fileprivate var firstSpecial: Index? {
    var text = self
    let offset = text.withUTF8 { $0.firstIndex { !(0x20...0x7E).contains($0) || $0 == 0x22 || $0 == 0x5C } }
    return offset.map { utf8.index(startIndex, offsetBy: $0) }
  }
}

extension Unicode.Scalar {
  fileprivate var isEscaped: Bool { self == "\"" || self == "\\" || isControl || isDirectional }
}
