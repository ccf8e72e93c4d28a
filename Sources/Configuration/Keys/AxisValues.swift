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
