import Foundation
import Goldens
import Testing

/// The tables that `list` and `stats` print fit the terminal.
@Suite
struct TableWidthTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.write(
      #"""
      {"samples": 1000, "activations": ["relu", "hard-tanh", "mish", {"function": "hardshrink", "name": "漢字"}]}
      """#, to: "config.json")
  }

  @Test(
    "The tables of list and stats are the recorded ones at 80 and at 200 columns.", arguments: ["list", "stats"],
    [80, 200])
  func golden(subcommand: String, width: Int) throws {
    let run = try tool.run([subcommand], environment: ["COLUMNS": "\(width)"])
    #expect(run.exitCode == 0 && run.words == "")
    #expect(run.output.split(separator: "\n").allSatisfy { Self.columns(of: $0) <= width })
    try Golden("\(subcommand)-\(width).txt").expect(run.output)
  }

  @Test(
    "A table keeps to every width as far as numbers and names allow.",
    arguments: [1, 20, 40, 60, 79, 81, 100, 119, 150])
  func widths(width: Int) throws {
    for subcommand in ["list", "stats"] {
      let run = try tool.run([subcommand], environment: ["COLUMNS": "\(width)"])
      let widest = run.output.split(separator: "\n").map { Self.columns(of: $0) }.max() ?? 0
      #expect(widest <= max(width, 60), "\(run.output)")
      for name in ["relu", "hard-tanh", "hardshrink", "gelu"] where subcommand == "list" {
        #expect(run.output.contains("\n\(name) "))
      }
    }
  }

  @Test("Without a known width each row is one line.", arguments: [nil, "", "0", "-3", "wide"])
  func noWidth(columns: String?) throws {
    for subcommand in ["list", "stats"] {
      let run = try tool.run([subcommand], environment: columns.map { ["COLUMNS": $0] } ?? [:])
      let count = subcommand == "stats" ? 5 : try tool.catalogueCount() + 1
      #expect(run.output.split(separator: "\n").count == count)
    }
  }

  @Test("A formula stays whole if it fits the width, with and without a terminal.")
  func formulas() throws {
    let json = try JSONSerialization.jsonObject(with: Data(tool.run("list", "--json").output.utf8))
    let formulas = try #require(json as? [[String: Any]]).compactMap { $0["formula"] as? String }
    for width in ["80", "100", "200"] {
      let list = try tool.run(["list"], environment: ["COLUMNS": width]).output
      for formula in formulas { #expect(list.contains(formula), "\(width)") }
    }
    // script(1) provides a terminal and stty(1) sets its width.
    let terminal = try tool.shell("script --quiet --return --command 'stty cols 80; actfig list' /dev/null")
    let lines = terminal.output.split { $0.isNewline }
    #expect(!lines.isEmpty && lines.allSatisfy { Self.columns(of: $0) <= 80 })
    let other = try tool.shell("script --quiet --return --command 'stty cols 80; COLUMNS=200 actfig list' /dev/null")
    #expect(other.output.split { $0.isNewline }.contains { Self.columns(of: $0) > 100 })
  }

  private static func columns(of line: Substring) -> Int {
    line.reduce(0) { $0 + ("\u{4E00}"..."\u{9FFF}" ~= $1 ? 2 : 1) }
  }
}

extension Tool {
  fileprivate func catalogueCount() throws -> Int {
    let json = try JSONSerialization.jsonObject(with: Data(run("list", "--json").output.utf8))
    return try #require(json as? [Any]).count
  }
}
