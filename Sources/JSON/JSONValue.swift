/// A value of a JSON text, with the bytes where it stands.
package struct JSONValue: Sendable {
  package let content: Content
  /// Byte offsets in the source; empty where a value is missing.
  package let span: Range<Int>

  package init(content: Content, span: Range<Int>) { (self.content, self.span) = (content, span) }

  package enum Content: Sendable {
    case null
    case boolean(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object([JSONMember])
    /// Something that is no value; its fault is reported, and nothing more can be said about it.
    case faulty
  }
}

extension JSONValue {
  package var isFaulty: Bool { if case .faulty = content { true } else { false } }
}

/// A finite number.
package struct JSONNumber: Sendable, Equatable {
  /// The nearest number in double precision.
  package let value: Double
  /// The same number where it is whole and an `Int` holds it: exact for plain digits (9007199254740993), by way of
  /// `value` for the other spellings (1e4, 100.0) up to 2⁵³.
  package let wholeValue: Int?

  package init(value: Double, wholeValue: Int?) { (self.value, self.wholeValue) = (value, wholeValue) }
}

/// A key of an object and its value.
package struct JSONMember: Sendable {
  package let key: String
  package let keySpan: Range<Int>
  package let value: JSONValue
  /// Whether the same key stands in the object before, which is reported.
  package let isRepeated: Bool

  package init(key: String, keySpan: Range<Int>, value: JSONValue, isRepeated: Bool) {
    (self.key, self.keySpan, self.value, self.isRepeated) = (key, keySpan, value, isRepeated)
  }
}

extension JSONValue {
  /// The RFC 6901 pointer to the deepest value at a byte offset; a key belongs to its value.
  ///
  /// `{"range": [-5, 5]}` has `/range` at 1 (the key) and at 10 (the bracket), `/range/1` at 15, and the whole, the empty
  /// pointer, at 0. Components of more than 100 Unicode scalars are cut.
  package func pointer(to offset: Int) -> String {
    var pointer = ""
    var value = self
    while let (component, child) = value.child(at: offset) {
      pointer += "/" + component
      value = child
    }
    return pointer
  }

  /// The child that covers an offset, found by bisection: children stand in order and do not overlap.
  private func child(at offset: Int) -> (component: String, value: JSONValue)? {
    switch content {
    case .array(let values):
      let index = values.partitioningIndex { $0.span.upperBound > offset }
      guard index < values.count, values[index].span.lowerBound <= offset else { return nil }
      return (String(index), values[index])
    case .object(let members):
      let index = members.partitioningIndex { $0.value.span.upperBound > offset }
      guard index < members.count, members[index].keySpan.lowerBound <= offset else { return nil }
      return (members[index].key.pointerComponent, members[index].value)
    default:
      return nil
    }
  }
}

extension String {
  /// As a JSON pointer writes a key: ~ as ~0, / as ~1.
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

extension Array {
  /// The first index whose element satisfies a condition that all later ones satisfy too, or `count`.
  package func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
