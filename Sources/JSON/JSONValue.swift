import Text

/// A JSON value; the members of an object keep their order.
///
/// It is written by `text`, `line` and `write(to:indentedBy:)`, and read by `init(parsing:)`. A reader that needs to know
/// where in its text each value stands uses `JSONNode`, whose scalars are values of this type.
///
/// ```swift
/// let json: JSONValue = ["name": "mish", "range": [-5, 0.1], "legend": nil]
/// json.text     // {"name": "mish", "range": [-5, 0.1], "legend": null}
/// ```
public enum JSONValue: Sendable {
  /// The literal `null`.
  case null
  /// The literal `true` or `false`.
  case boolean(Bool)
  /// A whole number that is not negative, exact to its last digit.
  case integer(UInt64)
  /// Any other number, in double precision. It is written as the shortest text that reads back as the same number, and as
  /// null where it is not finite, because JSON has no such numbers.
  case number(Double)
  /// Any text; the writer escapes what must not stand in a JSON string.
  case string(String)
  /// An array of values.
  case array([JSONValue])
  /// An array of numbers that are computed one by one when they are written.
  case numbers(NumberSeries)
  /// An object; nothing is assumed about its keys, which may even be equal.
  case object([Member])

  /// A key of an object and its value.
  public struct Member: Sendable, Equatable {
    /// The key, without quotes and escapes.
    public let key: String
    /// The value that stands under the key.
    public let value: JSONValue

    package init(key: String, value: JSONValue) { (self.key, self.value) = (key, value) }
  }

  package init(_ value: String?) { self = value.map(JSONValue.string) ?? .null }
  package init(_ values: some Sequence<Double>) { self = .array(values.map(JSONValue.number)) }
  package init(_ value: Int) { self = value < 0 ? .number(Double(value)) : .integer(UInt64(value)) }
}

extension JSONValue: Equatable {
  /// Whether two values mean the same: a number equals itself whichever case holds it, so that every value without
  /// non-finite numbers equals what is read from its text.
  public static func == (one: JSONValue, other: JSONValue) -> Bool {
    switch (one, other) {
    case (.null, .null): true
    case (.boolean(let first), .boolean(let second)): first == second
    case (.integer(let first), .integer(let second)): first == second
    case (.number(let first), .number(let second)): first == second
    case (.integer(let whole), .number(let number)), (.number(let number), .integer(let whole)):
      UInt64(exactly: number) == whole
    case (.string(let first), .string(let second)): first == second
    case (.array(let first), .array(let second)): first == second
    case (.numbers(let first), .numbers(let second)): first == second
    case (.numbers(let series), .array(let values)), (.array(let values), .numbers(let series)):
      series.count == values.count && values.indices.allSatisfy { values[$0] == .number(series.number($0)) }
    case (.object(let first), .object(let second)): first == second
    default: false
    }
  }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByStringLiteral,
  ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(nilLiteral: ()) { self = .null }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(integerLiteral value: Int) { self.init(value) }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member(key: $0, value: $1) })
  }
}

extension JSONValue {
  /// Reads a text by the grammar of RFC 8259; nil if the text has any fault.
  ///
  /// - Parameter limit: The greatest number of bytes that are read.
  package init?(parsing bytes: [UInt8], limit: Int = JSONReader.maximumLength) {
    var reader = JSONReader(SourceText(name: "", bytes: bytes))
    let root = reader.readText(limit: limit)
    guard reader.faults.isEmpty else { return nil }
    self.init(root)
  }

  /// The truth value of a boolean; nil for any other value.
  package var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }

  /// The text of a string; nil for any other value.
  package var string: String? { if case .string(let text) = self { text } else { nil } }

  /// A number in double precision; nil for any other value.
  package var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// A number that is whole and that an `Int` holds; nil for any other value.
  ///
  /// Plain digits are exact (9007199254740993). Other spellings (1e4, 100.0) and negative numbers pass through double
  /// precision and are whole up to 2⁵³, beyond which a double stands for several whole numbers.
  package var wholeNumber: Int? {
    switch self {
    case .integer(let value): Int(exactly: value)
    case .number(let value): value.magnitude <= 0x1p53 ? Int(exactly: value) : nil
    default: nil
    }
  }

  /// The value under a key of an object; nil if there is none or this is no object.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// An object with the members of both objects, in their order.
  package static func + (first: JSONValue, second: JSONValue) -> JSONValue { .object(first.members + second.members) }

  private var members: [Member] { if case .object(let members) = self { members } else { [] } }
}

