import Activations
import Configuration
import JSON
import Numerals
import Pipeline
import Plans

/// The settings that most figures of a gallery have in common.
struct CommonSettings {
  /// A setting that a page names.
  enum Setting: String, CaseIterable {
    case samples, seed, bins, range, step

    var name: String {
      switch self {
      case .samples: "Samples"
      case .seed: "Seed"
      case .bins: "Bins"
      case .range: "Curves"
      case .step: "Step"
      }
    }
  }

  private let values: [Setting: JSONValue]

  init(of figures: [FigureGallery.Figure]) {
    var values: [Setting: JSONValue] = [:]
    for setting in Setting.allCases {
      let found = figures.compactMap { $0.entry?[setting.rawValue] }
      // A value that more than half of the figures have is the one that remains when pairs of different values are removed.
      var (candidate, surplus) = (JSONValue.null, 0)
      for value in found {
        if surplus == 0 { candidate = value }
        surplus += value == candidate ? 1 : -1
      }
      if 2 * found.count(where: { $0 == candidate }) > found.count { values[setting] = candidate }
    }
    self.values = values
  }

  /// The settings with their values, which hold where a figure names no other; empty if there are none in common.
  var html: String {
    let items = Setting.allCases.compactMap { setting in
      values[setting].map { "<div><dt>\(setting.name)</dt><dd>\(Self.text(of: $0))</dd></div>\n" }
    }
    return items.isEmpty ? "" : "<dl>\n\(items.joined())</dl>\n"
  }

  /// The settings of a figure by which it differs from most: `Samples 500, bins auto`; nil if there are none.
  func others(of figure: FigureGallery.Figure) -> String? {
    let words = Setting.allCases.compactMap { setting -> String? in
      guard let value = figure.entry?[setting.rawValue], value != values[setting] else { return nil }
      return "\(setting.name.lowercased()) \(Self.text(of: value))"
    }
    let text = words.joined(separator: ", ")
    return text.isEmpty ? nil : text.prefix(1).uppercased() + text.dropFirst()
  }

  private static func text(of value: JSONValue) -> String {
    if case .array(let ends) = value { return ends.map(text).joined(separator: " to ") }
    return value.number.map { String(shortest: $0).withMinusSigns } ?? (value.string ?? value.line).escapedForHTML
  }
}

extension FigureGallery.Figure {
  /// The object of the recipe that holds the settings.
  fileprivate var entry: JSONValue? { recipe["comparison"] ?? functions.first }

  /// The functions of the recipe.
  fileprivate var functions: [JSONValue] {
    if case .array(let functions)? = recipe["activations"] { functions } else { [] }
  }
}

/// The text below a figure: the formula with its parameters, or the functions that are compared.
struct FigureCaption {
  /// The kind of the figure in one word; nil for a figure of one function.
  let kind: String?
  /// The text as elements `p`.
  let html: String

  /// The greatest number of functions or values that are listed.
  private static let limit = 24

  init(of figure: FigureGallery.Figure, besides settings: CommonSettings) {
    switch figure.kind {
    case .function: kind = nil
    case .comparison: kind = "Comparison"
    case .family: kind = "Family"
    case .depth: kind = "Depth"
    case .depthComparison: kind = "Comparison of depth"
    }
    let subject =
      figure.kind == .comparison || figure.kind == .depthComparison
      ? Self.listed(figure.functions.map { ($0["title"]?.string ?? "").escapedForHTML })
      : figure.functions.first.map(Self.formula)
    let depth = figure.kind.showsDepth ? figure.entry?["depth"].map(Self.network) : nil
    html = [subject, depth, settings.others(of: figure)].compactMap { $0 }.filter { !$0.isEmpty }
      .map { "<p>\($0)</p>" }.joined()
  }

  /// The formula of a function and the values of its parameters, or the number of points by which it is given.
  private static func formula(of entry: JSONValue) -> String {
    if case .array(let points)? = entry["table"]?["x"] {
      let rules = ["interpolation", "outside"].compactMap { key in
        entry[key]?.string.map { "\(key) \($0.escapedForHTML)" }
      }
      return (["Given by \(points.count) points"] + rules).joined(separator: "; ")
    }
    var names: [String] = []
    var formula: String?
    if let gate = entry["gate"]?.string {
      let form = Gate.named(gate)?.gate.form ?? .plain
      return "<code>\(form.formula.escapedForHTML)</code> with f = \(gate.escapedForHTML)"
    }
    if let expression = entry["expression"]?.string {
      formula = expression
      if case .object(let parameters)? = entry["parameters"] { names = parameters.map(\.key) }
    } else if let name = entry["function"]?.string {
      let function = Catalogue.entry(named: name)
      formula = function?.formula
      names = function?.parameters.map(\.name) ?? []
    }
    let values = names.compactMap { name -> String? in
      if case .array(let values)? = entry["sweep"]?[name] {
        return "\(name.escapedForHTML) = " + listed(values.compactMap { $0.number.map(text) })
      }
      let value = entry["parameters"]?[name] ?? entry[name]
      return value?.number.map { "\(name.escapedForHTML) = \(text(of: $0))" }
    }
    guard let formula else { return values.joined(separator: "; ") }
    return (["<code>f(x) = \(formula.escapedForHTML)</code>"] + values).joined(separator: "; ")
  }

  /// The layers, the initialization and the sampled networks of a figure of depth.
  private static func network(_ depth: JSONValue) -> String {
    var words: [String] = []
    if let layers = depth["layers"]?.wholeNumber { words.append(layers == 1 ? "1 layer" : "\(layers) layers") }
    if let name = depth["initialization"]?.string {
      words.append("initialization \(name.escapedForHTML)")
    } else if let deviations = depth["initialization"] {
      let (weights, biases) = (deviations["weights"]?.number, deviations["biases"]?.number)
      words.append("σ<sub>w</sub> = \(text(of: weights ?? 0)), σ<sub>b</sub> = \(text(of: biases ?? 0))")
    }
    if let networks = depth["networks"], let number = networks["number"]?.wholeNumber,
      let width = networks["width"]?.wholeNumber
    {
      words.append(
        "\(number) random \(number == 1 ? "network" : "networks") with layers of \(width) \(width == 1 ? "unit" : "units")"
      )
    }
    let text = words.joined(separator: ", ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private static func text(of value: Double) -> String {
    String(value, significantDigits: 6).withoutEmptyFraction.withMinusSigns
  }

  private static func listed(_ items: [String]) -> String {
    let rest = items.count - limit
    return items.prefix(limit).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}
