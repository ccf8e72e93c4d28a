/// Who chose an output directory, and for which configuration.
public struct DirectorySource: Sendable, Equatable {
  /// The path of the configuration as it was given; nil for one that has none, as on the standard input.
  let configuration: String?
  /// Whether the directory is the one that the configuration names itself, and not one of the command line's.
  let isNamedByConfiguration: Bool
  /// The command that takes the directory over from another configuration.
  let takeover: String

  /// Of a directory that belongs to no configuration.
  static let unknown = DirectorySource(configuration: nil, isNamedByConfiguration: false, takeover: "")

  /// - Parameter command: Fills the directory.
  public init(of command: RenderCommand) {
    self.init(
      configuration: command.configuration == "-" ? nil : command.configuration,
      isNamedByConfiguration: command.output == nil, takeover: command.text(forcing: true))
  }

  private init(configuration: String?, isNamedByConfiguration: Bool, takeover: String) {
    (self.configuration, self.isNamedByConfiguration, self.takeover) = (
      configuration, isNamedByConfiguration, takeover
    )
  }
}
