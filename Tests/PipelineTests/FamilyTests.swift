import ActivationFigures
import Activations
import Foundation
import Testing

@testable import Configuration
@testable import Pipeline
@testable import Plans
@testable import Reports

@Suite
struct FamilyTests {
  private let scratch = Scratch()

  private func plan(_ entries: String, figures: String = #""family""#, more: String = "") throws -> RenderPlan {
    let text = "{\(more)\"figures\": \(figures), \"activations\": [\(entries)]}"
    return try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  private func messages(_ entries: String, figures: String = #""family""#, more: String = "") -> [String] {
    do {
      _ = try plan(entries, figures: figures, more: more)
      return []
    } catch {
      return "\(error)".split(separator: "\n").filter { $0.hasPrefix("config.json") }
        .map { String($0.dropFirst("config.json:".count)) }
    }
  }

  @Test("Each sweep of one parameter is one figure with a curve for each value, in increasing order.")
  func values() throws {
    let figures = try plan(
      #"""
      "relu", {"function": "swish", "sweep": {"beta": [2, 0.5, 1]}},
      {"expression": "a * x + b", "parameters": {"a": 1, "b": 3}, "name": "line-{a}", "sweep": {"a": [1, 2]}}
      """#
    ).figures
    #expect(figures.map(\.fileName) == ["swish-beta.png", "line-a.png"])
    #expect(figures.map(\.title) == ["Swish by beta", "line-a"])
    #expect(figures.map(\.sweptParameter) == ["beta", "a"])
    #expect(figures.map { $0.comparedFunctions.map(\.title) } == [["0.5", "1", "2"], ["1", "2"]])
    #expect(figures[0].comparedFunctions.map(\.plan.function.parameterValues) == [[0.5], [1], [2]])
    #expect(figures[1].comparedFunctions.map { $0.plan.function.value(at: 10) } == [13, 23])
    #expect(figures.map(\.settings.panels) == [[.value], [.value]])
    #expect((figures[0].settings.width, figures[0].settings.height) == (7.5, 5))
  }

  @Test("Figures of each value, families and a comparison can be drawn in one run.")
  func lists() throws {
    let entries = #""relu", {"function": "elu", "sweep": {"alpha": [1, 2]}, "panels": ["derivative", "output"]}"#
    let figures = try plan(entries, figures: #"["each", "comparison", "family"]"#).figures
    #expect(figures.map(\.name) == ["relu", "elu-alpha-1", "elu-alpha-2", "elu-alpha", "comparison"])
    #expect(figures.map(\.settings.kind) == [.function, .function, .function, .family, .comparison])
    #expect(figures[3].settings.panels == [.derivative])
    #expect(try plan(entries, figures: #"["both", "family"]"#).figures.map(\.recipe) == figures.map(\.recipe))
  }

  @Test("The name of the parameter takes the place of its value in name and title.")
  func names() throws {
    let entry = #"{"function": "softplus", "name": "s{beta}@{threshold}", "title": "Softplus, {beta} and {samples}", "#
    let sweep = #""threshold": 3, "sweep": {"beta": [1, 2], "samples": [50]}}"#
    for figures in [#""family""#, #"["each", "family"]"#] {
      let figure = try #require(try plan(entry + sweep, figures: figures).figures.last)
      #expect((figure.name, figure.title) == ("sbeta@3", "Softplus, beta and 50"))
    }
    let plain = try plan(#"{"function": "softplus", "# + sweep).figures[0]
    #expect((plain.name, plain.title) == ("softplus-samples-50-beta", "Softplus by beta (samples = 50)"))
    let given = try plan(#"{"function": "softplus", "name": "s", "title": "S", "# + sweep).figures[0]
    #expect((given.name, given.title) == ("s", "S"))
    let formula = #"{"expression": "a * x", "parameters": {"a": 1}, "name": "line", "sweep": {"a": [1, 2]}}"#
    #expect(try plan(formula).figures[0].title == "line by a")
  }

  @Test(
    "An entry that makes no family is refused at its place.",
    arguments: [
      (
        #"{"function": "softplus", "sweep": {"beta": [1, 2], "threshold": [3, 4]}}"#,
        #"1:73: /activations/0/sweep: found several values of "beta" and "threshold", expected those of one parameter, which make a family"#
      ),
      (
        #"{"function": "relu", "sweep": {"samples": [1, 2]}}"#,
        #"1:69: /activations/0/sweep: found several values of "samples", expected those of a parameter, by which the curves of a family differ"#
      ),
      (
        #""relu", {"function": "swish", "sweep": {"beta": [1]}}"#,
        #"1:13: /figures: found no family, expected an entry with several values of a parameter in its "sweep""#
      ),
      (
        #"{"function": "swish", "sweep": {"beta": {"from": 1, "to": 2, "count": 41}}}"#,
        #"1:70: /activations/0/sweep: found 41 values of "beta", expected at most 40 in the figure of a family"#
      ),
      (
        #"{"function": "swish", "panels": ["value", "output"], "sweep": {"beta": [1, 2]}}"#,
        #"1:71: /activations/0/panels: found the panel "output" of a family, expected one of "value", "derivative", "second-derivative""#
      ),
    ])
  func faults(entries: String, message: String) {
    #expect(messages(entries) == [message])
  }

  @Test("Forty values make a family.")
  func most() throws {
    let entry = #"{"function": "swish", "sweep": {"beta": {"from": 1, "to": 2, "count": 40}}}"#
    #expect(try plan(entry).figures[0].comparedFunctions.count == 40)
  }

  @Test("The recipe of a family makes the same figure, in every variant.")
  func recipes() throws {
    let entries = #"""
      {"function": "softplus", "threshold": 3, "name": "s-{{{beta}", "sweep": {"beta": [0.1, 2], "step": [0.5]},
       "limits": {"value": [-1, 3], "counts": [0, 9]}, "counts": "linear", "panels": ["value", "second-derivative"]},
      {"expression": "a * x + b", "parameters": {"b": -0.0, "a": 7}, "name": "line", "sweep": {"a": [1e-9, 2]}}
      """#
    let variants = #""variants": {"theme": ["light", "dark"], "arrangement": ["column", "row"], "scale": [1, 2]}, "#
    let figures = try plan(entries, more: variants).figures
    #expect(figures.count == 16)
    for figure in figures {
      let recipe = Recipe(of: figure)
      let again = try recipe.plan(named: "recipe").figures
      #expect(again.map { Recipe(of: $0) } == [recipe])
      #expect(again[0].comparedFunctions.map(\.title) == figure.comparedFunctions.map(\.title))
      #expect(
        again[0].comparedFunctions.map { $0.plan.function.value(at: 1.5) }
          == figure.comparedFunctions.map { $0.plan.function.value(at: 1.5) })
    }
    #expect(!figures[0].recipe.contains("samples") && !figures[0].recipe.contains("counts"))
  }

  @Test("A change of the values is named among the changes.")
  func changes() throws {
    let old = try plan(#"{"function": "swish", "sweep": {"beta": [1, 2]}}"#).figures[0]
    let new = try plan(#"{"function": "swish", "sweep": {"beta": [1, 3]}, "panels": ["derivative"]}"#).figures[0]
    #expect(
      Recipe(of: new).changes(since: Recipe(of: old)) == [
        "sweep.beta [1, 2] → [1, 3]", #"panels ["value"] → ["derivative"]"#,
      ])
  }

  @Test("A family is drawn, and drawn again from its recipe.")
  func drawing() async throws {
    let plan = try plan(
      #"{"function": "swish", "sweep": {"beta": [0.5, 1, 2]}, "figure": {"dpi": 40}}"#)
    _ = try await plan.render(into: scratch.directory)
    let bytes = try #require(scratch.bytes(at: "swish-beta.png"))
    #expect(try await Inspection(of: bytes, named: "swish-beta.png").redrawn() == bytes)
  }

  @Test("The description of a family lists its curves by value, and says so in words.")
  func description() async throws {
    let plan = try plan(
      #"{"function": "swish", "panels": ["derivative", "second-derivative"], "sweep": {"beta": [0.5, 1]}, "step": 1}"#)
    let json = try #require(try await Batch(of: plan).descriptions().first??.get())
    let decoded = try #require(try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any])
    #expect(decoded["parameter"] as? String == "beta")
    #expect((decoded["curves"] as? [[String: Any]])?.map { $0["title"] as? String } == ["0.5", "1"])
    #expect(
      decoded["alternativeText"] as? String == """
        Swish by beta: two panels show derivatives and second derivatives of one function from -5 to 5, one curve for \
        each beta of 0.5 and 1. The greatest derivative of each is 1.0998.
        """)
  }
}
