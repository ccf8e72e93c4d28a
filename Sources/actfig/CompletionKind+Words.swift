import ArgumentParser
import Configuration
import Pipeline
import Plans
import System

extension CompletionKind {
  /// Completion of configuration files and of directories.
  static var configuration: CompletionKind { files(ofKind: "json") }

  /// Completion of figure files and of directories.
  static var figure: CompletionKind { files(ofKind: "png") }

  /// Completion of files with one extension. The parser's script for fish finds no file in a directory whose name contains a
  /// blank if it filters files, so that it gets all of them.
  private static func files(ofKind name: String) -> CompletionKind {
    .file(extensions: CompletionShell.requesting == .fish ? [] : [name])
  }

  /// The number of figures whose names are offered. Nobody chooses among more.
  private static let mostNames = 10_000

  /// Completion of the figure names of the configuration that the command line names so far.
  static var figureNames: CompletionKind {
    .custom { words, _, _ in
      guard let plan = try? CommandLineSoFar(words).plan() else { return [] }
      var seen: Set<String> = []
      let names = plan.allFigures.indices.prefix(mostNames).map { plan.allFigures.names(at: $0).figure }
      return names.filter { seen.insert($0).inserted }.map(\.quotedForCompletion)
    }
  }

  /// Completion of the keys of a configuration that can be set, each with an equals sign.
  static var settings: CompletionKind {
    .custom { _, _, _ in ConfigurationSchema().settingPaths.map { ($0 + "=").quotedForCompletion } }
  }
}

/// A command line that is still being typed.
struct CommandLineSoFar {
  /// The path of the configuration.
  private(set) var path = ConfigurationOptions.defaultPath
  /// The assignments that override values of the configuration.
  private(set) var settings: [String] = []

  /// Parses a command line as far as it is known.
  ///
  /// - Parameter words: All words as the shell passes them, including the name of the tool.
  init(_ words: [String]) {
    var rest = words.map(\.unquoted).dropFirst(2)
    while let word = rest.popFirst() {
      switch word {
      case "--set":
        guard var setting = rest.popFirst() else { return }
        // bash treats the equals sign as a word of its own.
        while rest.first == "=" || setting.hasSuffix("="), let part = rest.popFirst() { setting += part }
        settings.append(setting)
      case "--only": rest = rest.drop { !$0.hasPrefix("-") }
      case "--output", "--jobs", "--shard", "--report", "--as", "--relative-to", "--base-url", "--narrow-width",
        "--dark-selector", "--into", "--check":
        rest = rest.dropFirst()
      case _ where !word.hasPrefix("-") && !word.isEmpty: path = word
      default: break
      }
    }
  }

  /// The plan of the configuration, without the assignments if one of them is invalid.
  func plan() throws -> RenderPlan {
    let file = try InputFile(path)
    func plan(setting settings: [String]) throws -> RenderPlan {
      try RenderPlan(
        readingConfiguration: file.bytes, named: file.name, in: file.directory, files: .disk, setting: settings)
    }
    return try (try? plan(setting: settings)) ?? plan(setting: [])
  }
}

extension String {
  /// The text quoted so that the requesting shell reads it as one word. bash expands completions, and would run commands in
  /// them.
  fileprivate var quotedForCompletion: String {
    // zsh treats the text after a colon as an explanation.
    if CompletionShell.requesting == .zsh {
      return split(separator: ":", omittingEmptySubsequences: false).joined(separator: "\\:")
    }
    guard CompletionShell.requesting == .bash else { return self }
    return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  /// The text without the quotes and backslashes of a shell.
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
