import Foundation
import Testing

@Suite
struct TableCommandTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    _ = try tool.shell("mkdir post")
    try tool.write("x,value\n-1,0\n0,0\n1,1\n", to: "post/hinge.csv")
    try tool.write(
      #"{"samples": 300, "figure": {"dpi": 40}, "activations": [{"name": "hinge", "table": "hinge.csv"}]}"#,
      to: "post/config.json")
  }

  @Test("A figure of a table is drawn anew if the content of the file has changed, and only then.")
  func upToDate() throws {
    #expect(try tool.run("render", "post/config.json").words.contains("1 created"))
    try tool.write("value,x\n1.0,1e0\n0,0\n-0,-1\n", to: "post/hinge.csv")
    #expect(try tool.run("check", "post/config.json").exitCode == 0)
    #expect(try tool.run("render", "post/config.json").words.contains("1 up to date"))
    try tool.write("x,value\n-1,0\n0,0\n1,2\n", to: "post/hinge.csv")
    #expect(try tool.run("render", "--dry-run", "post/config.json").output.contains("table changed"))
    #expect(try tool.run("check", "post/config.json").exitCode == 1)
  }

  @Test("The picture is drawn again from its recipe after the file is gone.")
  func inspection() throws {
    _ = try tool.run("render", "post/config.json")
    let picture = tool.bytes(of: "post/Output/hinge.png")
    try FileManager.default.removeItem(at: tool.directory.appending(path: "post/hinge.csv"))
    let run = try tool.run("inspect", "--render", "post/Output/hinge.png", "--output", "again.png")
    #expect(run.exitCode == 0 && tool.bytes(of: "again.png") == picture)
    let failure = try tool.run("render", "post/config.json")
    #expect(failure.exitCode == 2 && failure.words.contains("hinge.csv: found no table that can be read"))
  }

  @Test("A configuration from the standard input finds its tables from the directory of the run.")
  func standardInput() throws {
    let text = #"{"samples": 300, "activations": [{"name": "a", "table": "post/hinge.csv"}, "relu"]}"#
    let run = try tool.run("stats", "-", "--csv", input: text)
    let rows = run.output.split(whereSeparator: \.isNewline).map { $0.split(separator: ",")[1...4] }
    #expect(run.exitCode == 0 && rows.count == 3 && rows[1] == rows[2])
  }

  @Test("A description names the table with its rules, and not its points.")
  func description() throws {
    let run = try tool.run("describe", "post/config.json")
    let figures = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    let table = try #require(figures.first?["table"] as? [String: Any])
    #expect(table["points"] as? Int == 3 && table["interpolation"] as? String == "linear")
    #expect(table["outside"] as? String == "extend" && table["hasDerivatives"] as? Bool == false)
    #expect(figures[0]["function"] == nil && figures[0]["expression"] == nil)
  }

  @Test("A table must be part of the commit that holds its figures.")
  func hook() throws {
    _ = try tool.shell("git init --quiet && git config user.name A && git config user.email a@b")
    _ = try tool.shell(
      "actfig render --quiet post/config.json && git add post && git rm --quiet --cached post/hinge.csv")
    let missing = try tool.run("hook", "check")
    #expect(missing.exitCode == 1)
    #expect(missing.output.contains("post/hinge.csv: untracked, so that the commit does not hold it"))
    _ = try tool.shell("git add post")
    #expect(try tool.run("hook", "check").exitCode == 0)
    try tool.write("x,value\n-1,0\n0,0\n1,3\n", to: "post/hinge.csv")
    let changed = try tool.run("hook", "check", "post/hinge.csv")
    #expect(changed.exitCode == 1)
    #expect(changed.output.contains("post/hinge.csv: changed since it was staged"))
  }
}