// MARK: - Values with their places

/// A value of a JSON text together with the bytes where it stands.
package struct JSONNode: Sendable {
  package let content: Content
  /// The byte offsets of the value in the source; the range is empty where a value is missing.
  package let span: Range<Int>

  package init(content: Content, span: Range<Int>) { (self.content, self.span) = (content, span) }

  /// The value of a node, whose children are nodes again.
  package enum Content: Sendable {
    /// Null, a boolean, a number or a string.
    case scalar(JSONValue)
    case array([JSONNode])
    case object([JSONMember])
    /// Something that is not a value. Its fault has been reported, and nothing more can be said about it.
    case faulty
  }

  package var isFaulty: Bool { if case .faulty = content { true } else { false } }

  private var scalar: JSONValue? { if case .scalar(let value) = content { value } else { nil } }

  /// The truth value of a boolean; nil for any other value.
  package var boolean: Bool? { scalar?.boolean }
  /// The text of a string; nil for any other value.
  package var string: String? { scalar?.string }
  /// A number in double precision; nil for any other value.
  package var number: Double? { scalar?.number }
  /// A number that is whole and that an `Int` holds; nil for any other value.
  package var wholeNumber: Int? { scalar?.wholeNumber }
  /// The elements of an array; nil for any other value.
  package var elements: [JSONNode]? { if case .array(let elements) = content { elements } else { nil } }
  /// The members of an object; nil for any other value.
  package var members: [JSONMember]? { if case .object(let members) = content { members } else { nil } }
}

/// A key of an object of a JSON text, the bytes where it stands, and its value.
package struct JSONMember: Sendable {
  package let key: String
  package let keySpan: Range<Int>
  package let value: JSONNode
  /// Whether an earlier member of the object has the same key. The reader has reported it then.
  package let isRepeated: Bool

  package init(key: String, keySpan: Range<Int>, value: JSONNode, isRepeated: Bool = false) {
    (self.key, self.keySpan, self.value, self.isRepeated) = (key, keySpan, value, isRepeated)
  }
}

extension JSONValue {
  /// The value of a node without its place; whatever is at fault becomes null.
  package init(_ node: JSONNode) {
    switch node.content {
    case .scalar(let value): self = value
    case .array(let elements): self = .array(elements.map { JSONValue($0) })
    case .object(let members): self = .object(members.map { Member(key: $0.key, value: JSONValue($0.value)) })
    case .faulty: self = .null
    }
  }
}

extension JSONNode {
  /// The RFC 6901 pointer to the deepest value at a byte offset; a key belongs to its value.
  ///
  /// `{"range": [-5, 5]}` has `/range` at 1 (the key) and at 10 (the bracket), `/range/1` at 15, and the whole value, whose
  /// pointer is empty, at 0. Components of more than 100 Unicode scalars are cut.
  package func pointer(to offset: Int) -> String {
    var pointer = ""
    var value = self
    while let (component, child) = value.child(at: offset) {
      pointer += "/" + component
      value = child
    }
    return pointer
  }

  /// The child that covers an offset. Children stand in order and do not overlap, so that it is found by bisection.
  private func child(at offset: Int) -> (component: String, value: JSONNode)? {
    switch content {
    case .array(let elements):
      let index = elements.partitioningIndex { $0.span.upperBound > offset }
      guard index < elements.count, elements[index].span.lowerBound <= offset else { return nil }
      return (String(index), elements[index])
    case .object(let members):
      let index = members.partitioningIndex { $0.value.span.upperBound > offset }
      guard index < members.count, members[index].keySpan.lowerBound <= offset else { return nil }
      return (members[index].key.pointerComponent, members[index].value)
    case .scalar, .faulty:
      return nil
    }
  }
}

extension String {
  /// The key as a component of a JSON pointer: ~ becomes ~0, / becomes ~1.
  fileprivate var pointerComponent: String {
    var component = ""
    for scalar in abbreviated(to: 100).unicodeScalars {
      switch scalar {
      case "~": component += "~0"
      case "/": component += "~1"
      default: component.unicodeScalars.append(scalar)
      }
    }
    return component
  }
}
