import Foundation

/// Measures figures of very many samples: compared with PyTorch and NumPy, and one figure on two cores compared with one.
///
/// `PYTHON` names a Python with PyTorch and NumPy, by default `python3`.
func samples(in scratch: Scratch) throws -> SuiteReport {
  guard ChildProcess.succeeds(["hyperfine", "--version"]) else {
    return SuiteReport(remarks: ["Many samples are not measured: hyperfine is not installed."])
  }
  var report = SuiteReport()
  try addPeer(to: &report, scratch: scratch)
  try addCores(to: &report, scratch: scratch)
  return report
}

/// Compares the tool, with all that it does from start to end, with the steps of a notebook, without its imports and its
/// drawing, on the same cores.
private func addPeer(to report: inout SuiteReport, scratch: Scratch) throws {
  let python = ProcessInfo.processInfo.environment["PYTHON"] ?? "python3"
  guard ChildProcess.succeeds([python, "-c", "import numpy, torch"]) else {
    report.remarks.append(
      "PyTorch and NumPy are left out: \(python) does not have them; PYTHON may name another Python.")
    return
  }
  let count = 10_000_000
  let script = Places.peers.appending(path: "samples.py").path
  let drawing = Drawing(options: ["samples=\(count)"])
  var (ours, theirs) = (CommandTimes(), CommandTimes())
  for _ in 0..<3 {
    ours += try drawing.times(runs: 3, in: scratch)
    let seconds = try ChildProcess.output(of: [python, script, String(count)])
    theirs += CommandTimes(times: [Double(seconds.trimmingCharacters(in: .whitespacesAndNewlines)) ?? .nan])
  }
  var table = Table("10⁷ samples through eleven functions", columns: ["best ms", "median ms", "times ours"])
  table.add("actfig, with start and figures", ours.best, ours.median, 1)
  table.add("PyTorch and NumPy, without import", theirs.best, theirs.median, theirs.best / ours.best)
  report.tables.append(table)
  report.promises.append(
    Promise("10⁷ samples by PyTorch and NumPy, in times of ours", theirs.best / ours.best, .atLeast, 6))
}

/// Compares one figure of many samples on one core and on two.
private func addCores(to report: inout SuiteReport, scratch: Scratch) throws {
  guard Drawing().jobs >= 2, ChildProcess.succeeds(["taskset", "--version"]) else {
    report.remarks.append("Two cores are not compared with one: this machine has one core, or no taskset.")
    return
  }
  let figure = try scratch.file(#"{"activations": ["mish"], "samples": 100000000}"#)
  let path = scratch.newPath()
  let drawings = [(1, true), (2, false)].map { jobs, isOnOneCore in
    Drawing(configuration: figure, jobs: jobs, isOnOneCore: isOnOneCore)
  }
  let times = try CommandTimes.measure(
    drawings.map { $0.command(into: path) }, groups: 3, runs: 2, into: path, in: scratch)
  let megabytes = try drawings.map { try $0.run(in: scratch).megabytes }
  var table = Table("one figure of 10⁸ samples", columns: ["best ms", "median ms", "CPU ms", "peak MB"])
  for (index, name) in ["1 core", "2 cores, 2 jobs"].enumerated() {
    table.add(name, times[index].best, times[index].median, times[index].processor, megabytes[index])
  }
  report.tables.append(table)
  report.promises += [
    Promise("10⁸ samples on two cores, in times of one", times[0].best / times[1].best, .atLeast, 1.8),
    Promise("peak MB of 10⁸ samples, 2 jobs", megabytes[1], .atMost, 40),
  ]
}
