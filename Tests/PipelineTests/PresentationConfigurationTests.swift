import ActivationFigures
import Testing

@testable import Configuration
@testable import Pipeline
@testable import Plans

@Suite
struct PresentationConfigurationTests {
  private func plan(_ members: String, _ entries: String = #""relu""#) throws -> RenderPlan {
    let text = "{\(members)\(members.isEmpty ? "" : ", ")\"activations\": [\(entries)]}"
    return try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  @Test("Each kind of figure has its usual panels unless others are given.")
  func usualPanels() throws {
    let figures = try plan(#""figures": "both""#).figures
    #expect(figures.map(\.settings.panels) == [[.input, .response, .output], [.value, .derivative]])
    #expect(figures.map(\.settings.presentation.panels) == [nil, nil])
  }

  @Test("A comparison takes those of the common panels that it can show, or else its usual ones.")
  func comparedPanels() throws {
    let members = #""figures": "both", "panels": "#
    let some = try plan(members + #"["second-derivative", "gradient", "value"]"#).figures
    #expect(
      some.map(\.settings.panels) == [[.secondDerivative, .gradient, .value], [.secondDerivative, .value]])
    let none = try plan(members + #"["response", "output"]"#).figures
    #expect(none.map(\.settings.panels) == [[.response, .output], [.value, .derivative]])
    let own = try plan(members + #"["response"], "comparison": {"panels": ["derivative"]}"#).figures
    #expect(own.map(\.settings.panels) == [[.response], [.derivative]])
  }

  @Test("An entry replaces single settings of what is shown.")
  func entries() throws {
    let figures = try plan(
      #""limits": {"value": [-1, 5], "x": "shared"}, "counts": "sqrt""#,
      #""relu", {"function": "tanh", "limits": {"value": "auto", "output": [0, 1]}, "counts": "log"}"#
    ).figures.map(\.settings.presentation)
    #expect(figures[0].limits == [.value: .fixed(-1...5), .x: .shared])
    #expect(figures[1].limits == [.x: .shared, .output: .fixed(0...1)])
    #expect(figures.map(\.counts) == [.sqrt, .log])
  }

  @Test(
    "A size that is not given follows from the panels and their arrangement.",
    arguments: [
      ("row", 1, 7.5, 5), ("row", 2, 15, 5), ("row", 3, 15, 5), ("row", 7, 35, 5),
      ("column", 1, 4.5, 3), ("column", 3, 4.5, 9), ("grid", 1, 7.5, 5), ("grid", 2, 15, 5), ("grid", 3, 15, 10),
      ("grid", 5, 22.5, 10),
      ("grid", 7, 22.5, 15),
    ] as [(String, Int, Double, Double)])
  func usualSizes(arrangement: String, count: Int, width: Double, height: Double) throws {
    let panels = StudyPanel.allCases.prefix(count).map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    let figure = #""figure": {"arrangement": "\#(arrangement)""#
    let settings = try plan(#""panels": [\#(panels)], \#(figure)}"#).figures[0].settings
    #expect((settings.width, settings.height) == (width, height))
    let wide = try plan(#""panels": [\#(panels)], \#(figure), "width": 9}"#).figures[0].settings
    #expect((wide.width, wide.height) == (9, height))
  }

  @Test("Variants are ordered by theme, arrangement and scale, and the first of each has no suffix.")
  func variants() throws {
    let members = #""variants": {"scale": [1, 2], "arrangement": ["row", "column"], "theme": ["light", "dark"]}"#
    let figures = try plan(members + #", "figure": {"arrangement": "grid"}"#).figures
    #expect(
      figures.map(\.fileName) == [
        "relu.png", "relu@2x.png", "relu-column.png", "relu-column@2x.png",
        "relu-dark.png", "relu-dark@2x.png", "relu-dark-column.png", "relu-dark-column@2x.png",
      ])
    #expect(figures.map(\.settings.presentation.arrangement.rawValue).prefix(4) == ["row", "row", "column", "column"])
    #expect(figures.map(\.settings.width).prefix(4) == [15, 15, 7.5, 7.5])
    #expect(figures.map(\.settings.height).prefix(4) == [5, 5, 15, 15])
    let reversed = try plan(#""variants": {"arrangement": ["column", "grid", "row"]}"#).figures
    #expect(reversed.map(\.fileName) == ["relu.png", "relu-grid.png", "relu-row.png"])
  }

  @Test("A given size belongs to the first arrangement, and changes with the others as the usual size does.")
  func givenSizes() throws {
    let sizes = try plan(
      #""figure": {"width": 10, "height": 4}, "variants": {"arrangement": ["row", "column", "grid"]}"#
    ).figures.map { [$0.settings.width, $0.settings.height] }
    #expect(sizes == [[10, 4], [3, 7.2], [10, 8]])
    let tall = try plan(#""figure": {"height": 9}, "variants": {"arrangement": ["column", "row"]}"#)
      .figures.map { [$0.settings.width, $0.settings.height] }
    #expect(tall == [[4.5, 9], [15, 5]])
    let single = try plan(
      #""panels": ["value"], "figure": {"width": 4, "height": 3}, "variants": {"arrangement": ["row", "column"]}"#
    ).figures.map { [$0.settings.width, $0.settings.height] }
    #expect(single == [[4, 3], [2.4, 1.8]])
  }

  @Test("A recipe reads back as the figure, whatever it shows.")
  func recipes() throws {
    let members = #"""
      "figures": "both", "panels": ["derivative", "gradient"], "counts": "log",
      "figure": {"aspect": "equal", "dpi": 50},
      "limits": {"counts": [0.5, 100], "derivative": [-0.1, 1.1], "x": [-1e300, 1e300]},
      "variants": {"arrangement": ["grid", "column"]}
      """#
    for figure in try plan(members, #""relu", "mish""#).figures {
      let recipe = Recipe(of: figure)
      let again = try #require(try recipe.plan(named: "recipe").figures.first)
      #expect(Recipe(of: again) == recipe)
      #expect((again.settings.width, again.settings.height) == (figure.settings.width, figure.settings.height))
      #expect(again.settings.panels == figure.settings.panels)
      #expect(again.settings.presentation.arrangement == figure.settings.presentation.arrangement)
      #expect(again.settings.presentation.aspect == .equal)
    }
  }

  @Test("A setting that a recipe leaves out is named with its default among the changes.")
  func changes() throws {
    let plain = try plan(#""figures": "both", "figure": {"width": 9, "height": 9}"#).figures.map { Recipe(of: $0) }
    let other = try plan(
      #"""
      "figures": "both", "figure": {"width": 9, "height": 9, "arrangement": "column"}, "panels": ["value"],
      "limits": {"value": [0, 1]}
      """#
    ).figures.map { Recipe(of: $0) }
    #expect(
      other[0].changes(since: plain[0]) == [
        #"figure.arrangement "row" → "column""#, #"panels ["input", "response", "output"] → ["value"]"#,
        #"limits.value "auto" → [0, 1]"#,
      ])
    #expect(
      plain[1].changes(since: other[1]) == [
        #"comparison.figure.arrangement "column" → "row""#, #"comparison.panels ["value"] → ["value", "derivative"]"#,
        #"comparison.limits.value [0, 1] → "auto""#,
      ])
  }
}
