import Foundation
import TemporaryDirectories
import Testing

@testable import Embedding

@Suite
struct EmbedComparisonTests {
  private let temporary: TemporaryDirectory
  private static let output = EmbedOutput.parts([
    EmbeddedPart("<style>\n</style>"), EmbeddedPart(of: "a", "<p>\n  1\n</p>"), EmbeddedPart(of: "b", "<p>\n  2\n</p>"),
  ])

  init() throws { temporary = try TemporaryDirectory() }

  private func differences(of output: EmbedOutput, with text: String?) throws -> [String] {
    let path = temporary.path + "/page"
    try text.map { try Data($0.utf8).write(to: URL(filePath: path)) }
    return try EmbedComparison(of: output, with: path).differences.map { $0.replacing(path, with: "page") }
  }

  @Test("A page may have other lines around the parts, other indentation, and other ends of lines.")
  func pages() throws {
    #expect(try differences(of: Self.output, with: Self.output.text).isEmpty)
    let page = "# Post\n<style>\n</style>\n\nText.\n    <p>\n    2\n    </p>\nMore.\r\n<p>\r\n  1\r\n</p>\r\nEnd."
    #expect(try differences(of: Self.output, with: page).isEmpty)
  }

  @Test("A part that is missing or out of date is named with a line of it, each part in one sentence.")
  func staleParts() throws {
    #expect(
      try differences(of: Self.output, with: "<style>\n</style>\n<p>\n  1\n</p>\n<p>\n  3\n</p>\n") == [
        "page: the figure b is out of date or missing; one of its lines would be 2"
      ])
    #expect(
      try differences(of: Self.output, with: "<p>\n  2\n  1\n</p>\n<style>\n</style>") == [
        "page: the lines of the figure a are not together in their order.",
        "page: the lines of the figure b are not together in their order.",
      ])
    #expect(
      try differences(of: Self.output, with: "").first
        == "page: what the figures need in common is out of date or missing; one of its lines would be <style>")
  }

  @Test("A page that is not there is one difference.")
  func missing() throws {
    #expect(try differences(of: Self.output, with: nil) == ["page is missing."])
    #expect(try differences(of: .document("a\n"), with: nil) == ["page is missing."])
  }

  @Test("A document differs from the first line that is another one.")
  func documents() throws {
    #expect(try differences(of: .document("a\nb\n"), with: "a\nb\n").isEmpty)
    #expect(try differences(of: .document("a\nb\n"), with: "a\nc\n") == ["page is out of date from line 2 on."])
    #expect(try differences(of: .document("a\nb\n"), with: "a\nb\nc\n") == ["page is out of date from line 3 on."])
  }

  @Test("Each file of a site is compared.")
  func files() throws {
    let files = EmbedOutput.files([
      EmbeddedFile(path: "x/a.json", text: "1\n"), EmbeddedFile(path: "b.html", text: "2\n"),
    ])
    let root = temporary.path
    try Data("3\n".utf8).write(to: temporary.url.appending(path: "b.html"))
    #expect(
      try EmbedComparison(of: files, with: root).differences == [
        "\(root)/x/a.json is missing.", "\(root)/b.html is out of date from line 1 on.",
      ])
  }
}
