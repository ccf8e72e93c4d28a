import Foundation

/// Measures plans of very many small figures: their memory, whether each figure costs as much as one of few, and the time in
/// which a million are planned.
func addHugePlans(to report: inout SuiteReport, scratch: Scratch) throws {
  var table = Table("figures of 150 × 50 pixels", columns: ["s", "CPU s", "CPU ms each", "peak MB"])
  var costs: [Double] = []
  for count in [1_000, 100_000] {
    let drawing = Drawing(configuration: try scratch.file(.sweep(smallFigures: count)))
    let (seconds, process) = try measured { try drawing.run(in: scratch) }
    costs.append(process.processor / Double(count))
    table.add(
      "\(Double(count).digits) drawn", seconds, process.processor, costs[costs.count - 1] * 1e3, process.megabytes)
    if count == 100_000 {
      report.promises += [
        Promise("peak MB of 100 000 small figures", process.megabytes, .atMost, 60),
        Promise("cost of one of 100 000 figures, in times of one of 1 000", costs[1] / costs[0], .atMost, 1.1),
      ]
    }
  }
  let configuration = try scratch.file(.sweep(smallFigures: 1_000_000))
  let (seconds, process) = try measured {
    try ChildProcess([Places.tool, "render", configuration, "--output", scratch.newPath(), "--dry-run"])
  }
  table.add(
    "1 000 000 planned with --dry-run", seconds, process.processor, process.processor / 1e3, process.megabytes)
  report.promises += [
    Promise("seconds to plan a million figures", seconds, .atMost, 30),
    Promise("peak MB of planning a million figures", process.megabytes, .atMost, 100),
  ]
  report.tables.append(table)
}

/// The elapsed time of a body in seconds, and what it returns.
private func measured<Value>(_ body: () throws -> Value) rethrows -> (seconds: Double, Value) {
  let start = ContinuousClock.now
  let value = try body()
  return ((ContinuousClock.now - start) / .seconds(1), value)
}

extension String {
  /// Returns a configuration of a number of small figures of one function with few samples.
  fileprivate static func sweep(smallFigures count: Int) -> String {
    """
    {"samples": 1000, "figure": {"dpi": 10}, "activations": [{"function": "swish", \
    "sweep": {"beta": {"from": 0.5, "to": 5, "count": \(count)}}}]}
    """
  }
}
