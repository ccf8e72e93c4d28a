import ActivationFigures
import JSON
import Plans
import Text

// The settings that choose what a figure shows: its panels, their arrangement and the ranges of their axes.

extension SettingsConfiguration {
  /// The greatest number of panels in a figure.
  private static let panelCounts = 1...12

  /// The keys at the top of the settings that choose what a figure shows.
  ///
  /// - Parameter kinds: The kinds of figures, which decide on possible panels and axes.
  static func presentationKeys<Record: SettingRecord>(
    for kinds: [FigureKind], of _: Record.Type = Record.self
  ) -> [ConfigurationKey<Record>] {
    [
      ConfigurationKey(
        setting: "panels", DistinctArrayRule(of: PanelRule(kinds: kinds), counts: panelCounts),
        get: { $0.panels }, set: { $0.presentation.panels = $1 }, isRecorded: { $0.presentation.panels != nil },
        hasDefault: false, meaning: "The panels in their order."),
      ConfigurationKey(
        settings: "limits", ObjectRule(keys: limitKeys(for: kinds), empty: []),
        meaning: "Ranges of the axes, each fixed or shared by all figures."),
      ConfigurationKey(
        setting: "counts", EnumRule<CountScale>(), get: { $0.presentation.counts },
        set: { $0.presentation.counts = $1 }, isRecorded: { $0.presentation.counts != .auto },
        meaning: "How the heights of a histogram's bars are spread over its axis."),
    ]
  }

  /// The keys of the object `figure` that choose how panels stand.
  static let arrangementKeys: [ConfigurationKey<[SettingChange]>] = [
    ConfigurationKey(
      setting: "arrangement", EnumRule<PanelArrangement>(), get: { $0.presentation.arrangement },
      set: { $0.presentation.arrangement = $1 }, isRecorded: { $0.presentation.arrangement != .row },
      meaning: "How the panels stand on the paper."),
    ConfigurationKey(
      setting: "aspect", EnumRule<PanelAspect>(), get: { $0.presentation.aspect },
      set: { $0.presentation.aspect = $1 }, isRecorded: { $0.presentation.aspect != .auto },
      meaning: "Whether one unit of x is as long as one of y in panels of curves."),
  ]

  /// The keys of the object `limits`, one for each axis that a figure of one of these kinds can have.
  static func limitKeys(for kinds: [FigureKind]) -> [ConfigurationKey<[SettingChange]>] {
    kinds.axes.map { axis in
      ConfigurationKey(
        setting: axis.rawValue, AxisLimitsRule(axis: axis), get: { $0.presentation.limits[axis] },
        set: { $0.presentation.limits[axis] = $1 }, isRecorded: { $0.presentation.limits[axis] != nil },
        meaning: axis.meaning)
    }
  }
}

extension SettingChange {
  /// Whether the size of the paper may follow from the setting.
  var isOfPaper: Bool { key.hasPrefix("figure") || key == "panels" }
}

extension FigureKind {
  /// The value of a setting that recipes of this kind of figure leave out while it is the default, by its path such as
  /// `figure.arrangement`; nil for a setting that is never left out.
  package func omittedValue(ofSetting path: String) -> JSONValue? {
    if path == "panels" { return .array(usualPanels.map { .string($0.rawValue) }) }
    let keys: [(String, [ConfigurationKey<[SettingChange]>])] = [
      ("", SettingsConfiguration.presentationKeys(for: [self])), ("figure.", SettingsConfiguration.arrangementKeys),
      ("limits.", SettingsConfiguration.limitKeys(for: [self])), ("depth.", showsDepth ? DepthConfiguration.keys : []),
    ]
    for (object, keys) in keys {
      if let key = keys.first(where: { object + $0.name == path }) { return key.defaultValue }
    }
    return nil
  }
}

extension StudyAxis {
  /// What is measured along the axis.
  fileprivate var meaning: String {
    switch self {
    case .x: "Range of the arguments along curves."
    case .input: "Range of the samples along the histogram of the input."
    case .value: "Range beside the curve of the function, with its derivative or alone."
    case .derivative: "Range beside the curve of the first derivative alone."
    case .secondDerivative: "Range beside the curve of the second derivative."
    case .output: "Range of the function's values along the histogram of the output."
    case .gradient: "Range of the derivatives along their histogram."
    case .layer: "Range of the layers below the standard deviations of signal and gradient."
    case .deviation: "Range of the standard deviations of signal and gradient."
    case .correlation: "Range of the correlations before and behind a layer."
    case .layerOutput: "Range of the outputs of a layer below their densities."
    case .density: "Range of the densities of the outputs of layers."
    case .weights: "Range of the standard deviations of the weights."
    case .biases: "Range of the standard deviations of the biases."
    case .counts: "Range of the numbers of samples in a bin, from 0 unless they are on a logarithmic axis."
    }
  }
}

/// The rule for the word of a panel that a figure of one of several kinds can show.
struct PanelRule: ScalarRule {
  typealias Value = StudyPanel
  let kinds: [FigureKind]

  private var words: [String] { kinds.panels.map(\.rawValue) }

  var expectation: String {
    let list = "one of " + words.map { "\"\($0)\"" }.joined(separator: ", ")
    return kinds.contains(.function) || kinds.contains(.depth) ? list : list + ", which show several functions"
  }
  var schema: JSONValue { ["enum": .array(words.map(JSONValue.string))] }
  func value(of json: JSONNode) -> StudyPanel? {
    json.string.flatMap { StudyPanel(rawValue: $0) }.flatMap { kinds.panels.contains($0) ? $0 : nil }
  }
  func read(_ json: JSONNode, reporting faults: inout Faults) -> StudyPanel? {
    if let value = value(of: json) { return value }
    let isOther = json.string.flatMap { StudyPanel(rawValue: $0) } != nil
    let nearest = faults.isFull || isOther ? nil : json.string?.nearest(among: words)
    faults.report(json, expected: nearest.map { "\"\($0)\"" } ?? expectation)
    return nil
  }
  func json(of value: StudyPanel) -> JSONValue { .string(value.rawValue) }
}

/// The rule for the range of an axis: an interval, or a word for a range that follows from data.
struct AxisLimitsRule: ScalarRule {
  /// The range; nil if it follows from the data of the figure alone.
  typealias Value = StudyAxisLimits?
  private let interval: IntervalRule

  init(axis: StudyAxis) {
    interval = IntervalRule(bounds: axis.bounds)
  }

  private static let (shared, own) = ("shared", "auto")

  var expectation: String { "\(interval.expectation), or \"\(Self.shared)\" or \"\(Self.own)\"" }
  var schema: JSONValue { ["anyOf": [interval.schema, ["enum": [.string(Self.shared), .string(Self.own)]]]] }
  func value(of json: JSONNode) -> StudyAxisLimits?? {
    switch json.string {
    case Self.shared: .some(.shared)
    case Self.own: .some(nil)
    default: interval.value(of: json).map { .fixed($0) }
    }
  }
  func json(of value: StudyAxisLimits?) -> JSONValue {
    switch value {
    case nil: .string(Self.own)
    case .shared: .string(Self.shared)
    case .fixed(let range): interval.json(of: range)
    }
  }
}
