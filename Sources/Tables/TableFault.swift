/// A fault of a table, with its place.
public struct TableFault: Sendable, Equatable {
  /// A place in a table.
  public enum Place: Sendable, Equatable {
    /// A line and a column of a text, from 1; columns count Unicode scalars.
    case line(Int, column: Int)
    /// A row of an array, from 0.
    case row(Int)

    /// The place in words, such as `line 3` and `row 2`.
    public var words: String {
      switch self {
      case .line(let line, _): "line \(line)"
      case .row(let row): "row \(row)"
      }
    }
  }

  /// The place; nil for a fault of the whole table.
  public let place: Place?
  /// What was found and what was expected, as a sentence without full stop.
  public let message: String

  /// The fault after the name of its file: `learned.csv:17:5: found "abc", expected a number`.
  public func description(in file: String) -> String {
    switch place {
    case .line(let line, let column)?: "\(file):\(line):\(column): \(message)"
    case .row(let row)?: "\(file): row \(row): \(message)"
    case nil: "\(file): \(message)"
    }
  }
}

/// The faults of a table, in its order.
public struct TableFaults: Error, Sendable, Equatable {
  /// The faults that are kept, at most `maximumCount`.
  public private(set) var list: [TableFault] = []
  /// The number of further faults, which are only counted.
  public private(set) var omittedCount = 0

  /// The greatest number of faults that are kept.
  public static let maximumCount = 1_000

  /// Makes an empty list.
  public init() {}

  /// Makes a list of one fault of a whole table.
  public init(_ message: String) { report(nil, message) }

  /// Whether there are no faults.
  public var isEmpty: Bool { list.isEmpty }

  mutating func report(_ place: TableFault.Place?, _ message: @autoclosure () -> String) {
    if list.count < Self.maximumCount {
      list.append(TableFault(place: place, message: message()))
    } else {
      omittedCount += 1
    }
  }
}
