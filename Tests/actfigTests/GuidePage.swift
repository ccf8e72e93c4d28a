import Foundation
import Testing

/// A page of the documentation or another text file of the package.
struct GuidePage {
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The paths of all pages of the documentation, relative to the package.
  static let all: [String] = {
    let names = try! FileManager.default.contentsOfDirectory(atPath: package.appending(path: "docs").path)
    return ["README.md"] + names.filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }
  }()

  let text: String

  init(text: String) { self.text = text }

  /// - Parameter path: The path relative to the package.
  init(_ path: String) throws {
    text = try String(contentsOf: Self.package.appending(path: path), encoding: .utf8)
  }

  /// The headings below the title, in their order.
  var headings: [String] { prose.filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) } }

  /// The headings below others, in their order.
  var subheadings: [String] { prose.filter { $0.hasPrefix("### ") }.map { String($0.dropFirst(4)) } }

  /// The lines outside of fenced blocks.
  var prose: [Substring] {
    var isFenced = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      defer { if line.hasPrefix("```") { isFenced.toggle() } }
      return !isFenced && !line.hasPrefix("```")
    }
  }

  /// The fenced blocks of one language, each without its fences.
  func blocks(of language: String) -> [String] {
    text.components(separatedBy: "\n```\(language)\n").dropFirst().map { $0.components(separatedBy: "\n```")[0] + "\n" }
  }

  /// The fenced blocks of one language below a heading, up to the next.
  func blocks(of language: String, under heading: String) throws -> [String] {
    let parts = text.components(separatedBy: "\n## ")
    let section = try #require(parts.first { $0.hasPrefix(heading + "\n") || $0.hasPrefix("# \(heading)\n") })
    return section.components(separatedBy: "\n```\(language)\n").dropFirst().map {
      $0.components(separatedBy: "\n```")[0] + "\n"
    }
  }
}

extension String {
  /// The values of `key:` in lines of YAML, without quotes.
  func values(of key: String) -> [String] {
    split(separator: "\n").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " -")) }
      .filter { $0.hasPrefix(key + ": ") }
      .map { $0.dropFirst(key.count + 2).trimmingCharacters(in: CharacterSet(charactersIn: "\"")) }
  }

  /// The items of `["a", "b"]`.
  var items: [String] {
    trimmingCharacters(in: CharacterSet(charactersIn: "[]")).split(separator: ",").map {
      $0.trimmingCharacters(in: CharacterSet(charactersIn: " \""))
    }
  }
}
