import Activations
import Numerals
import Spelling
import Testing

@testable import Pipeline

@Suite("Configurations")
struct ConfigurationTests {
  private func plan(_ text: String) throws(ConfigurationError) -> RenderPlan {
    try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  @Test("what is left unsaid is the notebook's")
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

  @Test("the notebook's eleven figures resolve, in order")
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

  @Test("an entry overrides the top, the paper key by key")
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

  @Test("parameters go to the function and into name and title")
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

  @Test("an expression is a function like any other")
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

  @Test("the place of a fault is that of its character, however it is escaped")
  func escapedPlaces() {
    // Each spelling stands for one character of the text, and the fault follows it.
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
    "braces are doubled to stand for themselves",
    arguments: [
      ("a", "a", []), ("", "", []), ("{beta}", "<beta>", ["beta"]), ("a{b}c{b}", "a<b>c<b>", ["b", "b"]),
      ("{{", "{", []), ("}}", "}", []), ("{{}}", "{}", []), ("{{{b}}}", "{<b>}", ["b"]), ("{{b}}", "{b}", []),
      ("{", nil, []), ("}", nil, []), ("{}", nil, []), ("{b", nil, []), ("b}", nil, []), ("{a{b}}", nil, []),
      ("{{{", nil, []), ("}}}", nil, []), ("é{é}", "é<é>", ["é"]),
    ] as [(String, String?, [String])])
  func templates(source: String, text: String?, placeholders: [String]) {
    let template = Template(source)
    #expect(template?.text { "<\($0)>" } == text)
    #expect(template?.placeholders ?? [] == placeholders)
  }

  @Test(
    "the nearest word is suggested where one is near",
    arguments: [
      ("sampels", "samples"), ("Samples", "samples"), ("sample", "samples"), ("sam_ples", "samples"), ("bin", "bins"),
      ("steps", "step"), ("rnage", "range"), ("outptu", "output"), ("x", nil), ("", nil), ("colour", nil),
      ("seeeeed", nil),
      (String(repeating: "samples", count: 1000), nil),
    ] as [(String, String?)])
  func nearestWord(word: String, nearest: String?) {
    #expect(word.nearest(among: ["seed", "samples", "bins", "range", "step", "figure", "output"]) == nearest)
  }

  @Test("what an entry may say keeps clear of the parameters of its function")
  func parameterNames() {
    let keys = Set(ActivationConfiguration.keys.map(\.name))
    let names = Catalogue.entries.flatMap { $0.parameters.map(\.name) }
    #expect(!names.isEmpty)
    #expect(keys.isDisjoint(with: names))
  }

  @Test("every key is declared with a meaning, and its default is a value of its rule")
  func declarations() throws {
    #expect(
      Configuration.keys.map(\.name) == [
        "$schema", "rules", "seed", "samples", "bins", "range", "step", "figure", "style", "marks", "fonts",
        "output", "variants", "figures", "comparison", "activations",
      ])
    check(Configuration.keys)
    check(SettingsConfiguration.keys)
    check(FigureConfiguration.keys)
    check(OutputConfiguration.keys)
    check(VariantsConfiguration.keys)
    check(ComparisonConfiguration.keys)
    check(StyleProperty.all.map(\.key))
    check(MarkProperty.all.map(\.key))
    check(ActivationConfiguration.keys)
    let text =
      "{" + SettingsConfiguration.keys.compactMap { key in key.defaultText.map { "\"\(key.name)\": \($0), " } }.joined()
      + "\"activations\": [\"relu\"]}"
    #expect(try plan(text).figures[0].settings == FigureSettings())
  }

  private func check<Record>(_ keys: [ConfigurationKey<Record>]) {
    for key in keys {
      #expect(key.meaning.hasSuffix(".") && !key.meaning.contains("\n"), "\(key.name)")
      guard let rule = key.rule, let text = key.defaultText else { continue }
      var faults = Faults(in: SourceText(name: "default", bytes: Array(text.utf8)))
      #expect(rule.isMet(by: JSONReading(text).root, &faults) && faults.isEmpty, "\(key.name): \(text)")
    }
  }

