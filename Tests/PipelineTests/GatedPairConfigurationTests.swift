import Activations
import Testing

@testable import Configuration
@testable import Descriptions
@testable import JSON
@testable import Pipeline
@testable import Plans
@testable import Reports

@Suite struct GatedPairConfigurationTests {
  private func plan(_ activations: String, _ others: String = "") throws -> RenderPlan {
    try RenderPlan(
      readingConfiguration: Array("{\(others)\"samples\": 200, \"activations\": [\(activations)]}".utf8),
      named: "config.json")
  }

  @Test(
    "A gated pair has the name and the title of its kind.",
    arguments: [
      ("swiglu", "swiglu", "SwiGLU", "silu"), ("SiLU", "swiglu", "SwiGLU", "silu"), ("GEGLU", "geglu", "GEGLU", "gelu"),
      ("reglu", "reglu", "ReGLU", "relu"), ("sigmoid", "glu", "GLU", "sigmoid"),
      ("tanh", "gated-tanh", "Gated Tanh", "tanh"),
      ("linear", "bilinear", "Bilinear", "identity"),
      ("swiglu_oai", "clamped-swiglu", "Clamped SwiGLU", "clamped-swiglu"),
    ])
  func names(gate: String, name: String, title: String, recorded: String) throws {
    let figure = try #require(try plan(#"{"gate": "\#(gate)"}"#).figures.first)
    #expect(figure.name == name && figure.title == title)
    guard case .function(let function) = figure.subject else { return }
    #expect(function.gate?.text == recorded)
    #expect(figure.recipe.contains(#""gate": "\#(recorded)""#))
  }

  @Test("The recipe of a gated pair makes the same figure again, formulas included.")
  func recipes() throws {
    let entries = #"{"gate": "glu"}, {"gate": "clamped-swiglu"}, {"name": "f", "gate": "x * sigmoid(2*x)"}"#
    for figure in try plan(entries).figures {
      let again = try #require(try Recipe(of: figure).plan(named: "recipe").figures.first)
      #expect(again.recipe == figure.recipe && again.title == figure.title)
      #expect(again.function.value(at: 0.7) == figure.function.value(at: 0.7))
    }
  }

  @Test("A sweep over settings makes several figures of one pair.")
  func sweep() throws {
    let figures = try plan(#"{"gate": "silu", "sweep": {"seed": [1, 2]}}"#).figures
    #expect(figures.map(\.name) == ["swiglu-seed-1", "swiglu-seed-2"])
    #expect(figures.map(\.title) == ["SwiGLU (seed = 1)", "SwiGLU (seed = 2)"])
  }

  @Test("Descriptions say what the pair is, and the short one fits its limit.")
  func descriptions() throws {
    let entries =
      #"{"gate": "swiglu"}, {"gate": "clamped-swiglu"}, {"name": "f", "gate": "x * sigmoid(2*x)", "title": ""}"#
    for figure in try plan(entries, #""style": "light", "#).figures {
      let study = try FigureRenderer.study(of: figure, from: FigureInput(for: figure))
      let texts = FigureDescription(of: figure, study: study)
      #expect(texts.short.utf16.count <= FigureDescription.shortLimit && texts.short.contains("f(a) · "))
      #expect(texts.long.contains("200 samples a of the standard normal distribution"))
      #expect(texts.long.contains("independent normal numbers b"))
    }
  }

  @Test("Statistics name the product.")
  func statistics() async throws {
    let results = try await plan(#"{"gate": "swiglu"}, "relu""#).statistics()
    let listing = StatisticsListing(of: try results.map { try #require($0).get() })
    guard case .array(let rows) = listing.json else {
      Issue.record("The statistics are no list.")
      return
    }
    #expect(rows[0]["gate"]?.string == "f(a) · b")
    #expect(rows[0]["function"]?.string == "silu")
    #expect(rows[1]["gate"] == nil)
  }
}
