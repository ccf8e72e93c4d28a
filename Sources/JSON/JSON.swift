/// A JSON value to be written; the members of an object keep their order.
///
/// ```swift
/// let json: JSON = ["name": "mish", "range": [-5, 0.1], "legend": nil]
/// json.text     // {"name": "mish", "range": [-5, 0.1], "legend": null}
/// ```
public enum JSON: Sendable, Equatable {
  /// `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// Written without a rounding, however large.
  case integer(UInt64)
  /// The shortest text that reads back as the same number; null where it is not finite, as JSON knows no such numbers.
  case number(Double)
  /// Any text; what must not stand in a JSON string is escaped.
  case string(String)
  /// Values in their order.
  case array([JSON])
  /// An array of numbers that are computed when they are written.
  case numbers(NumberSeries)
  /// Members in their order, whatever their keys.
  case object([Member])

  /// A key and its value.
  public struct Member: Sendable, Equatable {
    /// Any text.
    public let key: String
    /// What stands under the key.
    public let value: JSON

    package init(key: String, value: JSON) { (self.key, self.value) = (key, value) }
  }

  package init(_ value: String?) { self = value.map(JSON.string) ?? .null }
  package init(_ values: some Sequence<Double>) { self = .array(values.map(JSON.number)) }
  package init(_ value: Int) { self = value < 0 ? .number(Double(value)) : .integer(UInt64(value)) }
}

/// Numbers that are computed when they are asked for: a million of them take no memory.
public struct NumberSeries: Sendable, Equatable {
  /// How many there are.
  public let count: Int
  /// The number of each place from 0 on.
  public let number: @Sendable (_ place: Int) -> Double

  /// So many numbers.
  public init(count: Int, number: @escaping @Sendable (_ place: Int) -> Double) {
    self.count = count
    self.number = number
  }

  /// Numbers that are there already.
  package init(_ numbers: [Double]) { self.init(count: numbers.count) { numbers[$0] } }

  /// Whether both are the same numbers; not a number is the same as itself.
  public static func == (one: NumberSeries, other: NumberSeries) -> Bool {
    one.count == other.count
      && (0..<one.count).allSatisfy { place in
        let (first, second) = (one.number(place), other.number(place))
        return first == second || first.isNaN && second.isNaN
      }
  }
}

extension JSON: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByStringLiteral,
  ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(nilLiteral: ()) { self = .null }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(integerLiteral value: Int) { self.init(value) }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Member(key: $0, value: $1) })
  }
}

extension JSON {
  /// An object with the members of both, in their order.
  package static func + (first: JSON, second: JSON) -> JSON { .object(first.members + second.members) }

  private var members: [Member] { if case .object(let members) = self { members } else { [] } }
}