  @Test("a mutated configuration never crashes, and what is accepted is complete", arguments: 0..<300 as Range<UInt64>)
  func mutations(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<10 {
      let bytes = ConfigurationMutation.bytes(using: &generator)
      do throws(ConfigurationError) {
        let plan = try RenderPlan(readingConfiguration: bytes, named: "config.json")
        guard case .object(let members) = JSONReading(bytes).root.content,
          case .array(let entries) = members.first(where: { $0.key == "activations" })?.value.content
        else {
          Issue.record("accepted without activations")
          return
        }
        #expect(plan.figures.count == entries.count)
        for figure in plan.figures { checkLimits(of: figure) }
      } catch {
        #expect(!error.issues.isEmpty)
        #expect(error.issues.map { [$0.line, $0.column] }.isSorted)
        #expect(error.description.utf8.count < 100_000)
      }
    }
  }

  private func checkLimits(of figure: FigurePlan) {
    let settings = figure.settings
    let points = ((settings.range.upperBound - settings.range.lowerBound) / settings.step).rounded(.up)
    #expect((2...1_000_000).contains(points))
    #expect(settings.width * settings.height * settings.dpi * settings.dpi <= 67_108_864)
    #expect((1...1_000_000_000).contains(settings.samples) && (1...10_000).contains(settings.bins))
    #expect(figure.fileName.hasSuffix(".png") && !figure.fileName.contains("/") && figure.fileName.utf8.count <= 255)
    #expect(figure.function.entry.faults(in: figure.function.parameterValues).isEmpty)
  }
}

extension ValueRule {
  fileprivate func isMet(by json: JSONValue, _ faults: inout Faults) -> Bool { read(json, reporting: &faults) != nil }
}

extension [[Int]] {
  fileprivate var isSorted: Bool { zip(self, dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) } }
}

/// A configuration with a few pieces exchanged, doubled, left out or spoilt.
private enum ConfigurationMutation {
  static let valid = """
    {
      "$schema": "config.schema.json",
      "seed": 0, "samples": 10000, "bins": 100, "range": [-5, 5], "step": 0.1,
      "figure": { "width": 15, "height": 5, "dpi": 100 },
      "output": { "directory": "Output", "name": "{name}.png" },
      "activations": [
        "sigmoid",
        { "function": "leaky-relu", "negativeSlope": 0.1, "title": "Leaky ReLU (0.1)", "samples": 16 },
        { "function": "swish", "name": "swish-{beta}", "beta": 2, "figure": { "dpi": 50 }, "range": [-1, 1] },
        { "name": "own-{a}", "expression": "where(x > 0, a * x, expm1(x))", "parameters": { "a": 1.5 } }
      ]
    }
    """

  static let pieces = [
    "0", "-1", "1e9", "1e-9", "0.5", "9999999999999999999", "1e999", "null", "true", "\"\"", "\"x\"", "\"{x}\"",
    "\"{name}.png\"",
    "\"../x\"", "\"sigmoid\"", "[]", "{}", "[1, 2]", "[2, 1]", "\"seed\": 1,", "\"sweep\": {},",
    "\"expression\": \"x\",", "\"parameters\": {\"b\": 1},", "\"x + 1\"", "\"tnah(x\"", "\"name\": \"a\",",
    "{", "}", "[", "]",
    ",", ":", "\"", "\\", "\u{0}", "é", "{\"function\": \"mish\"},", "{\"function\": \"hard-tanh\", \"minVal\": 0},",
  ]

  static func bytes(using generator: inout some RandomNumberGenerator) -> [UInt8] {
    // Pieces of words, numbers and single other characters.
    var tokens: [[UInt8]] = []
    for byte in valid.utf8 {
      if let last = tokens.last?.last, byte.isWordByte, last.isWordByte {
        tokens[tokens.count - 1].append(byte)
      } else {
        tokens.append([byte])
      }
    }
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      let place = Int.random(in: 0..<tokens.count, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0, 1: tokens[place] = Array(pieces.randomElement(using: &generator)!.utf8)
      case 2: tokens.insert(Array(pieces.randomElement(using: &generator)!.utf8), at: place)
      case 3: tokens.remove(at: place)
      case 4: tokens.insert(tokens.randomElement(using: &generator)!, at: place)
      default: tokens[place].append(UInt8.random(in: 0...255, using: &generator))
      }
    }
    return Array(tokens.joined())
  }
}
