import Foundation

// scripts/benchmark builds this in release mode and passes its arguments on. A suite is one file with one function that
// returns its measurements; it joins by a line here.
let suites: [(name: String, run: () -> [Measurement])] = [
  ("mathematics", mathematics),
  ("streaming", streaming),
]

let arguments = CommandLine.arguments.dropFirst()
let names = arguments.filter { $0 != "--json" }
if let unknown = names.first(where: { name in !suites.contains { $0.name == name } }) {
  let known = suites.map(\.name).joined(separator: ", ")
  FileHandle.standardError.write(Data("There is no suite \(unknown); there are \(known).\n".utf8))
  exit(64)
}
let measurements = suites.filter { names.isEmpty || names.contains($0.name) }.flatMap { $0.run() }
if arguments.contains("--json") {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
  print(String(decoding: try encoder.encode(measurements), as: UTF8.self))
} else {
  print(measurements.map(\.table).joined(separator: "\n\n"))
}
