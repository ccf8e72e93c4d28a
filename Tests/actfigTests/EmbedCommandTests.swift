import Foundation
import Testing

@Suite
struct EmbedCommandTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.write(
      #"{"samples": 100, "figure": {"dpi": 20}, "variants": {"theme": ["light", "dark"]}, "activations": ["relu", "mish"]}"#,
      to: "config.json")
    #expect(try tool.run("render", "--quiet").exitCode == 0)
  }

  private func embed(_ arguments: String...) throws -> Tool.Run { try tool.run(["embed"] + arguments) }

  @Test("A form is printed on the standard output, with addresses from the current directory.")
  func output() throws {
    let run = try embed("--as", "html", "--only", "mish")
    #expect(run.exitCode == 0 && run.words == "")
    #expect(run.output.hasPrefix("<figure class=\"actfig\"") && run.output.hasSuffix("</figure>\n"))
    #expect(run.output.contains("src=\"Output/mish.png\"") && run.output.contains("srcset=\"Output/mish-dark.png\""))
    #expect(!run.output.contains("relu"))
    #expect(tool.names() == ["Output", "config.json"])
  }

  @Test("Addresses are relative to a page or below a base.")
  func addresses() throws {
    #expect(try embed("--as", "html", "--relative-to", "a/b.html").output.contains("src=\"../Output/mish.png\""))
    #expect(try embed("--as", "html", "--base-url", "/f").output.contains("src=\"/f/mish.png\""))
    #expect(
      try embed("--as", "json", "--base-url", "https://a.example").output.contains("\"https://a.example/mish.png\""))
    #expect(
      try embed("--as", "mkdocs", "--relative-to", "post.md").output.contains("src=\"../Output/mish.png#only-light\""))
  }

  @Test("A page that is written is as it should be until the figures change.")
  func pages() throws {
    for form in ["html", "html-toggle", "markdown", "quarto", "myst", "rst", "mkdocs", "page", "json"] {
      #expect(try embed("--as", form, "--into", "page.\(form)").exitCode == 0)
      let same = try embed("--as", form, "--check", "page.\(form)")
      #expect(same.exitCode == 0 && same.output == "" && same.words == "", "\(form): \(same.output)")
      let other = try embed("--as", form, "--check", "page.\(form)", "--base-url", "/other")
      #expect(other.exitCode == 1 && other.output.hasPrefix("page.\(form)"), "\(form)")
      #expect(try embed("--as", form, "--check", "missing").output == "missing is missing.\n")
    }
  }

  @Test("The files of a site are written below its root, from which the figures are addressed.")
  func sites() throws {
    for (form, figures, files) in [
      ("hugo", "hugo/static/figures", ["hugo/data/actfig/config.json", "hugo/layouts/shortcodes/actfig.html"]),
      ("jekyll", "jekyll/figures", ["jekyll/_data/actfig/config.json", "jekyll/_includes/actfig.html"]),
    ] {
      #expect(try tool.run("render", "--quiet", "--output", figures).exitCode == 0)
      #expect(try embed("--as", form, "--output", figures, "--check", form).exitCode == 1)
      #expect(try embed("--as", form, "--output", figures, "--into", form).exitCode == 0)
      #expect(try embed("--as", form, "--output", figures, "--check", form).exitCode == 0)
      for file in files { #expect(tool.bytes(of: file) != nil) }
      let data = String(decoding: try #require(tool.bytes(of: files[0])), as: UTF8.self)
      #expect(data.contains("\"address\": \"figures/mish.png\""))
      let outside = try embed("--as", form, "--into", form)
      #expect(outside.exitCode == 2 && outside.words.contains("'--base-url'"))
    }
  }

  @Test("Figures that are missing or out of date end the command with 1 and the command that renders them.")
  func stale() throws {
    let run = try embed("--as", "html", "--set", "samples=200", "--only", "mish")
    #expect(run.exitCode == 1 && run.output == "")
    #expect(run.words.hasSuffix("; run: actfig render --set samples=200 --only mish\n"))
    #expect(run.words.split(separator: "\n").count == 1)
    #expect(try embed("--as", "html", "--output", "Nowhere").exitCode == 1)
  }

  @Test(
    "Faults of usage end the command with 2.",
    arguments: [
      [], ["--as", "bogus"], ["--as", "hugo"], ["--as", "html", "--base-url", "a", "--relative-to", "b"],
      ["--as", "html", "--into", "a", "--check", "b"], ["--as", "html", "--narrow-width", "0"],
      ["--as", "html-toggle", "--dark-selector", "a { b }"], ["--as", "html", "--into", "missing/page.html"],
      ["--as", "html", "missing.json"],
    ])
  func usage(arguments: [String]) throws {
    let run = try tool.run(["embed"] + arguments)
    #expect(run.exitCode == 2 && run.output == "" && !run.words.isEmpty)
  }

  @Test("The forms, and the figures of the configuration, are completed.")
  func completion() throws {
    let script = try tool.run("--generate-completion-script", "bash").output
    for form in ["html-toggle", "markdown", "hugo", "jekyll", "quarto", "myst", "rst", "mkdocs", "json"] {
      #expect(script.contains(form))
    }
  }
}
