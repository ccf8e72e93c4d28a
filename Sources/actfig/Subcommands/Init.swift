import ArgumentParser
import Configuration
import Pipeline

/// Writes a first configuration.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    subcommand: "init",
    abstract: "Writes a first configuration and its schema.",
    discussion: "A file that is there already is never touched.")

  @Argument(
    help: ArgumentHelp(
      "A file that ends in .json, or the directory of config.json; - is the standard output.", valueName: "path"),
    completion: .directory)
  var path = "."

  @Flag(help: "Print the configuration instead.")
  var stdout = false

  func run() throws {
    if stdout || path == "-" { return Console.print(json: StarterConfiguration.text) }
    let files = try StarterConfiguration.write(to: path)
    let command = RenderCommand(configuration: files.written[0])
    Console.complain("Wrote \(files.written.joined(separator: " and ")). Its figures are drawn by: \(command.text())")
    for file in files.left { Console.complain("\(file) was there already and stays as it is.") }
  }
}
