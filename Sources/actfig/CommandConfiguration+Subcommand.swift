import ArgumentParser

extension CommandConfiguration {
  /// Of a subcommand, which also reads its words without the tool around it, and then looks for none of the tool's.
  init(
    subcommand name: String, abstract: String, discussion: String = "", subcommands: [any ParsableCommand.Type] = []
  ) {
    self.init(
      commandName: name, _superCommandName: Actfig.name, abstract: abstract, discussion: discussion,
      subcommands: subcommands)
  }
}
