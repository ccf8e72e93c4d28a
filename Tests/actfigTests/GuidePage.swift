import Foundation
import Testing

/// A page of words, or another text file of the package, and what it shows.
struct GuidePage {
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  let text: String

  /// - Parameter path: From the package.
  init(_ path: String) throws {
    text = try String(contentsOf: Self.package.appending(path: path), encoding: .utf8)
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
  /// What stands behind `key:` in the lines of YAML that have it, without quotes.
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
