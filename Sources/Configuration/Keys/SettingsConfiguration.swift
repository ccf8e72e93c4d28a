import ActivationFigures
import Drawing
import JSON
import Plans
import Plotting

/// The settings of figures in one place of the configuration: at the top of the file for all figures, or in an entry for
/// one.
struct SettingsConfiguration: Sendable {
  /// The settings of samples, grid and size, in the order of the file.
  var changes: [SettingChange] = []
  var style: Located<StyleConfiguration>?
  var marks: Located<[SettingChange]>?

  /// The keys of all settings that have a meaning for a figure of one of these kinds, for a record that holds them. Only
  /// figures of one function show samples, and figures of depth show no curve over a grid.
  static func keys<Holder: SettingsHolder>(
    for kinds: FigureKind..., of _: Holder.Type = Holder.self
  ) -> [ConfigurationKey<Holder>] {
    let all: [ConfigurationKey<Holder>] =
      [
        ConfigurationKey(
          setting: "seed", IntegerRule(bounds: Limits.seed), get: { Int($0.seed) }, set: { $0.seed = UInt64($1) },
          meaning: "Chooses the samples; two figures with the same seed and number of samples show the same ones."),
        ConfigurationKey(
          setting: "samples", IntegerRule(bounds: Limits.samples), get: { $0.samples }, set: { $0.samples = $1 },
          meaning: "Values drawn from the standard normal distribution."),
        ConfigurationKey(
          setting: "bins", BinNumberRule(), get: { $0.bins }, set: { $0.bins = $1 },
          meaning:
            "Bars of each histogram: their number, or the rule of numpy.histogram by which it follows from the values."),
        ConfigurationKey(
          setting: "range", IntervalRule(bounds: Limits.rangeEnd), get: { $0.range }, set: { $0.range = $1 },
          meaning: "Where the response is drawn, from the first number up to, not including, the second."),
        ConfigurationKey(
          setting: "step", NumberRule(bounds: Limits.step), get: { $0.step }, set: { $0.step = $1 },
          meaning: "Distance of neighbouring points of the response."),
        ConfigurationKey(
          settings: "figure", ObjectRule(keys: sizeKeys, empty: []), meaning: "Size and resolution of the picture."),
        ConfigurationKey(
          "style", StyleRule(), recorded: { $0.recordedStyle }, into: { $0.settings.style = $1 },
          meaning: "Sizes and colours: a style by its name, or an object with its name as base and what is changed."),
        ConfigurationKey(
          "marks", ObjectRule(keys: markKeys, empty: []), recorded: { $0.recordedMarks },
          into: { $0.settings.marks = $1 },
          meaning:
            "Annotations beside the histograms and the curves: none in the style matplotlib, all but bounds in the others."
        ),
      ] + presentationKeys(for: kinds) + [
        ConfigurationKey(
          settings: "depth", ObjectRule(keys: DepthConfiguration.keys, empty: []),
          meaning: "The deep random networks that figures of depth show.")
      ]
    let omitted: [String] =
      (kinds.contains(.function) ? [] : ["seed", "samples", "bins", "counts"])
      + (kinds.contains(where: { !$0.showsDepth }) ? [] : ["range", "step"])
      + (kinds.contains(where: \.showsDepth) ? [] : ["depth"])
    return omitted.isEmpty ? all : all.filter { !omitted.contains($0.name) }
  }

  /// The keys of the object `figure`.
  static let sizeKeys: [ConfigurationKey<[SettingChange]>] =
    [
      ConfigurationKey(
        setting: "width", NumberRule(bounds: Limits.inches), get: { $0.width }, set: { $0.width = $1 },
        hasDefault: false,
        meaning:
          "Width in inches, by default 15 for panels in a row, 7.5 for each column of others, and 4.5 for a column in style matplotlib."
      ),
      ConfigurationKey(
        setting: "height", NumberRule(bounds: Limits.inches), get: { $0.height }, set: { $0.height = $1 },
        hasDefault: false,
        meaning: "Height in inches, by default 5 for each row of panels, and 3 in a column in style matplotlib."),
      ConfigurationKey(
        setting: "dpi", NumberRule(bounds: Limits.dpi), get: { $0.dpi }, set: { $0.dpi = $1 },
        meaning: "Resolution in pixels per inch."),
    ] + arrangementKeys

