import ActivationFigures
import Activations
import Depth

/// Sentences about several functions in deep random networks.
struct ComparedDepthWords {
  private typealias Function = (name: String, study: DepthStudy)
  private typealias Value = (name: String, number: Double)

  private let functions: [(name: String, study: DepthStudy)]

  init(of functions: [(name: String, study: DepthStudy)]) { self.functions = functions }

  private var settings: DepthSettings { functions.first?.study.settings ?? DepthSettings() }

  /// The sentences about a panel.
  func sentences(about panel: StudyPanel) -> [String] {
    switch panel {
    case .signal: [signals, gradients]
    case .correlation: [correlations]
    case .layers: [outputs].compactMap(\.self)
    case .plane: [edges]
    case .input, .response, .output, .value, .derivative, .secondDerivative, .gradient: []
    }
  }

  private func text(_ value: Double, digits: Int = 5) -> String { String(inWords: value, digits: digits) }

  /// The greatest number of names in a list; of more, only some are named.
  private static let mostNames = 6

  private func list(_ names: [String]) -> String {
    names.count <= Self.mostNames
      ? names.joined(with: " and ")
      : names.prefix(Self.mostNames - 1).joined(separator: ", ") + " and \(names.count - Self.mostNames + 1) others"
  }

  /// Where some numbers lie: `is 1 for each`, or `lies between 0.2 (Sigmoid) and 1 (SELU)`; nil without any.
  private func range(of values: [Value], verb: (one: String, many: String) = ("is", "lies")) -> String? {
    guard let least = values.min(by: { $0.number < $1.number }),
      let greatest = values.max(by: { $0.number < $1.number })
    else { return nil }
    if values.count == 1 { return "\(verb.one) \(text(least.number)) for \(least.name)" }
    if text(least.number) == text(greatest.number) { return "\(verb.one) \(text(least.number)) for each" }
    return "\(verb.many) between \(text(least.number)) (\(least.name)) and \(text(greatest.number)) (\(greatest.name))"
  }

  /// A sentence about the functions that have no value.
  private func missing(_ names: [String]) -> String {
    names.isEmpty ? "" : "; it is not known or does not exist for \(list(names))"
  }

  // MARK: - Signal and gradient

  private var signals: String {
    let values = functions.map { (name: $0.name, number: $0.study.signal.last ?? .nan) }
    let subject = "In layer \(settings.layers) the standard deviation of the signal"
    guard let range = range(of: values.filter(\.number.isFinite)) else {
      return "\(subject) is not known, or does not exist."
    }
    return "\(subject) \(range)\(missing(values.filter { !$0.number.isFinite }.map(\.name)))."
  }

  private var gradients: String {
    var (growing, keeping, shrinking, failing): ([Value], [Value], [Value], [Value]) = ([], [], [], [])
    for function in functions {
      let factor = function.study.gradient.first ?? .nan
      let value = (function.name, factor)
      if !factor.isFinite {
        failing.append(value)
      } else if (factor - 1).magnitude <= 1e-6 {
        keeping.append(value)
      } else if factor > 1 {
        growing.append(value)
      } else {
        shrinking.append(value)
      }
    }
    var parts: [String] = []
    if let most = growing.max(by: { $0.number < $1.number }) {
      parts.append(
        "has grown for \(list(growing.map(\.name)))\(growing.count > 1 ? ", most for \(most.name)," : "") by the factor "
          + text(most.number))
    }
    if let most = shrinking.min(by: { $0.number < $1.number }) {
      parts.append(
        "has fallen for \(list(shrinking.map(\.name)))\(shrinking.count > 1 ? ", most for \(most.name)," : "") to "
          + "\(text(most.number)) of what it was")
    }
    if !keeping.isEmpty { parts.append("is what it was for \(list(keeping.map(\.name)))") }
    if !failing.isEmpty { parts.append("is not known or does not exist for \(list(failing.map(\.name)))") }
    return "At the input, the standard deviation of a gradient \(parts.joined(separator: "; it "))."
  }

  // MARK: - Correlations

