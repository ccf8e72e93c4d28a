import ActivationFigures
import Depth
import Plans

/// A description of a figure of depth for readers who cannot see it: what the figure shows.
///
/// > Mish: three panels show standard deviations of signal and gradient, correlations and densities of outputs in random
/// > networks of 50 layers with the initialization critical.
struct DepthText: CustomStringConvertible {
  let description: String
  /// The description without title and without the sentences after the first.
  let subject: String

  init(of figure: FigurePlan, showing functions: [ComparedDepth]) {
    let settings = figure.settings
    let title = figure.titleOnOneLine
    let count = settings.panelCount
    let start = title.isEmpty ? count.capitalizedAtStart : "\(title): \(count)"
    let names = functions.map { figure.plain($0.title).onOneLine }
    let owners = names.count == 1 ? "" : " of \(names.count) functions"
    let layers = settings.depth.layers == 1 ? "1 layer" : "\(settings.depth.layers) layers"
    let networks = "in random networks of \(layers)"
    subject = settings.panels.map(\.quantity).joined(with: " and ") + owners + " " + networks
    let verb = settings.panels.count == 1 ? "shows" : "show"
    let list = names.count == 1 ? "" : " They are \(names.joined(with: " and "))."
    description = "\(start) \(verb) \(subject).\(list)"
  }
}

extension ShortText {
  /// Describes a figure of depth.
  init(of figure: FigurePlan, in text: DepthText) {
    self.init(
      title: figure.titleOnOneLine, statements: [text.subject],
      otherwise: "signals and gradients in deep networks")
  }
}
