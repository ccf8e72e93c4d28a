import Foundation
import Testing

/// The links, the tables of contents and the completeness of the documentation.
@Suite
struct GuidePageTests {
  @Test("Each link leads to an existing file and heading.", arguments: GuidePage.all + ["CHANGELOG.md"])
  func links(path: String) throws {
    let page = try GuidePage(path)
    let folder = GuidePage.package.appending(path: path).deletingLastPathComponent()
    for match in page.prose.joined(separator: "\n").matches(of: /\]\(([^)\s]+)\)/) {
      let parts = match.1.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard !parts[0].contains("://") else { continue }
      let target = parts[0].isEmpty ? GuidePage.package.appending(path: path) : folder.appending(path: parts[0])
      #expect(FileManager.default.fileExists(atPath: target.path), "\(match.1)")
      guard parts.count == 2 else { continue }
      let page = GuidePage(text: try String(contentsOf: target, encoding: .utf8))
      #expect((page.headings + page.subheadings).map(Self.anchor).contains(parts[1]), "\(match.1)")
    }
  }

  @Test("Each source file, script and folder of the package that a page names exists.", arguments: GuidePage.all)
  func sources(path: String) throws {
    for match in try GuidePage(path).text.matches(of: /`((?:Sources|Tests|scripts|Examples)\/[\w\/+.-]+)`/) {
      let file = GuidePage.package.appending(path: String(match.1))
      #expect(FileManager.default.fileExists(atPath: file.path), "\(match.1)")
    }
  }

  @Test("Each page begins with its table of contents, and the index names each page.")
  func contents() throws {
    let index = try GuidePage("docs/README.md").text
    for path in GuidePage.all where !["README.md", "docs/README.md"].contains(path) {
      let page = try GuidePage(path)
      let contents = page.headings.map { "- [\($0)](#\(Self.anchor(of: $0)))" }.joined(separator: "\n")
      #expect(!page.headings.isEmpty == page.text.contains("\n\n\(contents)\n\n"), "\(path)")
      #expect(index.contains("](\(path.dropFirst(5)))"), "\(path)")
    }
  }

  @Test("The table of keys has each key of the schema with its default.")
  func keys() throws {
    let rows = try GuidePage("docs/configuration.md").prose.filter { $0.hasPrefix("| `") }.map(String.init)
    let schema = try Self.schema()
    for (key, value) in try Self.properties(of: schema).sorted(by: { $0.key < $1.key }) where key != "rules" {
      let members = ["figure", "output"].contains(key) ? try Self.properties(of: value) : [:]
      for (name, value) in members.isEmpty ? [(key, value)] : members.map({ ("\(key).\($0)", $1) }) {
        let row = rows.first { $0.components(separatedBy: "|")[1].contains("`\(name)`") }
        #expect(row != nil, "\(name)")
        guard let standard = value["default"] else { continue }
        let cell = row?.components(separatedBy: "|")[2] ?? ""
        #expect(cell.contains("`\(try Self.text(of: standard))`"), "\(name): \(cell)")
        for word in value["enum"] as? [String] ?? [] { #expect(row?.contains("`\(word)`") == true, "\(name): \(word)") }
      }
    }
    #expect(rows.count > 20)
  }

  @Test("The page on styles has each style, property and mark of the schema.")
  func styles() throws {
    let text = try GuidePage("docs/styles.md").text
    let schema = try Self.schema()
    let definition = try #require((schema["$defs"] as? [String: Any])?["style"])
    let alternatives = try #require((definition as? [String: Any])?["anyOf"] as? [[String: Any]])
    let styles = alternatives.flatMap { $0["enum"] as? [String] ?? [] }
    let properties = try alternatives.flatMap { try Self.properties(of: $0).keys }
    #expect(styles.count >= 3 && properties.count > 40)
    let marks = try Self.properties(of: #require(Self.properties(of: schema)["marks"])).keys
    for name in styles + properties + marks { #expect(text.contains("`\(name)`"), "\(name)") }
  }

  /// The anchor that GitHub makes for a heading.
  private static func anchor(of heading: String) -> String {
    String(heading.lowercased().replacing(" ", with: "-").filter { $0.isLetter || $0.isNumber || "-_".contains($0) })
  }

  private static func schema() throws -> [String: Any] {
    let data = try Data(contentsOf: GuidePage.package.appending(path: "config.schema.json"))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private static func properties(of schema: [String: Any]) throws -> [String: [String: Any]] {
    schema["properties"] as? [String: [String: Any]] ?? [:]
  }

  /// JSON on one line, with a blank behind a comma.
  private static func text(of value: Any) throws -> String {
    let data = try JSONSerialization.data(withJSONObject: value, options: [.fragmentsAllowed])
    return String(decoding: data, as: UTF8.self).replacing(",", with: ", ")
  }
}
