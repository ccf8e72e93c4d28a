import Foundation
import Testing

@Suite
struct ForeignFileCommandTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.write(
      #"{"samples": 500, "figure": {"dpi": 40}, "activations": ["relu", "mish"]}"#, to: "config.json")
    _ = try tool.run("render", "--only", "relu")
  }

  @Test("A run fails with 1 on a figure that a foreign file blocks, names it, and leaves it unless it is forced.")
  func pointer() throws {
    let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00ff\nsize 7\n"
    try tool.write(pointer, to: "Output/mish.png")
    let run = try tool.run("render")
    #expect(run.exitCode == 1 && run.output == "")
    #expect(run.words.contains("Output/mish.png stands in the way: it is a Git LFS pointer, not the picture "))
    #expect(run.words.contains("\n2 figures: 1 up to date, 1 failed ("))
    #expect(tool.bytes(of: "Output/mish.png") == Data(pointer.utf8))
    let quiet = try tool.run("render", "--quiet")
    #expect(quiet.exitCode == 1 && quiet.words.split(separator: "\n").count == 1)
    let dry = try tool.run("render", "--dry-run")
    #expect(dry.exitCode == 0 && dry.output.contains("mish.png: not ours: a Git LFS pointer, "))
    let json = try tool.run("render", "--json", "--quiet")
    let result = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let figure = try #require((result?["figures"] as? [[String: String]])?.last)
    #expect(json.exitCode == 1 && figure["outcome"] == "failed" && figure["standing"] == "foreign")
    let check = try tool.run("check")
    #expect(check.exitCode == 1)
    let line = try #require(check.output.split(separator: "\n").first { $0.hasPrefix("Output/mish.png: ") })
    let mend = try #require(line.split(separator: "; fix with: ").last)
    #expect(mend == "actfig render --only mish --force")
    #expect(try tool.shell(String(mend)).exitCode == 0)
    #expect(try tool.run("check").exitCode == 0)
  }

  @Test("A foreign manifest fails the run with 1 after its figures are drawn.")
  func manifest() throws {
    let manifest = #"{"name": "A web application", "icons": []}"#
    try tool.write(manifest, to: "Output/manifest.json")
    let run = try tool.run("render")
    #expect(run.exitCode == 1)
    #expect(
      run.words.contains("Output/manifest.json stands in the way: it is no manifest of actfig; --force replaces it.\n"))
    #expect(tool.bytes(of: "Output/manifest.json") == Data(manifest.utf8))
    #expect(tool.names(in: "Output") == ["manifest.json", "mish.png", "relu.png"])
    let check = try tool.run("check")
    #expect(check.exitCode == 1)
    let mend = try #require(check.output.split(separator: "\n").first?.split(separator: "; fix with: ").last)
    #expect(try tool.shell(String(mend)).exitCode == 0)
    #expect(try tool.run("check").exitCode == 0)
  }
}
