import Foundation

// scripts/benchmark builds this program in release mode and passes on its arguments. A suite is a file with a function
// that returns a report; it is added by a line here.

/// Prints immediately, so that the tables of a suite can be read while the next one runs.
func show(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

do {
  let options = try Options(Array(CommandLine.arguments.dropFirst()))
  let scratch = try Scratch()
  let baseline = try options.baseline.map { try Baseline(of: $0) }

  // The suites that start processes come first: the peak memory of a process includes that of the process that started
  // it.
  let suites: [(name: String, run: () throws -> SuiteReport)] = [
    ("whole", { try whole(isLong: options.isLong, in: scratch) }),
    ("instructions", { try instructions(against: baseline, in: scratch) }),
    ("peers", { try peers(in: scratch) }),
    ("samples", { try samples(in: scratch) }),
    ("stages", { try stages(in: scratch) }),
    ("mathematics", mathematics),
    ("streaming", streaming),
  ]
  if let unknown = options.names.first(where: { name in !suites.contains { $0.name == name } }) {
    let known = suites.map(\.name).joined(separator: ", ")
    throw OptionError(description: "There is no suite \(unknown). The suites are \(known).")
  }

  var report = Report(of: try Machine())
  if !options.printsJSON { show(report.machine.text) }
  for suite in suites where options.names.isEmpty || options.names.contains(suite.name) {
    let found = try suite.run()
    report.add(found, named: suite.name)
    if !options.printsJSON { show("\n\(suite.name.uppercased())\n\n\(Report.text(of: found))") }
  }
  if options.printsJSON {
    show(try report.json)
  } else if let promises = report.promises {
    show("\nPROMISES\n\n\(promises)")
  }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(error is OptionError ? 64 : 1)
}
