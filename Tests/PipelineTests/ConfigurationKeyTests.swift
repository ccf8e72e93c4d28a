import Activations
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline

@Suite
struct ConfigurationKeyTests {
  @Test("No key of an entry has the name of a parameter of a function.")
  func parameterNames() {
    let keys = Set(ActivationConfiguration.keys.map(\.name) + [ActivationConfiguration.sweep(over: []).name])
    let names = Catalogue.entries.flatMap { $0.parameters.map(\.name) }
    #expect(!names.isEmpty)
    #expect(keys.isDisjoint(with: names))
  }

  @Test("Every key is declared with a description, and its default satisfies its own rule.")
  func declarations() throws {
    #expect(
      Configuration.keys.map(\.name) == [
        "$schema", "rules", "seed", "samples", "bins", "range", "step", "figure", "style", "marks", "fonts", "output",
        "variants", "figures", "comparison", "activations",
      ])
    check(Configuration.keys)
    check(SettingsConfiguration.keys)
    check(FigureConfiguration.keys)
    check(OutputConfiguration.keys)
    check(VariantsConfiguration.keys)
    check(ComparisonConfiguration.keys)
    check(StyleProperty.all.map(\.key))
    check(MarkProperty.all.map(\.key))
    check(ActivationConfiguration.keys + [ActivationConfiguration.sweep(over: [])])
    check(EvenSpacing.keys)
    let text =
      "{" + SettingsConfiguration.keys.compactMap { key in key.defaultText.map { "\"\(key.name)\": \($0), " } }.joined()
      + "\"activations\": [\"relu\"]}"
    let plan = try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
    #expect(plan.figures[0].settings == FigureSettings())
  }

  private func check<Record>(_ keys: [ConfigurationKey<Record>]) {
    for key in keys {
      #expect(key.meaning.hasSuffix(".") && !key.meaning.contains("\n"), "\(key.name)")
      guard let rule = key.rule, let text = key.defaultText else { continue }
      var faults = Faults(in: SourceText(name: "default", bytes: Array(text.utf8)))
      #expect(rule.admits(JSONReading(text).root, reporting: &faults) && faults.isEmpty, "\(key.name): \(text)")
    }
  }
}
