import Foundation
import Testing

/// Foreign names, titles, paths, formulas and files cannot inject commands into a terminal or a CI engine.
@Suite
struct InjectionTests {
  private let tool: Tool

  init() throws { tool = try Tool() }

  /// Texts that are commands for the runner of GitHub Actions, move a terminal's cursor or reverse a line.
  private static let hostile = [
    "::error file=a::b", "  ::add-mask::mish", "\t::stop-commands::x", "\u{3000}::warning::x", "\u{FEFF}::notice::x",
    "a ##[add-mask]mish", "##[error]x", "###[group]x", "##vso[task.setvariable variable=a]b", "a\n::error::b",
    "a\r::error::b", "\u{1B}[2J", "\u{9B}31m", "\u{7}", "a\u{202E}b", "a\u{200F}b\u{61C}c", "\u{2067}x", "a\u{7F}b",
    "a\u{85}::error::b", "a\u{2028}::error::b",
  ]

  @Test("Output that a CI engine or a terminal would obey is detected.")
  func detector() {
    for text in Self.hostile { #expect(!Self.commands(in: text).isEmpty, "\(text.debugDescription)") }
    for text in ["a::b", "x: ::y", "# [a]", "## [a]", "a\r\nb", "##a b["] { #expect(Self.commands(in: text) == []) }
  }

  @Test("Titles, names and formulas cannot inject commands.", arguments: hostile)
  func configuration(text: String) throws {
    let title = try Self.json(text)
    try tool.write(
      """
      {"samples": 300, "figure": {"dpi": 20}, "output": {"name": "figure.png"}, "activations": [
        {"expression": "x + 1", "name": "a", "title": \(title)}
      ]}
      """, to: "title.json")
    try tool.write(
      """
      {"samples": 300, "figure": {"dpi": 20}, "output": {"name": "figure.png"}, "activations": [
        {"expression": "x + 1", "name": \(title), "title": "T"}
      ]}
      """, to: "name.json")
    try tool.write(
      #"{"activations": [{"name": "a", "expression": \#(title)}, \#(title)], \#(title): 1}"#, to: "fault.json")
    for file in ["title.json", "name.json", "fault.json"] {
      for arguments in [
        ["render", file], ["render", file, "--json", "--force"], ["render", file, "--dry-run", "--verbose"],
        ["check", file, "--verbose"], ["check", file, "--json"], ["check", file, "--set", "samples=200"],
        ["describe", file], ["stats", file], ["stats", file, "--json"], ["stats", file, "--csv"],
        ["stats", file, "--markdown"], ["stats", file, "--set", "samples=1", "--set", "bins=9999999"],
        ["merge", file, "--json"], ["merge", file, "--output", "nowhere"], ["describe", file, "--only", text],
      ] { try expectHarmless(arguments) }
    }
    if FileManager.default.fileExists(atPath: tool.directory.appending(path: "Output/figure.png").path) {
      try expectHarmless(["inspect", "Output/figure.png"])
      try expectHarmless(["inspect", "Output/figure.png", "--json"])
    }
  }

  @Test("Arguments of the command line cannot inject commands.", arguments: hostile)
  func commandLine(text: String) throws {
    try tool.write(#"{"activations": ["relu"]}"#, to: "config.json")
    for arguments in [
      [text], ["render", text, "b"], ["render", "--only", text], ["render", "--set", text], ["render", "--\(text)"],
      ["render", "--set", "samples=\(text)"], ["render", "--set", "\(text)=1"], ["render", "--shard", text],
      ["render", "--jobs", text], ["check", text], ["check", "--output", text, "--quiet"], ["inspect", text],
      ["init", text + "/x.json"], ["merge", "--output", text], ["help", text], ["list", text],
    ] { try expectHarmless(arguments) }
  }

  @Test("Lines of a file that is no configuration cannot inject commands.", arguments: hostile)
  func sourceLines(text: String) throws {
    for content in [text, "{\n\(text)\n}", "{\n  \"a\": 1,\n\(text): 1\n}", "{\"activations\": [\n\(text)"] {
      try tool.write(content, to: "config.json")
      try expectHarmless(["check"])
    }
  }

  @Test("A file name cannot inject commands, nor can a picture that another program wrote.")
  func fileNames() throws {
    try tool.write(#"{"samples": 300, "figure": {"dpi": 20}, "activations": ["relu"]}"#, to: "config.json")
    _ = try tool.run("render", "--quiet")
    for name in ["::error ::x.png", " ##[add-mask]x.png", "a\n::error::b.png", "\u{1B}[31m.png"] {
      try #require(tool.bytes(of: "Output/relu.png")).write(to: tool.directory.appending(path: "Output/" + name))
      try expectHarmless(["check"])
      try expectHarmless(["render", "--dry-run"])
      try expectHarmless(["inspect", "Output/" + name])
    }
    try expectHarmless(["render", "--prune"])
  }

  @Test("JSON has the same content with an escape in it, and the columns of an excerpt stay.")
  func meaning() throws {
    try tool.write(
      ###"{"samples": 300, "activations": [{"name": "a", "expression": "x", "title": "##[add-mask]a"}]}"###,
      to: "config.json")
    let run = try tool.run("describe")
    let figures = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
    #expect(figures?.first?["title"] as? String == "##[add-mask]a")
    #expect(run.output.contains(##"#\u0023[add-mask]a"##))
    try tool.write("{\n  ::error::b\n}", to: "config.json")
    let words = try tool.run("check").words
    #expect(words.contains("\n  \u{FFFD}:error::b\n  ^\n"), "\(words)")
  }

  private func expectHarmless(_ arguments: [String]) throws {
    let run = try tool.run(arguments)
    for text in [run.output, run.words] {
      let commands = Self.commands(in: text)
      #expect(commands == [], "\(arguments) says \(commands)")
    }
    guard arguments[0] == "check" else { return }
    // The tool's own annotations are one command each and contain no other.
    let onGitHub = try tool.run(arguments, environment: ["GITHUB_ACTIONS": "true", "NO_COLOR": "1"])
    for text in [onGitHub.output, onGitHub.words] {
      let foreign = Self.commands(in: text).filter { $0.wholeMatch(of: Self.annotation) == nil }
      #expect(foreign == [], "\(arguments) says \(foreign)")
    }
  }

  private static var annotation: Regex<Substring> {
    /::error (?:file=[^:,\n]+,)?title=[^:,\p{Cc}]+::[^\p{Cc}]*/
  }

  /// The lines that the runner would obey (actions/runner, ActionCommand.cs: after white space, or anywhere), and
  /// those with characters that a terminal obeys.
  private static func commands(in text: String) -> [String] {
    let lines = text.unicodeScalars.split(omittingEmptySubsequences: true) { "\n\r".unicodeScalars.contains($0) }
    let returns = text.unicodeScalars.indices.filter { index in
      let next = text.unicodeScalars.index(after: index)
      return text.unicodeScalars[index] == "\r"
        && (next == text.unicodeScalars.endIndex || text.unicodeScalars[next] != "\n")
    }
    return lines.filter { line in
      let rest = line.drop { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
      if rest.starts(with: "::".unicodeScalars) { return true }
      if String(String.UnicodeScalarView(line)).contains(/##[A-Za-z]*\[/) { return true }
      return line.contains { scalar in
        scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
          || ["\u{2028}", "\u{2029}"].contains(scalar)
      }
    }.map { String(String.UnicodeScalarView($0)) } + returns.map { _ in "a carriage return" }
  }

  /// A text as a string of JSON.
  private static func json(_ text: String) throws -> String {
    String(decoding: try JSONSerialization.data(withJSONObject: text, options: .fragmentsAllowed), as: UTF8.self)
  }
}
