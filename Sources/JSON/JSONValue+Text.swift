import Numerals
import Text

extension JSONValue {
  /// The value as RFC 8259 defines it, over several lines, without a line feed at the end.
  ///
  /// An array or object that holds only scalars stands on one line; other elements and members have lines of their own,
  /// indented by two spaces. Equal values give equal texts on every machine.
  public var text: String { text(indentedBy: 0) }

  /// The text with every line but the first indented by further spaces, to be put into another text.
  package func text(indentedBy count: Int) -> String {
    var text = ""
    write(to: &text, indentedBy: count)
    return text
  }

  /// The value as RFC 8259 defines it, on one line.
  public var line: String {
    var text = ""
    write(to: &text, indentation: nil)
    return text
  }

  /// Writes the text piece by piece, so that it is never held in memory as a whole.
  ///
  /// - Parameter count: The number of spaces before every line but the first.
  public func write(to text: inout some TextOutputStream, indentedBy count: Int = 0) {
    write(to: &text, indentation: "\n" + String(repeating: " ", count: count))
  }

  /// - Parameter indentation: A line feed and the spaces before the line on which the value begins; nil keeps the value on
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
        JSONValue.number(series.number(place)).write(to: &text, indentation: nil)
      }
      text.write("]")
    case .array(let elements):
      let separator = Separator(indentation: elements.allSatisfy(\.isScalar) ? nil : indentation)
      text.write("[")
      for (place, element) in elements.enumerated() {
        text.write(place == 0 ? separator.start : separator.next)
        element.write(to: &text, indentation: separator.indentation)
      }
      text.write(separator.end + "]")
    case .object(let members):
      let separator = Separator(indentation: members.allSatisfy(\.value.isScalar) ? nil : indentation)
      text.write("{")
      for (place, member) in members.enumerated() {
        text.write(place == 0 ? separator.start : separator.next)
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

  private static func quoted(_ text: String) -> String {
    var quoted = ""
    quoted.append(quoting: text)
    return quoted
  }
}

/// The characters between the brackets and the values of an array or an object.
private struct Separator {
  /// The indentation of the values; nil if they stand on the line of the bracket.
  let indentation: String?
  let start: String
  let next: String
  let end: String

  /// - Parameter indentation: The indentation of the brackets; nil keeps all on one line.
  init(indentation: String?) {
    self.indentation = indentation.map { $0 + "  " }
    start = self.indentation ?? ""
    next = self.indentation.map { "," + $0 } ?? ", "
    end = indentation ?? ""
  }
}

extension String {
  /// Appends a text as a JSON string. Escaped are the characters for which RFC 8259 demands it, and those that could move a
  /// terminal's cursor or change the direction of its line; all others stand as they are.
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
    default: self += scalar.unicodeEscape
    }
  }
}

extension Substring {
  /// The place of the first character other than the printable ASCII characters that need no escape.
  fileprivate var firstSpecial: Index? {
    var text = self
    let offset = text.withUTF8 { $0.firstIndex { !(0x20...0x7E).contains($0) || $0 == 0x22 || $0 == 0x5C } }
    return offset.map { utf8.index(startIndex, offsetBy: $0) }
  }
}

extension Unicode.Scalar {
  fileprivate var isEscaped: Bool { self == "\"" || self == "\\" || isControl || isDirectional }

  /// The escape sequence of a scalar up to U+FFFF, as JSON and the regular expressions of ECMAScript write it: `\u0085`.
  package var unicodeEscape: String {
    let digits = String(value, radix: 16)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// Numbers that are computed when they are asked for: a million of them take no memory.
public struct NumberSeries: Sendable, Equatable {
  /// The number of elements.
  public let count: Int
  /// Computes the element at an index, which counts from 0.
  public let number: @Sendable (_ place: Int) -> Double

  /// Makes a series of `count` elements from a function of their index.
  public init(count: Int, number: @escaping @Sendable (_ place: Int) -> Double) {
    self.count = count
    self.number = number
  }

  /// Makes a series of numbers that are stored already.
  package init(_ numbers: [Double]) { self.init(count: numbers.count) { numbers[$0] } }

  /// Whether all elements are equal; NaN equals NaN.
  public static func == (one: NumberSeries, other: NumberSeries) -> Bool {
    one.count == other.count
      && (0..<one.count).allSatisfy { place in
        let (first, second) = (one.number(place), other.number(place))
        return first == second || first.isNaN && second.isNaN
      }
  }
}

// MARK: - Output that a CI engine reads

extension JSONValue {
  /// A JSON text for the standard output, without anything that a CI engine would take for a command.
  ///
  /// The beginning of such a command, `##[`, can only stand in a string. There the second number sign is replaced by its
  /// escape sequence, which leaves the value the same.
  public static func inert(_ text: String) -> String {
    var bytes = Array(text.utf8)
    guard let first = bytes.indices.first(where: { bytes[$0...].beginsPair }) else { return text }
    var result = Array(bytes[..<first])
    bytes.removeFirst(first)
    for index in bytes.indices {
      if index > 0, bytes[(index - 1)...].beginsPair, bytes[(index + 1)...].endsLogCommand {
        result += Unicode.Scalar("#").unicodeEscape.utf8
      } else {
        result.append(bytes[index])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes begin with `##`.
  fileprivate var beginsPair: Bool {
    count > 1 && self[startIndex] == UInt8(ascii: "#") && self[startIndex + 1] == UInt8(ascii: "#")
  }

  /// Whether the bytes begin with what follows the number signs of `##[`, `##vso[` or `##teamcity[`.
  fileprivate var endsLogCommand: Bool {
    first { !(UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20) } == UInt8(ascii: "[")
  }
}
