import Drawing
import JSON
import Numerals
import Text

/// A rule for the values in one place of a configuration. It reads a value, or reports why the value is not allowed.
///
/// Rules are plain data, so that the JSON Schema and the values of sweeps come from the same declaration as the reading of
/// the file.
protocol ValueRule: Sendable {
  associatedtype Value: Sendable
  /// The allowed values in words, to complete "expected …".
  var expectation: String { get }
  /// The allowed values as JSON Schema. It refuses no value that the rule allows.
  var schema: JSONValue { get }
  /// Reads a value; nil after reporting a fault.
  func read(_ json: JSONNode, reporting faults: inout Faults) -> Value?
}

extension ValueRule {
  /// Whether a value is allowed; reports why it is not.
  func admits(_ json: JSONNode, reporting faults: inout Faults) -> Bool { read(json, reporting: &faults) != nil }
}

/// A rule whose values can also be written as they would stand in the file.
protocol ScalarRule: ValueRule {
  /// The value; nil if it is not allowed.
  func value(of json: JSONNode) -> Value?
  /// The JSON that reads back as the value.
  func json(of value: Value) -> JSONValue
  /// An allowed value in its shortest spelling; empty for any other value.
  func text(of json: JSONNode) -> String
}

extension ScalarRule {
  func read(_ json: JSONNode, reporting faults: inout Faults) -> Value? {
    let value = value(of: json)
    if value == nil { faults.report(json, expected: expectation) }
    return value
  }

  func text(of json: JSONNode) -> String { value(of: json).map { self.json(of: $0).line } ?? "" }
}

/// A rule for a single number, or a word in its place, over which a sweep can run.
protocol NumericRule: ScalarRule {}

/// The rule for a whole number between two bounds, which are included. The spellings 1e4 and 100.0 are whole numbers, too.
struct IntegerRule: NumericRule {
  typealias Value = Int
  let bounds: ClosedRange<Int>

  var expectation: String { "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)" }
  var schema: JSONValue {
    ["type": "integer", "minimum": JSONValue(bounds.lowerBound), "maximum": JSONValue(bounds.upperBound)]
  }
  func value(of json: JSONNode) -> Int? { json.wholeNumber.flatMap { bounds.contains($0) ? $0 : nil } }
  func json(of value: Int) -> JSONValue { JSONValue(value) }
}

/// The rule for a number between two bounds, which are included, with exceptions.
struct NumberRule: NumericRule {
  typealias Value = Double
  let bounds: ClosedRange<Double>
  var excluded: [Double] = []

  var expectation: String {
    let exception =
      excluded.isEmpty ? "" : " other than " + excluded.map { String(shortest: $0) }.joined(separator: ", ")
    return "a number from \(bounds.words)\(exception)"
  }
  var schema: JSONValue { bounds.schema + (excluded.isEmpty ? [:] : ["not": ["enum": JSONValue(excluded)]]) }
  func value(of json: JSONNode) -> Double? {
    json.number.flatMap { bounds.contains($0) && !excluded.contains($0) ? $0 : nil }
  }
  func json(of value: Double) -> JSONValue { .number(value) }
}

/// The rule for an interval [a, b] of two increasing numbers between two bounds.
struct IntervalRule: ScalarRule {
  typealias Value = ClosedRange<Double>
  let bounds: ClosedRange<Double>

  var expectation: String { "[a, b] with a below b, both from \(bounds.words)" }
  var schema: JSONValue { ["type": "array", "items": bounds.schema, "minItems": 2, "maxItems": 2] }
  func value(of json: JSONNode) -> ClosedRange<Double>? {
    guard let ends = json.elements, ends.count == 2, let low = ends[0].number, let high = ends[1].number,
      low < high, bounds.contains(low), bounds.contains(high)
    else { return nil }
    return low...high
  }
  func json(of value: ClosedRange<Double>) -> JSONValue { [.number(value.lowerBound), .number(value.upperBound)] }
}

extension ClosedRange<Double> {
  /// Both bounds, as in "0.5 to 2".
  fileprivate var words: String { "\(String(shortest: lowerBound)) to \(String(shortest: upperBound))" }

  /// The schema of a number between the bounds; without bounds if they admit every finite number.
  fileprivate var schema: JSONValue {
    let all = Double.greatestFiniteMagnitude
    return self == -all...all
      ? ["type": "number"]
      : ["type": "number", "minimum": .number(lowerBound), "maximum": .number(upperBound)]
  }
}

