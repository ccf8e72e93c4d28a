import Foundation
import SeededNumbers
import Testing

@testable import Configuration
@testable import Pipeline
@testable import Plans

@Suite
struct SweepTests {
  private func plan(_ entries: String) throws(ConfigurationError) -> RenderPlan {
    try RenderPlan(readingConfiguration: Array("{\"activations\": [\(entries)]}".utf8), named: "config.json")
  }

  @Test("Figures of a sweep share one style, and those of a formula do not share their programs.")
  func sharing() throws {
    let formula = #"{"expression": "a * x", "parameters": {"a": 1}, "name": "f-{a}", "sweep": {"a": [1, 2, 3]}}"#
    let plan = try plan(formula + #", {"function": "relu", "style": "dark"}, {"function": "tanh", "style": "dark"}"#)
    let styles = plan.figures.map(\.settings.sharedStyle)
    #expect(styles[0] === styles[1] && styles[1] === styles[2] && styles[3] === styles[4] && styles[2] !== styles[3])
    #expect(plan.figures.prefix(3).map { $0.function.value(at: 2) } == [2, 4, 6])
  }

  @Test("A sweep has a figure for each value, distinguished by name and title.")
  func values() throws {
    let plan = try plan(#"{"function": "swish", "sweep": {"beta": [0.5, 1, 2e0, 1e-7]}}, "swish""#)
    #expect(
      plan.figures.map(\.name) == ["swish-beta-0.5", "swish-beta-1", "swish-beta-2", "swish-beta-1e-07", "swish"])
    #expect(plan.figures.map(\.fileName) == plan.figures.map { $0.name + ".png" })
    #expect(plan.figures.map(\.function.parameterValues) == [[0.5], [1], [2], [1e-7], [1]])
    #expect(plan.figures.prefix(2).map(\.title) == ["Swish (beta = 0.5)", "Swish (beta = 1)"])
    #expect(plan.figures.last?.title == "Swish")
  }

  @Test("Combinations are ordered like nested loops with the first key outermost.")
  func order() throws {
    let plan = try plan(
      #"{"function": "softplus", "sweep": {"threshold": [5, 10], "samples": [100, 1e3], "beta": [2, 1]}}"#)
    #expect(
      plan.figures.map { $0.function.parameterValues + [Double($0.settings.samples)] } == [
        [2, 5, 100], [1, 5, 100], [2, 5, 1000], [1, 5, 1000],
        [2, 10, 100], [1, 10, 100], [2, 10, 1000], [1, 10, 1000],
      ])
    #expect(plan.figures[2].name == "softplus-threshold-5-samples-1000-beta-2")
    #expect(plan.figures[2].title == "Softplus (threshold = 5, samples = 1000, beta = 2)")
  }

  @Test("Every numeric setting can be swept, and the rest of the entry stays.")
  func settings() throws {
    let plan = try plan(
      """
      {"function": "elu", "alpha": 2, "step": 0.5, "figure": {"height": 4},
       "sweep": {"seed": [9223372036854775807, 1], "bins": [7], "figure.width": [6, 7.5], "figure.dpi": [50]}}
      """)
    #expect(
      plan.figures.map(\.name) == [
        "elu-seed-9223372036854775807-bins-7-width-6-dpi-50", "elu-seed-9223372036854775807-bins-7-width-7.5-dpi-50",
        "elu-seed-1-bins-7-width-6-dpi-50", "elu-seed-1-bins-7-width-7.5-dpi-50",
      ])
    #expect(plan.figures.map(\.settings.seed) == [9_223_372_036_854_775_807, 9_223_372_036_854_775_807, 1, 1])
    #expect(plan.figures.map(\.settings.width) == [6, 7.5, 6, 7.5])
    for figure in plan.figures {
      #expect(figure.function.parameterValues == [2])
      #expect((figure.settings.bins, figure.settings.step) == (7, 0.5))
      #expect((figure.settings.height, figure.settings.dpi) == (4, 50))
    }
  }

