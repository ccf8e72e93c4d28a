/// Writes values as JSON, with the same bytes as Foundation's encoder for text, whole numbers, Booleans, arrays and
/// dictionaries. Numbers with a fraction are refused; nothing that is encoded here has some.
public final class JSONEncoder {
  public struct OutputFormatting: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let prettyPrinted = OutputFormatting(rawValue: 1)
    public static let sortedKeys = OutputFormatting(rawValue: 2)
  }

  public var outputFormatting: OutputFormatting = []

  public init() {}

  public func encode<Value: Encodable>(_ value: Value) throws -> Data {
    let place = JSONPlace()
    try place.set(value, codingPath: [])
    var text = ""
    place.write(to: &text, formatting: outputFormatting, indentation: "")
    return Data(bytes: Array(text.utf8))
  }
}

/// A value that is being made, as the containers of an encoder fill it.
final class JSONPlace {
  enum Content {
    /// Nothing was encoded, which reads as an empty object.
    case nothing
    /// As it stands in the text.
    case scalar(String)
    case array([JSONPlace])
    case object([(key: String, value: JSONPlace)])
  }

  var content = Content.nothing

  func set<Value: Encodable>(_ value: Value, codingPath: [any CodingKey]) throws {
    switch value {
    case let text as String: content = .scalar(Self.quoted(text))
    case let truth as Bool: content = .scalar(truth ? "true" : "false")
    case let number as any BinaryInteger: content = .scalar("\(number)")
    case is any BinaryFloatingPoint:
      throw EncodingError.invalidValue(
        value, .init(codingPath: codingPath, debugDescription: "Numbers with a fraction are not written."))
    default: try value.encode(to: JSONPlaceEncoder(place: self, codingPath: codingPath))
    }
  }

  /// A further value of the array.
  func element() -> JSONPlace {
    let element = JSONPlace()
    if case .array(let elements) = content {
      content = .array(elements + [element])
    } else {
      content = .array([element])
    }
    return element
  }

  /// The value of the object's key; one that stands there already is replaced.
  func member(_ key: String) -> JSONPlace {
    let member = JSONPlace()
    guard case .object(var members) = content else {
      content = .object([(key, member)])
      return member
    }
    members.removeAll { $0.key == key }
    content = .object(members + [(key, member)])
    return member
  }

  func write(to text: inout String, formatting: JSONEncoder.OutputFormatting, indentation: String) {
    let isPretty = formatting.contains(.prettyPrinted)
    let inner = indentation + "  "
    func list(_ brackets: (String, String), _ items: [(prefix: String, value: JSONPlace)]) {
      text += brackets.0
      for (index, item) in items.enumerated() {
        text += (index == 0 ? "" : ",") + (isPretty ? "\n" + inner : "") + item.prefix
        item.value.write(to: &text, formatting: formatting, indentation: inner)
      }
      text += (isPretty ? (items.isEmpty ? "\n\n" : "\n") + indentation : "") + brackets.1
    }
    switch content {
    case .nothing: list(("{", "}"), [])
    case .scalar(let scalar): text += scalar
    case .array(let elements): list(("[", "]"), elements.map { ("", $0) })
    case .object(let members):
      let ordered = formatting.contains(.sortedKeys) ? members.sorted { $0.key < $1.key } : members
      list(("{", "}"), ordered.map { (Self.quoted($0.key) + (isPretty ? " : " : ":"), $0.value) })
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "/": quoted += "\\/"
      case "\u{08}": quoted += "\\b"
      case "\u{0C}": quoted += "\\f"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{00}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
