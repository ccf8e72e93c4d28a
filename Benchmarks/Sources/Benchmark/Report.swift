import Foundation

/// The results of a suite.
struct SuiteReport: Encodable {
  var tables: [Table] = []
  var promises: [Promise] = []
  /// Remarks on what was left out and why.
  var remarks: [String] = []
}

/// A promised bound of a number, with its measured value.
struct Promise: Encodable {
  enum Bound: String, Encodable { case atMost, atLeast }

  let words: String
  let measured: Double
  let bound: Bound
  let promised: Double
  let holds: Bool

  init(_ words: String, _ measured: Double, _ bound: Bound, _ promised: Double) {
    self.words = words
    self.measured = measured
    self.bound = bound
    self.promised = promised
    holds = bound == .atMost ? measured <= promised : measured >= promised
  }
}

/// The results of all suites of a run, with the machine.
struct Report: Encodable {
  let machine: Machine
  private(set) var suites: [Suite] = []

  struct Suite: Encodable {
    let name: String
    let report: SuiteReport

    private enum Key: String, CodingKey { case name }

    /// Encodes the name beside the members of the report.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(name, forKey: .name)
      try report.encode(to: encoder)
    }
  }

  init(of machine: Machine) { self.machine = machine }

  mutating func add(_ report: SuiteReport, named name: String) { suites.append(Suite(name: name, report: report)) }

  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  /// Returns the report of one suite as text.
  static func text(of report: SuiteReport) -> String {
    (report.tables.map(\.text) + [report.remarks.joined(separator: "\n")]).filter { !$0.isEmpty }
      .joined(separator: "\n\n")
  }

  /// A table of the promises with their measured values and whether they hold; nil if there are none.
  var promises: String? {
    let promises = suites.flatMap(\.report.promises)
    guard !promises.isEmpty else { return nil }
    let cells =
      [["promises", "measured", "promised", ""]]
      + promises.map { promise in
        let sign = promise.bound == .atMost ? "≤ " : "≥ "
        return [
          promise.words, promise.measured.digits, sign + promise.promised.digits, promise.holds ? "holds" : "missed",
        ]
      }
    let width = cells.map(\.[0].count).max() ?? 0
    return cells.map { line in
      line[0].padded(to: width)
        + line[1...2].map { "  " + $0.padded(to: 9, atEnd: false) }.joined() + "  " + line[3]
    }.joined(separator: "\n")
  }
}
