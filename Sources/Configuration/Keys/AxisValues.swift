import JSON
import Numerals
import Plans

/// The values of a number in a sweep. Those between two ends are made when they are asked for, as there may be a million.
enum AxisValues: RandomAccessCollection, Sendable {
  /// The elements of an array.
  case listed([JSONNode])
  /// Evenly spaced values, both ends among them, all with the place of one object.
  case spaced(from: Double, to: Double, count: Int, span: Range<Int>)

  var startIndex: Int { 0 }

  var endIndex: Int {
    switch self {
    case .listed(let values): values.count
    case .spaced(_, _, let count, _): count
    }
  }

  /// The value at an index. Values between the ends are rounded to 12 significant digits, so that tenths are printed as
  /// tenths.
  subscript(index: Int) -> JSONNode {
    switch self {
    case .listed(let values): return values[index]
    case .spaced(let from, let to, let count, let span):
      let value =
        index == 0 ? from : index == count - 1 ? to : Self.mixed(from, to, at: Double(index), of: Double(count - 1))
      return JSONNode(content: .scalar(.number(value)), span: span)
    }
  }

  private static func mixed(_ from: Double, _ to: Double, at index: Double, of last: Double) -> Double {
    let mixed = (from * (last - index) + to * index) / last
    let isZero = mixed.magnitude < 1e-13 * Swift.max(from.magnitude, to.magnitude)
    return isZero ? 0 : Double(String(mixed, significantDigits: 12)) ?? mixed
  }

  /// Whether the values are made from their ends and are so many that checking them takes a while.
  var isLong: Bool { if case .spaced(_, _, let count, _) = self { count > Limits.examinedFigures } else { false } }
}

/// Evenly spaced values, given by their ends and their number.
struct EvenSpacing: Sendable {
  var from: Located<Double>?
  var to: Located<Double>?
  var count: Located<Int>?

  private static let end = NumberRule(bounds: -1e15...1e15)

  static let keys: [ConfigurationKey<Self>] = [
    ConfigurationKey("from", end, into: { $0.from = $1 }, meaning: "The first value."),
    ConfigurationKey("to", end, into: { $0.to = $1 }, meaning: "The last value, which may be the lesser one."),
    ConfigurationKey(
      "count", IntegerRule(bounds: 2...Limits.figures), into: { $0.count = $1 },
      meaning: "How many values there are, both ends among them."),
  ]

  /// The values, all with the place of the whole object; nil after reporting a missing key.
  func values(at json: JSONNode, reporting faults: inout Faults) -> AxisValues? {
    for (key, isMissing) in [("from", from == nil), ("to", to == nil), ("count", count == nil)] where isMissing {
      faults.report(at: json.span.lowerBound, "found no \"\(key)\", expected \(SweepListRule().expectation)")
      return nil
    }
    guard let from = from?.value, let to = to?.value, let count = count?.value else { return nil }
    return .spaced(from: from, to: to, count: count, span: json.span)
  }
}
