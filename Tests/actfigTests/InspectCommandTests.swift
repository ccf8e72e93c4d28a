import Foundation
import Testing

@Suite
struct InspectCommandTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.write(#"{"samples": 500, "figure": {"dpi": 40}, "activations": ["relu"]}"#, to: "config.json")
    _ = try tool.run("render")
  }

  @Test("A figure is described in words and as JSON.")
  func words() throws {
    let run = try tool.run("inspect", "Output/relu.png")
    #expect(run.exitCode == 0 && run.words == "")
    #expect(run.output.hasPrefix("Output/relu.png: 600 × 200 pixels, 40 dots an inch, "))
    #expect(run.output.contains("\nTitle: ReLU\nShort description: ReLU: the curve"))
    #expect(run.output.contains(".\nDescription: ReLU: three panels show 500 samples "))
    let json = try tool.run("inspect", "Output/relu.png", "--json")
    let figure = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((figure?["shortAlternativeText"] as? String)?.hasPrefix("ReLU: the curve") == true)
    #expect(figure?["title"] as? String == "ReLU" && figure?["isAsDrawn"] as? Bool == true)
    let recipe = try #require(figure?["recipe"])
    // The recipe is a configuration.
    try tool.write(String(decoding: JSONSerialization.data(withJSONObject: recipe), as: UTF8.self), to: "again.json")
    #expect(try tool.run("render", "again.json", "--force", "--dry-run").output.hasPrefix("relu.png: forced\n"))
  }

  @Test("A figure is drawn again from its file alone, into a file or onto the standard output.")
  func render() throws {
    let bytes = try #require(tool.bytes(of: "Output/relu.png"))
    let alone = try Tool()
    try bytes.write(to: alone.directory.appending(path: "f.png"))
    let run = try alone.run("inspect", "f.png", "--render", "-o", "again.png")
    #expect(run.exitCode == 0 && run.output == "" && run.words == "")
    #expect(alone.bytes(of: "again.png") == bytes)
    let (process, pipes) = try alone.start(["inspect", "f.png", "--render"])
    let output = pipes.output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && output == bytes)
    let refused = try alone.run("inspect", "f.png", "--render", "--output", ".hidden")
    #expect(refused.exitCode == 2)
    #expect(refused.words == "Cannot write .hidden: its name is not one that a figure can have.\n")
    #expect(alone.names() == ["again.png", "f.png"])
  }

  @Test("A file that has no recipe, is broken or is missing ends the command with 2.", arguments: [[], ["--render"]])
  func faults(options: [String]) throws {
    try (try #require(tool.bytes(of: "Output/relu.png"))).dropLast(30)
      .write(to: tool.directory.appending(path: "cut.png"))
    for (name, words) in [
      ("cut.png", "cut.png: The PNG is broken after "), ("config.json", "config.json: The data is not a PNG: "),
      ("missing.png", "Cannot read missing.png: there is no such file or directory."),
    ] {
      let (process, pipes) = try tool.start(["inspect", name] + options)
      let sentence = String(decoding: pipes.words.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 2)
      #expect(sentence.hasPrefix(words) && sentence.split(separator: "\n").count == 1, "\(sentence)")
      #expect(pipes.output.fileHandleForReading.readDataToEndOfFile().isEmpty)
    }
  }
}
