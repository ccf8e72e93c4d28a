import Foundation
import Testing

@testable import Configuration
@testable import Descriptions
@testable import Pipeline
@testable import Plans
@testable import Reports

@Suite struct ProvedFactTests {
  private func text(_ configuration: String) async throws -> String {
    let plan = try RenderPlan(readingConfiguration: Array("{\"samples\": 100, \(configuration)}".utf8), named: "c.json")
    let json = try #require(try await Batch(of: plan).descriptions().last??.get())
    let decoded = try #require(try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any])
    return try #require(decoded["alternativeText"] as? String)
  }

  @Test(
    "What is proved of a function for all x is told once.",
    arguments: [
      ("\"mish\"", "to its minimum of all x, -0.30884 at x = -1.1924, and then rises to 4.9996 at x = 5."),
      ("\"mish\"", "Its derivative is nowhere greater than at x = 1.4906, where it is 1.0885."),
      (
        "\"sigmoid\"",
        "far to the right to 1. For all x it never falls and is always between 0 and 1. Its derivative is nowhere greater "
          + "than at x = 0, where it is 0.25."
      ),
      ("\"softplus\"", "For all x it never falls, is never below 0, and is nowhere steeper than 1."),
      ("\"selu\"", "For all x it never falls, is never below -1.7581, and is nowhere steeper than 1.7581."),
      ("\"squared-relu\"", "For all x it never falls and is never below 0."),
      // The minimum lies to the left of what is drawn.
      (
        #"{"function": "mish", "range": [0, 5]}"#,
        "For all x it is never below -0.30884, its value at x = -1.1924. Its derivative is nowhere greater"
      ),
      (#"{"function": "gelu", "panels": ["value"]}"#, "For all x it is nowhere steeper than 1.1289."),
    ])
  func sentences(activation: String, sentence: String) async throws {
    let text = try await text("\"activations\": [\(activation)]")
    #expect(text.contains(sentence), "\(text)")
  }

  @Test("Of what the text tells already, nothing is repeated, and a lesser turn is not called the minimum of all x.")
  func repetition() async throws {
    #expect(try await !text(#""activations": ["mish"]"#).contains("For all x"))
    let part = try await text(#""activations": [{"function": "hard-swish", "range": [-1, 5]}]"#)
    #expect(!part.contains("of all x") && part.contains("never below -0.375, its value at x = -1.5"))
  }

  @Test("What is proved of a formula is told if the figure shows it.")
  func formulas() async throws {
    let formula = #""expression": "x * exp(-x^2)", "name": "f", "style": "light""#
    #expect(try await !text("\"activations\": [{\(formula)}]").contains("all x"))
    let shown = try await text("\"activations\": [{\(formula), \"marks\": {\"bounds\": true}}]")
    #expect(shown.contains("minimum of all x, -0.42888 at x = -0.70711"))
    #expect(shown.contains("maximum of all x, 0.42888 at x = 0.70711"))
    #expect(shown.contains("dashed lines in the colours of the curves are at the bounds that are proved for all x"))
  }

  @Test("Nothing is proved of a table with the name of a function.")
  func tables() async throws {
    let table = #"{"table": {"x": [-1, 0, 1], "value": [3, 0, -2]}, "name": "gelu", "marks": {"bounds": true}}"#
    let described = try await text("\"activations\": [\(table)]")
    #expect(!described.contains("all x") && !described.contains("nowhere"))
  }

  @Test("A comparison tells which functions stay between two values.")
  func comparison() async throws {
    let text = try await text(#""figures": "comparison", "activations": ["relu", "tanh", "mish", "sigmoid"]"#)
    #expect(text.contains("For all x, only Tanh and Sigmoid stay between two values."), "\(text)")
  }
}
