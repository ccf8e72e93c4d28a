import JSON
import Numerals

/// Numbers one by one, or evenly spaced between two ends.
struct SweepListRule: ValueRule {
  private let span = ObjectRule(keys: EvenSpacing.keys, empty: EvenSpacing())

  var expectation: String {
    "an array of 1 to \(Limits.figures) numbers or {\"from\": a, \"to\": b, \"count\": n}"
  }

  func read(_ json: JSONValue, reporting faults: inout Faults) -> [JSONValue]? {
    switch json.content {
    case .array(let values) where 1...Limits.figures ~= values.count:
      return values
    case .object:
      return span.read(json, reporting: &faults)?.values(at: json, reporting: &faults)
    default:
      faults.report(json, expected: expectation)
      return nil
    }
  }
}

/// Numbers of a sweep by their ends and how many there are.
struct EvenSpacing: Sendable {
  var from: Located<Double>?
  var to: Located<Double>?
  var count: Located<Int>?

  private static let end = RealNumber(bounds: -1e15...1e15)

  static let keys: [ConfigurationKey<Self>] = [
    ConfigurationKey("from", end, into: { $0.from = $1 }, meaning: "The first value."),
    ConfigurationKey("to", end, into: { $0.to = $1 }, meaning: "The last value, which may be the lesser one."),
    ConfigurationKey(
      "count", WholeNumber(bounds: 2...Limits.figures), into: { $0.count = $1 },
      meaning: "How many values there are, both ends among them."),
  ]

  /// The values, each at the place of the whole; nil after saying what is missing.
  ///
  /// Those between the ends are rounded to 12 significant digits, so that tenths are printed as tenths.
  func values(at json: JSONValue, reporting faults: inout Faults) -> [JSONValue]? {
    for (key, isMissing) in [("from", from == nil), ("to", to == nil), ("count", count == nil)] where isMissing {
      faults.report(at: json.span.lowerBound, "found no \"\(key)\", expected \(SweepListRule().expectation)")
      return nil
    }
    guard let from = from?.value, let to = to?.value, let count = count?.value else { return nil }
    let largest = max(from.magnitude, to.magnitude)
    return (0..<count).map { index in
      let mixed = (from * Double(count - 1 - index) + to * Double(index)) / Double(count - 1)
      let isZero = mixed.magnitude < 1e-13 * largest
      let rounded = isZero ? 0 : Double(String(mixed, significantDigits: 12)) ?? mixed
      let value = index == 0 ? from : index == count - 1 ? to : rounded
      let number = JSONNumber(value: value, wholeValue: Int(exactly: value))
      return JSONValue(content: .number(number), span: json.span)
    }
  }
}
