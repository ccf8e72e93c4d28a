import ActivationFigures
import JSON
import PNG
import Plans

/// The values in a configuration file. Every key but `activations` may be missing, and then its value is nil.
///
/// Each value keeps its place in the file, so that faults that are found later can be reported there.
struct ConfigurationFile: SettingsHolder {
  var settings = SettingsConfiguration()
  /// The names of font families and paths of font files, each with its place.
  var fonts: Located<[Located<String>]>?
  var output: Located<OutputConfiguration>?
  var variants: Located<VariantsConfiguration>?
  var figures: Located<Set<FigureKind>>?
  var comparison: Located<ComparisonConfiguration>?
  var activations: Located<[ActivationConfiguration]>?

  /// The keys at the top of the file.
  static let keys: [ConfigurationKey<Self>] =
    [
      ConfigurationKey(
        "$schema", StringRule(bytes: 0...Limits.addressBytes), into: { _, _ in },
        meaning: "Address of the JSON Schema of this file, for editors; ignored."),
      ConfigurationKey(
        internal: "rules", DrawingRulesRule(),
        meaning: "Number of the drawing rules, in the recipe that a figure carries."),
    ] + SettingsConfiguration.keys(for: .function, .depth) + [
      ConfigurationKey(
        "fonts", FontListRule(), default: { [] }, into: { $0.fonts = $1 },
        meaning: "Font families, or paths of font files, asked in turn for a glyph; DejaVu Sans comes last."),
      ConfigurationKey(
        "output", ObjectRule(keys: OutputConfiguration.keys, empty: OutputConfiguration()), into: { $0.output = $1 },
        meaning: "Where the files go and how they are named."),
      ConfigurationKey(
        "variants", ObjectRule(keys: VariantsConfiguration.keys, empty: VariantsConfiguration()),
        into: { $0.variants = $1 },
        meaning: "Lists of scales, themes and arrangements; each figure is drawn in every combination."),
      ConfigurationKey(
        "figures", FigureChoiceRule(), default: { .string(FigureChoice.each.rawValue) }, into: { $0.figures = $1 },
        meaning:
          "A figure of each function, one comparison of all, both, a family of each sweep, a figure of depth of each "
          + "function, one of all, or a list of these."),
      ConfigurationKey(
        "comparison", ObjectRule(keys: ComparisonConfiguration.keys, empty: ComparisonConfiguration()),
        into: { $0.comparison = $1 }, meaning: "What is special about the comparison."),
      ConfigurationKey(
        "activations", ActivationListRule(), into: { $0.activations = $1 },
        meaning:
          "The figures: each the name of a function, or an object that names one or holds a formula, and what is special about it."
      ),
    ]

  /// Reads the value of a whole file; nil if it is no object.
  init?(reading root: JSONNode, reporting faults: inout Faults) {
    guard !root.isFaulty,
      let file = ObjectRule(keys: Self.keys, empty: Self()).read(root, reporting: &faults)
    else { return nil }
    if let members = root.members, !members.contains(where: { $0.key == "activations" }) {
      let expectation = ActivationListRule().expectation
      faults.report(at: root.span.lowerBound, "found no \"activations\", expected \(expectation)")
    }
    self = file
  }

  private init() {}
}

/// The values of the object `output`: where the files are written and how they are named.
struct OutputConfiguration: SettingRecord {
  var directory: Located<String>?
  var name: Located<Template>?
  /// The settings of figures that stand in this object.
  private(set) var changes: [SettingChange] = []

  mutating func add(_ change: SettingChange) { changes.append(change) }

  static let defaultDirectory = "Output"
  static let defaultName = Template("{name}.png")!

  static let keys: [ConfigurationKey<Self>] =
    [
      ConfigurationKey(
        "directory", StringRule(bytes: 1...Limits.directoryBytes), default: { .string(defaultDirectory) },
        into: { $0.directory = $1 },
        meaning: "Directory of the files, relative to the folder of the configuration."),
      ConfigurationKey(
        "name", FileNameTemplateRule(), default: { .string(defaultName.source) }, into: { $0.name = $1 },
        meaning: "File name of each figure; {name} stands for the figure's name."),
    ] + settingKeys

  /// The keys of this object that are settings of figures.
  static let settingKeys: [ConfigurationKey<Self>] = [
    ConfigurationKey(
      setting: "compression", EnumRule<Compression>(), get: { $0.compression }, set: { $0.compression = $1 },
      meaning: "How much time each file may take to become small; the pixels are the same in all.")
  ]
}

