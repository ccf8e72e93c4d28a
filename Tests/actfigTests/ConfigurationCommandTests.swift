import Foundation
import Testing

@Suite
struct ConfigurationCommandTests {
  private let tool: Tool

  init() throws { tool = try Tool() }

  private let sentence = "Wrote config.json and config.schema.json. Render its figures with: actfig render\n"

  @Test("A first configuration is written with its schema, and can be drawn.")
  func first() throws {
    let run = try tool.run("init")
    #expect(run.exitCode == 0 && run.output == "" && run.words == sentence)
    #expect(tool.names() == ["config.json", "config.schema.json"])
    #expect(try tool.bytes(of: "config.schema.json") == Data(tool.run("schema").output.utf8))
    for arguments in [["init", "-"], ["init", "--stdout"]] {
      let (process, pipes) = try tool.start(arguments)
      #expect(pipes.output.fileHandleForReading.readDataToEndOfFile() == tool.bytes(of: "config.json"))
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let stats = try tool.run("stats", "--csv", "--set", "samples=100")
    #expect(stats.exitCode == 0)
    #expect(
      stats.output.split(separator: "\r\n").map { $0.prefix { $0 != "," } } == [
        "name", "relu", "gelu", "leaky-relu", "swish-beta-0.5", "swish-beta-1", "swish-beta-2", "bump",
      ])
  }

  @Test("An existing configuration or schema is left alone.")
  func existing() throws {
    try tool.write("mine", to: "config.json")
    let refusal = try tool.run("init")
    #expect(refusal.exitCode == 2 && refusal.words == "Cannot write config.json: it is there already.\n")
    #expect(tool.names() == ["config.json"] && tool.bytes(of: "config.json") == Data("mine".utf8))

    try tool.write("mine", to: "config.schema.json")
    let run = try tool.run("init", "other.json")
    #expect(run.exitCode == 0)
    #expect(
      run.words == """
        Wrote other.json. Render its figures with: actfig render other.json
        config.schema.json exists already and was not changed.

        """)
    #expect(tool.bytes(of: "config.schema.json") == Data("mine".utf8))
  }

  @Test("A link is not followed, whatever its target.")
  func link() throws {
    try FileManager.default.createSymbolicLink(
      at: tool.directory.appending(path: "config.json"), withDestinationURL: tool.directory.appending(path: "target"))
    let run = try tool.run("init")
    #expect(run.exitCode == 2 && run.words == "Cannot write config.json: it is there already.\n")
    #expect(tool.names() == ["config.json"])
  }

  @Test(
    "The path is a file that ends in .json, or a directory.",
    arguments: [
      (".", "config.json", "config.schema.json"), ("./", "./config.json", "./config.schema.json"),
      ("a/b", "a/b/config.json", "a/b/config.schema.json"), ("a/", "a/config.json", "a/config.schema.json"),
      ("f.json", "f.json", "config.schema.json"), ("a/b/f.json", "a/b/f.json", "a/b/config.schema.json"),
    ])
  func paths(path: String, configuration: String, schema: String) throws {
    let run = try tool.run("init", path)
    #expect(run.exitCode == 0 && run.words.hasPrefix("Wrote \(configuration) and \(schema)."))
    #expect(tool.bytes(of: configuration) != nil && tool.bytes(of: schema) != nil)
    let listed = try tool.run("describe", configuration, "--only", "relu", "--set", "samples=20")
    #expect(listed.exitCode == 0 && listed.words == "")
  }

  @Test("The schema is printed as one JSON text and nothing else.")
  func schema() throws {
    let run = try tool.run("schema")
    #expect(run.exitCode == 0 && run.words == "" && run.output.hasSuffix("}\n"))
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(object?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
  }

  @Test("Every command accepts values for keys and selections of figures.", arguments: ["render", "describe", "stats"])
  func settings(subcommand: String) throws {
    try tool.write(
      #"{"samples": 0, "activations": [{"function": "swish", "sweep": {"beta": [1, 2]}}, "relu"]}"#, to: "config.json")
    let run = try tool.run(
      subcommand, "--set", "samples=100", "--set", "activations.1=tanh", "--only", "swish-beta-?", "t*", "--set",
      "output.directory=Here")
    #expect(run.exitCode == 0, "\(run.words)")
    if subcommand == "render" {
      #expect(tool.names(in: "Here") == ["manifest.json", "swish-beta-1.png", "swish-beta-2.png", "tanh.png"])
    } else {
      for name in ["swish-beta-1", "swish-beta-2", "tanh"] { #expect(run.output.contains(name)) }
      #expect(!run.output.contains("relu"))
    }

    let fault = try tool.run(subcommand, "--set", "samples=abc", "--set", "steps")
    #expect(fault.exitCode == 2 && fault.output == "")
    #expect(
      fault.words == """
        --set samples=abc: /samples: found abc, expected a whole number from 1 to 1000000000
        --set samples=abc
                      ^
        --set steps: found no =, expected KEY=VALUE, e.g. samples=1000
        --set steps
              ^

        """)
    let pattern = try tool.run(subcommand, "--set", "samples=5", "--only", "swsh*", "tan?")
    #expect(pattern.exitCode == 2)
    #expect(
      pattern.words == "There is no figure \"swsh*\"; did you mean \"swish-beta-1\"?\nThere is no figure \"tan?\".\n")
  }
}
