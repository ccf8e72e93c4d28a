import Expressions
import SeededNumbers
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans
@testable import Text

@Suite
struct AssignmentTests {
  private static let text = """
    {
      "samples": "many",
      "figure": { "width": 10, "dpi": 0 },
      "activations": ["swish", { "function": "leaky-relu", "negativeSlope": 0.1 },
        { "name": "own", "expression": "x * a", "parameters": { "a": 1 } }]
    }
    """

  private func plan(_ options: String..., of text: String = text) throws(ConfigurationError) -> RenderPlan {
    try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json", setting: options)
  }

  @Test("A value replaces the one in the file, and the faults of the replaced value are dropped.")
  func replacement() throws {
    let plan = try plan("samples=1e3", "figure.dpi=200")
    #expect(plan.figures.map(\.settings.samples) == [1000, 1000, 1000])
    #expect((plan.figures[0].settings.width, plan.figures[0].settings.dpi) == (10, 200))
  }

  @Test("A key that the file does not have is added with all objects around it.")
  func addition() throws {
    let plan = try plan(
      "samples=10", "figure={}", "figure.dpi=50", "output.directory=a b=c", #"output.name="fig-{name}.png""#,
      "activations.0.beta=2", "activations.0.title=β = {beta}", "activations.1.figure.height=3", "range=[-1, 1]")
    #expect(plan.outputDirectory == "a b=c")
    #expect(plan.figures.map(\.fileName) == ["fig-swish.png", "fig-leaky-relu.png", "fig-own.png"])
    #expect(plan.figures[0].function.parameterValues == [2])
    #expect(plan.figures[0].title == "β = 2")
    #expect(plan.figures.map(\.settings.height) == [5, 3, 5])
    #expect(plan.figures.map(\.settings.dpi) == [50, 50, 50])
    #expect(plan.figures[0].settings.width == 15)
    #expect(plan.figures[0].settings.range == -1...1)
  }

