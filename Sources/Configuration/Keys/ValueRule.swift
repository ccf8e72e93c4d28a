import JSON
import Numerals
import Text

/// What may stand in one place of a configuration: reads the value there, or reports why it cannot.
///
/// A rule is plain data, so that the JSON Schema and the values of a sweep come from the same declaration as the reading of
/// the file.
protocol ValueRule: Sendable {
  associatedtype Value: Sendable
  /// Completes a sentence that ends in "expected …".
  var expectation: String { get }
  /// What may stand there, as JSON Schema says it. It refuses nothing that the rule accepts.
  var schema: JSON { get }
  /// The value, or nil after reporting a fault.
  func read(_ json: JSONValue, reporting faults: inout Faults) -> Value?
}

/// A rule whose values can also be written as they would stand in the file.
protocol ScalarRule: ValueRule {
  /// The value if the rule holds for it.
  func value(of json: JSONValue) -> Value?
  /// JSON that reads back as the value.
  func text(of value: Value) -> String
}

extension ScalarRule {
  func read(_ json: JSONValue, reporting faults: inout Faults) -> Value? {
    let value = value(of: json)
    if value == nil { faults.report(json, expected: expectation) }
    return value
  }
}

/// A rule for a single number, over which a sweep can run.
protocol NumberRule: ScalarRule {
  /// A number that the rule admits, in its shortest form.
  func text(of number: JSONNumber) -> String
}

/// A whole number between two bounds, ends included; 1e4 and 100.0 are whole too.
struct WholeNumber: NumberRule {
  typealias Value = Int
  let bounds: ClosedRange<Int>

  var expectation: String { "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)" }
  var schema: JSON {
    ["type": "integer", "minimum": JSON(bounds.lowerBound), "maximum": JSON(bounds.upperBound)]
  }
  func value(of json: JSONValue) -> Int? {
    guard case .number(let number) = json.content, let value = number.wholeValue else { return nil }
    return bounds.contains(value) ? value : nil
  }
  func text(of value: Int) -> String { String(value) }
  func text(of number: JSONNumber) -> String { number.wholeValue.map(String.init) ?? String(shortest: number.value) }
}

/// A finite number between two bounds, ends included, with exceptions.
struct RealNumber: NumberRule {
  typealias Value = Double
  let bounds: ClosedRange<Double>
  var excluded: [Double] = []

  var expectation: String {
    let (low, high) = (String(shortest: bounds.lowerBound), String(shortest: bounds.upperBound))
    let exception =
      excluded.isEmpty ? "" : " other than " + excluded.map { String(shortest: $0) }.joined(separator: ", ")
    return "a number from \(low) to \(high)\(exception)"
  }
  var schema: JSON { bounds.schema + (excluded.isEmpty ? [:] : ["not": ["enum": JSON(excluded)]]) }
  func value(of json: JSONValue) -> Double? {
    guard case .number(let number) = json.content else { return nil }
    return bounds.contains(number.value) && !excluded.contains(number.value) ? number.value : nil
  }
  func text(of value: Double) -> String { String(shortest: value) }
  func text(of number: JSONNumber) -> String { String(shortest: number.value) }
}

/// Two increasing numbers [a, b] between two bounds.
struct NumberInterval: ScalarRule {
  typealias Value = ClosedRange<Double>
  let bounds: ClosedRange<Double>

  var expectation: String {
    let (low, high) = (String(shortest: bounds.lowerBound), String(shortest: bounds.upperBound))
    return "[a, b] with a below b, both from \(low) to \(high)"
  }
  var schema: JSON { ["type": "array", "items": bounds.schema, "minItems": 2, "maxItems": 2] }
  func value(of json: JSONValue) -> ClosedRange<Double>? {
    guard case .array(let ends) = json.content, ends.count == 2,
      case .number(let low) = ends[0].content, case .number(let high) = ends[1].content,
      low.value < high.value, bounds.contains(low.value), bounds.contains(high.value)
    else { return nil }
    return low.value...high.value
  }
  func text(of value: ClosedRange<Double>) -> String {
    "[\(String(shortest: value.lowerBound)), \(String(shortest: value.upperBound))]"
  }
}

/// A text of bounded length.
struct Text: ScalarRule {
  typealias Value = String
  /// In UTF-8.
  let bytes: ClosedRange<Int>
  /// Control characters that may stand in it; no other does.
  var allowedControls: [Unicode.Scalar] = []
  /// Whether the text becomes the name of a file. The schema then refuses what no such name may be; when the file is read,
  /// `FileName` tells why.
  var isFileName = false

  var expectation: String {
    let length = bytes.lowerBound == 0 ? "at most" : "\(bytes.lowerBound) to"
    let exceptions = allowedControls.map { " other than " + $0.escaped }.joined()
    return "a text of \(length) \(bytes.upperBound) bytes without control characters\(exceptions)"
  }
  var schema: JSON { schema(pattern: "^\(schemaConditions)[^\(excludedCharacters)]*$") }
  func value(of json: JSONValue) -> String? {
    guard case .string(let text) = json.content, admits(text) else { return nil }
    return text
  }
  func admits(_ text: String) -> Bool {
    bytes.contains(text.utf8.count)
      && !text.unicodeScalars.contains { $0.isControl && !allowedControls.contains($0) }
  }
  func text(of value: String) -> String {
    "\"" + value.unicodeScalars.map(\.escaped).joined() + "\""
  }
}

extension Unicode.Scalar {
  /// As a JSON string holds it.
  fileprivate var escaped: String {
    switch self {
    case "\"", "\\": "\\\(self)"
    case "\n": "\\n"
    default: String(self)
    }
  }
}
