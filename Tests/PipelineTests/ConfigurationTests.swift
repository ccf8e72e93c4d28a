import Activations
import Expressions
import Testing
import Text

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans

@Suite
struct ConfigurationTests {
  private func plan(_ text: String) throws(ConfigurationError) -> RenderPlan {
    try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  @Test("Keys that are left out have the defaults of the notebook.")
  func defaults() throws {
    let plan = try plan(#"{"activations": ["sigmoid"]}"#)
    #expect(plan.outputDirectory == "Output")
    let figure = try #require(plan.figures.first)
    #expect((figure.name, figure.fileName, figure.title) == ("sigmoid", "sigmoid.png", "Sigmoid"))
    #expect(figure.function.entry.name == "sigmoid")
    let settings = figure.settings
    #expect(settings.seed == 0)
    #expect(settings.samples == 10_000)
    #expect(settings.bins == 100)
    #expect(settings.range == -5...5)
    #expect(settings.step == 0.1)
    #expect((settings.width, settings.height, settings.dpi) == (15, 5, 100))
  }

  @Test("The eleven figures of the notebook are read in order.")
  func eleven() throws {
    let names = [
      "sigmoid", "tanh", "hard-tanh", "relu", "leaky-relu", "elu", "selu", "celu", "softplus", "swish", "mish",
    ]
    let titles = [
      "Sigmoid", "Tanh", "Hard tanh", "ReLU", "Leaky ReLU", "eLU", "SeLU", "CeLU", "Softplus", "Swish", "Mish",
    ]
    let plan = try plan("{\"activations\": [" + names.map { "\"\($0)\"" }.joined(separator: ", ") + "]}")
    #expect(plan.figures.map(\.name) == names)
    #expect(plan.figures.map(\.title) == titles)
    #expect(plan.figures.map(\.fileName) == names.map { $0 + ".png" })
  }

  @Test("An entry overrides the settings of the whole file, key by key for the paper.")
  func inheritance() throws {
    let plan = try plan(
      """
      {
        "$schema": "config.schema.json",
        "seed": 9223372036854775807, "samples": 1e3, "bins": 50, "range": [-1, 1.5], "step": 0.25,
        "figure": { "width": 10, "dpi": 200 },
        "output": { "directory": "../figures", "name": "fig {{{name}}}.png" },
        "activations": [
          "Leaky ReLU",
          { "function": "silu", "seed": 7, "samples": 16, "bins": 3, "range": [0, 1], "step": 0.5,
            "figure": { "height": 2, "dpi": 50 } }
        ]
      }
      """)
    #expect(plan.outputDirectory == "../figures")
    #expect(plan.figures.map(\.name) == ["leaky-relu", "silu"])
    #expect(plan.figures.map(\.fileName) == ["fig {leaky-relu}.png", "fig {silu}.png"])
    var expected = FigureSettings()
    (expected.seed, expected.samples, expected.bins) = (9_223_372_036_854_775_807, 1000, 50)
    (expected.range, expected.step, expected.width, expected.dpi) = (-1...1.5, 0.25, 10, 200)
    #expect(plan.figures[0].settings == expected)
    (expected.seed, expected.samples, expected.bins) = (7, 16, 3)
    (expected.range, expected.step, expected.height, expected.dpi) = (0...1, 0.5, 2, 50)
    #expect(plan.figures[1].settings == expected)
  }

  @Test("Parameters are passed to the function and appear in name and title.")
  func parameters() throws {
    let plan = try plan(
      """
      {"activations": [
        { "function": "softplus", "threshold": 5, "beta": 1e-7, "name": "s-{beta}-{threshold}", "title": "β = {beta}\\n{{x}}" },
        { "function": "swish", "title": "", "name": "swish {beta}" },
        { "function": "leaky-relu", "negativeSlope": -0.0 },
        { "function": "hard-tanh", "maxVal": 3, "minVal": 2 }
      ]}
      """)
    #expect(plan.figures.map(\.function.parameterValues) == [[1e-7, 5], [1], [-0.0], [2, 3]])
    #expect(plan.figures.map(\.name) == ["s-1e-07-5", "swish 1", "leaky-relu", "hard-tanh"])
    #expect(plan.figures.map(\.title) == ["β = 1e-07\n{x}", "", "Leaky ReLU", "Hard tanh"])
  }

  @Test("An expression is a function like any other.")
  func expressions() throws {
    let plan = try plan(
      """
      {"activations": [
        { "name": "mish", "title": "Mish", "expression": "x * tanh(softplus(x))" },
        { "name": "s-{beta}", "title": "β = {beta}, {a}", "expression": "a + x \\u002a sigmoid(beta*x)",
          "parameters": { "beta": 0.5, "a": 1e-7 }, "samples": 50 },
        { "name": "plain", "expression": "-x", "parameters": {} }
      ]}
      """)
    #expect(plan.figures.map(\.name) == ["mish", "s-0.5", "plain"])
    #expect(plan.figures.map(\.title) == ["Mish", "β = 0.5, 1e-07", "plain"])
    #expect(plan.figures.map(\.fileName) == ["mish.png", "s-0.5.png", "plain.png"])
    #expect(plan.figures.map(\.function.parameterValues) == [[], [0.5, 1e-7], []])
    #expect(plan.figures.map(\.function.expression) == ["x * tanh(softplus(x))", "a + x * sigmoid(beta*x)", "-x"])
    #expect(plan.figures[1].settings.samples == 50)
    #expect(plan.figures[1].function.value(at: 0) == 1e-7)
    #expect(plan.figures[2].function.derivative(at: 3) == -1)
  }

  @Test("The position of a fault is that of its character, however the character is escaped.")
  func escapedPlaces() {
    // Each spelling stands for one character of the text, and the fault comes after it.
    for spelling in ["x", "é", "β", "\\u0078", "\\u03b2", "\\u00e9", "\\ud835\\udc65", "𝑥"] {
      let text =
        "{\"activations\": [{\"name\": \"a\", \"parameters\": {\"é\": 1, \"β\": 1, \"𝑥\": 1}, \"expression\": \"\(spelling) @ 1\"}]}"
      #expect(throws: ConfigurationError.self) { try self.plan(text) }
      do throws(ConfigurationError) {
        _ = try plan(text)
      } catch {
        let column = text.unicodeScalars.prefix { $0 != "@" }.count + 1
        #expect(error.issues.map(\.column) == [column], "\(spelling)")
        #expect(error.issues.map(\.pointer) == ["/activations/0/expression"])
      }
    }
  }

  @Test(
    "Doubled braces stand for single ones.",
    arguments: [
      ("a", "a", []), ("", "", []), ("{beta}", "<beta>", ["beta"]), ("a{b}c{b}", "a<b>c<b>", ["b", "b"]),
      ("{{", "{", []), ("}}", "}", []), ("{{}}", "{}", []), ("{{{b}}}", "{<b>}", ["b"]), ("{{b}}", "{b}", []),
      ("{", nil, []), ("}", nil, []), ("{}", nil, []), ("{b", nil, []), ("b}", nil, []), ("{a{b}}", nil, []),
      ("{{{", nil, []), ("}}}", nil, []), ("é{é}", "é<é>", ["é"]),
      ("$a^{b}_{c}$ {d}", "$a^{<b>}_{<c>}$ <d>", ["d"]), ("a^{b}", "a^<b>", ["b"]), ("\\$a_{b}", "\\$a_<b>", ["b"]),
    ] as [(String, String?, [String])])
  func templates(source: String, text: String?, placeholders: [String]) {
    let template = Template(source)
    #expect(template?.text { "<\($0)>" } == text)
    #expect(template?.placeholders ?? [] == placeholders)
  }

  @Test("A superscript in braces between dollar signs stays where it is no placeholder.")
  func scripts() {
    #expect(Template("$10^{-3}$")?.text { _ in "" } == "$10^{-3}$")
  }

  @Test(
    "The nearest known word is suggested if one is near.",
    arguments: [
      ("sampels", "samples"), ("Samples", "samples"), ("sample", "samples"), ("sam_ples", "samples"), ("bin", "bins"),
      ("steps", "step"), ("rnage", "range"), ("outptu", "output"), ("x", nil), ("", nil), ("colour", nil),
      ("seeeeed", nil),
      (String(repeating: "samples", count: 1000), nil),
    ] as [(String, String?)])
  func nearestWord(word: String, nearest: String?) {
    #expect(word.nearest(among: ["seed", "samples", "bins", "range", "step", "figure", "output"]) == nearest)
  }
}
