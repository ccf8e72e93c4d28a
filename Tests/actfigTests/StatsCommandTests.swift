import Foundation
import Testing

@Suite
struct StatsCommandTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.write(#"{"samples": 1000, "activations": ["relu", "mish", "tanh"]}"#, to: "config.json")
  }

  @Test("The table is printed on the standard output in the order of the plan, and nothing is written.")
  func table() throws {
    let run = try tool.run("stats", "--only", "tanh", "relu")
    #expect(run.exitCode == 0 && run.words == "")
    let lines = run.output.split(separator: "\n")
    #expect(lines.map { $0.prefix { $0 != " " } } == ["name", "relu", "tanh"])
    #expect(lines[1].contains(" 0.398942 ") && lines[1].hasSuffix("  continuous with a kink at 0"))
    #expect(tool.names() == ["config.json"])
  }

  @Test("Each format is selected by name, and only one at a time.")
  func forms() throws {
    let json = try tool.run("stats", "--json")
    let figures = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(json.exitCode == 0 && figures?.map { $0["name"] as? String } == ["relu", "mish", "tanh"])
    let csv = try tool.run("stats", "--csv")
    #expect(
      csv.exitCode == 0 && csv.output.hasPrefix("name,sampleCount,")
        && csv.output.contains(",continuously differentiable,") && csv.output.hasSuffix("\r\n"))
    let markdown = try tool.run("stats", "--markdown")
    #expect(markdown.exitCode == 0 && markdown.output.hasPrefix("| name | mean | std |"))
    let both = try tool.run("stats", "--json", "--csv")
    #expect(both.exitCode == 2 && both.output == "" && both.words.contains("'--csv'"))
  }

  @Test("A function that fails is reported in one line, the others are listed, and the exit code is 1.")
  func failure() throws {
    try tool.write(
      #"{"activations": ["relu", {"function": "hard-tanh", "minVal": 999999, "maxVal": 1e6}, "mish"]}"#, to: "f.json")
    let run = try tool.run("stats", "f.json")
    #expect(run.exitCode == 1)
    #expect(
      run.words
        == "hard-tanh.png: 100 bins between 999998.5 and 999999.5 are finer than single precision can tell apart.\n")
    #expect(run.output.split(separator: "\n").map { $0.prefix { $0 != " " } } == ["name", "relu", "mish"])
  }

  @Test("Faults of usage and of the configuration end the command with 2.")
  func faults() throws {
    #expect(try tool.run("stats", "missing.json").words.hasPrefix("Cannot read missing.json: "))
    for arguments in [["missing.json"], ["--only", "mihs"], ["--bogus"]] {
      let (process, pipes) = try tool.start(["stats"] + arguments)
      #expect(!pipes.words.fileHandleForReading.readDataToEndOfFile().isEmpty)
      process.waitUntilExit()
      #expect(process.terminationStatus == 2)
      #expect(pipes.output.fileHandleForReading.readDataToEndOfFile().isEmpty)
    }
    let input = try tool.run("stats", "-", "--csv", input: #"{"samples": 20, "activations": ["sigmoid"]}"#)
    #expect(input.exitCode == 0 && input.output.contains("\r\nsigmoid,20,0,"))
  }
}
