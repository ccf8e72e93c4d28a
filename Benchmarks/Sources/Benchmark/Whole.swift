import Foundation
import PNG

/// The built tool as a process: how it starts, what figures cost from a cold process, how that grows, and how large files are.
func whole(isLong: Bool) throws -> SuiteReport {
  let scratch = try Scratch()
  var report = SuiteReport()
  try addStart(to: &report)
  try addScale(to: &report, scratch: scratch, isLong: isLong)
  try addCores(to: &report, scratch: scratch)
  try addSizes(to: &report, scratch: scratch)
  if !isLong { report.remarks.append("10 000 figures, 10⁸ samples, 600 dots an inch and 5 000 bins: with --long.") }
  return report
}

/// Before the first pixel.
private func addStart(to report: inout SuiteReport) throws {
  let commands = [
    ("actfig --version", [Places.tool, "--version"]), ("bare Swift program, built alike", [Places.bare]),
    ("bare Swift program, as it is built unless told", [Places.bareWithLibraries]),
  ]
  let runs = try ChildProcess.inTurn(rounds: 100, commands.map { command in { try ChildProcess(command.1) } })
  var table = Table("start", columns: ["best ms", "median ms", "CPU ms"])
  for (command, runs) in zip(commands, runs) { table.add(command.0, runs.best, runs.median, runs.processor) }
  report.tables.append(table)
  report.promises.append(
    Promise("start-up, in times of a bare Swift program built alike", runs[0].best / runs[1].best, .atMost, 2))
}

/// Cold processes, each into a new directory.
private func addScale(to report: inout SuiteReport, scratch: Scratch, isLong: Bool) throws {
  let sweeps = try [500, isLong ? 10_000 : nil].compactMap { $0 }.map { ($0, try scratch.file(.sweep(figures: $0))) }
  let figures = [(11, Drawing())] + sweeps.map { ($0.0, Drawing(configuration: $0.1)) }
  var table = Table("figures", columns: ["best ms", "median ms", "CPU ms", "CPU ms each", "peak MB"])
  for (count, drawing) in figures {
    for jobs in Set([1, drawing.jobs]).sorted() {
      var drawing = drawing
      drawing.jobs = jobs
      let runs = try ChildProcess.inTurn(
        rounds: count == 11 ? 20 : count == 500 ? 3 : 1, [{ try drawing.run(in: scratch) }])[0]
      let name = "\(Double(count).digits) figures, \(jobs) \(jobs == 1 ? "job" : "jobs")"
      table.add(name, runs.best, runs.median, runs.processor, runs.processor / Double(count), runs.megabytes)
      if jobs == drawing.jobs, jobs > 1 || Drawing().jobs == 1 {
        report.promises.append(
          Promise("peak memory for \(Double(count).digits) figures, MB", runs.megabytes, .atMost, 40))
      }
    }
  }
  report.tables.append(table)

  // One figure, larger and larger; `amount` is what the cost is told by.
  let mish = try scratch.file(#"{"activations": ["mish"]}"#)
  func add(_ title: String, each: String, _ cases: [(option: String, amount: Double)]) throws {
    var table = Table(title, columns: ["ms", "CPU ms", each, "peak MB"])
    for (option, amount) in cases {
      let drawing = Drawing(configuration: mish, options: [option])
      let runs = try ChildProcess.inTurn(rounds: amount > 50 ? 1 : 5, [{ try drawing.run(in: scratch) }])[0]
      table.add(option, runs.best, runs.processor, runs.processor / amount, runs.megabytes)
    }
    report.tables.append(table)
  }
  try add(
    "samples of one figure", each: "CPU ms / million",
    (isLong ? [1, 10, 100] : [1, 10]).map { ("samples=\($0)000000", Double($0)) })
  try add(
    "dots an inch of one figure", each: "CPU ms / megapixel",
    (isLong ? [100, 200, 300, 600] : [100, 200]).map { ("figure.dpi=\($0)", Double(75 * $0 * $0) / 1e6) })
  try add(
    "bins of one figure", each: "CPU ms / thousand",
    (isLong ? [100, 1000, 5000] : [100, 1000]).map { ("bins=\($0)", Double($0) / 1e3) })
}

/// The same 500 figures by one job and by two, in turn.
private func addCores(to report: inout SuiteReport, scratch: Scratch) throws {
  guard Drawing().jobs >= 2 else {
    report.remarks.append("Two cores against one: this machine has one.")
    return
  }
  let configuration = try scratch.file(.sweep(figures: 500))
  let runs = try ChildProcess.inTurn(
    rounds: 5,
    [1, 2].map { jobs in { try Drawing(configuration: configuration, jobs: jobs).run(in: scratch) } })
  var table = Table("500 figures by jobs", columns: ["best ms", "median ms", "figures / s"])
  for (name, runs) in zip(["1 job", "2 jobs"], runs) { table.add(name, runs.best, runs.median, 500e3 / runs.best) }
  report.tables.append(table)
  report.promises.append(
    Promise("throughput of two cores, in times of one", runs[0].best / runs[1].best, .atLeast, 1.85))
}

/// Of the eleven figures, in each setting of the compression.
private func addSizes(to report: inout SuiteReport, scratch: Scratch) throws {
  var table = Table("files of the eleven", columns: ["mean bytes", "CPU ms each"])
  var means: [Double] = []
  var pictures: [[PNGImage]] = []
  for compression in Compression.allCases {
    let drawing = Drawing(options: ["output.compression=\(compression.rawValue)"])
    let process = try drawing.run(in: scratch) { path in
      let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".png") }.sorted()
      let files = try names.map { Array(try Data(contentsOf: URL(filePath: path).appending(path: $0))) }
      means.append(Double(files.map(\.count).reduce(0, +)) / Double(files.count))
      // Pixels alone: what is written beside tells the setting.
      pictures.append(try files.map { try PNGImage(decoding: $0).carrying([]) })
    }
    table.add(compression.rawValue, means.last, process.processor * 1e3 / 11)
  }
  report.tables.append(table)
  report.promises += [
    Promise("mean bytes of a file", means[1], .atMost, 21_000),
    Promise("mean bytes of a file, small", means[2], .atMost, 17_500),
    Promise(
      "figures with the same pixels in all settings",
      Double(pictures[0].indices.filter { figure in pictures.allSatisfy { $0[figure] == pictures[0][figure] } }.count),
      .atLeast, 11),
  ]
}

extension String {
  /// A configuration of so many figures of one function.
  fileprivate static func sweep(figures: Int) -> String {
    """
    {"activations": [{"function": "swish", "sweep": {"beta": {"from": 0.001, "to": \(Double(figures) / 1000), \
    "count": \(figures)}}}]}
    """
  }
}
