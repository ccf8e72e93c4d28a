import Foundation
import Testing

/// The exit code depends on the work alone, not on who reads the output.
@Suite
struct ExitCodeTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.write(#"{"samples": 300, "figure": {"dpi": 20}, "activations": ["relu", "mish"]}"#, to: "config.json")
    try tool.write(
      """
      {"samples": 300, "figure": {"dpi": 20}, "activations": [
        {"name": "none", "expression": "log(-1 - x^2)"}, "relu"
      ]}
      """, to: "failing.json")
    try tool.write(#"{"activations": [misch]}"#, to: "faulty.json")
  }

  /// A directory with figures in `Output` and none in `Nowhere`.
  private static let commands: [(arguments: [String], exitCode: Int32)] = [
    (["check"], 0), (["check", "--output", "Nowhere"], 1), (["check", "--output", "Nowhere", "--json"], 1),
    (["check", "failing.json"], 2), (["check", "faulty.json"], 2), (["check", "--verbose"], 0),
    (["render", "--json"], 0), (["render", "--json", "--force", "--verbose"], 0),
    (["render", "failing.json", "--json", "--output", "F"], 1), (["render", "--dry-run", "--json"], 0),
    (["render", "faulty.json"], 2), (["describe"], 0), (["describe", "failing.json"], 1), (["stats"], 0),
    (["stats", "failing.json", "--csv"], 1), (["stats", "failing.json"], 1), (["stats", "--bogus"], 2),
    (["embed", "--as", "html"], 0), (["embed", "--as", "json", "--output", "Nowhere"], 1), (["embed"], 2),
    (["merge", "--json"], 0), (["merge", "--output", "Nowhere", "--json"], 1), (["list"], 0), (["list", "--json"], 0),
    (["schema"], 0), (["init", "-"], 0), (["init", "config.json"], 2), (["inspect", "Output/relu.png"], 0),
    (["inspect", "Output/relu.png", "--render"], 0), (["inspect", "config.json"], 2), (["--help"], 0),
    (["--version"], 0), (["bogus"], 2), (["--generate-completion-script", "bash"], 0),
  ]

  @Test("The exit code is the same if the output, the messages or both have no reader.", arguments: commands)
  func readers(arguments: [String], exitCode: Int32) throws {
    #expect(try tool.run("render", "--quiet").exitCode == 0)
    #expect(try tool.run(arguments).exitCode == exitCode)
    for (closesOutput, closesWords) in [(true, false), (false, true), (true, true)] {
      let (process, pipes) = try tool.start(arguments)
      if closesOutput { try pipes.output.fileHandleForReading.close() }
      if closesWords { try pipes.words.fileHandleForReading.close() }
      try pipes.input.fileHandleForWriting.close()
      if !closesOutput { _ = pipes.output.fileHandleForReading.readDataToEndOfFile() }
      if !closesWords { _ = pipes.words.fileHandleForReading.readDataToEndOfFile() }
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == exitCode, "\(arguments), \(closesOutput), \(closesWords)")
    }
    #expect(tool.names(in: "Output") == ["manifest.json", "mish.png", "relu.png"])
  }

  @Test(
    "The exit code is the same if the reader closes the pipe after one line.",
    arguments: ["check --output Nowhere", "stats failing.json"])
  func head(command: String) throws {
    let run = try tool.shell(
      "actfig \(command) 2>/dev/null | head -1 >/dev/null; echo \"${PIPESTATUS[0]}\"", by: ["/bin/bash", "-c"])
    #expect(run.output == "1\n")
  }

  @Test("A run draws all figures even if its messages have no reader.")
  func drawing() throws {
    let (process, pipes) = try tool.start(["render", "--json", "--verbose", "--jobs", "1"])
    try pipes.words.fileHandleForReading.close()
    try pipes.output.fileHandleForReading.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(tool.names(in: "Output") == ["manifest.json", "mish.png", "relu.png"])
  }

  @Test("Success becomes 2 if the output could not be written, and no other exit code changes.")
  func lostOutput() throws {
    _ = try tool.run("render", "--quiet")
    for (arguments, exitCode) in [
      ("list", "2"), ("check --output Nowhere", "1"), ("stats failing.json", "1"), ("check faulty.json", "2"),
      ("render --quiet --force", "0"), ("check --quiet", "0"), ("--help", "2"),
    ] {
      for end in [">/dev/full", ">&-"] {
        let run = try tool.shell("actfig \(arguments) \(end) 2>words; echo $?", by: ["/bin/sh", "-c"])
        #expect(run.output == exitCode + "\n", "\(arguments) \(end)")
        let isTold = tool.text(of: "words")?.contains("Cannot write the standard output: ") == true
        #expect(isTold == (exitCode != "0" && !arguments.contains("faulty")), "\(arguments) \(end)")
      }
    }
  }

  @Test("A non-blocking output is waited for.")
  func unhurried() throws {
    let script = """
      python3 -c 'import os; os.set_blocking(1, False); os.execvp("actfig", ["actfig", "list", "--json"])' \
      | (sleep 0.3; cat) | wc -c
      """
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/python3") else { return }
    let count = try tool.run("list", "--json").output.utf8.count
    #expect(try tool.shell(script).output.filter { $0.isNumber } == "\(count)")
  }
}
