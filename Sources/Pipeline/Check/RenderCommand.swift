/// The command line that draws figures, as someone would type it.
public struct RenderCommand: Sendable {
  private let configuration: String
  private let settings: [String]
  private let output: String?

  /// - Parameters:
  ///   - configuration: The path of the configuration.
  ///   - settings: Values in place of the configuration's, as `seed=1`.
  ///   - output: The directory that is named in place of the configuration's, if one is.
  public init(configuration: String, settings: [String] = [], output: String? = nil) {
    self.configuration = configuration
    self.settings = settings
    self.output = output
  }

  /// `actfig render --only mish --force`.
  func text(only name: String? = nil, forcing isForced: Bool = false, pruning prunes: Bool = false) -> String {
    var words = ["actfig", "render"]
    if configuration != "config.json" { words.append(configuration) }
    for setting in settings { words += ["--set", setting] }
    if let output { words += ["--output", output] }
    if let name { words += ["--only", name] }
    if isForced { words.append("--force") }
    if prunes { words.append("--prune") }
    return words.map(\.quotedForShell).joined(separator: " ")
  }
}

extension String {
  /// One word of a POSIX shell: as it stands where no character in it means anything, else in single quotes.
  var quotedForShell: String {
    let plain =
      !isEmpty
      && unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "0123456789-_./=+:@%,".unicodeScalars.contains($0) }
    if plain { return self }
    return "'" + printable.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
