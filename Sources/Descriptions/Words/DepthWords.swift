import ActivationFigures
import Activations
import Depth

/// Sentences about one function in deep random networks.
struct DepthWords {
  let study: DepthStudy
  private let signal: DepthCourse
  /// The course from the last layer back to the input.
  private let gradient: DepthCourse

  init(of study: DepthStudy) {
    self.study = study
    signal = DepthCourse(of: Array(study.signal.dropFirst()))
    gradient = DepthCourse(of: study.gradient.reversed())
  }

  var count: Int { study.settings.layers }

  /// The sentences about a panel.
  func sentences(about panel: StudyPanel) -> [String] {
    switch panel {
    case .signal: signals + gradients + networks
    case .correlation: [correlations]
    case .layers: outputs
    case .plane: edge
    case .input, .response, .output, .value, .derivative, .secondDerivative, .gradient: []
    }
  }

  func text(_ value: Double, digits: Int = 5) -> String { String(inWords: value, digits: digits) }

  // MARK: - Signal and gradient

  private var signals: [String] {
    let values = signal.values
    let subject = "The standard deviation of the signal"
    guard let first = values.first, let last = values.last else {
      return ["\(subject) is 1 at the input; from layer 1 on it \(absence(fromLayer: 1))."]
    }
    var sentence = "\(subject) is 1 at the input and "
    switch signal.kind {
    case .constant(let value):
      let place = values.count == 1 ? "layer 1" : signal.isCutOff ? "layers 1 to \(values.count)" : "every layer"
      sentence += "\(text(value) == "1" ? "" : text(value) + " ")in \(place)"
    case .rising, .falling:
      let verb = if case .rising = signal.kind { "rises" } else { "falls" }
      sentence += "\(verb) from \(text(first)) in layer 1 "
      if let place = signal.vanishing {
        sentence += "to 0 in layer \(place + 1)"
      } else if let place = signal.settling {
        sentence += "to \(text(last)), of which it is within a thousandth from layer \(place + 1) on"
      } else {
        sentence += "to \(text(last)) in layer \(values.count)"
      }
    case .other:
      let ends = [values.indices.min { values[$0] < values[$1] }, values.indices.max { values[$0] < values[$1] }]
      let places = ends.compactMap { place in place.map { "\(text(values[$0])) (layer \($0 + 1))" } }
      sentence +=
        "lies between \(places.joined(with: " and ")), and is \(text(last)) in layer \(values.count)"
    }
    let end = values.count + 1
    return [sentence + (signal.isCutOff ? "; from layer \(end) on it \(absence(fromLayer: end))." : ".")]
  }

  /// Why the standard deviation of the signal has no value from a layer on: `does not exist`.
  private func absence(fromLayer layer: Int) -> String {
    guard let propagation = study.propagation else { return "is not to be had" }
    let layers = propagation.layers
    if layer <= layers.count { return layers[layer - 1].standardDeviation.absence }
    let square = layers.last.map(\.meanSquare.value) ?? 1
    let variance = square.map {
      propagation.initialization.weightVariance * $0 + propagation.initialization.biasVariance
    }
    guard let variance, variance.isFinite else { return "is not finite" }
    let moment = LayerMoments(of: study.function, variance: variance).meanSquare
    return moment.value == nil ? moment.absence : "is not finite"
  }

  private var gradients: [String] {
    let values = gradient.values
    guard values.count > 1, let last = values.last else {
      return ["That of a gradient is not known, or does not exist."]
    }
    // The last number is that of the input, or of the outputs of the last layer that has one.
    let end = count + 1 - values.count
    let goal = end == 0 ? "the input" : "the outputs of layer \(end)"
    var sentence = "On the way back from the last layer to \(goal), that of a gradient "
    switch gradient.kind {
    case .constant: sentence += "stays the same"
    case .rising: sentence += "grows by the factor \(text(last))"
    case .falling:
      if let place = gradient.vanishing {
        sentence +=
          "falls to 0, which it is at \(place == count ? "the input" : "the outputs of layer \(count - place)")"
      } else {
        sentence += "falls to \(text(last)) of what it was"
      }
    case .other:
      sentence +=
        "lies between \(text(values.min() ?? 0)) and \(text(values.max() ?? 0)) times what it was, and is at last "
      sentence += "\(text(last)) times that"
    }
    if gradient.isCutOff { sentence += ", before which it is not known or does not exist" }
    if let chi = study.chi, let variance = study.variance {
      sentence += "; where the pre-activations have the variance \(text(variance)), χ is \(text(chi))"
    }
    return [sentence + "."]
  }

