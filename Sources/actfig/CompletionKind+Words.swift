import ArgumentParser
import Configuration
import Pipeline
import System

extension CompletionKind {
  /// Configurations, and the directories in which they lie.
  static var configuration: CompletionKind { files(ofKind: "json") }

  /// Figures, and the directories in which they lie.
  static var figure: CompletionKind { files(ofKind: "png") }

  /// What the parser writes for fish finds no file in a directory with a blank in its name, where it sorts files out.
  private static func files(ofKind name: String) -> CompletionKind {
    .file(extensions: CompletionShell.requesting == .fish ? [] : [name])
  }

  /// The names of the figures of the configuration that the command line names so far.
  static var figureNames: CompletionKind {
    .custom { words, _, _ in
      guard let plan = try? CommandLineSoFar(words).plan() else { return [] }
      var seen: Set<String> = []
      return plan.allFigures.map(\.name).filter { seen.insert($0).inserted }.map(\.quotedForCompletion)
    }
  }

  /// The keys of a configuration that can be set, each with its equals sign.
  static var settings: CompletionKind {
    .custom { _, _, _ in ConfigurationSchema().settingPaths.map { ($0 + "=").quotedForCompletion } }
  }
}

/// What stands on a command line that is still being written.
struct CommandLineSoFar {
  /// Of the configuration.
  private(set) var path = ConfigurationOptions.defaultPath
  /// What it sets in place of the configuration's values.
  private(set) var settings: [String] = []

  /// - Parameter words: All of them, as the shell has them, from the name of the tool on.
  init(_ words: [String]) {
    var rest = words.map(\.unquoted).dropFirst(2)
    while let word = rest.popFirst() {
      switch word {
      case "--set":
        guard var setting = rest.popFirst() else { return }
        // bash takes the equals sign for a word of its own.
        while rest.first == "=" || setting.hasSuffix("="), let part = rest.popFirst() { setting += part }
        settings.append(setting)
      case "--only": rest = rest.drop { !$0.hasPrefix("-") }
      case "--output", "--jobs", "--shard", "--report": rest = rest.dropFirst()
      case _ where !word.hasPrefix("-") && !word.isEmpty: path = word
      default: break
      }
    }
  }

  /// The plan of the configuration; where what is set has a fault, without it.
  func plan() throws -> RenderPlan {
    let file = try InputFile(path)
    func plan(setting settings: [String]) throws -> RenderPlan {
      try RenderPlan(readingConfiguration: file.bytes, named: file.name, in: file.directory, setting: settings)
    }
    return try (try? plan(setting: settings)) ?? plan(setting: [])
  }
}

extension String {
  /// As the shell that asks takes it for one word: bash expands what it is told, and would run the commands in it.
  fileprivate var quotedForCompletion: String {
    // zsh takes what follows a colon for an explanation.
    if CompletionShell.requesting == .zsh {
      return split(separator: ":", omittingEmptySubsequences: false).joined(separator: "\\:")
    }
    guard CompletionShell.requesting == .bash else { return self }
    return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  /// Without the quotes and backslashes of a shell.
  fileprivate var unquoted: String {
    var (text, quote, isEscaped) = ("", Character?.none, false)
    for character in self {
      if isEscaped {
        text.append(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if let open = quote {
        if character == open { quote = nil } else { text.append(character) }
      } else if character == "'" || character == "\"" {
        quote = character
      } else {
        text.append(character)
      }
    }
    return text
  }
}
