import ActivationFigures
import Depth
import Testing

@testable import Configuration
@testable import Pipeline
@testable import Plans

/// Figures of depth are asked for by `figures` and set by `depth`.
@Suite
struct DepthConfigurationTests {
  private func plan(_ members: String, _ entries: String = #""relu""#) throws -> RenderPlan {
    try RenderPlan(
      readingConfiguration: Array("{\(members), \"activations\": [\(entries)]}".utf8), named: "config.json")
  }

  private func messages(_ members: String, _ entries: String = #""relu""#) -> [String] {
    do {
      _ = try plan(members, entries)
      return []
    } catch {
      return "\(error)".split(separator: "\n").filter { $0.hasPrefix("config.json") }
        .map { String($0.dropFirst("config.json:".count)) }
    }
  }

  private static let all = #""figures": ["each", "comparison", "depth", "depth-comparison"]"#

  @Test("Each function has a figure of depth beside its own, and all of them have one together.")
  func figures() throws {
    let entries = #""relu", {"function": "swish", "title": "S {beta}", "sweep": {"beta": [0.5, 2]}}"#
    let figures = try plan(Self.all + #", "comparison": {"name": "all", "title": "All"}"#, entries).figures
    #expect(
      figures.map(\.fileName) == [
        "relu.png", "relu-depth.png", "swish-beta-0.5.png", "swish-beta-0.5-depth.png", "swish-beta-2.png",
        "swish-beta-2-depth.png", "all.png", "all-depth.png",
      ])
    #expect(
      figures.map(\.title) == [
        "ReLU", "ReLU", "S 0.5", "S 0.5", "S 2", "S 2", "All", "Signals and gradients in deep networks",
      ])
    #expect(
      figures.map(\.settings.kind) == [
        .function, .depth, .function, .depth, .function, .depth, .comparison, .depthComparison,
      ])
    #expect(figures[7].comparedFunctions.map(\.title) == ["ReLU", "S 0.5", "S 2"])
    #expect(figures[3].comparedFunctions.map(\.title) == ["S 0.5"])
    #expect(figures[1].settings.panels == [.signal, .correlation, .layers])
    #expect((figures[1].settings.width, figures[1].settings.height) == (15, 5))
    let own = try plan(#""figures": "depth-comparison", "comparison": {"depthTitle": "Deep"}"#).figures
    #expect(own.map(\.name) == ["comparison-depth"] && own.map(\.title) == ["Deep"])
    #expect(try plan(#""figures": "depth""#).figures.map(\.name) == ["relu-depth"])
  }

  @Test("Settings of entries and of the comparison replace single settings of the networks.")
  func settings() throws {
    let figures = try plan(
      #"""
      "figures": ["depth", "depth-comparison"], "comparison": {"depth": {"layers": 10, "initialization": "lecun"}},
      "depth": {"layers": 30, "initialization": {"weights": 1.5, "biases": 0.1}, "networks": {"width": 64}}
      """#,
      #""relu", {"function": "tanh", "depth": {"shownLayers": [7, 2], "networks": {"number": 3}, "plane": true}}"#
    ).figures.map(\.settings)
    #expect(figures.map(\.depth.layers) == [30, 30, 10])
    #expect(
      figures.map(\.depth.initialization) == [
        .deviations(weights: 1.5, biases: 0.1), .deviations(weights: 1.5, biases: 0.1), .named(.lecun),
      ])
    #expect(figures.map(\.depth.shownLayers) == [[1, 5, 20], [2, 7], [1, 5, 20]])
    #expect(figures.map { $0.depth.networks?.count } == [5, 3, 5])
    #expect(figures.allSatisfy { $0.depth.networks?.width == 64 && $0.depth.networks?.seed == 0 })
    #expect(figures[1].panels == [.signal, .correlation, .plane])
    let usual = try plan(#""figures": "depth""#).figures[0].settings.depth
    #expect(usual == DepthSettings() && usual.initialization == .named(.critical))
    let sampled = try plan(#""figures": "depth", "depth": {"networks": {}}"#).figures[0].settings.depth
    #expect(sampled.networks == NetworkSampling(width: 512, count: 5, seed: 0))
    let only = try plan(#""figures": "depth", "depth": {"initialization": {"weights": 2}}"#).figures[0].settings.depth
    #expect(only.initialization == .deviations(weights: 2, biases: 0))
  }

  @Test("A sweep runs over numbers of the networks.")
  func sweeps() throws {
    let entry = #"{"function": "mish", "sweep": {"depth.layers": [10, 20], "depth.networks.width": [8, 16]}}"#
    let figures = try plan(#""figures": "depth""#, entry).figures
    #expect(
      figures.map(\.name) == [
        "mish-layers-10-width-8-depth", "mish-layers-10-width-16-depth", "mish-layers-20-width-8-depth",
        "mish-layers-20-width-16-depth",
      ])
    #expect(figures.map(\.settings.depth.layers) == [10, 10, 20, 20])
    #expect(figures.map { $0.settings.depth.networks?.width } == [8, 16, 8, 16])
  }

  @Test("Each kind of figure takes those of the panels that it can show, or else its usual ones.")
  func panels() throws {
    let mixed = try plan(Self.all + #", "panels": ["plane", "value", "signal"]"#).figures
    #expect(mixed.map(\.settings.panels) == [[.value], [.plane, .signal], [.value], [.plane, .signal]])
    let single = try plan(Self.all + #", "panels": ["input"]"#).figures
    #expect(single.map(\.settings.panels).suffix(3).first == [.signal, .correlation, .layers])
    let own = try plan(
      Self.all + #", "comparison": {"panels": ["correlation"]}"#, #"{"function": "relu", "panels": ["layers"]}"#
    ).figures
    #expect(
      own.map(\.settings.panels) == [
        [.input, .response, .output], [.layers], [.value, .derivative], [.correlation],
      ])
  }

  @Test(
    "What is at fault is reported at its place.",
    arguments: [
      (
        #""panels": ["signal", "value"]"#, #""relu""#,
        #"1:12: /panels: found the panel "signal" of a figure of depth, expected one of "input", "response", "output", "value", "derivative", "second-derivative", "gradient", or a figure of depth among "figures""#
      ),
      (
        #""figures": "depth""#, #"{"function": "relu", "panels": ["signal", "value"]}"#,
        #"1:69: /activations/0/panels: found the panel "value" of a figure without depth, expected one of "signal", "correlation", "layers", "plane", or a figure without depth among "figures""#
      ),
      (
        #""figures": ["comparison", "depth"], "comparison": {"panels": ["plane"]}"#, #""relu""#,
        #"1:63: /comparison/panels: found the panel "plane" of a figure of depth, expected one of "value", "derivative", "second-derivative", or a figure of depth among "figures""#
      ),
      (
        #""depth": {"layers": 1001}"#, #""relu""#,
        #"1:22: /depth/layers: found 1001, expected a whole number from 1 to 1000"#
      ),
      (
        #""depth": {"initialization": "kaiming"}"#, #""relu""#,
        #"1:30: /depth/initialization: found "kaiming", expected one of "torch", "xavier", "he", "lecun", "critical""#
      ),
      (
        #""depth": {"initialization": {"biases": 0.1}}"#, #""relu""#,
        #"1:30: /depth/initialization: found no "weights", expected their standard deviation"#
      ),
      (
        #""depth": {"initialization": {"weights": 0, "bias": 1}}"#, #""relu""#,
        #"1:42: /depth/initialization/weights: found 0, expected a number from 0.001 to 1000"#
      ),
      (
        #""figures": ["each", "depth"], "depth": {"layers": 5, "shownLayers": [20]}"#, #""relu", "tanh""#,
        #"1:41: /depth: found shown layers from 20 on in a network of 5 layers, expected one of its own"#
      ),
      (
        #""figures": ["each", "depth"]"#, #"{"function": "relu", "depth": {"shownLayers": [51, 52]}}"#,
        #"1:78: /activations/0/depth: found shown layers from 51 on in a network of 50 layers, expected one of its own"#
      ),
      (
        #""limits": {"deviation": [0, 1]}"#, #""relu""#,
        #"1:26: /limits/deviation: found [0, 1], expected [a, b] with a below b, both from 1e-300 to 1e+300, or "shared" or "auto""#
      ),
      (
        #""figures": ["each", "depth"]"#, #""relu", {"function": "mish", "name": "relu-depth"}"#,
        #"1:85: /activations/1/name: found a second figure for the file "relu-depth.png", expected a "name" of its own (case does not count); the first is at 1:48"#
      ),
    ])
  func faults(members: String, entries: String, message: String) {
    #expect(messages(members, entries).first == message)
  }

  @Test("An object of both deviations has a fault for each of its members.")
  func faultyDeviations() {
    let found = messages(#""depth": {"initialization": {"weights": "a", "bias": 1, "biases": -1}}"#)
    #expect(found.count == 3)
  }

  @Test("Twice as many figures as are possible are refused.")
  func tooMany() {
    func sweep(_ count: Int) -> String {
      #"{"function": "relu", "sweep": {"seed": {"from": 1, "to": \#(count), "count": \#(count)}}}"#
    }
    #expect(messages(#""figures": ["depth", "each"]"#, sweep(60)).isEmpty)
    #expect(
      messages(#""figures": ["depth", "each"]"#, sweep(600_000)) == [
        "1:13: /figures: found 1200000 figures, expected at most 1000000"
      ])
  }

  @Test("The recipe of a figure of depth makes the same figure, and holds nothing that has no meaning for it.")
  func recipes() throws {
    let members = #"""
      "figures": ["each", "depth", "depth-comparison"], "samples": 77, "counts": "log", "step": 0.25,
      "depth": {"initialization": {"weights": 1.25}, "networks": {"seed": 9223372036854775807}, "layers": 7},
      "limits": {"deviation": [1e-3, 10], "counts": [1, 2]}, "comparison": {"name": "c", "depthTitle": "{D}"},
      "variants": {"theme": ["light", "dark"], "scale": [1, 2]}
      """#
    let entries = #"""
      {"expression": "a * x", "parameters": {"a": 2}, "name": "n-{{{a}", "title": "T\n{{{a}", "depth": {"plane": true}},
      {"function": "mish", "panels": ["correlation"], "depth": {"initialization": "torch", "shownLayers": [3]}}
      """#
    let figures = try plan(members, entries).figures
    #expect(figures.count == 20)
    for figure in figures where figure.settings.kind.showsDepth {
      let recipe = Recipe(of: figure)
      let again = try recipe.plan(named: "recipe").figures
      #expect(again.map { Recipe(of: $0) } == [recipe])
      #expect(again.map(\.name) == [figure.name] && again.map(\.title) == [figure.title])
      #expect(again[0].settings.depth == figure.settings.depth && again[0].settings.panels == figure.settings.panels)
      for word in ["samples", "counts", "step", "range", "bins"] { #expect(!recipe.text.contains(word)) }
    }
    for figure in figures where !figure.settings.kind.showsDepth {
      #expect(!figure.recipe.contains("deviation") && !figure.recipe.contains("depth"))
    }
  }

  @Test("A change of the networks is named among the changes.")
  func changes() throws {
    func recipes(_ depth: String) throws -> [Recipe] {
      try plan(#""figures": ["each", "depth", "depth-comparison"], "depth": {\#(depth)}"#).figures.map {
        Recipe(of: $0)
      }
    }
    let old = try recipes("")
    let new = try recipes(#""layers": 20, "plane": true, "networks": {"number": 1}"#)
    #expect(new[0].changes(since: old[0]) == [])
    #expect(
      new[1].changes(since: old[1]) == [
        "depth.layers 50 → 20", "depth.networks.width 512 is new", "depth.networks.number 1 is new",
        "depth.networks.seed 0 is new", "depth.plane false → true",
      ])
    #expect(
      new[2].changes(since: old[2]).first == "comparison.depth.layers 50 → 20")
  }
}
