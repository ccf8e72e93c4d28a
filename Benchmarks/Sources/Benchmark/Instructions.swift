import Foundation
import Sampling

/// Counts the instructions of drawing the eleven figures in a new process with one job, in total and by stage. The
/// numbers hardly depend on what else the machine does, so that a change can be compared with an earlier count.
func instructions(against baseline: Baseline?, in scratch: Scratch) throws -> SuiteReport {
  guard ChildProcess.succeeds(["valgrind", "--version"]), ChildProcess.succeeds(["strip", "--version"]) else {
    return SuiteReport(remarks: ["Instructions are not counted: valgrind or strip is not installed."])
  }
  let counts = try InstructionCounts(in: scratch)
  var table = Table("millions of instructions", columns: ["now"] + (baseline == nil ? [] : ["before", "change %"]))
  func add(_ stage: String, _ count: Int) {
    let now = Double(count) / 1e6
    if let before = baseline?.millions[stage] {
      table.add(stage, now, before, (now / before - 1) * 100)
    } else {
      table.add(stage, now)
    }
  }
  var rest = counts.total
  for (stage, entrance) in InstructionCounts.stages {
    guard let count = counts.count(of: entrance) else { continue }
    add(stage, count)
    rest -= count
  }
  add("start of the process, and all else", rest)
  add("whole run", counts.total)
  return SuiteReport(tables: [table])
}

/// The instructions of one run of the tool, counted by callgrind.
private struct InstructionCounts {
  /// The number of the whole run.
  let total: Int
  /// The number of each function, including all functions that it calls.
  let functions: [String: Int]

  /// The beginning of the name of the function that is the entrance of each stage.
  static let stages: [(stage: String, entrance: String)] = [
    ("arguments", "static ParsableCommand.parseAsRoot("),
    ("plan", "RenderPlan.init(readingConfiguration:"),
    ("typefaces", "TypefaceFamily.init("),
    ("samples", "SampleSet.init(seed:"),
    ("study", "static FigureRenderer.study(of:"),
    ("layout", "FigureLayout.init(arranging:"),
    ("display list", "DisplayList.init(drawing:"),
    ("raster", "Strip.pixels(of:"),
    ("record and checksum", "PNGImage.recording("),
    ("encode", "PNGEncoder.encode("),
    ("disk", "OutputDirectory.write("),
    ("manifest", "ManifestEntry.init(of:"),
  ]

  /// Returns the number of the function whose name begins so, the largest if there are several, or nil if there is
  /// none.
  func count(of entrance: String) -> Int? {
    functions.lazy.filter { $0.key.hasPrefix(entrance) }.map(\.value).max()
  }

  init(in scratch: Scratch) throws {
    let (tool, counts) = (scratch.newPath(), scratch.newPath())
    // Some versions of valgrind cannot read the debug information that Swift writes.
    _ = try ChildProcess(["strip", "-g", "-o", tool, Places.tool])
    _ = try ChildProcess(
      ["valgrind", "--tool=callgrind", "--callgrind-out-file=\(counts)", tool]
        + ["render", Places.configuration, "--output", scratch.newPath(), "--quiet", "--jobs", "1"])
    let command = "callgrind_annotate --inclusive=yes --threshold=100 \"$1\" | swift demangle --simplified"
    let annotation = try ChildProcess.output(of: ["sh", "-c", command, "sh", counts])

    var total: Int?
    var functions: [String: Int] = [:]
    for line in annotation.split(separator: "\n") {
      // 176,358,395 (29.51%)  ???:specialized Pixmap.init(rendering:) [/usr/local/bin/actfig]
      guard let match = line.wholeMatch(of: /\s*([\d,]+) \(.*?%\)\s+(.*)/),
        let count = Int(match.1.replacing(",", with: ""))
      else { continue }
      if match.2 == "PROGRAM TOTALS" {
        total = count
      } else if let function = match.2.firstMatch(of: /^.*?:(?:specialized )?(.+?)(?: \[.*\])?$/) {
        functions[String(function.1)] = max(count, functions[String(function.1)] ?? 0)
      }
    }
    guard let total else { throw Failure.noTotal }
    self.total = total
    self.functions = functions
  }

  private enum Failure: Error { case noTotal }
}

/// The numbers of an earlier run, read from the JSON that it printed.
struct Baseline: Decodable {
  /// The millions of instructions of each stage and of the whole run.
  let millions: [String: Double]

  init(of path: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: URL(filePath: path)))
  }

  init(from decoder: any Decoder) throws {
    struct Document: Decodable { let suites: [Suite] }
    struct Suite: Decodable {
      let name: String
      let tables: [Rows]
    }
    struct Rows: Decodable { let rows: [Row] }
    struct Row: Decodable {
      let name: String
      let values: [String: Double]
    }
    let suite = try Document(from: decoder).suites.first { $0.name == "instructions" }
    let rows = suite?.tables.flatMap(\.rows) ?? []
    millions = Dictionary(rows.compactMap { row in row.values["now"].map { (row.name, $0) } }) { first, _ in first }
  }
}
