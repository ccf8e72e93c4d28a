import ActivationFigures
import Depth
import Plans
import Text

/// A description of a figure of depth for readers who cannot see it: what the figure shows, and what is seen.
///
/// > Tanh: three panels show the standard deviations of signal and gradient by layer, the map of correlations from layer to
/// > layer, and the distribution of the outputs of layers 1, 5 and 20, in infinitely wide random networks of 50 layers with
/// > critical initialization (σ_w = 1.5925, σ_b = 0). The standard deviation of the signal is 1 at the input and 0.62793 in
/// > every layer. On the way back from the last layer to the input, that of a gradient grows by the factor 59.846; in the last
/// > layer χ is 1.1778. By the map of the last layer, the correlation of two signals tends to 0, wherever between -1 and 1 it
/// > begins, so that signals become independent; the slope of the map at 1 is 1.1778. The outputs of layers 1, 5 and 20 have mean 0 and
/// > standard deviation 0.62793.
struct DepthText: CustomStringConvertible {
  let description: String
  /// What is said of the figure behind its title in a short text, from full to terse.
  let statements: [String]

  init(of figure: FigurePlan, showing functions: [ComparedDepth]) {
    let settings = figure.settings
    let panels = settings.panels
    let title = figure.titleOnOneLine
    let count = settings.panelCount
    let start = title.isEmpty ? count.capitalizedAtStart : "\(title): \(count)"
    let compared = functions.map { function in
      (name: figure.plain(function.title).onOneLine.abbreviated(toUnits: 40), study: function.study)
    }
    let depth = settings.depth
    let layers = depth.layers == 1 ? "1 layer" : "\(depth.layers) layers"
    let parts = panels.map { $0.depthPhrase(of: compared.map(\.study), in: depth) }
    let single = compared.count == 1 ? compared[0].study : nil
    let initialization = depth.initialization.phrase(of: compared.map(\.study))
    var sentences = [
      "\(start) \(panels.count == 1 ? "shows" : "show") \(parts.joined(with: parts.count > 2 ? ", and " : " and ")), in "
        + "infinitely wide random networks of \(layers) with \(initialization)."
    ]
    if let single {
      let words = DepthWords(of: single)
      sentences += panels.flatMap(words.sentences)
      statements = words.statements(about: panels, layers: layers)
    } else {
      let words = ComparedDepthWords(of: compared)
      sentences.append("The \(compared.count) functions are \(compared.map(\.name).joined(with: " and ")).")
      sentences += panels.flatMap(words.sentences)
      statements = words.statements(about: panels, layers: layers)
    }
    description = sentences.joined(separator: " ")
  }
}

extension ShortText {
  /// Describes a figure of depth.
  ///
  /// > Tanh: over 50 layers the signal stays at 0.628 and gradients grow 59.8-fold; correlations tend to 0.
  init(of figure: FigurePlan, in text: DepthText) {
    self.init(
      title: figure.titleOnOneLine, statements: text.statements, otherwise: "signals and gradients in deep networks")
  }
}

extension StudyPanel {
  /// What a panel of a figure of depth shows.
  fileprivate func depthPhrase(of studies: [DepthStudy], in depth: DepthSettings) -> String {
    switch self {
    case .signal: "the standard deviations of signal and gradient by layer"
    case .correlation: "the map of correlations from layer to layer"
    case .layers:
      if studies.count > 1 {
        "the distribution of the outputs of \(String(layers: Array(depth.shownLayers.filter { $0 <= depth.layers }.suffix(1))))"
      } else {
        "the distribution of the outputs of \(String(layers: studies.first?.outputs.flatMap(\.layers) ?? []))"
      }
    case .plane: "the edge of chaos in the plane of the standard deviations of weights and biases"
    case .input, .response, .output, .value, .derivative, .secondDerivative, .gradient: ""
    }
  }

  /// The quantities of a panel of a figure of depth, in a short text.
  var depthWord: String {
    switch self {
    case .signal: "signal and gradient"
    case .correlation: "correlation"
    case .layers: "outputs"
    case .plane: "edge of chaos"
    case .input, .response, .output, .value, .derivative, .secondDerivative, .gradient: ""
    }
  }
}

extension InitializationChoice {
  /// The initialization with its standard deviations: `He initialization (σ_w = 1.4142, σ_b = 0)`.
  fileprivate func phrase(of studies: [DepthStudy]) -> String {
    if case .named(.critical) = self, studies.count > 1 { return "critical initialization of each function" }
    let deviations = studies.first?.initialization.map {
      "σ_w = \(String(inWords: $0.weightVariance.squareRoot())), σ_b = \(String(inWords: $0.biasVariance.squareRoot()))"
    }
    let numbers = deviations.map { " (\($0))" } ?? ", which does not exist or is not known"
    return switch self {
    case .named(.torch): "PyTorch's initialization\(numbers)"
    case .named(.xavier): "Xavier initialization\(numbers)"
    case .named(.he): "He initialization\(numbers)"
    case .named(.lecun): "LeCun initialization\(numbers)"
    case .named(.critical): "critical initialization\(numbers)"
    case .deviations: deviations ?? "an initialization"
    }
  }
}

extension String {
  /// The names of some layers: `layer 1`, `layers 1, 5 and 20`, or `no layer`.
  init(layers: [Int]) {
    let numbers = layers.map(String.init).joined(with: " and ")
    self = layers.isEmpty ? "no layer" : layers.count == 1 ? "layer \(numbers)" : "layers \(numbers)"
  }
}
