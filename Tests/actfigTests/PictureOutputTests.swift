import Foundation
import Testing

/// One picture on the standard output: `actfig render --only NAME --output -`.
@Suite
struct PictureOutputTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.write(
      #"{"samples": 500, "figure": {"dpi": 40}, "limits": {"value": "shared"}, "activations": ["relu", "mish"]}"#,
      to: "config.json")
  }

  private func bytes(_ arguments: String..., input: String = "") throws -> Data {
    let (process, pipes) = try tool.start(arguments)
    pipes.input.fileHandleForWriting.write(Data(input.utf8))
    try pipes.input.fileHandleForWriting.close()
    let output = pipes.output.fileHandleForReading.readDataToEndOfFile()
    #expect(pipes.words.fileHandleForReading.readDataToEndOfFile().isEmpty)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return output
  }

  @Test("The picture has the bytes of the file of a run, and nothing is written to the disk.")
  func picture() throws {
    let picture = try bytes("render", "--only", "mish", "--output", "-")
    #expect(tool.names() == ["config.json"])
    _ = try tool.run("render")
    #expect(picture == tool.bytes(of: "Output/mish.png"))
    #expect(try picture == bytes("inspect", "Output/mish.png", "--render", "--output", "-"))
  }

  @Test("Of the variants of a figure the one with the plain name is written.")
  func variants() throws {
    let text = #"{"samples": 9, "variants": {"scale": [2, 1], "theme": ["dark", "light"]}, "activations": ["relu"]}"#
    let picture = try bytes("render", "-", "--output", "-", input: text)
    _ = try tool.run("render", "-", "--output", "Pictures", input: text)
    #expect(tool.names(in: "Pictures")?.count == 5)
    #expect(picture == tool.bytes(of: "Pictures/relu.png"))
  }

  @Test("Exactly one figure must be selected; otherwise the figures are listed.")
  func selection() throws {
    let run = try tool.run("render", "--output", "-")
    #expect(run.exitCode == 2 && run.output == "")
    #expect(
      run.words
        == "The standard output takes one picture, but 2 figures are selected: relu, mish. "
        + "Choose one of them with '--only'.\n")
    let many = try tool.run(
      "render", "-", "--output", "-",
      input:
        #"{"activations": [{"function": "swish", "sweep": {"beta": [\#((1...30).map(String.init).joined(separator: ","))]}}]}"#
    )
    #expect(
      many.words.contains("but 30 figures are selected: swish-beta-1, ") && many.words.contains(" and 10 others."))
  }

  @Test(
    "An option about files, or of another output, is refused.",
    arguments: ["--prune", "--dry-run", "--json", "--force", "--fail-fast", "--verbose", "--shard=1/2"])
  func options(option: String) throws {
    let run = try tool.run("render", "--only", "mish", "--output", "-", option)
    #expect(run.exitCode == 2 && run.output == "" && tool.names() == ["config.json"])
    let name = option.prefix { $0 != "=" }
    #expect(run.words.hasPrefix("Error: '\(name)' cannot be used with '--output -', which writes one picture "))
  }

  @Test("Subcommands that need a directory refuse the standard output, and './-' is a directory.")
  func directories() throws {
    for subcommand in ["check", "merge"] {
      let run = try tool.run(subcommand, "--output", "-")
      #expect(run.exitCode == 2 && run.words.contains("A directory of that name is written as './-'."))
    }
    #expect(try tool.run("render", "--only", "mish", "--output", "./-").exitCode == 0)
    #expect(tool.names(in: "-") == ["manifest.json", "mish.png"])
  }

  @Test("A figure that fails ends the command with 1, a full disk with 2, and a reader that goes away with success.")
  func failures() throws {
    let failed = try tool.run(
      "render", "-", "--output", "-",
      input: #"{"activations": [{"function": "hard-tanh", "minVal": 999999, "maxVal": 1e6}]}"#)
    #expect(failed.exitCode == 1 && failed.output == "" && failed.words.hasPrefix("hard-tanh.png: 100 bins between "))
    let full = try tool.shell("actfig render --only mish --output - >/dev/full || echo $?")
    #expect(full.output == "2\n" && full.words == "Cannot write the standard output: the disk is full.\n")
    let gone = try tool.shell("{ sleep 0.2; actfig render --only mish --output -; echo $? >code; } | true; cat code")
    #expect(gone.output == "0\n" && gone.words == "")
  }

  @Test("A terminal is refused the picture.")
  func terminal() throws {
    let run = try tool.shell("script -qec 'actfig render --only mish --output -' /dev/null </dev/null || echo $?")
    #expect(run.output.contains("A PNG cannot be shown by the terminal.") && run.output.hasSuffix("2\n"))
  }
}
