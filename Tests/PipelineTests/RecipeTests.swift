import Foundation
import PNG
import SeededNumbers
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans

@Suite
struct RecipeTests {
  private func plan(_ text: String) throws -> RenderPlan {
    try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  private func recipe(_ entry: String) throws -> Recipe {
    Recipe(of: try plan("{\"activations\": [\(entry)]}").figures[0])
  }

  @Test("A recipe is a complete configuration of one figure.")
  func text() throws {
    #expect(
      try recipe("{\"function\": \"silu\", \"figure\": {\"dpi\": 50}}").text == """
        {"rules": 3, "activations": [{"name": "silu", "title": "SiLU", "function": "silu", "seed": 0, \
        "samples": 10000, "bins": 100, "range": [-5, 5], "step": 0.1, "figure": {"width": 15, "height": 5, "dpi": 50}}]}
        """)
  }

  @Test("A recipe names fonts by their families.")
  func fonts() throws {
    let entry = #""activations": ["relu"]}"#
    let recipe = Recipe(of: try plan(#"{"fonts": ["DejaVu Sans"], "# + entry).figures[0])
    #expect(recipe.text.hasPrefix(#"{"rules": 3, "fonts": ["DejaVu Sans"], "activations": [{"name": "relu", "#))
    #expect(Recipe(of: try recipe.plan(named: "recipe").figures[0]) == recipe)
    let plain = try self.recipe(#""relu""#)
    #expect(recipe.changes(since: plain) == [#"fonts ["DejaVu Sans"] is new"#])
    #expect(plain.changes(since: recipe) == [#"fonts ["DejaVu Sans"] is gone"#])
  }

  @Test("Every setting is in every recipe, except style, marks and what is shown where they are the default.")
  func completeness() throws {
    let plain = try recipe("\"relu\"").text
    for key in ["style", "marks", "panels", "limits", "counts", "arrangement", "aspect"] {
      #expect(!plain.contains("\"\(key)\""))
    }
    let entry = #"""
      {"function": "relu", "style": "light", "marks": {"density": false}, "panels": ["value"], "limits": {"x": [0, 1]},
       "counts": "log", "figure": {"arrangement": "column", "aspect": "equal"}}
      """#
    let json = try #require(JSONValue(parsing: Array(recipe(entry).text.utf8)))
    guard case .array(let entries)? = json["activations"] else {
      Issue.record("no entry")
      return
    }
    for key in ActivationConfiguration.settingKeys { #expect(entries[0][key.name] != nil, "\(key.name)") }
    for key in SettingsConfiguration.sizeKeys { #expect(entries[0]["figure"]?[key.name] != nil, "\(key.name)") }
  }

  @Test("A plan read from a recipe has the same recipe.", arguments: 0..<300 as Range<UInt64>)
  func identity(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let recipe = try recipe(RandomEntry.text(using: &generator))
    let figures = try recipe.plan(named: "recipe").figures
    #expect(figures.map { Recipe(of: $0) } == [recipe])
  }

  @Test(
    "Names and titles can hold everything that configurations allow.",
    arguments: [
      ("", "a", "", "a"), ("\\n {{x}} \\\"\\\\", "{{a}}", "\n {x} \"\\", "{a}"),
      ("{beta} }}{{", "b{beta}", "2 }{", "b2"),
      ("{{\u{301}}}", "é𝛽", nil, nil),
      (String(repeating: "{{", count: 1000), "x", String(repeating: "{", count: 1000), "x"),
      ("t", String(repeating: "}}", count: 200), "t", String(repeating: "}", count: 200)),
    ] as [(String, String, String?, String?)])
  func words(title: String, name: String, readTitle: String?, readName: String?) throws {
    let entry = "{\"function\": \"swish\", \"beta\": 2, \"title\": \"\(title)\", \"name\": \"\(name)\"}"
    guard let readTitle, let readName else {
      #expect(throws: ConfigurationError.self) { try plan("{\"activations\": [\(entry)]}") }
      return
    }
    let recipe = try recipe(entry)
    let figure = try recipe.plan(named: "recipe").figures[0]
    #expect(figure.title == readTitle && figure.name == readName)
    #expect(Recipe(of: figure) == recipe)
  }

  @Test("The recipe of other drawing rules is refused with a sentence.")
  func otherRules() throws {
    let recipe = Recipe(text: try recipe("\"relu\"").text.replacing("\"rules\": 3", with: "\"rules\": 7"))
    let error = #expect(throws: ConfigurationError.self) { try recipe.plan(named: "recipe of relu.png") }
    #expect(
      error?.description.hasPrefix(
        "recipe of relu.png:1:11: /rules: found 7, expected 3, the drawing rules of this actfig\n") == true)
  }

  @Test(
    "Changes are listed by key, in the order of the recipe.",
    arguments: [
      ("\"relu\"", "\"relu\"", []),
      (#"{"function": "swish"}"#, #"{"function": "swish", "beta": 2}"#, ["beta 1 → 2"]),
      (
        "\"relu\"", #"{"function": "relu", "seed": 3, "figure": {"dpi": 200}}"#, ["seed 0 → 3", "figure.dpi 100 → 200"]
      ),
      (#"{"function": "relu", "title": "A"}"#, "\"relu\"", [#"title "A" → "ReLU""#]),
      (
        #"{"function": "swish", "name": "a", "title": "t"}"#, #"{"function": "tanh", "name": "a", "title": "t"}"#,
        [#"function "swish" → "tanh""#, "beta 1 is gone"]
      ),
      ("\"relu\"", #"{"function": "relu", "range": [-4, 5]}"#, ["range [-5, 5] → [-4, 5]"]),
      (
        #"{"expression": "a * x", "parameters": {"a": 1}, "name": "n"}"#,
        #"{"expression": "a * x", "parameters": {"a": 2}, "name": "n"}"#, ["parameters.a 1 → 2"]
      ),
    ] as [(String, String, [String])])
  func changes(earlier: String, later: String, changes: [String]) throws {
    let (old, new) = (try recipe(earlier), try recipe(later))
    #expect(new.changes(since: old).filter { !$0.hasPrefix("title \"n\"") } == changes)
  }

  @Test("Recipes that differ always have changes.", arguments: 0..<200 as Range<UInt64>)
  func differences(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (one, other) = (
      try recipe(RandomEntry.text(using: &generator)), try recipe(RandomEntry.text(using: &generator))
    )
    #expect(one.changes(since: other).isEmpty == (one == other))
    var bytes = Array(one.text.utf8)
    bytes[Int.random(in: 0..<bytes.count, using: &generator)] ^= UInt8(1 << Int.random(in: 0..<7, using: &generator))
    let damaged = Recipe(text: String(decoding: bytes, as: UTF8.self))
    #expect(!one.changes(since: damaged).isEmpty && !damaged.changes(since: one).isEmpty)
  }
}

/// A random entry of a configuration with every kind of content.
enum RandomEntry {
  static func text(using generator: inout some RandomNumberGenerator) -> String {
    func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &generator) }
    var members = [
      "\"name\": \"\(["n", "é𝛽", "{{a}}", "a b"].randomElement(using: &generator)!)\"",
      "\"title\": \"\(["", "Σ\\n2", "\\\"", "}} {{"].randomElement(using: &generator)!)\"",
    ]
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: members.append("\"function\": \"mish\"")
    case 1: members.append("\"function\": \"swish\", \"beta\": \(number(-3...3))")
    case 2: members.append("\"function\": \"hard-tanh\", \"minVal\": -0.0, \"maxVal\": \(number(1...2))")
    default:
      members.append(
        "\"expression\": \"tanh(x)\\n+ a * b * 1e-3\", \"parameters\": {\"b\": \(number(-1...1)), \"a\": -0}")
    }
    if Bool.random(using: &generator) { members.append("\"seed\": \(Int.random(in: 0...Int.max, using: &generator))") }
    if Bool.random(using: &generator) { members.append("\"samples\": \(Int.random(in: 1...1000, using: &generator))") }
    if Bool.random(using: &generator) { members.append("\"range\": [\(number(-3...0)), \(number(1...2))]") }
    if Bool.random(using: &generator) { members.append("\"figure\": {\"width\": \(number(2...20)), \"dpi\": 72.5}") }
    return "{" + members.joined(separator: ", ") + "}"
  }
}
