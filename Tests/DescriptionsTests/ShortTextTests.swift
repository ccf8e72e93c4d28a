import Activations
import Configuration
import Descriptions
import Pipeline
import Plans
import Testing

@Suite
struct ShortTextTests {
  private static let titles = [
    "", "Mish", String(repeating: "a title of many words, ", count: 13), String(repeating: "W", count: 200),
    String(repeating: "👩‍👩‍👧‍👦🏳️‍🌈🧠 ", count: 12), "דאָס איז אַ לאַנגער טיטל مع عنوان طويل أيضا", "first\nsecond\n\nthird",
    String(repeating: "Z\u{310}\u{341}a\u{300}\u{301} ", count: 20), "a\u{200B}\u{202E}b\u{FEFF}c",
  ]
  private static let functions = [
    #""function": "relu""#, #""function": "mish""#, #""expression": "1 / x""#, #""expression": "sin(40 * x) / x""#,
    #""expression": "0""#, #""expression": "exp(exp(x)) * 123456789""#,
  ]
  private static let panels = ["", #", "panels": ["value"]"#, #", "panels": ["input", "output", "gradient"]"#]

  @Test("A short text has at most 125 characters on one line, for every title.", arguments: titles)
  func limit(title: String) throws {
    for function in Self.functions {
      for panels in Self.panels {
        let entry = #"{\#(function), "name": "a", "title": "\#(title.replacing("\n", with: "\\n"))"\#(panels)}"#
        try expectShortTexts(of: #"{"samples": 200, "style": "light", "activations": [\#(entry)]}"#)
      }
    }
  }

  @Test("A short text of several functions has at most 125 characters on one line, for every title.", arguments: titles)
  func severalFunctions(title: String) throws {
    let text = title.replacing("\n", with: "\\n")
    let swept = #"{"function": "swish", "name": "s-{beta}", "title": "\#(text)", "sweep": {"beta": [0.5, 1, 2]}}"#
    try expectShortTexts(
      of: #"""
        {"figures": ["comparison", "family"], "comparison": {"title": "\#(text)"}, "style": "light",
        "activations": ["relu", "tanh", \#(swept)]}
        """#)
  }

  private func expectShortTexts(of configuration: String) throws {
    let plan = try RenderPlan(readingConfiguration: Array(configuration.utf8), named: "config.json")
    #expect(!plan.figures.isEmpty)
    for figure in plan.figures {
      let study = try FigureRenderer.study(of: figure, from: FigureInput(for: figure))
      let short = FigureDescription(of: figure, study: study).short
      #expect(short.utf16.count <= FigureDescription.shortLimit, "\(short)")
      #expect(short.hasSuffix(".") && short.count > 10, "\(short)")
      #expect(!short.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202E}" }, "\(short.debugDescription)")
    }
  }
}
