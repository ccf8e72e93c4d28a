import ArgumentParser
import Configuration
import Pipeline

/// The subcommand `init`, which writes a first configuration.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a first configuration and its schema.",
    discussion: "An existing file is never changed.")

  @Argument(
    help: ArgumentHelp(
      "A file whose name ends in .json, or the directory for config.json; - is the standard output.", valueName: "path"),
    completion: .directory)
  var path = "."

  @Flag(help: "Print the configuration to the standard output instead of writing files.")
  var stdout = false

  func run() throws {
    if stdout || path == "-" { return Console.print(json: StarterConfiguration.text) }
    let files = try StarterConfiguration.write(to: path)
    let command = RenderCommand(configuration: files.written[0])
    Console.report("Wrote \(files.written.joined(separator: " and ")). Render its figures with: \(command.text())")
    for file in files.left { Console.report("\(file) exists already and was not changed.") }
  }
}
