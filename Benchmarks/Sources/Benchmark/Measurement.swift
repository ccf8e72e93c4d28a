import PortableMath

/// A table of results: what was measured down the side, with a number in each column.
struct Measurement: Encodable {
  let suite: String
  /// The vector instructions that were used.
  var instructions = Lanes.instructions
  let columns: [String]
  var rows: [Row] = []

  struct Row: Encodable {
    let name: String
    let values: [Double]
  }

  /// Aligned columns, numbers with four significant digits.
  var table: String {
    let width = 14
    let title = "\(suite) (\(instructions))"
    let nameWidth = max(title.count, rows.map(\.name.count).max() ?? 0)
    func line(_ name: String, _ cells: [String]) -> String {
      let padded = name + String(repeating: " ", count: nameWidth - name.count)
      return padded + cells.map { String(repeating: " ", count: max(1, width - $0.count)) + $0 }.joined()
    }
    let lines = rows.map { row in line(row.name, row.values.map(Self.text)) }
    return ([line(title, columns)] + lines).joined(separator: "\n")
  }

  private static func text(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1000 else { return "\(Int(value.rounded()))" }
    return "\((value * 1000).rounded() / 1000)"
  }
}
