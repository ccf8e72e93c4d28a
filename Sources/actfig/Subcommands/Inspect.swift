import ArgumentParser
import Configuration
import JSON
import Pipeline
import System

/// Shows what a figure's file says of itself.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    subcommand: "inspect",
    abstract: "Shows the recipe that a figure carries, or draws the figure again from it.",
    discussion: """
      Every figure carries in its file its title, a description for readers who cannot see it, the numbers behind it, and \
      the recipe from which it was drawn: a configuration of one figure with every setting written out. With --render the \
      figure is drawn from the recipe alone; the file has the same bytes.
      """)

  @Argument(help: ArgumentHelp("The PNG; - is the standard input.", valueName: "figure"), completion: .figure)
  var path: String

  @Flag(help: "Print what the figure says as JSON.")
  var json = false

  @Flag(help: "Draw the figure from its recipe, onto the standard output.")
  var render = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("With --render: the file that is written, in place of the standard output.", valueName: "file"),
    completion: .figure)
  var output: String?

  @Flag(help: "With --render: draw it even where that takes more than a minute, or more than a gigabyte of memory.")
  var force = false

  func validate() throws {
    if json && render { throw ValidationError("'--json' and '--render' cannot be had together.") }
    if force && !render { throw ValidationError("'--force' goes with '--render'.") }
    if output != nil && !render { throw ValidationError("'--output' goes with '--render'.") }
    if render, output == nil, StandardStream.output.isTerminal {
      throw ValidationError("A PNG is not for the terminal; name a file with '--output'.")
    }
  }

  func run() throws {
    let file = try InputFile(picture: path)
    let inspection = try Inspection(of: file.bytes, named: file.name, in: OutputDirectory(file.directory))
    guard render else {
      if json { Console.print(inspection.json) } else { Console.print(inspection.text) }
      return
    }
    let interruption = Interruption()
    finish(watching: interruption) { [output, force] _ in
      do {
        let png = try await inspection.redrawn(forcing: force)
        if let output { try OutputDirectory.write(png, toFile: output) } else { Console.print(png) }
      } catch is CancellationError {
        return interruption.exitCode ?? .failure
      } catch let failure as FigureFailure {
        Console.complain(failure)
        return .failure
      }
      return .success
    }
  }
}
