/// A table of measurements: rows with a name and a number in each column, or none.
struct Table {
  let title: String
  let columns: [String]
  private(set) var rows: [(name: String, values: [Double?])] = []

  init(_ title: String, columns: [String]) {
    self.title = title
    self.columns = columns
  }

  mutating func add(_ name: String, _ values: Double?...) {
    precondition(values.count <= columns.count, "A row has no more numbers than there are columns.")
    rows.append((name, values + [Double?](repeating: nil, count: columns.count - values.count)))
  }

  /// The table as text with aligned columns.
  var text: String {
    let cells = [[title] + columns] + rows.map { row in [row.name] + row.values.map { $0.map(\.digits) ?? "–" } }
    let widths = cells[0].indices.map { column in cells.map(\.[column].count).max() ?? 0 }
    return cells.map { line in
      let names = line[0].padded(to: widths[0])
      let numbers = zip(line, widths).dropFirst().map { "  " + $0.padded(to: max($1, 9), atEnd: false) }
      return names + numbers.joined()
    }.joined(separator: "\n")
  }
}

extension Table: Encodable {
  private enum Key: String, CodingKey { case title, rows, name, values }

  /// Encodes each row with its name and its numbers by the names of their columns.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(title, forKey: .title)
    var list = container.nestedUnkeyedContainer(forKey: .rows)
    for row in rows {
      var member = list.nestedContainer(keyedBy: Key.self)
      try member.encode(row.name, forKey: .name)
      let values = zip(columns, row.values).compactMap { column, value in value.map { (column, $0) } }
      try member.encode(Dictionary(uniqueKeysWithValues: values), forKey: .values)
    }
  }
}

extension Double {
  /// An integer with all digits; other numbers with three significant digits, all before the point and at most three
  /// after it.
  var digits: String {
    guard isFinite else { return "–" }
    let places = self == rounded() ? 0 : magnitude < 0.1 ? 3 : magnitude < 9.995 ? 2 : magnitude < 99.95 ? 1 : 0
    let whole = String(Int((self * [1, 10, 100, 1000][places]).rounded().magnitude))
    let padded = String(repeating: "0", count: Swift.max(0, places + 1 - whole.count)) + whole
    let front = padded.dropLast(places).grouped
    return (self < 0 ? "−" : "") + front + (places == 0 ? "" : "." + padded.suffix(places))
  }
}

extension Substring {
  /// The digits in groups of three, if there are at least five.
  fileprivate var grouped: String {
    guard count > 4 else { return String(self) }
    return String(enumerated().flatMap { ($0 > 0 && (count - $0).isMultiple(of: 3) ? [" "] : []) + [$1] })
  }
}

extension String {
  func padded(to count: Int, atEnd: Bool = true) -> String {
    let space = String(repeating: " ", count: max(0, count - self.count))
    return atEnd ? self + space : space + self
  }
}
