import ArgumentParser
import Configuration
import JSON
import Pipeline

/// The subcommand `schema`, which prints the JSON Schema of configurations.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of a configuration, which editors use for completion and validation.")

  func run() throws { Console.print(json: ConfigurationSchema().text) }
}
