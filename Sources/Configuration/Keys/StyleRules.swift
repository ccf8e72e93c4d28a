import Drawing
import JSON
import Text

/// `true` or `false`.
struct Flag: ScalarRule {
  typealias Value = Bool
  var expectation: String { "true or false" }
  var schema: JSON { ["type": "boolean"] }
  func value(of json: JSONValue) -> Bool? {
    guard case .boolean(let value) = json.content else { return nil }
    return value
  }
  func text(of value: Bool) -> String { value ? "true" : "false" }
}

/// One of a few words.
struct Word<Value: RawRepresentable<String> & CaseIterable & Sendable>: ScalarRule {
  private var words: [String] { Value.allCases.map(\.rawValue) }

  var expectation: String { "one of " + words.map { "\"\($0)\"" }.joined(separator: ", ") }
  var schema: JSON { ["enum": .array(words.map(JSON.string))] }
  func value(of json: JSONValue) -> Value? {
    guard case .string(let text) = json.content else { return nil }
    return Value(rawValue: text)
  }
  func read(_ json: JSONValue, reporting faults: inout Faults) -> Value? {
    if let value = value(of: json) { return value }
    var nearest: String?
    if case .string(let text) = json.content, !faults.isFull { nearest = text.nearest(among: words) }
    faults.report(json, expected: nearest.map { "\"\($0)\"" } ?? expectation)
    return nil
  }
  func text(of value: Value) -> String { "\"\(value.rawValue)\"" }
}

/// A colour as CSS writes it.
struct HexadecimalColor: ScalarRule {
  typealias Value = Color
  var expectation: String { "a colour as \"#1f77b4\", or \"#1f77b480\" where it is translucent" }
  var schema: JSON { ["type": "string", "pattern": "^#(?:[0-9a-fA-F]{2}){3,4}$"] }
  func value(of json: JSONValue) -> Color? {
    guard case .string(let text) = json.content else { return nil }
    return Color(hexadecimal: text)
  }
  func text(of value: Color) -> String { "\"\(value.hexadecimal)\"" }
}

/// An array of bounded length whose elements all follow one rule.
struct List<Element: ScalarRule>: ScalarRule {
  typealias Value = [Element.Value]
  let element: Element
  let counts: ClosedRange<Int>

  init(of element: Element, counts: ClosedRange<Int>) {
    self.element = element
    self.counts = counts
  }

  var expectation: String {
    "an array of \(counts.lowerBound) to \(counts.upperBound), each \(element.expectation)"
  }
  var schema: JSON {
    [
      "type": "array", "items": element.schema, "minItems": JSON(counts.lowerBound),
      "maxItems": JSON(counts.upperBound),
    ]
  }
  func value(of json: JSONValue) -> [Element.Value]? {
    guard case .array(let values) = json.content, counts.contains(values.count) else { return nil }
    let read = values.compactMap(element.value)
    return read.count == values.count ? read : nil
  }
  func read(_ json: JSONValue, reporting faults: inout Faults) -> [Element.Value]? {
    guard case .array(let values) = json.content, counts.contains(values.count) else {
      faults.report(json, expected: expectation)
      return nil
    }
    let sound = values.filter { !$0.isFaulty }
    let read = sound.compactMap { element.read($0, reporting: &faults) }
    return read.count == values.count ? read : nil
  }
  func text(of value: [Element.Value]) -> String { "[" + value.map(element.text).joined(separator: ", ") + "]" }
}

/// An array of bounded length in which nothing stands twice.
struct DistinctList<Element: ScalarRule>: ScalarRule where Element.Value: Hashable {
  typealias Value = [Element.Value]
  let list: List<Element>

  init(of element: Element, counts: ClosedRange<Int>) { list = List(of: element, counts: counts) }

  var expectation: String { list.expectation + ", none of them twice" }
  var schema: JSON { list.schema + ["uniqueItems": true] }
  func value(of json: JSONValue) -> [Element.Value]? {
    list.value(of: json).flatMap { Set($0).count == $0.count ? $0 : nil }
  }
  func read(_ json: JSONValue, reporting faults: inout Faults) -> [Element.Value]? {
    guard let values = list.read(json, reporting: &faults), case .array(let elements) = json.content else { return nil }
    var seen: Set<Element.Value> = []
    for (value, element) in zip(values, elements) where !seen.insert(value).inserted {
      faults.report(element, expected: "none of the values before it")
      return nil
    }
    return values
  }
  func text(of value: [Element.Value]) -> String { list.text(of: value) }
}

/// A style by its name, or an object with a `base` and what is changed in it.
struct StyleRule: ValueRule {
  private let name = Word<StyleName>()
  let object = ObjectRule(keys: StyleConfiguration.keys, empty: StyleConfiguration())

  var expectation: String { name.expectation + ", or an object with \"base\" and what is changed" }
  var schema: JSON { .reference(to: "style") }
  /// To which every key of a style refers.
  var definition: JSON { ["anyOf": [name.schema, object.schema]] }

  func read(_ json: JSONValue, reporting faults: inout Faults) -> StyleConfiguration? {
    switch json.content {
    case .string:
      guard let value = name.read(json, reporting: &faults) else { return nil }
      return StyleConfiguration(base: Located(value: value, offset: json.span.lowerBound))
    case .object: return object.read(json, reporting: &faults)
    default:
      faults.report(json, expected: expectation)
      return nil
    }
  }
}
