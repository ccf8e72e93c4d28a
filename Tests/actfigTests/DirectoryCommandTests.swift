import Foundation
import Glibc
import Testing

@Suite
struct DirectoryCommandTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    for (folder, function) in [("", "relu"), ("blog/", "mish")] {
      try FileManager.default.createDirectory(
        at: tool.directory.appending(path: folder), withIntermediateDirectories: true)
      try tool.write(
        #"{"samples": 300, "figure": {"dpi": 30}, "activations": ["\#(function)", "tanh"]}"#,
        to: folder + "config.json")
    }
  }

  @Test("The directory of each configuration is in the configuration's folder, wherever the tool is run.")
  func folders() throws {
    for path in ["config.json", "blog/config.json"] { #expect(try tool.run("render", path).exitCode == 0) }
    #expect(tool.names(in: "Output") == ["manifest.json", "relu.png", "tanh.png"])
    #expect(tool.names(in: "blog/Output") == ["manifest.json", "mish.png", "tanh.png"])
    for path in ["config.json", "./blog/config.json", tool.directory.path + "/blog/config.json", "blog/../config.json"]
    {
      let run = try tool.run("check", path)
      #expect(run.exitCode == 0, "\(run.output)\(run.words)")
    }
    let below = try tool.shell(
      "cd blog && actfig check && actfig check ../config.json && actfig render --dry-run --prune")
    #expect(below.exitCode == 0 && below.output == "", "\(below.output)")
    // Directories named by --output and --set are relative to the working directory.
    #expect(try tool.shell("cd blog && actfig render --quiet --output here").exitCode == 0)
    #expect(try tool.run("render", "blog/config.json", "--quiet", "--output", "here").exitCode == 0)
    #expect(try tool.run("render", "blog/config.json", "--quiet", "--set", "output.directory=../there").exitCode == 0)
    #expect(tool.names(in: "blog/here") == tool.names(in: "here"))
    #expect(tool.names(in: "there") == ["manifest.json", "mish.png", "tanh.png"])
    #expect(
      tool.text(of: "there/manifest.json")?.hasPrefix("{\n  \"configuration\": \"../blog/config.json\",\n") == true)
    #expect(tool.text(of: "here/manifest.json")?.hasPrefix("{\n  \"figures\": [\n") == true)
    // A configuration on the standard input draws into the working directory.
    let text = try #require(tool.text(of: "config.json"))
    #expect(try tool.run("render", "-", "--set", "output.directory=stdin", input: text).exitCode == 0)
    #expect(tool.names(in: "stdin") == ["manifest.json", "relu.png", "tanh.png"])
  }

  @Test(
    "The second of two configurations for one directory ends with 2, and nothing is changed.",
    arguments: [
      ["render"], ["render", "--prune"], ["render", "--dry-run"], ["render", "--only", "tanh"], ["check"],
      ["merge"], ["render", "--shard", "1/2"], ["check", "--shard", "1/2"],
    ])
  func foreign(arguments: [String]) throws {
    #expect(try tool.run("render", "--quiet").exitCode == 0)
    let before = tool.names(in: "Output")?.map { tool.bytes(of: "Output/\($0)") }
    try tool.write(#"{"output": {"directory": "../Output"}, "activations": ["elu", "tanh"]}"#, to: "blog/config.json")
    try tool.write(#"{"activations": ["elu", "tanh"]}"#, to: "second.json")
    for path in ["blog/config.json", "second.json"] {
      var words = arguments
      words.insert(path, at: 1)
      let run = try tool.run(words)
      #expect(run.exitCode == 2 && run.output == "", "\(run.output)")
      let directory = path == "second.json" ? "Output" : "blog/../Output"
      #expect(
        run.words.hasPrefix(
          "\(directory) belongs to the configuration config.json, as its manifest says, and not to \(path). "),
        "\(run.words)")
      #expect(run.words.split(separator: "\n").count == 1)
    }
    #expect(tool.names(in: "Output")?.map { tool.bytes(of: "Output/\($0)") } == before)
  }

  @Test(
    "A run waits for another one and says so, and ends at once if it is interrupted while it waits.",
    arguments: [SIGINT, SIGTERM])
  func waiting(signal: Int32) throws {
    try FileManager.default.createDirectory(
      at: tool.directory.appending(path: "Output"), withIntermediateDirectories: true)
    let descriptor = open(tool.directory.appending(path: "Output").path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    #expect(descriptor >= 0 && flock(descriptor, LOCK_EX) == 0)
    let (stopped, pipes) = try tool.start(["render"])
    let (patient, others) = try tool.start(["render", "--quiet"])
    let sentence = "Waiting for another run in Output.\n"
    #expect(pipes.words.fileHandleForReading.availableData == Data(sentence.utf8))
    kill(stopped.processIdentifier, signal)
    let words = String(decoding: pipes.words.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    stopped.waitUntilExit()
    #expect(stopped.terminationReason == .exit && stopped.terminationStatus == 128 + signal)
    #expect(words.hasPrefix("2 figures: 2 not started ("), "\(words)")
    #expect(tool.names(in: "Output") == [] && patient.isRunning)
    close(descriptor)
    #expect(others.words.fileHandleForReading.readDataToEndOfFile() == Data())
    patient.waitUntilExit()
    #expect(patient.terminationStatus == 0 && tool.names(in: "Output")?.count == 3)
  }

  @Test("A shard runs beside another one, and a merge waits for both.")
  func shards() throws {
    try FileManager.default.createDirectory(
      at: tool.directory.appending(path: "Output"), withIntermediateDirectories: true)
    let descriptor = open(tool.directory.appending(path: "Output").path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    #expect(descriptor >= 0 && flock(descriptor, LOCK_SH) == 0)
    for shard in ["1/2", "2/2"] { #expect(try tool.run("render", "--shard", shard, "--quiet").exitCode == 0) }
    let (merge, pipes) = try tool.start(["merge"])
    let sentence = "Waiting for another run in Output.\n"
    #expect(pipes.words.fileHandleForReading.availableData == Data(sentence.utf8))
    close(descriptor)
    merge.waitUntilExit()
    #expect(merge.terminationStatus == 0 && tool.names(in: "Output") == ["manifest.json", "relu.png", "tanh.png"])
  }

  @Test("Every subcommand reports a file in place of the directory.", arguments: ["render", "check", "merge"])
  func notDirectory(subcommand: String) throws {
    try tool.write("", to: "Output")
    let run = try tool.run(subcommand)
    #expect(run.exitCode == 2 && run.words.hasSuffix("Output: a part of its path is not a directory.\n"))
  }
}