  private var correlations: String {
    var (alike, independent, between, unchanged, unknown): ([String], [String], [Value], [String], [String]) = (
      [], [], [], [], []
    )
    for (name, study) in functions {
      guard let map = study.correlation else {
        unknown.append(name)
        continue
      }
      guard let fixed = map.fixedPoints.first(where: \.attracts) else {
        unchanged.append(name)
        continue
      }
      switch fixed.correlation {
      case 1: alike.append(name)
      case 0: independent.append(name)
      default: between.append((name, fixed.correlation))
      }
    }
    var parts: [String] = []
    if !alike.isEmpty { parts.append("tends to 1 for \(list(alike)), so that signals become alike") }
    if !independent.isEmpty { parts.append("tends to 0 for \(list(independent)), so that signals become independent") }
    if let least = between.min(by: { $0.number < $1.number }), let most = between.max(by: { $0.number < $1.number }) {
      parts.append(
        text(least.number) == text(most.number)
          ? "tends to \(text(least.number)) for \(list(between.map(\.name)))"
          : "tends to numbers from \(text(least.number)) (\(least.name)) to \(text(most.number)) (\(most.name)) for "
            + list(between.map(\.name)))
    }
    if !unchanged.isEmpty { parts.append("stays as it is for \(list(unchanged))") }
    if !unknown.isEmpty { parts.append("is not known for \(list(unknown))") }
    return "By the maps of the last layer, the correlation of two signals \(parts.joined(separator: "; it "))."
  }

  // MARK: - Outputs and edges

  private var outputs: String? {
    guard let layer = settings.shownLayers.last(where: { $0 <= settings.layers }) else { return nil }
    let moments = functions.compactMap { function -> (name: String, moments: LayerMoments)? in
      guard let layers = function.study.propagation?.layers, layer <= layers.count else { return nil }
      return (function.name, layers[layer - 1])
    }
    func values(_ moment: (LayerMoments) -> ExactMoment) -> [Value] {
      moments.compactMap { item in moment(item.moments).value.map { (item.name, $0) } }.filter(\.number.isFinite)
    }
    let parts = [
      range(of: values(\.mean)).map { "the mean \($0)" },
      range(of: values(\.standardDeviation)).map { "the standard deviation \($0)" },
    ].compactMap(\.self)
    return parts.isEmpty
      ? "No distribution of outputs is known." : "Of the outputs of layer \(layer), \(parts.joined(with: ", and "))."
  }

  private var edges: String {
    let places = functions.compactMap { function -> Value? in
      function.study.edge?.onlyPlace.map { (function.name, $0) }
    }
    let curves = functions.filter { $0.study.edge != nil && $0.study.edge?.onlyPlace == nil }.map(\.name)
    let unknown = functions.filter { $0.study.edge == nil }.map(\.name)
    var parts: [String] = []
    if !curves.isEmpty { parts.append("is a curve for \(list(curves))") }
    if let range = range(of: places) {
      parts.append("is a single place with σ_b = 0 for \(list(places.map(\.name))), where σ_w \(range)")
    }
    if !unknown.isEmpty { parts.append("is not known for \(list(unknown))") }
    return "The edge of chaos, at which gradients keep their variance, \(parts.joined(separator: "; it "))."
  }

  // MARK: - Short text

  /// What a short text says of the panels, from full to terse.
  func statements(about panels: [StudyPanel], layers: String) -> [String] {
    let words = panels.map(\.depthWord).joined(with: " and ")
    let names = functions.map(\.name)
    let factors = functions.map { (name: $0.name, number: $0.study.gradient.first ?? .nan) }.filter(\.number.isFinite)
    var seen: String?
    if panels.contains(.signal), let least = factors.min(by: { $0.number < $1.number }),
      let most = factors.max(by: { $0.number < $1.number }), factors.count > 1
    {
      seen =
        "gradients times \(text(least.number, digits: 3)) (\(least.name)) to \(text(most.number, digits: 3)) (\(most.name))"
    }
    let lists = [names.joined(with: " and "), "\(names.count) functions"]
    var statements: [String] = []
    for list in lists {
      if let seen { statements.append("\(words) of \(list) over \(layers); \(seen)") }
      if let seen { statements.append("\(list) over \(layers); \(seen)") }
      statements.append("\(words) of \(list) over \(layers)")
    }
    return statements + ["\(names.count) functions over \(layers)"]
  }
}
