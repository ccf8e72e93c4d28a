import Foundation
import PNG

/// The built tool as a process: how it starts, what figures cost from a cold process, how that grows, and how large files are.
func whole(isLong: Bool, in scratch: Scratch) throws -> SuiteReport {
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
  let programs = [
    ("actfig --version", [Places.tool, "--version"]),
    ("a bare Swift program", [Places.bareWithLibraries]),
    ("a bare Swift program, built as the tool is", [Places.bare]),
  ]
  let runs = try ChildProcess.inTurn(rounds: 100, programs.map { program in { try ChildProcess(program.1) } })
  var table = Table("start", columns: ["best ms", "median ms", "CPU ms"])
  for (program, runs) in zip(programs, runs) { table.add(program.0, runs.best, runs.median, runs.processor) }
  report.tables.append(table)
  report.promises.append(
    Promise("start-up, in times of a bare Swift program", runs[0].best / runs[1].best, .atMost, 2))
}

/// Cold processes, each into a new directory.
private func addScale(to report: inout SuiteReport, scratch: Scratch, isLong: Bool) throws {
  var table = Table("figures", columns: ["best ms", "median ms", "CPU ms", "more a figure", "peak MB"])
  let cores = Drawing().jobs
  for jobs in Set([1, cores]).sorted() {
    var before: (count: Int, time: Double)?
    for (count, rounds) in [(11, 20), (500, 3)] + (isLong ? [(10_000, 1)] : []) {
      var drawing = Drawing(jobs: jobs)
      if count != 11 { drawing.configuration = try scratch.file(.sweep(figures: count)) }
      let runs = try ChildProcess.inTurn(rounds: rounds, [{ try drawing.run(in: scratch) }])[0]
      let name = "\(Double(count).digits) figures, \(jobs) \(jobs == 1 ? "job" : "jobs")"
      let each = before.map { (runs.processor - $0.time) / Double(count - $0.count) }
      table.add(name, runs.best, runs.median, runs.processor, each, runs.megabytes)
      before = (count, runs.processor)
      if jobs == cores { report.promises.append(Promise("peak MB of \(name)", runs.megabytes, .atMost, 40)) }
    }
  }
  report.tables.append(table)

  let growths: [(unit: String, cases: [(option: String, amount: Double)])] = [
    ("a million samples", (isLong ? [1, 10, 100] : [1, 10]).map { ("samples=\($0)000000", Double($0)) }),
    // Of 15 × 5 inches.
    (
      "a megapixel",
      (isLong ? [100, 200, 300, 600] : [100, 200]).map { ("figure.dpi=\($0)", 75 * Double($0 * $0) / 1e6) }
    ),
    ("a thousand bins", (isLong ? [100, 1000, 5000] : [100, 1000]).map { ("bins=\($0)", Double($0) / 1000) }),
  ]
  let figure = try scratch.file(#"{"activations": ["mish"]}"#)
  for growth in growths {
    var table = Table("one figure", columns: ["best ms", "CPU ms", "more \(growth.unit)", "peak MB"])
    let runs = try ChildProcess.inTurn(
      rounds: isLong ? 3 : 9,
      growth.cases.map { growth in { try Drawing(configuration: figure, options: [growth.option]).run(in: scratch) } })
    var before: (amount: Double, time: Double)?
    for ((option, amount), runs) in zip(growth.cases, runs) {
      let each = before.map { (runs.processor - $0.time) / (amount - $0.amount) }
      table.add(option, runs.best, runs.processor, each, runs.megabytes)
      before = (amount, runs.processor)
    }
    report.tables.append(table)
  }
}

/// The same 500 figures on one core and on two, in turn; by one job on two, its files are written on the other.
private func addCores(to report: inout SuiteReport, scratch: Scratch) throws {
  guard Drawing().jobs >= 2, ChildProcess.succeeds(["taskset", "--version"]) else {
    report.remarks.append("Two cores against one: this machine has one, or no taskset.")
    return
  }
  let configuration = try scratch.file(.sweep(figures: 500))
  let kinds = [(1, true), (1, false), (2, false)].map { jobs, isOnOneCore in
    Drawing(configuration: configuration, jobs: jobs, isOnOneCore: isOnOneCore)
  }
  let runs = try ChildProcess.inTurn(rounds: 9, kinds.map { drawing in { try drawing.run(in: scratch) } })
  var table = Table("500 figures by cores", columns: ["best ms", "median ms", "figures / s"])
  for (name, runs) in zip(["1 core", "2 cores, 1 job", "2 cores, 2 jobs"], runs) {
    table.add(name, runs.best, runs.median, 500e3 / runs.best)
  }
  report.tables.append(table)
  report.promises.append(
    Promise("throughput of two cores, in times of one", runs[0].best / runs[2].best, .atLeast, 1.85))
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