  @Test("A later option overrides an earlier one, and a whole value can be set before a part of it.")
  func order() throws {
    let plan = try plan(
      "samples=-1", "samples=5", "figure.dpi=1e9", #"figure={"width": 5}"#, "figure.dpi=60",
      #"activations=["relu", "swish"]"#, "activations.1.sweep.beta=[1, 2]")
    #expect(plan.figures.map(\.name) == ["relu", "swish-beta-1", "swish-beta-2"])
    #expect(plan.figures[0].settings.samples == 5)
    #expect((plan.figures[0].settings.width, plan.figures[0].settings.dpi) == (5, 60))
  }

  @Test(
    "A text that is not JSON is taken as a string, whatever it begins with.",
    arguments: [
      "[draft] x", "[draft]", "\"old\" again", "[", "]", "-", "1.2.3", "nul", "[1, 2", "\"old", ",", "[1, 2,]",
    ])
  func texts(text: String) throws {
    let plan = try plan("samples=10", "figure.dpi=9", "activations.0.title=\(text)")
    #expect(plan.figures[0].title == text)
  }

  @Test(
    "A string can begin with a placeholder.",
    arguments: ["{name}-v2.png", "{name}.png", "{name}{name}.png", "{{{name}.png"])
  func placeholders(text: String) throws {
    let plan = try plan("samples=10", "figure.dpi=9", "output.name=\(text)")
    let name = text.replacing("{{", with: "\u{1}").replacing("{name}", with: "swish").replacing("\u{1}", with: "{")
    #expect(plan.figures[0].fileName == name)
    let titled = try self.plan("samples=10", "figure.dpi=9", "activations.0.title={beta} is β")
    #expect(titled.figures[0].title == "1 is β")
  }

  @Test("An object with an obvious fault is read as JSON, and the fault has its position.")
  func objects() {
    for option in [#"figure={"width": 5, "width": 6}"#, #"figure={"width": 5,}"#, #"figure={"width": 05}"#] {
      do throws(ConfigurationError) {
        _ = try plan("samples=10", option)
        Issue.record("accepted")
      } catch {
        #expect(!error.issues[0].message.contains("expected an object"), "\(error)")
      }
    }
  }

  @Test("A formula is set as it is written, and its faults have their positions.")
  func formulas() throws {
    let plan = try plan("samples=10", "figure.dpi=9", "activations.2.expression=x * tanh(a)")
    #expect(plan.figures[2].function.expression == "x * tanh(a)")
    for (option, marked) in [
      ("activations.2.expression=é * x", "é"), ("activations.2.expression=x * tnah(x)", "t"),
      (#"activations.2.expression="\u0078 * \u006enah(x)""#, "\\"), ("activations.2.expression=", nil),
    ] as [(String, Unicode.Scalar?)] {
      do throws(ConfigurationError) {
        _ = try self.plan("samples=10", "figure.dpi=9", option)
        Issue.record("accepted")
      } catch {
        #expect(error.issues.map(\.pointer) == ["/activations/2/expression"])
        let excerpt = Array(error.issues[0].excerpt.unicodeScalars)
        #expect(error.issues[0].indentation == (marked.map { excerpt.lastIndex(of: $0)! } ?? excerpt.count))
      }
    }
  }

  @Test("A fault in an option names the option, marks the text with a caret, and comes after the faults of the file.")
  func form() {
    do throws(ConfigurationError) {
      _ = try plan("figure.dpi=high", "sampels=1", "activations.0.beta=[")
      Issue.record("accepted")
    } catch {
      #expect(
        error.description == """
          config.json:2:14: /samples: found "many", expected a whole number from 1 to 1000000000
            "samples": "many",
                       ^
          --set figure.dpi=high: /figure/dpi: found high, expected a number from 1 to 10000
          --set figure.dpi=high
                           ^
          --set sampels=1: /sampels: found the unknown key sampels, expected "samples"
          --set sampels=1
                ^
          --set activations.0.beta=[: /activations/0/beta: found [, expected a number from -1000000 to 1000000
          --set activations.0.beta=[
                                   ^
          """)
    }
  }

  @Test("A position in another text is reported with that text's name.")
  func otherPlaces() {
    do throws(ConfigurationError) {
      _ = try plan("samples=10", "figure.dpi=9", "activations.2.name=swish")
      Issue.record("accepted")
    } catch {
      #expect(
        error.issues.map(\.message) == [
          "found a second figure for the file \"swish.png\", expected a \"name\" of its own (case does not count); "
            + "the first is at config.json:4:19"
        ])
    }
  }

  @Test("Syntax errors of the file are reported, whatever is set by options.")
  func syntax() {
    for text in ["{\"samples\": 010, \"activations\": [\"relu\"]}", "[\"relu\"]", "{\"activations\": [\"relu\"", ""] {
      #expect(throws: ConfigurationError.self) { try self.plan("samples=5", "activations.7=1", of: text) }
    }
  }

  @Test("No option crashes the reader, however deep or odd it is.", arguments: 0..<300 as Range<UInt64>)
  func hostility(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "activations", "samples", "figure", "0", "1", "99999999999999999999", ".", ".", ".", "=", "=", "[", "{", "\"",
      "x",
      "é", "\u{0}", "\n", "swish", "beta", "sweep", "1", "-1", "{\"a\":1}", "[1,2]", " ", "\u{202E}", "\u{1B}[2J",
    ]
    for _ in 0..<20 {
      let options = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        (0..<Int.random(in: 0...8, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }.joined()
      }
      do throws(ConfigurationError) {
        _ = try RenderPlan(
          readingConfiguration: Array("{\"activations\": [\"swish\"]}".utf8), named: "c", setting: options)
      } catch {
        #expect(!error.issues.isEmpty)
        #expect(error.description.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isControl && !$0.isDirectional })
      }
    }
    let deep = String(repeating: "a.", count: 100_000) + "a=1"
    let nested = "seed=" + String(repeating: "[", count: 100_000)
    for option in [deep, nested] {
      #expect(throws: ConfigurationError.self) {
        try RenderPlan(readingConfiguration: Array("{\"activations\": [\"relu\"]}".utf8), named: "c", setting: [option])
      }
    }
  }
}
