import ArgumentParser
import Configuration
import JSON
import Pipeline

/// Prints the JSON Schema of configurations.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    subcommand: "schema",
    abstract: "Prints the JSON Schema of a configuration, by which editors complete and check it.")

  func run() throws { Console.print(json: ConfigurationSchema().text) }
}