  @Test("Swept values can be used in name and title, also by the path of a setting.")
  func placeholders() throws {
    let plan = try plan(
      """
      {"function": "softplus", "threshold": 3, "name": "s{beta}@{figure.dpi}", "title": "{threshold}: β = {beta}, {seed}",
       "sweep": {"beta": [0.5, 1], "figure.dpi": [50, 72.5], "seed": [3]}}
      """)
    #expect(plan.figures.map(\.name) == ["s0.5@50", "s0.5@72.5", "s1@50", "s1@72.5"])
    #expect(plan.figures[2].title == "3: β = 1, 3")
  }

  @Test("A formula is swept over its parameters, which keep their order.")
  func formulas() throws {
    let plan = try plan(
      """
      {"name": "bump-{width}-{samples}", "expression": "a * x * exp(-(x / width)^2) + samples",
       "parameters": {"a": 2, "width": 1, "samples": 0}, "sweep": {"width": [1, 2], "samples": [0, 0.25]}}
      """)
    #expect(plan.figures.map(\.name) == ["bump-1-0", "bump-1-0.25", "bump-2-0", "bump-2-0.25"])
    #expect(plan.figures.map(\.title) == plan.figures.map(\.name))
    #expect(plan.figures.map(\.function.parameterValues) == [[2, 1, 0], [2, 1, 0.25], [2, 2, 0], [2, 2, 0.25]])
    #expect(plan.figures.map(\.settings.samples) == [10_000, 10_000, 10_000, 10_000])
    #expect(plan.figures[3].function.value(at: 0) == 0.25)
  }

