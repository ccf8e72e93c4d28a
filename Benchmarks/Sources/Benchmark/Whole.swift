import Foundation
import PNG

/// Measures the built tool as a process: its start-up, the cost of figures, how that cost grows, and the size of files.
func whole(isLong: Bool, in scratch: Scratch) throws -> SuiteReport {
  var report = SuiteReport()
  guard ChildProcess.succeeds(["hyperfine", "--version"]) else {
    return SuiteReport(remarks: ["The tool is not measured as a process: hyperfine is not installed."])
  }
  try addStart(to: &report, scratch: scratch)
  try addScale(to: &report, scratch: scratch, isLong: isLong)
  try addCores(to: &report, scratch: scratch)
  try addSizes(to: &report, scratch: scratch)
  if isLong {
    try addHugePlans(to: &report, scratch: scratch)
  } else {
    report.remarks.append(
      "10 000 and more figures, 10⁸ samples, 600 dots per inch and 5 000 bins are measured with --long.")
  }
  return report
}

/// Measures the start-up.
private func addStart(to report: inout SuiteReport, scratch: Scratch) throws {
  let programs = [
    ("actfig --version", [Places.tool, "--version"]),
    ("a bare Swift program", [Places.bareWithLibraries]),
    ("a bare Swift program, built as the tool is", [Places.bare]),
  ]
  let times = try CommandTimes.measure(
    programs.map(\.1), groups: 5, runs: 20, into: scratch.newPath(), in: scratch)
  var table = Table("start", columns: ["best ms", "median ms", "CPU ms"])
  for (program, times) in zip(programs, times) { table.add(program.0, times.best, times.median, times.processor) }
  report.tables.append(table)
  report.promises.append(
    Promise("start-up, in times of a bare Swift program", times[0].best / times[1].best, .atMost, 2))
}

/// Measures processes that begin with nothing in memory, each into a new directory.
private func addScale(to report: inout SuiteReport, scratch: Scratch, isLong: Bool) throws {
  var table = Table("figures", columns: ["best ms", "median ms", "CPU ms", "more a figure", "peak MB"])
  let cores = Drawing().jobs
  for jobs in Set([1, cores]).sorted() {
    var before: (count: Int, time: Double)?
    for (count, runs) in [(11, 20), (500, 3)] + (isLong ? [(10_000, 1)] : []) {
      var drawing = Drawing(jobs: jobs)
      if count != 11 { drawing.configuration = try scratch.file(.sweep(figures: count)) }
      let times = try drawing.times(runs: runs, in: scratch)
      let megabytes = try drawing.run(in: scratch).megabytes
      let name = "\(Double(count).digits) figures, \(jobs) \(jobs == 1 ? "job" : "jobs")"
      let each = before.map { (times.processor - $0.time) / Double(count - $0.count) }
      table.add(name, times.best, times.median, times.processor, each, megabytes)
      before = (count, times.processor)
      if jobs == cores { report.promises.append(Promise("peak MB of \(name)", megabytes, .atMost, 40)) }
    }
  }
  report.tables.append(table)

  let growths: [(unit: String, cases: [(option: String, amount: Double)])] = [
    ("a million samples", (isLong ? [1, 10, 100] : [1, 10]).map { ("samples=\($0)000000", Double($0)) }),
    // The figure has 15 × 5 inches.
    (
      "a megapixel",
      (isLong ? [100, 200, 300, 600] : [100, 200]).map { ("figure.dpi=\($0)", 75 * Double($0 * $0) / 1e6) }
    ),
    ("a thousand bins", (isLong ? [100, 1000, 5000] : [100, 1000]).map { ("bins=\($0)", Double($0) / 1000) }),
  ]
  let figure = try scratch.file(#"{"activations": ["mish"]}"#)
  for growth in growths {
    var table = Table("one figure", columns: ["best ms", "CPU ms", "more \(growth.unit)", "peak MB"])
    var before: (amount: Double, time: Double)?
    for (option, amount) in growth.cases {
      let drawing = Drawing(configuration: figure, options: [option])
      let times = try drawing.times(runs: isLong ? 3 : 9, in: scratch)
      let each = before.map { (times.processor - $0.time) / (amount - $0.amount) }
      table.add(option, times.best, times.processor, each, try drawing.run(in: scratch).megabytes)
      before = (amount, times.processor)
    }
    report.tables.append(table)
  }
}

/// Measures the same 500 figures on one core and on two; with one job on two cores, the files are written on the
/// second.
private func addCores(to report: inout SuiteReport, scratch: Scratch) throws {
  guard Drawing().jobs >= 2, ChildProcess.succeeds(["taskset", "--version"]) else {
    report.remarks.append("Two cores are not compared with one: this machine has one core, or no taskset.")
    return
  }
  let configuration = try scratch.file(.sweep(figures: 500))
  let path = scratch.newPath()
  let commands = [(1, true), (1, false), (2, false)].map { jobs, isOnOneCore in
    Drawing(configuration: configuration, jobs: jobs, isOnOneCore: isOnOneCore).command(into: path)
  }
  let times = try CommandTimes.measure(commands, groups: 3, runs: 3, into: path, in: scratch)
  var table = Table("500 figures by cores", columns: ["best ms", "median ms", "figures / s"])
  for (name, times) in zip(["1 core", "2 cores, 1 job", "2 cores, 2 jobs"], times) {
    table.add(name, times.best, times.median, 500e3 / times.best)
  }
  report.tables.append(table)
  report.promises.append(
    Promise("throughput of two cores, in times of one", times[0].best / times[2].best, .atLeast, 1.85))
}

/// Measures the files of the eleven figures in each setting of the compression.
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
      // Only the pixels are compared: the texts name the setting.
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
  /// Returns a configuration of a number of figures of one function.
  fileprivate static func sweep(figures: Int) -> String {
    """
    {"activations": [{"function": "swish", "sweep": {"beta": {"from": 0.001, "to": \(Double(figures) / 1000), \
    "count": \(figures)}}}]}
    """
  }
}
