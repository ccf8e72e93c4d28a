import Numerals

/// A function that is given by points: numbers x in increasing order with the values there and, where the table has them,
/// the derivatives.
///
/// ```swift
/// let table = try PointTable(x: [0, -1, 1], values: [0, -0.1, 1])
/// table.x            // [-1, 0, 1]
/// table.values       // [-0.1, 0, 1]
/// ```
public struct PointTable: Sendable, Equatable {
  /// The places of the points in increasing order, all different and finite.
  public let x: [Double]
  /// The value at each place.
  public let values: [Double]
  /// The derivative at each place; nil for a table without derivatives.
  public let derivatives: [Double]?
  /// A checksum of all numbers, by which two tables of the same content are known, as sixteen hexadecimal digits.
  public let checksum: String

  /// The number of points.
  public var count: Int { x.count }

  /// The greatest number of points: a million samples, and a million points of a grid.
  public static let pointLimit = 2_000_000
  /// The greatest number of bytes in the file of a table.
  public static let byteLimit = 64_000_000
  /// The greatest magnitude of a number in a table. Products of such numbers do not overflow double precision.
  public static let numberLimit = 1e100

  /// Sorts points by their x. A point that is given again with the same numbers counts once.
  ///
  /// - Parameters:
  ///   - x: The places in any order.
  ///   - values: The value at each place.
  ///   - derivatives: The derivative at each place; nil for a table without derivatives.
  /// - Throws: All faults with their places, e.g. an x with two different values.
  /// - Precondition: There is one value, and one derivative if there are any, for each place.
  public init(x: [Double], values: [Double], derivatives: [Double]? = nil) throws(TableFaults) {
    precondition(values.count == x.count && derivatives?.count ?? x.count == x.count, "Each point has its numbers.")
    try self.init(
      rows: TableRows(x: x, values: values, derivatives: derivatives, places: .rows), allowsUndefined: true)
  }

  /// Makes a table of rows whose numbers are not checked yet.
  ///
  /// - Parameter allowsUndefined: Whether values and derivatives may be NaN or infinite.
  package init(rows: TableRows, allowsUndefined: Bool) throws(TableFaults) {
    let rule = TableColumn.Rule(allowsUndefined: allowsUndefined)
    var faults = TableFaults()
    for row in rows.x.indices {
      let numbers = [rows.x[row], rows.values[row]] + (rows.derivatives.map { [$0[row]] } ?? [])
      for (number, column) in zip(numbers, TableColumn.allCases) {
        guard let expectation = rule.expectation(missedBy: number, in: column) else { continue }
        faults.report(rows.places[row], "found the \(column.rawValue) \(number), expected \(expectation)")
      }
    }
    try self.init(rows: rows, collecting: faults)
  }

  /// Sorts the rows that were read from a table, and reports their faults together with those of the reading.
  init(rows: TableRows, collecting earlier: TableFaults) throws(TableFaults) {
    var faults = earlier
    let count = rows.x.count
    precondition(rows.values.count == count && rows.derivatives?.count ?? count == count, "Each point has its numbers.")
    guard faults.isEmpty else { throw faults }
    guard 1...Self.pointLimit ~= count else {
      faults.report(nil, "found \(count) points, expected 1 to \(Self.pointLimit)")
      throw faults
    }
    let isSorted = zip(rows.x, rows.x.dropFirst()).allSatisfy(<)
    guard !isSorted else {
      self.init(sorted: rows.x, values: rows.values, derivatives: rows.derivatives)
      return
    }
    let order = rows.x.indices.sorted { (rows.x[$0], $0) < (rows.x[$1], $1) }
    var kept: [Int] = []
    kept.reserveCapacity(count)
    var repeated: [(again: Int, first: Int)] = []
    for index in order {
      guard let first = kept.last, rows.x[first] == rows.x[index] else {
        kept.append(index)
        continue
      }
      if !rows.areSame(first, index) { repeated.append((index, first)) }
    }
    for (again, first) in repeated.sorted(by: { $0.again < $1.again }) {
      let found = "found x = \(String(shortest: rows.x[again])) again with other numbers"
      faults.report(rows.places[again], "\(found), expected each x once; the first is at \(rows.places[first].words)")
    }
    guard faults.isEmpty else { throw faults }
    self.init(
      sorted: kept.map { rows.x[$0] }, values: kept.map { rows.values[$0] },
      derivatives: rows.derivatives.map { derivatives in kept.map { derivatives[$0] } })
  }

  private init(sorted x: [Double], values: [Double], derivatives: [Double]?) {
    (self.x, self.values, self.derivatives) = (x, values, derivatives)
    var checksum = Checksum()
    checksum.add(UInt64(x.count))
    for column in [x, values] + (derivatives.map { [$0] } ?? []) {
      // Both zeros, and all numbers that are not numbers, are the same.
      for number in column { checksum.add(number.isNaN ? Double.nan.bitPattern : (number + 0).bitPattern) }
    }
    self.checksum = checksum.text
  }

  public static func == (left: PointTable, right: PointTable) -> Bool {
    left.count == right.count && left.checksum == right.checksum
      && (left.derivatives == nil) == (right.derivatives == nil)
  }
}

/// The rows of a table in the order in which they were read.
package struct TableRows: Sendable {
  package var x: [Double]
  package var values: [Double]
  package var derivatives: [Double]?
  package var places: Places

  /// The place of each row.
  package struct Places: Sendable {
    private let lines: [Int32]?

    /// The rows of an array, by their indices.
    package static let rows = Places(lines: nil)

    /// The rows of a text, by their lines.
    init(lines: [Int32]?) { self.lines = lines }

    subscript(index: Int) -> TableFault.Place {
      lines.map { .line(Int($0[index]), column: 1) } ?? .row(index)
    }
  }

  package init(x: [Double], values: [Double], derivatives: [Double]?, places: Places) {
    (self.x, self.values, self.derivatives, self.places) = (x, values, derivatives, places)
  }

  /// Whether two rows have the same value and derivative.
  fileprivate func areSame(_ first: Int, _ second: Int) -> Bool {
    func isSame(_ column: [Double]) -> Bool {
      column[first] == column[second] || column[first].isNaN && column[second].isNaN
    }
    return isSame(values) && derivatives.map(isSame) ?? true
  }
}
