import ArgumentParser
import Pipeline

@main
struct Actfig: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "actfig", abstract: "Draws the figures of activation functions.")
}
