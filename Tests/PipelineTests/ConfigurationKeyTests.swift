import Activations
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans

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
      ConfigurationFile.keys.map(\.name) == [
        "$schema", "rules", "seed", "samples", "bins", "range", "step", "figure", "style", "marks", "panels", "limits",
        "counts", "depth", "fonts", "output", "variants", "figures", "comparison", "activations",
      ])
    check(ConfigurationFile.keys)
    check(SettingsConfiguration.sizeKeys)
    check(SettingsConfiguration.markKeys)
    for kind in FigureKind.allCases { check(SettingsConfiguration.limitKeys(for: [kind])) }
    check(DepthConfiguration.keys)
    check(DepthConfiguration.networkKeys)
    check(StyleConfiguration.keys)
    check(OutputConfiguration.keys)
    check(VariantsConfiguration.keys)
    check(ComparisonConfiguration.keys)
    check(ActivationConfiguration.keys + [ActivationConfiguration.sweep(over: [])])
    check(EvenSpacing.keys)
    let defaults = ActivationConfiguration.settingKeys.compactMap { key in
      key.defaultValue.map { "\"\(key.name)\": \($0.line), " }
    }
    #expect(defaults.count == 6)
    let plan = try plan("{" + defaults.joined() + "\"activations\": [\"relu\"]}")
    #expect(plan.figures[0].settings == FigureSettings())
  }

  private func check<Record>(_ keys: [ConfigurationKey<Record>]) {
    for key in keys {
      #expect(key.meaning.hasSuffix(".") && !key.meaning.contains("\n"), "\(key.name)")
      guard let rule = key.rule, let text = key.defaultValue?.line else { continue }
      var faults = Faults(in: SourceText(name: "default", bytes: Array(text.utf8)))
      #expect(rule.admits(JSONReading(text).root, reporting: &faults) && faults.isEmpty, "\(key.name): \(text)")
    }
  }

  @Test("Every key changes the plan, so that no key can be declared and ignored.")
  func effects() {
    let functions = (key: "activations", value: #"["relu", "tanh"]"#)
    expectEffects(of: ConfigurationFile.keys.filter { $0.name != "$schema" }) { key, value in
      Self.object([("figures", Self.figures), functions], setting: key, to: value)
    }
    expectEffects(of: OutputConfiguration.keys, within: "output")
    expectEffects(of: VariantsConfiguration.keys, within: "variants")
    expectEffects(of: SettingsConfiguration.sizeKeys, within: "figure")
    expectEffects(of: SettingsConfiguration.markKeys, within: "marks")
    expectEffects(of: SettingsConfiguration.limitKeys(for: [.function, .depth]), within: "limits")
    expectEffects(of: DepthConfiguration.keys, within: "depth")
    expectEffects(of: StyleConfiguration.keys, within: "style")
    expectEffects(of: ComparisonConfiguration.keys) { key, value in
      let comparison = Self.object([], setting: key, to: value)
      return Self.object([("figures", Self.figures), functions], setting: "comparison", to: comparison)
    }
    let sweep = ActivationConfiguration.sweep(over: [])
    expectEffects(of: ActivationConfiguration.keys + [sweep]) { key, value in
      let isFormula = ["expression", "parameters"].contains(key)
      let formula = [("name", #""f""#), ("expression", #""a * x""#), ("parameters", #"{"a": 2}"#)]
      let isOfTable = ["table", "interpolation", "outside"].contains(key)
      let table = [("name", #""f""#), ("table", #"{"x": [0, 1], "value": [0, 1]}"#)]
      let function = [("function", #""swish""#)]
      return Self.entry(
        Self.object(isFormula ? formula : isOfTable ? table : function, setting: key, to: value))
    }
    for entry in Catalogue.entries {
      expectEffects(of: ParameterKeys.declared(by: entry)) { key, value in
        Self.entry(Self.object([("function", "\"\(entry.name)\"")], setting: key, to: value))
      }
    }
    expectEffects(of: ActivationConfiguration.numbers) { key, value in
      Self.entry(
        #"{"function": "relu", "sweep": \#(Self.object([("samples", "[5]")], setting: key, to: "[\(value)]"))}"#)
    }
    expectEffects(of: EvenSpacing.keys) { key, value in
      let spacing = Self.object([("from", "1"), ("to", "9"), ("count", "3")], setting: key, to: value)
      return Self.entry(#"{"function": "relu", "sweep": {"step": \#(spacing)}}"#)
    }
  }

  private func expectEffects<Record>(of keys: [ConfigurationKey<Record>], within object: String) {
    expectEffects(of: keys) { key, value in
      Self.object(
        [("figures", Self.figures), (object, Self.object([], setting: key, to: value))], setting: "activations",
        to: #"["relu"]"#)
    }
  }

  /// Expects of every key that some value which its rule allows changes the plan.
  ///
  /// - Parameter text: Makes a configuration in which a key has a value.
  private func expectEffects<Record>(
    of keys: [ConfigurationKey<Record>], in text: (_ key: String, _ value: String) -> String
  ) {
    for key in keys {
      guard let rule = key.rule else { continue }
      var plans: Set<String> = []
      for value in Self.values(for: rule) {
        var faults = Faults(in: SourceText(name: "value", bytes: Array(value.utf8)))
        guard rule.admits(JSONReading(value).root, reporting: &faults),
          let plan = try? plan(text(key.name, value))
        else { continue }
        plans.insert(
          "\(plan.outputDirectory) \(plan.fonts.map(\.name)) \(plan.figures.map { $0.fileName + $0.recipe })")
      }
      #expect(plans.count > 1, "\(key.name)")
    }
  }

  /// Values of every kind, of which at least two satisfy any rule.
  private static func values(for rule: any ValueRule) -> [String] {
    guard case .array(let words)? = rule.schema["enum"] else { return values }
    return words.map(\.line)
  }

  private static let values = [
    "3", "7", "0.3", "0.7", "-0.3", "-0.7", "true", "false", "[-1, 2]", "[-2, 1]", ##""#123456""##, ##""#654321""##,
    ##"["#123456"]"##, ##"["#654321"]"##, "[[1, 2]]", "[[2, 1]]", #""one""#, #""two""#, #""1-{name}.png""#,
    #""2-{name}.png""#, "[2]", "[3]", #"["light"]"#, #"["dark"]"#, "[]", #"["DejaVu Sans"]"#, #"["gelu", "mish"]"#,
    #"["mish"]"#, #""relu""#, #""tanh""#, #""light""#, #""dark""#, #""2 * a * x""#, #""3 * a * x""#, #"{"a": 3}"#,
    #"{"a": 4}"#, #"{"samples": [3]}"#, #"{"samples": [4]}"#, #"{"dpi": 20}"#, #"{"dpi": 30}"#, #"{"caption": true}"#,
    #"{"caption": false}"#, #"{"directory": "one"}"#, #"{"directory": "two"}"#, #"{"scale": [2]}"#,
    #"{"scale": [3]}"#, #"{"name": "one"}"#, #"{"name": "two"}"#, #"["value"]"#, #"["value", "derivative"]"#, "[0, 2]",
    "[0, 3]", "[1, 2]", "[1, 3]", #"["row"]"#, #"["column"]"#, #"{"x": [-1, 1]}"#, #"{"value": [-1, 1]}"#,
    #"{"x": [0, 1], "value": [0, 2]}"#, #"{"x": [0, 1], "value": [0, 3]}"#,
    #"{"layers": 3}"#, #"{"layers": 4}"#, #""he""#, #""torch""#, #"{"width": 3}"#, #"{"width": 4}"#,
    #""both""#, #""comparison""#, ##"["#123456", "#654321"]"##, ##"["#654321", "#123456"]"##,
  ]

  private static let figures = #"["each", "comparison", "depth", "depth-comparison"]"#

  private static func entry(_ text: String) -> String { #"{"figures": \#(figures), "activations": [\#(text)]}"# }

  private static func object(_ members: [(key: String, value: String)], setting key: String, to value: String) -> String
  {
    let all = members.filter { $0.key != key } + [(key, value)]
    return "{" + all.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ") + "}"
  }

  private func plan(_ text: String) throws(ConfigurationError) -> RenderPlan {
    try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }
}
