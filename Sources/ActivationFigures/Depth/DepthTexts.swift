import Depth
import Numerals
import Plotting
import PortableMath

/// The titles, axis labels and captions of the panels of a figure of depth.
struct DepthTexts {
  private let depth: DepthPanels

  init(of depth: DepthPanels) { self.depth = depth }

  /// The symbols of the standard deviations of weights and biases, as the style sets them.
  private var symbols: (weights: String, biases: String) {
    depth.style.mathematics ? ("$σ_w$", "$σ_b$") : ("σ_w", "σ_b")
  }

  /// The name of the initialization.
  private var initializationName: String {
    switch depth.settings.initialization {
    case .named(.torch): "PyTorch's initialization"
    case .named(.xavier): "Xavier initialization"
    case .named(.he): "He initialization"
    case .named(.lecun): "LeCun initialization"
    case .named(.critical): "Critical initialization"
    case .deviations: "Initialization"
    }
  }

  /// The standard deviations of an initialization.
  private func deviations(of initialization: Initialization) -> String {
    let (weights, biases) = symbols
    return "\(weights) = \(Self.number(initialization.weightDeviation)), "
      + "\(biases) = \(Self.number(initialization.biasDeviation))"
  }

  // MARK: - Titles

  /// The title of a panel, of one or two lines.
  func title(of word: StudyPanel) -> String {
    let isExplained = depth.marks.axisLabels
    switch word {
    case .signal: return signalTitle
    case .correlation:
      guard let study = depth.single else { return "Correlation map" }
      guard let map = study.correlation else { return "Correlation map\nnot known" }
      guard isExplained else { return "Correlation map" }
      let attracting = map.fixedPoints.first { $0.attracts }
      return "Correlation map at q = \(Self.number(map.variance))\n"
        + (attracting.map { "tends to c = \(Self.number($0.correlation))" } ?? "correlations stay as they are")
    case .layers:
      guard let study = depth.single else {
        let layer = depth.settings.shownLayers.last { $0 <= depth.settings.layers }
        return layer.map { "Output of layer \($0)" } ?? "Output"
      }
      return study.outputs.count == 1
        ? "Output of \(Self.layers(study.outputs[0].layers))" : "Outputs of layers"
    case .plane:
      return isExplained ? "Edge of chaos\nleft: ordered, right: chaotic" : "Edge of chaos"
    default: return ""
    }
  }

  private var signalTitle: String {
    let layers = "layers: \(depth.settings.layers)"
    guard depth.marks.axisLabels else { return "Signal and gradient\n(\(layers))" }
    guard let study = depth.single else {
      var name = initializationName
      if case .deviations = depth.settings.initialization, let first = depth.functions.first?.study.initialization {
        name += "\n\(deviations(of: first))"
      }
      return name
    }
    guard let initialization = study.initialization else { return "\(initializationName)\ndoes not exist" }
    var lines = [initializationName, deviations(of: initialization)]
    if depth.marks.exactMoments, let chi = study.chi {
      var line = "χ = \(Self.number(chi, digits: 4))"
      if let scale = study.depthScale {
        line += ", ξ = \(scale.isInfinite ? "∞" : Self.number(scale))"
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }

  // MARK: - Axes

  /// The labels of both axes.
  func axisLabels(of word: StudyPanel) -> (x: String, y: String) {
    guard depth.marks.axisLabels else {
      // As below the histograms of the figure of one function, numbers stand below the axis.
      guard word == .signal, let initialization = depth.single?.initialization else { return ("", "") }
      let (weights, biases) = symbols
      return (
        "\(weights): \(Self.number(initialization.weightDeviation))\n\(biases): \(Self.number(initialization.biasDeviation))",
        ""
      )
    }
    switch word {
    case .signal: return ("layer", "standard deviation")
    case .correlation: return ("correlation c", "C(c) one layer later")
    case .layers: return ("output", "density")
    case .plane: return ("weights \(symbols.weights)", "biases \(symbols.biases)")
    default: return ("", "")
    }
  }

  // MARK: - Caption

  /// Returns a text that explains what occurs in panels.
  func caption(of panels: [Panel]) -> String {
    var sentences: [String] = []
    func ends(_ word: StudyPanel) -> [EndPoint] {
      zip(depth.words, panels).filter { $0.0 == word }.flatMap { $0.1.marks }.flatMap { mark -> [EndPoint] in
        if case .curve(let curve) = mark { curve.endPoints } else { [] }
      }
    }
    if let networks = depth.settings.networks, depth.single?.networks.isEmpty == false, depth.words.contains(.signal) {
      sentences.append("Thin: networks of width \(networks.width).")
    }
    if depth.single == nil, depth.words.contains(.signal) { sentences.append("Thick: signal. Thin: gradient.") }
    let fixed = ends(.correlation)
    if fixed.contains(where: \.isTaken) { sentences.append("Full dot: stable correlation.") }
    if fixed.contains(where: { !$0.isTaken }) { sentences.append("Open dot: unstable.") }
    if depth.words.contains(.layers), DensityPanel(of: depth).hasPeaksBeyond {
      sentences.append("Densities that leave the top are higher there.")
    }
    if depth.words.contains(.layers), DensityPanel(of: depth).hasOutputsBeyond {
      sentences.append("Some outputs lie beyond the axis.")
    }
    if depth.words.contains(.plane) {
      if ends(.plane).contains(where: \.isTaken) { sentences.append("Dot in the plane: the initialization.") }
      let edges = depth.functions.compactMap(\.study.edge)
      if edges.contains(where: { $0.onlyPlace != nil }) {
        sentences.append("Beyond the dashed line no variance is fixed.")
      }
      if edges.contains(where: { $0.pieces.joined().contains { !$0.isStable } }) {
        sentences.append("Thin edge: the variance is not stable.")
      }
    }
    return sentences.joined(separator: " ")
  }

  // MARK: - Numbers

  /// A number of a few digits, without the point and zero of a whole number. Up to a million, all digits before the point are
  /// printed.
  static func number(_ value: Double, digits: Int = 3) -> String {
    let isWhole = (100..<1e6).contains(value.magnitude) && value.magnitude >= Double.pow(10, Double(digits - 1))
    let text = isWhole ? String(value, decimals: 0) : String(value, significantDigits: digits)
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text).withMinusSigns
  }

  /// The names of some layers: `layer 1`, or `layers 1, 5 and 20`.
  static func layers(_ layers: [Int]) -> String {
    let numbers = layers.map(String.init)
    guard numbers.count > 1, let last = numbers.last else { return "layer \(numbers.first ?? "")" }
    return "layers \(numbers.dropLast().joined(separator: ", ")) and \(last)"
  }

  /// A value above the share of the outputs that take it, or above the range of the shares.
  static func atom(_ value: Double, shares: [Double]) -> String {
    let least = String(100 * (shares.min() ?? 0), decimals: 1)
    let greatest = String(100 * (shares.max() ?? 0), decimals: 1)
    let share = least == greatest ? least : "\(least)–\(greatest)"
    return "\(number(value))\n\(share) %"
  }
}
