import Configuration
import Plans
import Text

/// The command line that renders the figures of a run, as a user would type it.
public struct RenderCommand: Sendable {
  /// The path of the configuration; `-` is the standard input.
  let configuration: String
  /// The directory that replaces the configuration's; nil if none does.
  let output: String?
  private let settings: [String]
  private let names: [String]
  private let shard: Shard?
  private let subcommand: String

  /// Creates a command line from its parts.
  ///
  /// - Parameters:
  ///   - configuration: The path of the configuration.
  ///   - settings: Values in place of the configuration's, e.g. `seed=1`.
  ///   - output: The directory that replaces the configuration's; nil if none does.
  ///   - names: The names or patterns of the selected figures; none for all.
  ///   - shard: The share of the figures that is selected; nil for all.
  ///   - subcommand: The subcommand, `render` or another one with the same options.
  public init(
    configuration: String, settings: [String] = [], output: String? = nil, only names: [String] = [],
    shard: Shard? = nil, subcommand: String = "render"
  ) {
    (self.configuration, self.settings, self.output) = (configuration, settings, output)
    (self.names, self.shard, self.subcommand) = (names, shard, subcommand)
  }

  /// The text of the command: `actfig render --only mish --force`.
  ///
  /// - Parameters:
  ///   - name: The only figure that is to be rendered. With a shard, the whole share is rendered, because the figures
  ///     of a share depend on all that are selected; figures that are up to date are left alone anyway.
  ///   - isForced: Whether figures that are up to date are rendered, too.
  ///   - prunes: Whether files for which the configuration no longer asks are removed.
  public func text(only name: String? = nil, forcing isForced: Bool = false, pruning prunes: Bool = false) -> String {
    var words = ["actfig", subcommand]
    if configuration != "config.json" {
      words.append(configuration == "-" ? configuration : configuration.pathForShell)
    }
    for setting in settings { words += Self.option("--set", setting) }
    if let output { words += Self.option("--output", output) }
    let selected = if let name, shard == nil { [name] } else { names }
    for name in selected { words += Self.option("--only", name) }
    if let shard { words += ["--shard", "\(shard)"] }
    if isForced { words.append("--force") }
    if prunes { words.append("--prune") }
    return words.joined(separator: " ")
  }

  /// An option with its value. A value that begins like an option is joined to it by an equals sign.
  private static func option(_ name: String, _ value: String) -> [String] {
    value.utf8.first == UInt8(ascii: "-") ? ["\(name)=\(value.quotedForShell)"] : [name, value.quotedForShell]
  }
}
