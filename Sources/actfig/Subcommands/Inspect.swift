import ArgumentParser
import Configuration
import JSON
import Pipeline
import System

/// The subcommand `inspect`, which shows what the file of a figure records about itself.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Shows the recipe in the file of a figure, or renders the figure again from it.",
    discussion: """
      The file of every figure contains its title, a description for readers who cannot see it, its statistics, and the \
      recipe from which it was rendered: a configuration of this one figure with every setting written out. With --render \
      the figure is rendered from the recipe alone, and the result has the same bytes.
      """)

  @Argument(help: ArgumentHelp("The PNG file; - is the standard input.", valueName: "figure"), completion: .figure)
  var path: String

  @Flag(help: "Print the record of the figure as JSON.")
  var json = false

  @Flag(help: "Render the figure from its recipe and write it to the standard output.")
  var render = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("With --render: write to this file instead of the standard output.", valueName: "file"),
    completion: .figure)
  var output: String?

  @Flag(help: "With --render: render even if that takes more than a minute or more than a gigabyte of memory.")
  var force = false

  func validate() throws {
    if json && render { throw ValidationError("'--json' and '--render' cannot be used together.") }
    if force && !render { throw ValidationError("'--force' requires '--render'.") }
    if output != nil && !render { throw ValidationError("'--output' requires '--render'.") }
    if render, file == nil, StandardStream.output.isTerminal {
      throw ValidationError("A PNG cannot be shown by the terminal. Name a file with '--output'.")
    }
  }

  /// The file that is written; nil for the standard output.
  private var file: String? { output == OutputOptions.standardOutput ? nil : output }

  func run() throws {
    let picture = try InputFile(picture: path)
    let inspection = try Inspection(of: picture.bytes, named: picture.name, in: OutputDirectory(picture.directory))
    guard render else {
      if json { Console.print(inspection.json) } else { Console.print(inspection.text) }
      return
    }
    let interruption = Interruption()
    finish(watching: interruption) { [file, force] _ in
      do {
        let png = try await inspection.redrawn(forcing: force)
        if let file { try OutputDirectory.write(png, toFile: file) } else { Console.print(png) }
      } catch is CancellationError {
        return interruption.exitCode ?? .failure
      } catch let failure as FigureFailure {
        Console.report(failure)
        return .failure
      }
      return .success
    }
  }
}