  private var networks: [String] {
    guard let width = study.settings.networks?.width, !study.networks.isEmpty else { return [] }
    let number = study.networks.count
    var parts: [String] = []
    for (subject, values) in [
      ("the standard deviation of the signal in the last layer", study.networks.compactMap(\.signal.last)),
      ("that of the gradient at the input", study.networks.compactMap(\.gradient.first)),
    ] {
      let finite = values.filter(\.isFinite)
      guard let least = finite.min(), let greatest = finite.max() else {
        parts.append("\(subject) is not finite")
        continue
      }
      parts.append(
        "\(subject) "
          + (text(least) == text(greatest)
            ? "is \(text(least))" : "lies between \(text(least)) and \(text(greatest))")
          + (finite.count < values.count ? " where it is finite" : ""))
    }
    let units = width == 1 ? "1 unit" : "\(width) units"
    return [
      "Thin lines are \(number == 1 ? "a random network" : "\(number) random networks") with layers of \(units): "
        + "\(parts.joined(with: ", and "))."
    ]
  }

  // MARK: - Correlations

  private var correlations: String {
    guard let map = study.correlation else { return "The map of correlations is not known." }
    guard let fixed = map.fixedPoints.first(where: \.attracts) else {
      return "By the map of the last layer, the correlation of two signals stays as it is."
    }
    let goal = text(fixed.correlation)
    let meaning =
      switch goal {
      case "1": fixed.correlation == 1 ? "signals become alike" : "signals become nearly alike"
      case "0": "signals become independent"
      default: "signals become neither alike nor independent"
      }
    let slope =
      map.fixedPoints.last.map { $0.slope.isFinite ? "is \(text($0.slope))" : "is infinite" } ?? "is not known"
    return
      "By the map of the last layer, the correlation of two signals tends to \(goal), wherever between -1 and 1 it begins, "
      + "so that \(meaning); the slope of the map at 1 \(slope)."
  }

  // MARK: - Short text

  /// What a short text says of the panels, from full to terse.
  func statements(about panels: [StudyPanel], layers: String) -> [String] {
    let fixed = panels.contains(.correlation) ? study.correlation?.fixedPoints.first(where: \.attracts) : nil
    let correlation = fixed.map { "correlations tend to \(text($0.correlation, digits: 3))" }
    let words = panels.map(\.depthWord).joined(with: " and ") + " over \(layers)"
    guard panels.contains(.signal), let signal = signal.phrase, let gradient = gradient.gradientPhrase else {
      return (correlation.map { ["\(words); \($0)"] } ?? []) + [words]
    }
    let course = "over \(layers) the signal \(signal) and gradients \(gradient)"
    return (correlation.map { ["\(course); \($0)"] } ?? []) + [course, words]
  }
}

extension DepthCourse {
  /// What the signal does, for a short text; nil if it has no value.
  fileprivate var phrase: String? {
    guard let last = values.last, !isCutOff else { return values.isEmpty ? nil : "fails in layer \(values.count + 1)" }
    let number = String(inWords: last, digits: 3)
    return switch kind {
    case .constant: "stays at \(number)"
    case .rising: "rises to \(number)"
    case .falling: "falls to \(number)"
    case .other: "comes to \(number)"
    }
  }

  /// What a gradient does on its way back, for a short text; nil if it has no value.
  var gradientPhrase: String? {
    guard let last = values.last, values.count > 1, !isCutOff else { return "fail" }
    let number = String(inWords: last, digits: 3)
    return switch kind {
    case .constant: "keep their size"
    case _ where last > 1: "grow \(number)-fold"
    default: last == 0 ? "vanish" : "shrink to \(number)"
    }
  }
}