  /// The keys of the object `marks`, each of which the style has on or off otherwise.
  static let markKeys: [ConfigurationKey<[SettingChange]>] = [
    mark("breaks", \.breaks, "Jumps and kinks where they are, as gaps between dots and as corners."),
    mark(
      "pointMasses", \.pointMasses,
      "Values that many samples take, as dots on stems with their share, and a scale at which tall bars hide no others."
    ),
    mark("density", \.density, "A thin normal density over the histogram of the input."),
    mark("exactMoments", \.exactMoments, "The exact mean and standard deviation beside the sample's."),
    mark("axisLabels", \.axisLabels, "A label on each axis that says what it measures."),
    mark("guides", \.guides, "Thin lines at x = 0, at y = 0 and where the function tends to."),
    mark(
      "bounds", \.bounds,
      "Thin dashed lines at the least and the greatest value, and at the greatest slope, as far as they are proved for all x."
    ),
    mark("caption", \.caption, "A line below the panels that explains the marks."),
  ]

  private static func mark(
    _ name: String, _ path: WritableKeyPath<StudyMarks, Bool> & Sendable, _ meaning: String
  ) -> ConfigurationKey<[SettingChange]> {
    ConfigurationKey(
      setting: name, BoolRule(), get: { $0.marks[keyPath: path] }, set: { $0.marks[keyPath: path] = $1 },
      hasDefault: false, meaning: meaning)
  }
}

/// A record that holds settings of figures beside values of its own.
protocol SettingsHolder: SettingRecord {
  var settings: SettingsConfiguration { get set }
}

extension SettingsHolder {
  mutating func add(_ change: SettingChange) { settings.changes.append(change) }
}

// MARK: - Style

/// A style in the configuration: a named one, and the properties that are changed in it.
struct StyleConfiguration: SettingRecord {
  var base: Located<StyleName>?
  private(set) var changes: [SettingChange] = []

  mutating func add(_ change: SettingChange) { changes.append(change) }

  static let keys: [ConfigurationKey<Self>] =
    [
      ConfigurationKey(
        "base", EnumRule<StyleName>(), default: { .string(StyleName.matplotlib.rawValue) }, into: { $0.base = $1 },
        meaning: "The style that is changed.")
    ] + propertyKeys
}

/// The rule for a style: its name, or an object with a `base` and the properties that are changed in it.
struct StyleRule: ValueRule {
  private let name = EnumRule<StyleName>()
  private let object = ObjectRule(keys: StyleConfiguration.keys, empty: StyleConfiguration())

  var expectation: String { name.expectation + ", or an object with \"base\" and what is changed" }
  var schema: JSONValue { .reference(to: "style") }
  /// The definition of the schema to which every key of a style refers.
  var definition: JSONValue { ["anyOf": [name.schema, object.schema]] }

  func read(_ json: JSONNode, reporting faults: inout Faults) -> StyleConfiguration? {
    if json.members != nil { return object.read(json, reporting: &faults) }
    guard json.string != nil else {
      faults.report(json, expected: expectation)
      return nil
    }
    return name.read(json, reporting: &faults).map {
      StyleConfiguration(base: Located(value: $0, offset: json.span.lowerBound))
    }
  }
}

extension FigureSettings {
  /// The style in a recipe: its name, and the properties that differ from the named style. Nil for the default.
  var recordedStyle: JSONValue? {
    if style == .matplotlib, styleName == .matplotlib { return nil }
    let name = JSONValue.string(styleName.rawValue)
    if style == styleName.style { return name }
    var unchanged = self
    unchanged.style = styleName.style(on: style.paper)
    // The paper itself is a change, the colours that follow from it are not.
    unchanged.style.paper = styleName.style.paper
    let properties = StyleConfiguration.propertyKeys
    let changed = zip(
      properties.members(recording: self), properties.members(recording: unchanged)
    ).filter { $0 != $1 }.map(\.0)
    return ["base": name] + .object(changed)
  }

  /// The marks in a recipe, each of them. Nil for the marks of the style.
  var recordedMarks: JSONValue? {
    marks == styleName.marks ? nil : .object(SettingsConfiguration.markKeys.members(recording: self))
  }
}
