import SeededNumbers
import Testing

@testable import Configuration
@testable import Pipeline
@testable import Plans
@testable import Text

@Suite
struct SelectionTests {
  private let plan: RenderPlan

  init() throws {
    let text = #"{"output": {"directory": "D"}, "activations": ["relu", "tanh", "mish"]}"#
    plan = try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  @Test(
    "Selected figures keep the order of the plan, each occurs once, and no name selects all.",
    arguments: [
      ([], ["relu", "tanh", "mish"]), (["mish"], ["mish"]), (["mish", "relu"], ["relu", "mish"]),
      (["tanh", "tanh"], ["tanh"]),
    ] as [([String], [String])])
  func selection(names: [String], selected: [String]) throws {
    let selection = try plan.selecting(names)
    #expect(selection.figures.map(\.name) == selected)
    #expect(selection.outputDirectory == "D")
  }

  @Test("Every unknown name is reported, with the nearest one if one is near.")
  func unknown() {
    let error = #expect(throws: SelectionError.self) { try plan.selecting(["mihs", "relu", "fourier", "a\u{1B}[2J"]) }
    #expect(
      error?.description == """
        There is no figure "mihs"; did you mean "mish"?
        There is no figure "fourier".
        There is no figure "a\u{FFFD}[2J".
        """)
  }
}

@Suite
struct NamePatternTests {
  @Test(
    "A star stands for any characters, and a question mark for one.",
    arguments: [
      ("*", "", true), ("*", "mish", true), ("?", "", false), ("?", "é", true), ("?", "ab", false),
      ("leaky*", "leaky-relu", true), ("leaky*", "leaky", true), ("leaky*", "a-leaky", false),
      ("*relu", "leaky-relu", true), ("*relu", "relu6", false), ("*relu*", "relu6", true),
      ("swish-beta-?", "swish-beta-1", true), ("swish-beta-?", "swish-beta-0.5", false),
      ("swish-beta-?.*", "swish-beta-0.5", true), ("a*b*c", "aXbXbXc", true), ("a*b*c", "aXcXb", false),
      ("**a", "ba", true), ("a**", "ab", true), ("?*?", "a", false), ("?*?", "ab", true), ("*é", "e\u{301}", true),
    ])
  func matching(pattern: String, name: String, matches: Bool) throws {
    #expect(try #require(NamePattern(pattern)).matches(name) == matches)
  }

  @Test("A pattern of many stars takes time in proportion to the product of both lengths at most.")
  func time() throws {
    let pattern = try #require(NamePattern(String(repeating: "*a", count: 100) + "*b"))
    let name = String(repeating: "a", count: 2_000)
    #expect(ContinuousClock().measure { _ = pattern.matches(name) } < .seconds(2))
    #expect(!pattern.matches(name))
  }

  @Test("A random pattern matches what the equal regular expression matches.", arguments: 0..<200 as Range<UInt64>)
  func reference(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func text(_ letters: String) -> String {
      String((0..<Int.random(in: 0...8, using: &generator)).map { _ in letters.randomElement(using: &generator)! })
    }
    let source = text("ab*?") + "*"
    let pattern = try #require(NamePattern(source))
    let expression = try Regex(source.replacing("*", with: ".*").replacing("?", with: "."))
    for _ in 0..<50 {
      let name = text("ab")
      #expect(pattern.matches(name) == (try expression.wholeMatch(in: name) != nil), "\(source) \(name)")
    }
  }

  @Test("Patterns and names select figures in the order of the plan, each once.")
  func selection() throws {
    let text =
      #"{"activations": [{"function": "swish", "sweep": {"beta": [0.5, 1, 2]}}, "relu", "leaky-relu", {"function": "elu", "name": "s+"}]}"#
    let plan = try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
    func names(_ patterns: String...) throws -> [String] { try plan.selecting(patterns).figures.map(\.name) }
    #expect(try names("*relu", "swish-beta-?") == ["swish-beta-1", "swish-beta-2", "relu", "leaky-relu"])
    #expect(try names("swish*", "swish-beta-1") == ["swish-beta-0.5", "swish-beta-1", "swish-beta-2"])
    #expect(try names("s+") == ["s+"])
    #expect(try names("relu") == ["relu"])
    let error = #expect(throws: SelectionError.self) { try plan.selecting(["leeky-relu*", "swish-beta-?.?.?", "zz*"]) }
    #expect(
      error?.description == """
        There is no figure "leeky-relu*"; did you mean "leaky-relu"?
        There is no figure "swish-beta-?.?.?"; did you mean "swish-beta-0.5"?
        There is no figure "zz*".
        """)
  }
}
