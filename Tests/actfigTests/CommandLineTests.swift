import Foundation
import Testing

@testable import actfig

@Suite
struct CommandLineTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.write(#"{"output": {"directory": "D"}, "activations": ["relu", "mish", "tanh"]}"#, to: "config.json")
  }

  @Test(
    "Usage errors are printed on the standard error, with exit code 2.",
    arguments: [
      (["render", "--bogus"], "Unknown option '--bogus'"), (["bogus"], "Unexpected argument 'bogus'"),
      (["render", "--jobs", "0"], "'--jobs' must be at least 1"), (["render", "--jobs", "x"], "--jobs"),
      (["render", "--only"], "Missing value for '--only"), (["render", "a", "b"], "Unexpected argument 'b'"),
      (["describe", "--force"], "Unknown option '--force'"),
      (["render", "--shard", "5/4"], "'5/4' is invalid for '--shard <i/n>': there is no shard 5 of 4"),
      (["check", "--shard", "0/3"], "shards are numbered from 1/3 to 3/3"),
      (["stats", "--shard", "half"], "a shard is written as 2/4"), (["stats", "--shard", "1/0"], "at least one shard"),
      (["rendr"], "Unexpected argument 'rendr': there is no such subcommand. Did you mean 'render'?"),
      (["draw", "x"], "Did you mean 'render'?"), (["frobnicate"], "The subcommands are: render, check, "),
      (["blog/config.json"], "'actfig render blog/config.json'"), (["a.png"], "'actfig inspect a.png'"),
      (["render", "--out", "D"], "Unknown option '--out'. Write '--output <dir>'.\n"),
      (["render", "-o", "D"], "Write '--output <dir>'"),
      (["inspect", "a.png", "--out=b.png"], "Write '--output <file>'"),
      (["render", "--format", "svg"], "Figures are PNG files; there is no other format."),
      (["check", "--svg"], "Figures are PNG files"), (["check", "--threads", "2"], "Write '--jobs <n>'"),
      (["render", "--dpi=200"], "'--set figure.dpi=200'"), (["render", "--config", "a"], "'actfig render FILE'"),
      (["render", "--froce"], "Did you mean '--force'?"), (["list", "--out", "x"], "Unknown option '--out'."),
      (["render", "--quiet", "--verbose"], "cannot be used together"), (["inspect"], "Missing expected argument"),
      (["inspect", "a.png", "--output", "b.png"], "requires '--render'"),
      (["list", "relu"], "Unexpected argument 'relu'"),
    ] as [([String], String)])
  func usage(arguments: [String], sentence: String) throws {
    let (process, pipes) = try tool.start(arguments)
    let words = String(decoding: pipes.words.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(words.contains(sentence), "\(words)")
    #expect(pipes.output.fileHandleForReading.readDataToEndOfFile().isEmpty)
    #expect(tool.names() == ["config.json"])
  }

  @Test("A name without a figure is a usage error that suggests the nearest one.", arguments: ["render", "describe"])
  func unknownName(subcommand: String) throws {
    let run = try tool.run(subcommand, "--only", "mihs", "relu", "--only", "fourier")
    #expect(run.exitCode == 2)
    #expect(run.words == "There is no figure \"mihs\"; did you mean \"mish\"?\nThere is no figure \"fourier\".\n")
    #expect(run.output == "")
    #expect(tool.names() == ["config.json"])
  }

  @Test(
    "Every fault of a configuration is reported, nothing is drawn and no directory is created.",
    arguments: ["render", "describe"])
  func faultyConfiguration(subcommand: String) throws {
    try tool.write("{\n  \"sampels\": 1,\n  \"activations\": [\"misch\"]\n}\n", to: "faulty.json")
    let run = try tool.run(subcommand, "faulty.json")
    #expect(run.exitCode == 2)
    #expect(run.output == "")
    #expect(run.words.contains("faulty.json:2:3: ") && run.words.contains("\"samples\""))
    #expect(run.words.contains("faulty.json:3:19: /activations/0: ") && run.words.contains("\"mish\""))
    #expect(tool.names() == ["config.json", "faulty.json"])
  }

  @Test("A configuration that cannot be read is reported.", arguments: ["render", "describe"])
  func unreadableConfiguration(subcommand: String) throws {
    let run = try tool.run(subcommand, "missing.json")
    #expect(run.exitCode == 2)
    #expect(run.words == "Cannot read missing.json: there is no such file or directory.\n")
  }

  @Test("The standard input is read as a configuration.")
  func standardInput() throws {
    let run = try tool.run("render", "-", input: #"{"activations": 1}"#)
    #expect(run.exitCode == 2)
    #expect(run.words.hasPrefix("standard input:1:17: /activations: found 1, "))
  }

  @Test("The catalogue, the version and the help are printed on the standard output.")
  func texts() throws {
    let list = try tool.run("list")
    #expect(list.exitCode == 0 && list.words == "")
    #expect(list.output.hasPrefix("NAME ") && list.output.contains("\nleaky-relu "))
    let json = try tool.run("list", "--json")
    let entries = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(entries?.count == list.output.split(separator: "\n").count - 1)
    let version = try tool.run("--version")
    #expect(version.exitCode == 0 && version.output.wholeMatch(of: /actfig \d+\.\d+\.\d+\n/) != nil)
    for option in [
      "CONFIG", "--only", "--set", "--output", "--jobs", "--quiet", "--force", "--dry-run", "--prune", "--shard",
    ] {
      let help = try tool.run("render", "--help")
      #expect(help.exitCode == 0 && help.output.uppercased().contains(option.uppercased()), "\(option)")
    }
  }

  @Test(
    "Completion scripts are printed on the standard output and name every subcommand and option.",
    arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let (process, pipes) = try tool.start(["--generate-completion-script", shell])
    let script = String(decoding: pipes.output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    for word in ["render", "describe", "stats", "list", "init", "schema", "only", "set", "force"] {
      #expect(script.contains(word), "\(word)")
    }
  }

  @Test("Every subcommand declares its name, because deriving it from the type takes the runtime long.")
  func subcommandNames() {
    #expect(Actfig.configuration.subcommands.count == 12)
    for command in Actfig.configuration.subcommands {
      #expect(command.configuration.commandName == "\(command)".lowercased())
    }
  }

  @Test("A reader that closes the pipe is no fault, and a full disk is.")
  func brokenOutput() throws {
    let (process, pipes) = try tool.start(["list", "--json"])
    try pipes.output.fileHandleForReading.close()
    #expect(pipes.words.fileHandleForReading.readDataToEndOfFile().isEmpty)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)

    let full = Process()
    full.executableURL = process.executableURL
    full.arguments = ["list"]
    full.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    let words = Pipe()
    full.standardError = words
    try full.run()
    let sentence = String(decoding: words.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    full.waitUntilExit()
    #expect(full.terminationStatus == 2)
    #expect(sentence.hasPrefix("Cannot write the standard output: "))
  }
}