  @Test(
    "Values between two ends are evenly spaced and have few digits.",
    arguments: [
      (
        #"{"from": 0, "to": 1, "count": 11}"#,
        ["0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1"]
      ),
      (#"{"from": 2, "to": -1, "count": 4}"#, ["2", "1", "0", "-1"]),
      (#"{"from": 0.1, "to": 0.7, "count": 4}"#, ["0.1", "0.3", "0.5", "0.7"]),
      (
        #"{"count": 3, "to": 0.3333333333333333, "from": -0.3333333333333333}"#,
        [
          "-0.3333333333333333", "0", "0.3333333333333333",
        ]
      ),
    ])
  func spacing(list: String, values: [String]) throws {
    let plan = try plan("{\"function\": \"swish\", \"sweep\": {\"beta\": \(list)}, \"name\": \"{beta}\"}")
    #expect(plan.figures.map(\.name) == values)
  }

  @Test("Whole numbers are spaced if the values are whole.")
  func wholeSpacing() throws {
    let plan = try plan(#"{"function": "relu", "sweep": {"samples": {"from": 1000, "to": 4000, "count": 4}}}"#)
    #expect(plan.figures.map(\.settings.samples) == [1000, 2000, 3000, 4000])
  }

  @Test("Each combination of a random grid occurs once, in lexicographic order.", arguments: 0..<100 as Range<UInt64>)
  func grids(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let keys = ["beta", "threshold", "seed", "bins", "figure.dpi"].shuffled(using: &generator)
    let axes = keys.prefix(Int.random(in: 1...5, using: &generator)).map { key in
      (key: key, values: (50..<90).shuffled(using: &generator).prefix(Int.random(in: 1...5, using: &generator)))
    }
    let sweep = axes.map { axis in "\"\(axis.key)\": \(Array(axis.values))" }.joined(separator: ", ")
    let plan = try plan("{\"function\": \"softplus\", \"sweep\": {\(sweep)}}")
    let names = axes.reduce(["softplus"]) { names, axis in
      let label = axis.key == "figure.dpi" ? "dpi" : axis.key
      return names.flatMap { name in axis.values.map { "\(name)-\(label)-\($0)" } }
    }
    #expect(plan.figures.map(\.name) == names)
  }

  @Test("A million figures are the most of a configuration, and one more is refused before any is made.")
  func limit() {
    let list = #"{"from": 1, "to": 1000, "count": 1000}"#
    let million = #"{"function": "softplus", "sweep": {"beta": \#(list), "threshold": \#(list)}}"#
    let time = ContinuousClock().measure {
      #expect(
        issues(of: million + #", "relu""#).map(\.place)
          == ["1:17 /activations: found 1000001 figures with those of sweeps, expected at most 1000000"])
      #expect(
        issues(of: #"{"function": "swish", "sweep": {"beta": {"from": 1, "to": 2, "count": 1000001}}}"#).map(\.place)
          == ["1:88 /activations/0/sweep/beta/count: found 1000001, expected a whole number from 2 to 1000000"])
    }
    #expect(time < .seconds(20))
  }

  @Test("Ten thousand figures are made from their numbers, in the order of nested loops.")
  func products() throws {
    let list = #"{"from": 1, "to": 100, "count": 100}"#
    let plan = try plan("{\"function\": \"softplus\", \"sweep\": {\"beta\": \(list), \"threshold\": \(list)}}")
    #expect(plan.figures.count == 10_000)
    #expect(plan.figures.last?.name == "softplus-beta-100-threshold-100")
    for number in [0, 99, 100, 5_050, 9_999] {
      let figure = plan.figures[number]
      #expect(figure.name == "softplus-beta-\(number / 100 + 1)-threshold-\(number % 100 + 1)")
      #expect(figure.function.parameterValues == [Double(number / 100 + 1), Double(number % 100 + 1)])
      #expect(plan.figures.names(at: number) == (figure.name, figure.fileName))
    }
  }

  @Test(
    "Sweeps of more combinations than an integer holds are refused before any value is made.",
    arguments: [(10_000, "1e+24"), (1_000_000, "1e+36")])
  func hugeProducts(count: Int, product: String) {
    let keys = ["beta", "threshold", "seed", "samples", "bins", "figure.dpi"]
    let huge = keys.map { "\"\($0)\": {\"from\": 1, \"to\": 10000, \"count\": \(count)}" }.joined(separator: ", ")
    let time = ContinuousClock().measure {
      #expect(
        issues(of: "{\"function\": \"softplus\", \"sweep\": {\(huge)}}").map(\.message)
          == ["found a sweep of \(product) figures, expected at most 1000000"])
    }
    #expect(time < .seconds(20))
  }

  @Test("Many evenly spaced values are checked as few are: for the rule of the number, and for equal texts.")
  func longAxes() {
    func message(_ key: String, _ values: String) -> [String] {
      issues(of: "{\"function\": \"swish\", \"sweep\": {\"\(key)\": \(values)}}").map(\.message)
    }
    for count in [5, 20_001] {
      let ends = #"{"from": 1, "to": 2, "count": \#(count)}"#
      #expect(message("samples", ends) == ["found \(ends), expected a whole number from 1 to 1000000000"])
      let near = #"{"from": 1, "to": 1.00000000000001, "count": \#(count)}"#
      #expect(
        message("beta", near).first?.hasSuffix("expected ends so far apart that the values differ in 12 digits") == true
      )
      let equal = #"{"from": 0.12345678901234567, "to": 0.12345678901234567, "count": \#(count)}"#
      #expect(
        message("beta", equal).first?.hasSuffix("expected ends so far apart that the values differ in 12 digits")
          == true)
    }
  }

  private func issues(of entries: String) -> [ConfigurationIssue] {
    do throws(ConfigurationError) {
      _ = try plan(entries)
      return []
    } catch {
      return error.issues
    }
  }
}

extension ConfigurationIssue {
  /// Line, column, pointer and message.
  fileprivate var place: String { "\(line):\(column) \(pointer): \(message)" }
}