/// The values of the object `variants`: the styles, arrangements and scales in which each figure is drawn.
struct VariantsConfiguration: Sendable {
  var scale: Located<[Double]>?
  var theme: Located<[StyleName]>?
  var arrangement: Located<[PanelArrangement]>?

  static let keys: [ConfigurationKey<Self>] = [
    ConfigurationKey(
      "scale", DistinctArrayRule(of: NumberRule(bounds: Limits.scale), counts: Limits.variantValues),
      default: { [1] }, into: { $0.scale = $1 },
      meaning: "Factors of the dpi; the first has the plain file name, the others end in @2x."),
    ConfigurationKey(
      "theme", DistinctArrayRule(of: EnumRule<StyleName>(), counts: Limits.variantValues), into: { $0.theme = $1 },
      meaning: "Styles in place of the one that is named; the first has the plain file name, the others end in -dark."),
    ConfigurationKey(
      "arrangement", DistinctArrayRule(of: EnumRule<PanelArrangement>(), counts: Limits.variantValues),
      into: { $0.arrangement = $1 },
      meaning:
        "Arrangements of the panels in place of the one that is named; the first has the plain file name, the others end in -column."
    ),
  ]
}

/// The values of the object `comparison`: the settings of the figures of all functions.
struct ComparisonConfiguration: SettingsHolder {
  var name: Located<String>?
  var title: Located<String>?
  var depthTitle: Located<String>?
  var settings = SettingsConfiguration()

  static let defaultName = "comparison"
  static let defaultTitle = "Activation functions"
  static let defaultDepthTitle = "Signals and gradients in deep networks"

  static let keys: [ConfigurationKey<Self>] =
    [
      ConfigurationKey(
        "name", StringRule(bytes: 1...Limits.fileNameBytes, isFileName: true), default: { .string(defaultName) },
        into: { $0.name = $1 },
        meaning: "Name of the figure; that of the figure of depth has -depth added to it."),
      ConfigurationKey(
        "title", StringRule(bytes: 0...Limits.titleBytes, allowedControls: ["\n"]), default: { .string(defaultTitle) },
        into: { $0.title = $1 },
        meaning: "Title above the figure."),
      ConfigurationKey(
        "depthTitle", StringRule(bytes: 0...Limits.titleBytes, allowedControls: ["\n"]),
        default: { .string(defaultDepthTitle) }, into: { $0.depthTitle = $1 },
        meaning: "Title above the figure of depth."),
    ] + SettingsConfiguration.keys(for: .comparison, .depthComparison)

  /// The keys of settings that have a meaning for a figure of curves.
  static let settingKeys: [ConfigurationKey<Self>] = SettingsConfiguration.keys(for: .comparison)

  /// The keys of settings that have a meaning for a figure of depth.
  static let depthSettingKeys: [ConfigurationKey<Self>] = SettingsConfiguration.keys(for: .depthComparison)
}

/// The rule for the names of font families and paths of font files that are searched for a glyph, in this order.
struct FontListRule: ValueRule {
  private let text = StringRule(bytes: 1...Limits.directoryBytes)

  var expectation: String { "an array of at most \(Limits.fonts) names of font families or paths of font files" }
  var schema: JSONValue { ["type": "array", "items": text.schema, "maxItems": JSONValue(Limits.fonts)] }

  func read(_ json: JSONNode, reporting faults: inout Faults) -> [Located<String>]? {
    guard let elements = json.elements, elements.count <= Limits.fonts else {
      faults.report(json, expected: expectation)
      return nil
    }
    return elements.map { element in
      Located(
        value: element.isFaulty ? nil : text.read(element, reporting: &faults), offset: element.span.lowerBound)
    }
  }
}

/// The version of the rules by which figures are drawn.
package enum DrawingRules {
  /// The number of the rules. It is raised by one when, and only when, a change of the code changes the pixels of some
  /// figure. Every figure that was drawn by other rules is then drawn again.
  package static let number = 3
}

/// The rule for the number of the drawing rules in a recipe: these rules cannot redraw a figure of other rules.
struct DrawingRulesRule: ScalarRule {
  typealias Value = Int
  var expectation: String { "\(DrawingRules.number), the drawing rules of this actfig" }
  var schema: JSONValue { ["const": JSONValue(DrawingRules.number)] }
  func value(of json: JSONNode) -> Int? { json.wholeNumber == DrawingRules.number ? DrawingRules.number : nil }
  func json(of value: Int) -> JSONValue { JSONValue(value) }
}