/// The rule for `true` and `false`.
struct BoolRule: ScalarRule {
  typealias Value = Bool
  var expectation: String { "true or false" }
  var schema: JSONValue { ["type": "boolean"] }
  func value(of json: JSONNode) -> Bool? { json.boolean }
  func json(of value: Bool) -> JSONValue { .boolean(value) }
}

/// The rule for a string that is the raw value of one of an enumeration's cases.
struct EnumRule<Value: RawRepresentable<String> & CaseIterable & Sendable>: ScalarRule {
  private var words: [String] { Value.allCases.map(\.rawValue) }

  var expectation: String { "one of " + words.map { "\"\($0)\"" }.joined(separator: ", ") }
  var schema: JSONValue { ["enum": .array(words.map(JSONValue.string))] }
  func value(of json: JSONNode) -> Value? { json.string.flatMap { Value(rawValue: $0) } }
  func read(_ json: JSONNode, reporting faults: inout Faults) -> Value? {
    if let value = value(of: json) { return value }
    let nearest = faults.isFull ? nil : json.string?.nearest(among: words)
    faults.report(json, expected: nearest.map { "\"\($0)\"" } ?? expectation)
    return nil
  }
  func json(of value: Value) -> JSONValue { .string(value.rawValue) }
}

/// The rule for a colour in the hexadecimal notation of CSS.
struct ColorRule: ScalarRule {
  typealias Value = Color
  var expectation: String { "a colour such as \"#1f77b4\", or \"#1f77b480\" if it is translucent" }
  var schema: JSONValue { ["type": "string", "pattern": "^#(?:[0-9a-fA-F]{2}){3,4}$"] }
  func value(of json: JSONNode) -> Color? { json.string.flatMap { Color(hexadecimal: $0) } }
  func json(of value: Color) -> JSONValue { .string(value.hexadecimal) }
}

/// The rule for an array of bounded length whose elements all follow one rule.
struct ArrayRule<Element: ScalarRule>: ScalarRule {
  typealias Value = [Element.Value]
  private let element: Element
  private let counts: ClosedRange<Int>

  init(of element: Element, counts: ClosedRange<Int>) { (self.element, self.counts) = (element, counts) }

  var expectation: String {
    "an array of \(counts.lowerBound) to \(counts.upperBound), each \(element.expectation)"
  }
  var schema: JSONValue {
    [
      "type": "array", "items": element.schema, "minItems": JSONValue(counts.lowerBound),
      "maxItems": JSONValue(counts.upperBound),
    ]
  }
  func value(of json: JSONNode) -> [Element.Value]? {
    guard let elements = json.elements, counts.contains(elements.count) else { return nil }
    let values = elements.compactMap(element.value)
    return values.count == elements.count ? values : nil
  }
  func read(_ json: JSONNode, reporting faults: inout Faults) -> [Element.Value]? {
    guard let elements = json.elements, counts.contains(elements.count) else {
      faults.report(json, expected: expectation)
      return nil
    }
    let values = elements.filter { !$0.isFaulty }.compactMap { element.read($0, reporting: &faults) }
    return values.count == elements.count ? values : nil
  }
  func json(of value: [Element.Value]) -> JSONValue { .array(value.map(element.json)) }
}

/// The rule for an array of bounded length whose elements all differ.
struct DistinctArrayRule<Element: ScalarRule>: ScalarRule where Element.Value: Hashable {
  typealias Value = [Element.Value]
  private let array: ArrayRule<Element>

  init(of element: Element, counts: ClosedRange<Int>) { array = ArrayRule(of: element, counts: counts) }

  var expectation: String { array.expectation + ", none of them twice" }
  var schema: JSONValue { array.schema + ["uniqueItems": true] }
  func value(of json: JSONNode) -> [Element.Value]? {
    array.value(of: json).flatMap { Set($0).count == $0.count ? $0 : nil }
  }
  func read(_ json: JSONNode, reporting faults: inout Faults) -> [Element.Value]? {
    guard let values = array.read(json, reporting: &faults), let elements = json.elements else { return nil }
    var seen: Set<Element.Value> = []
    for (value, element) in zip(values, elements) where !seen.insert(value).inserted {
      faults.report(element, expected: "none of the values before it")
      return nil
    }
    return values
  }
  func json(of value: [Element.Value]) -> JSONValue { array.json(of: value) }
}
