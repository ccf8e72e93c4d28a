import Configuration
import Text

/// The command line that draws the figures of a run, as someone would type it.
public struct RenderCommand: Sendable {
  /// The path of the configuration; `-` is the standard input.
  let configuration: String
  /// The directory that is named in place of the configuration's, if one is.
  let output: String?
  private let settings: [String]
  private let names: [String]
  private let shard: Shard?
  private let subcommand: String

  /// - Parameters:
  ///   - configuration: The path of the configuration.
  ///   - settings: Values in place of the configuration's, as `seed=1`.
  ///   - output: The directory that is named in place of the configuration's, if one is.
  ///   - names: The figures that are selected, as names or patterns; none for all.
  ///   - shard: The share of them that is selected; nil for all.
  ///   - subcommand: Another subcommand that takes the same options.
  public init(
    configuration: String, settings: [String] = [], output: String? = nil, only names: [String] = [],
    shard: Shard? = nil, subcommand: String = "render"
  ) {
    (self.configuration, self.settings, self.output) = (configuration, settings, output)
    (self.names, self.shard, self.subcommand) = (names, shard, subcommand)
  }

  /// `actfig render --only mish --force`.
  ///
  /// - Parameters:
  ///   - name: A figure that alone is to be drawn. With a shard the whole share is, as what belongs to a share depends on
  ///     all that is selected; what is up to date is left alone anyway.
  ///   - isForced: Whether figures that are up to date are drawn too.
  ///   - prunes: Whether what is no longer asked for is removed.
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

  /// A value that begins as an option does must be joined to its own.
  private static func option(_ name: String, _ value: String) -> [String] {
    value.utf8.first == UInt8(ascii: "-") ? ["\(name)=\(value.quotedForShell)"] : [name, value.quotedForShell]
  }
}

extension String {
  /// One word of a POSIX shell: as it stands where no character in it means anything, else in single quotes. What would move
  /// the cursor or turn the line around is written by printf(1).
  public var quotedForShell: String {
    let plain =
      !isEmpty && utf8.first != UInt8(ascii: "=")
      && unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "0123456789-_./=+:@%,".unicodeScalars.contains($0) }
    if plain { return self }
    guard unicodeScalars.contains(where: { $0.isControl || $0.isDirectional }) else { return singlyQuoted }
    let format = unicodeScalars.map { scalar in
      switch scalar {
      case "%": "%%"
      case "\\": "\\\\"
      case _ where scalar.isControl || scalar.isDirectional:
        String(scalar).utf8.map { byte in
          let digits = String(byte, radix: 8)
          return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
        }.joined()
      default: String(scalar)
      }
    }.joined()
    return "\"$(printf \(format.singlyQuoted))\""
  }

  /// A path as a word of a POSIX shell that no program takes for an option.
  public var pathForShell: String { (utf8.first == UInt8(ascii: "-") ? "./" + self : self).quotedForShell }

  private var singlyQuoted: String {
    "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
