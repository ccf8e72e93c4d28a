import ArgumentParser
import Text

/// The message for an error of usage, with advice on what to write instead where that is known.
///
/// ```
/// Error: Unknown option '--out'. Write '--output <dir>'.
/// Usage: actfig render [<options>] [<config>]
///   See 'actfig render --help' for more information.
/// ```
struct UsageAdvice {
  /// The message in several lines, without a line feed at its end.
  let text: String

  /// - Parameters:
  ///   - message: The message of the argument parser.
  ///   - words: The arguments after the name of the tool.
  init(on message: String, of words: [String]) {
    guard let advice = Self.advice(on: message, of: words) else {
      text = message
      return
    }
    // The arguments may contain such a line too, but the last one is the parser's.
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let usage = lines.lastIndex { $0.hasPrefix("Usage: ") }.map { lines[$0...].joined(separator: "\n") }
    text = "Error: \(advice)" + (usage.map { "\n" + $0 } ?? "")
  }

  private static func advice(on message: String, of words: [String]) -> String? {
    guard let first = words.first else { return nil }
    guard let command = Actfig.configuration.subcommands.first(where: { $0.configuration.commandName == first }) else {
      return first.hasPrefix("-") || first == "help" ? nil : advice(onSubcommand: first)
    }
    let prefix = "Error: Unknown option '"
    guard message.hasPrefix(prefix),
      let option = words.dropFirst().first(where: { message.dropFirst(prefix.count).hasPrefix($0.name + "'") })?.name
    else { return nil }
    return "Unknown option '\(option)'." + (advice(onOption: option, of: command).map { " " + $0 } ?? "")
  }

  // MARK: - Subcommands

  private static func advice(onSubcommand word: String) -> String {
    let sentence = "Unexpected argument '\(word)': there is no such subcommand."
    for (ending, command) in [(".json", "render"), (".yaml", "render"), (".yml", "render"), (".png", "inspect")]
    where word.lowercased().hasSuffix(ending) {
      return "\(sentence) Write the file after a subcommand: 'actfig \(command) \(word)'."
    }
    let names = Actfig.configuration.subcommands.compactMap { $0.configuration.commandName }
    let name = subcommandsByOtherWords[word.lowercased()] ?? names.first { $0.hasPrefix(word) }
    guard let name = name ?? word.nearest(among: names) else {
      return "\(sentence) The subcommands are: \(names.joined(separator: ", "))."
    }
    return "\(sentence) Did you mean '\(name)'?"
  }

  private static let subcommandsByOtherWords = [
    "draw": "render", "plot": "render", "build": "render", "generate": "render", "make": "render", "run": "render",
    "verify": "check", "diff": "check", "compare": "check", "test": "check", "new": "init", "create": "init",
    "show": "inspect", "info": "inspect", "functions": "list", "catalogue": "list", "catalog": "list", "ls": "list",
    "statistics": "stats", "randn": "sample", "version": "--version",
  ]

  // MARK: - Options

  private static func advice(onOption option: String, of command: any ParsableCommand.Type) -> String? {
    let options = Self.options(of: command)
    let word = option.drop { $0 == "-" }.lowercased()
    if formats.contains(word) {
      return "Figures are PNG files; there is no other format."
    }
    let meant = optionsByOtherWords[word].flatMap { name in options.first { $0.name == name } }
    if let meant = meant ?? options.first(where: { option.count > 3 && $0.name.hasPrefix(option) }) {
      return "Write '\(meant.synopsis)'."
    }
    if ["c", "config", "configuration", "f", "file", "input"].contains(word), options.contains(where: \.isSet) {
      return "Write the configuration without an option: 'actfig \(command.configuration.commandName ?? "") FILE'."
    }
    if options.contains(where: \.isSet), let value = settings[word] {
      return "Override the value of the configuration with '--set \(value)'."
    }
    let near = option.nearest(among: options.map(\.name)).flatMap { name in options.first { $0.name == name } }
    return near.map { "Did you mean '\($0.synopsis)'?" }
  }

  /// Option names with which people ask for other picture formats.
  private static let formats: Set<String> = ["format", "svg", "pdf", "eps", "jpg", "jpeg", "webp", "type", "backend"]

  private static let optionsByOtherWords = [
    "o": "--output", "out": "--output", "outdir": "--output", "out-dir": "--output", "output-dir": "--output",
    "output-directory": "--output", "dir": "--output", "directory": "--output", "dest": "--output",
    "name": "--only", "names": "--only", "figure": "--only", "figures": "--only", "filter": "--only",
    "select": "--only", "include": "--only", "j": "--jobs", "threads": "--jobs", "workers": "--jobs",
    "parallel": "--jobs", "processes": "--jobs", "clean": "--prune", "delete": "--prune", "remove": "--prune",
    "overwrite": "--force", "f": "--force", "silent": "--quiet", "s": "--quiet", "n": "--dry-run",
    "dryrun": "--dry-run", "preview": "--dry-run", "shards": "--shard", "md": "--markdown", "html": "--report",
  ]

  /// Keys of a configuration that people may look for among the options, each with an example.
  private static let settings = [
    "dpi": "figure.dpi=200", "width": "figure.width=10", "height": "figure.height=4", "size": "figure.width=10",
    "seed": "seed=1", "samples": "samples=1000", "bins": "bins=50", "range": "range=[-3,3]", "step": "step=0.05",
    "style": "style=dark", "theme": "variants.theme=[\"light\",\"dark\"]", "compression": "output.compression=small",
    "title": "activations.0.title=Title", "scale": "variants.scale=[1,2]", "panels": "panels=[\"value\"]",
    "arrangement": "figure.arrangement=column", "limits": "limits.value=[-1,5]", "xlim": "limits.x=[-4,4]",
    "ylim": "limits.value=[-1,5]", "counts": "counts=log", "family": "figures=family",
  ]

  /// An option as it is shown by the help.
  private struct Option {
    /// The name of the option, such as `--output`.
    let name: String
    /// The name with its value, such as `--output <dir>`.
    let synopsis: String

    var isSet: Bool { name == "--set" }
  }

  private static func options(of command: any ParsableCommand.Type) -> [Option] {
    command.helpMessage(columns: 1_000).split(separator: "\n").compactMap { line in
      guard line.hasPrefix("  -") else { return nil }
      // Two spaces separate the synopsis from the description.
      let head = line.dropFirst(2).split(separator: " ").prefix { $0.hasPrefix("-") || $0.hasPrefix("<") }
      guard let start = head.firstIndex(where: { $0.hasPrefix("--") }) else { return nil }
      let synopsis = head[start...].prefix { !$0.hasPrefix("<") } + head[start...].filter { $0.hasPrefix("<") }
      return Option(name: String(head[start]), synopsis: synopsis.joined(separator: " "))
    }
  }
}

extension String {
  /// The name of an option, also where its value follows an equals sign: `--output` of `--output=Figures`.
  fileprivate var name: String { hasPrefix("-") ? String(prefix { $0 != "=" }) : self }
}
