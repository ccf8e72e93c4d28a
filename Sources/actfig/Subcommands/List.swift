import ArgumentParser
import Configuration
import JSON
import Pipeline
import Reports

/// The subcommand `list`, which prints the catalogue of functions.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the functions of the catalogue: name, title, formula, parameters and their defaults.")

  @Flag(help: "Print all data of the functions as JSON, including kinks and references.")
  var json = false

  func run() throws {
    let listing = CatalogueListing()
    if json { Console.print(listing.json) } else { Console.print(listing.table(width: Console.width)) }
  }
}
