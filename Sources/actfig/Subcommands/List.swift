import ArgumentParser
import Configuration
import JSON
import Pipeline

/// Prints the catalogue.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    subcommand: "list",
    abstract: "Lists the functions of the catalogue: name, title, formula, parameters and their defaults.")

  @Flag(help: "Print all that is known of them, kinks and references too, as JSON.")
  var json = false

  func run() throws {
    let listing = CatalogueListing()
    if json { Console.print(listing.json) } else { Console.print(listing.table(width: Console.width)) }
  }
}
