import Foundation
import Testing

@Suite
struct CheckCommandTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.write(
      #"{"samples": 500, "figure": {"dpi": 40}, "activations": ["relu", "mish", "tanh"]}"#, to: "config.json")
    _ = try tool.run("render")
  }

  private func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: tool.directory.appending(path: path))
  }

  @Test(
    "A check ends with 0 without differences, with 1 and a line for each difference, and with 2 if it cannot judge.")
  func codes() throws {
    let same = try tool.run("check")
    #expect(same.exitCode == 0 && same.output == "" && same.words == "3 figures: 3 the same\n")
    try remove("Output/mish.png")
    let differing = try tool.run("check")
    #expect(differing.exitCode == 1)
    #expect(differing.output == "Output/mish.png: missing; fix with: actfig render --only mish\n")
    #expect(differing.words == "3 figures: 2 the same; 1 difference\n")
    #expect(try tool.run("check", "--only", "relu").exitCode == 0)
    let quiet = try tool.run("check", "--quiet")
    #expect(quiet.exitCode == 1 && quiet.output == "" && quiet.words == "")
    #expect(try tool.run("check", "missing.json").exitCode == 2)
    try tool.write(#"{"activations": [{"function": "hard-tanh", "minVal": 999999, "maxVal": 1e6}]}"#, to: "f.json")
    #expect(try tool.run("check", "f.json").exitCode == 2)
    // The proposed command repairs it.
    #expect(try tool.run("render", "--only", "mish").exitCode == 0)
    #expect(try tool.run("check").exitCode == 0)
  }

  @Test("The result is printed as JSON on request, and a report is written to the requested path.")
  func report() throws {
    try remove("Output/mish.png")
    let run = try tool.run("check", "--json", "--report", "a/b")
    #expect(run.exitCode == 1)
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(json?["isCurrent"] as? Bool == false)
    #expect(tool.names(in: "a/b") == ["index.html", "junit.xml", "report.json"])
    #expect(tool.bytes(of: "a/b/report.json") == Data(run.output.utf8))
    #expect(tool.names(in: "Output") == ["manifest.json", "relu.png", "tanh.png"])
  }

  @Test("Under GitHub Actions the lines are annotations, and the step has a summary.")
  func gitHub() throws {
    try remove("Output/mish.png")
    let variables = [
      "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": tool.directory.appending(path: "summary.md").path,
    ]
    let run = try tool.run("check", environment: variables)
    #expect(run.exitCode == 1)
    #expect(
      run.output
        == "::error file=Output/mish.png,title=mish.png differs::missing. Fix with: actfig render --only mish\n")
    let summary = String(decoding: try #require(tool.bytes(of: "summary.md")), as: UTF8.self)
    #expect(summary.hasPrefix("### 3 figures, 1 difference\n"))
  }

  @Test("Shards are drawn by the variables of their engine and merged, and missing ones are named.")
  func merge() throws {
    for index in ["0", "2"] {
      let variables = ["ACTFIG_SHARD_COUNT": "3", "ACTFIG_SHARD_INDEX": index]
      #expect(try tool.run("render", "--shard", "auto", "--output", "parts", environment: variables).exitCode == 0)
    }
    let early = try tool.run("merge", "--output", "parts")
    #expect(early.exitCode == 1)
    #expect(
      early.words.hasPrefix("Shard 2 of 3 left no manifest.\n") && early.words.hasSuffix(": new (shard 2 of 3)\n"))
    #expect(try tool.run("render", "--shard", "2/3", "--output", "parts").exitCode == 0)
    let whole = try tool.run("merge", "--output", "parts")
    #expect(whole.exitCode == 0 && whole.words == "")
    _ = try tool.run("render", "--output", "whole")
    for name in try #require(tool.names(in: "Output")) {
      #expect(tool.bytes(of: "parts/\(name)") == tool.bytes(of: "whole/\(name)"), "\(name)")
    }
    #expect(tool.names(in: "parts") == tool.names(in: "Output"))
    let lost = try tool.run("render", "--shard", "auto")
    #expect(lost.exitCode == 2 && lost.words.hasPrefix("The shard of this run is not known: "))
  }
}
