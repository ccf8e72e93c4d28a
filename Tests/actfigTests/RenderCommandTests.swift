import Foundation
import Testing

@Suite
struct RenderCommandTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.write(#"{"output": {"directory": "D"}, "activations": ["relu", "mish", "tanh"]}"#, to: "config.json")
  }

  @Test("A run prints why each figure is drawn and how many there were, and a second run writes nothing.")
  func summary() throws {
    let first = try tool.run("render")
    #expect(first.exitCode == 0 && first.output == "")
    let lines = first.words.split(separator: "\n")
    #expect(lines.dropLast().sorted() == ["mish.png: new", "relu.png: new", "tanh.png: new"])
    #expect(lines.last?.wholeMatch(of: /3 figures: 3 created \(\d+\.\d+ s\)/) != nil, "\(first.words)")
    #expect(tool.names(in: "D") == ["manifest.json", "mish.png", "relu.png", "tanh.png"])
    #expect(try tool.run("render").words.hasPrefix("3 figures: 3 up to date ("))
    #expect(try tool.run("render", "--verbose", "--only", "mish").words.hasPrefix("mish.png: up to date\n1 figure: 1 "))
    #expect(
      try tool.run("render", "--force", "--only", "mish").words.hasPrefix("mish.png: forced\n1 figure: 1 replaced ("))
  }

  @Test("A dry run prints what a run would do, and does nothing.")
  func dryRun() throws {
    let before = try tool.run("render", "--dry-run")
    #expect(before.exitCode == 0 && before.words == "" && tool.names() == ["config.json"])
    #expect(before.output == "relu.png: new\nmish.png: new\ntanh.png: new\nmanifest.json: it would be written\n")
    _ = try tool.run("render")
    try tool.write(
      #"{"output": {"directory": "D"}, "activations": ["relu", {"function": "tanh", "seed": 2}]}"#, to: "config.json")
    let after = try tool.run("render", "--dry-run")
    #expect(
      after.output == """
        tanh.png: settings changed: seed 0 → 2
        mish.png: no longer asked for; --prune removes it
        manifest.json: it would be written

        """)
    let json = try tool.run("render", "--dry-run", "--json")
    let result = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(result?["extras"] as? [String] == ["mish.png"])
    #expect((result?["figures"] as? [[String: String]])?.map { $0["outcome"] } == ["upToDate", "wouldDraw"])
    let pruning = try tool.run("render", "--prune")
    #expect(pruning.words.contains("\nmish.png: removed, no longer asked for\n2 figures: 1 replaced, 1 up to date ("))
    #expect(tool.names(in: "D") == ["manifest.json", "relu.png", "tanh.png"])
    #expect(try tool.run("render", "--dry-run").output == "")
  }

  @Test("The result of a run is printed as JSON, whatever the result is.")
  func json() throws {
    try tool.write(
      #"{"activations": ["relu", {"function": "hard-tanh", "minVal": 999999, "maxVal": 1e6}, "mish"]}"#, to: "f.json")
    let run = try tool.run("render", "f.json", "--json", "--quiet")
    #expect(run.exitCode == 1)
    let result = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let figures = try #require(result?["figures"] as? [[String: String]])
    #expect(figures.map { $0["outcome"] } == ["created", "failed", "created"])
    #expect(figures.map { $0["reason"] } == ["new", "new", "new"])
    #expect(figures[1]["error"]?.hasSuffix("finer than single precision can tell apart.") == true)
    #expect((result?["manifest"] as? [String: String]) == ["outcome": "created"])
  }

  @Test("A quiet run prints nothing.")
  func quiet() throws {
    let run = try tool.run("render", "--quiet", "--output", "E/F", "--only", "mish", "relu", "--jobs", "1")
    #expect(run.exitCode == 0 && run.output == "" && run.words == "")
    #expect(tool.names(in: "E/F") == ["manifest.json", "mish.png", "relu.png"])
    #expect(tool.names(in: "D") == nil)
  }

  @Test("A title without a glyph gives a warning, quiet or not, and is drawn.")
  func missingGlyph() throws {
    try tool.write(#"{"activations": [{"function": "relu", "title": "🚀"}]}"#, to: "rocket.json")
    let run = try tool.run("render", "rocket.json", "--quiet")
    #expect(run.exitCode == 0)
    #expect(run.words == "warning: relu.png: No glyph for U+1F680 (🚀) in DejaVu Sans Bold; a box is drawn.\n")
    #expect(try tool.run("describe", "rocket.json").words == run.words)
  }

  @Test("The number of jobs changes no byte.")
  func jobs() throws {
    for jobs in ["1", "4"] { #expect(try tool.run("render", "--jobs", jobs, "--output", jobs).exitCode == 0) }
    for name in ["mish.png", "relu.png", "tanh.png"] {
      let bytes = try #require(tool.bytes(of: "1/\(name)"))
      #expect(bytes == tool.bytes(of: "4/\(name)"))
    }
  }

  @Test(
    "A figure that fails is reported in one line, the others are drawn, and the exit code is 1.",
    arguments: [false, true])
  func failure(isQuiet: Bool) throws {
    try tool.write(
      #"{"activations": ["relu", {"function": "hard-tanh", "minVal": 999999, "maxVal": 1e6}, "mish"]}"#, to: "f.json")
    let run = try tool.run("render", "f.json", isQuiet ? "--quiet" : "--force")
    let sentence =
      "hard-tanh.png: 100 bins between 999998.5 and 999999.5 are finer than single precision can tell apart."
    #expect(run.exitCode == 1 && run.output == "")
    #expect(run.words.contains(sentence + "\n"))
    #expect(isQuiet || run.words.contains("\n3 figures: 2 created, 1 failed ("), "\(run.words)")
    #expect(!isQuiet || run.words == sentence + "\n")
    #expect(tool.names(in: "Output") == ["manifest.json", "mish.png", "relu.png"])

    let description = try tool.run("describe", "f.json")
    #expect(description.exitCode == 1 && description.words == sentence + "\n")
    let figures = try JSONSerialization.jsonObject(with: Data(description.output.utf8)) as? [[String: Any]]
    #expect(figures?.map { $0["name"] as? String } == ["relu", "mish"])
  }

  @Test("An unusable output directory is reported.", arguments: ["config.json", "config.json/below", ""])
  func unusableDirectory(path: String) throws {
    let run = try tool.run("render", "--output", path)
    #expect(run.exitCode == 2)
    #expect(run.words.hasPrefix("Cannot write \(path.split(separator: "/").first ?? ""): "), "\(run.words)")
    #expect(tool.names() == ["config.json"])
  }

  @Test("A file that cannot be written fails its figure, and no part of it is left.")
  func unwritableFile() throws {
    try FileManager.default.createDirectory(
      at: tool.directory.appending(path: "D/mish.png"), withIntermediateDirectories: true)
    let run = try tool.run("render")
    #expect(run.exitCode == 1)
    #expect(run.words.contains("mish.png: Cannot write D/mish.png: it is a directory.\n"))
    #expect(run.words.contains("\n3 figures: 2 created, 1 failed ("))
    #expect(tool.names(in: "D") == ["manifest.json", "mish.png", "relu.png", "tanh.png"])
    #expect(tool.names(in: "D/mish.png") == [])
  }

  @Test("A configuration on the standard input is drawn and described.")
  func standardInput() throws {
    let text = #"{"activations": ["sigmoid"]}"#
    #expect(try tool.run("render", "-", input: text).exitCode == 0)
    #expect(tool.names(in: "Output") == ["manifest.json", "sigmoid.png"])
    let description = try tool.run("describe", "-", "--only", "sigmoid", input: text)
    #expect(description.exitCode == 0 && description.words == "")
    let figures = try JSONSerialization.jsonObject(with: Data(description.output.utf8)) as? [[String: Any]]
    #expect(figures?.map { $0["title"] as? String } == ["Sigmoid"])
  }

  @Test("An interrupted run leaves whole files alone and has an exit code of its own.", arguments: [SIGINT, SIGTERM])
  func interruption(signal: Int32) throws {
    let entries = (0..<5_000).map { "{\"function\": \"mish\", \"name\": \"m\($0)\"}" }.joined(separator: ",")
    try tool.write("{\"activations\": [\(entries)]}", to: "many.json")
    let (process, pipes) = try tool.start(["render", "many.json"])
    while process.isRunning, tool.names(in: "Output")?.contains(where: { $0.hasSuffix(".png") }) != true {
      usleep(1_000)
    }
    kill(process.processIdentifier, signal)
    let words = String(decoding: pipes.words.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 128 + signal)
    let names = try #require(tool.names(in: "Output"))
    #expect(!names.isEmpty && names.count < 5_000 && names.allSatisfy { $0.hasSuffix(".png") })
    let summary = "5000 figures: \(names.count) created, \(5_000 - names.count) not started ("
    #expect(words.split(separator: "\n").last?.hasPrefix(summary) == true, "\(words)")
    let end: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
    for name in names { #expect(tool.bytes(of: "Output/\(name)")?.suffix(12) == Data(end), "\(name)") }
  }

  @Test("A run can be interrupted during a figure that takes minutes.", .timeLimit(.minutes(1)))
  func interruptionWithinFigure() throws {
    try tool.write("{\"samples\": 1000000000, \"activations\": [\"mish\", \"relu\"]}", to: "long.json")
    let (process, pipes) = try tool.start(["render", "long.json"])
    while process.isRunning, tool.names(in: "Output") == nil { usleep(1_000) }
    // The signals are blocked shortly after the directory is created; before that they end the process as usual.
    usleep(500_000)
    kill(process.processIdentifier, SIGINT)
    let words = String(decoding: pipes.words.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 130)
    #expect(words.hasPrefix("2 figures: 2 not started ("), "\(words)")
    #expect(tool.names(in: "Output") == [])
  }
}
