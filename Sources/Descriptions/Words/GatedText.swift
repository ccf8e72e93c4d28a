import ActivationFigures
import Activations
import Configuration
import Numerals
import Plans
import Statistics

/// The descriptions of a gated pair for readers who cannot see its figure.
///
/// > SwiGLU: three panels show 10000 samples a of the standard normal distribution as a histogram, the product f(a) · b over a
/// > from -5 to 4.9 for b = 1, -1, 0.5 and 2, and a histogram of the product for the samples a and as many independent samples
/// > b. The function f is SiLU. …
struct GatedText: CustomStringConvertible {
  private let figure: FigurePlan
  private let study: ActivationStudy
  private let gate: GateForm
  private let shape: ShapeText?

  init(of figure: FigurePlan, study: ActivationStudy, gate: GateForm, shape: ShapeText?) {
    (self.figure, self.study, self.gate, self.shape) = (figure, study, gate, shape)
  }

  /// The long text.
  var description: String {
    var sentences = [panels, "The function f is \(name)."]
    sentences += shape?.sentences(about: "It") ?? []
    if figure.settings.panels.contains(.output) {
      sentences.append(AlternativeText(of: figure, study: study, shape: nil, facts: nil).outputs)
      if figure.settings.marks.density {
        sentences.append("A thin line over the outputs is the number that a bin has on average, computed exactly.")
      }
    }
    return (sentences + DrawnMarks(of: figure.settings, study: study, facts: nil).sentences).joined(separator: " ")
  }

  /// The short text.
  var short: String {
    let moments =
      "outputs of mean \(String(inWords: study.output.mean, digits: 3)), deviation "
      + String(inWords: study.output.standardDeviation, digits: 3)
    let statements = [
      "\(gate.formula) of normal a and b with f = \(name); \(moments)", "\(gate.formula) with f = \(name); \(moments)",
      "\(gate.formula) of normal a and b; \(moments)", "\(gate.formula) of normal a and b",
    ]
    return ShortText(title: figure.titleOnOneLine, statements: statements, otherwise: "a gated pair").description
  }

  /// The function of the catalogue by its title, or the formula.
  private var name: String { study.function.catalogueTitle ?? study.function.entry.formula }

  private var panels: String {
    let settings = figure.settings
    let count = study.output.sampleCount
    let numbers = gate.shownNumbers.map { String(shortest: $0) }.joined(with: " and ")
    let samples = "\(count) \(count == 1 ? "sample" : "samples")"
    var isNamed = false
    let parts = settings.panels.map { panel in
      defer { if panel != .input { isNamed = true } }
      let product = isNamed ? "the product" : "the product \(gate.formula)"
      return switch panel {
      case .input: "\(samples) a of the standard normal distribution as a histogram"
      case .output:
        "a histogram of \(product) for \(settings.panels.contains(.input) ? "these" : samples) a and as "
          + "many independent normal numbers b"
      default: "\(product) over a \(settings.curveEnds()) for b = \(numbers)"
      }
    }
    let title = figure.titleOnOneLine
    let start = title.isEmpty ? settings.panelCount.capitalizedAtStart : "\(title): \(settings.panelCount)"
    let list = parts.joined(with: parts.count > 2 ? ", and " : " and ")
    return "\(start) \(parts.count == 1 ? "shows" : "show") \(list)."
  }
}
