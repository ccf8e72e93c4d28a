import ActivationFigures
import Activations
import Certificates
import Configuration
import Plans
import Plotting
import Scales
import Statistics

/// Sentences about the annotations of a figure, and about what the given ranges of its axes cut off.
struct DrawnMarks {
  private let settings: FigureSettings
  private let study: ActivationStudy
  /// What is proved of the function; nil if that is not to be told.
  private let facts: CertifiedFacts?
  /// The histograms of the figure by what they show.
  private let histograms: [(word: StudyPanel, panel: HistogramPanel)]

  init(of settings: FigureSettings, study: ActivationStudy, facts: CertifiedFacts?) {
    (self.settings, self.study, self.facts) = (settings, study, facts)
    histograms = settings.panels.filter { $0.showsSamples && ($0 != .gradient || study.gradient != nil) }.map {
      ($0, HistogramPanel($0, of: study, as: settings.presentation, marks: settings.marks))
    }
  }

  var sentences: [String] { cutBars + cutAxes + annotations }

  // MARK: - What is cut off

  /// A sentence for each histogram whose bars are higher than the given range of counts.
  private var cutBars: [String] {
    histograms.compactMap { word, panel in
      guard let limits = panel.countLimits, panel.overlongBarCount > 0 else { return nil }
      let count = panel.overlongBarCount
      return
        "In the histogram of the \(word.samplesName), \(count) \(count == 1 ? "bar is" : "bars are") cut off where the "
        + "axis ends, at \(String(inWords: limits.upperBound))."
    }
  }

  /// A sentence for each panel whose given ranges do not hold all that there is to show.
  private var cutAxes: [String] {
    settings.panels.compactMap { word in
      let axis = word.showsSamples ? word.horizontalAxis : word.verticalAxis
      guard let limits = settings.presentation.limits[axis]?.range, let extent = extent(of: word),
        extent.lowerBound < limits.lowerBound || limits.upperBound < extent.upperBound
      else { return nil }
      let name = word.showsSamples ? "The histogram of the \(word.samplesName)" : "The panel of \(word.curveName)"
      return "\(name) shows only what lies between \(String(inWords: limits.lowerBound)) and "
        + "\(String(inWords: limits.upperBound))."
    }
  }

  /// The range of what a panel would show if its axis were not given; nil if that is nothing.
  private func extent(of word: StudyPanel) -> ClosedRange<Double>? {
    func extent(of numbers: [Double]) -> ClosedRange<Double>? {
      let finite = numbers.lazy.filter(\.isFinite)
      guard let least = finite.min(), let greatest = finite.max() else { return nil }
      return least...greatest
    }
    func extent(of distribution: Distribution?) -> ClosedRange<Double>? {
      guard let edges = distribution?.histogram.edges, let first = edges.first, let last = edges.last else {
        return nil
      }
      return Double(first)...Double(last)
    }
    switch word {
    case .input: return extent(of: study.input)
    case .output: return extent(of: study.output)
    case .gradient: return extent(of: study.gradient?.distribution)
    case .value: return extent(of: study.response.value)
    case .derivative: return extent(of: study.response.derivative)
    case .response: return extent(of: study.response.value + study.response.derivative)
    case .secondDerivative: return extent(of: study.secondDerivative?.secondDerivative ?? [])
    case .signal, .correlation, .layers, .plane: return nil
    }
  }

  // MARK: - Annotations

  /// A sentence about the annotations that the figure shows, if it shows any.
  private var annotations: [String] {
    var parts: [String] = []
    let panels = settings.panels
    if settings.marks.density, panels.contains(.input) {
      let place = histograms.first?.word == .input ? "first histogram" : "histogram of the samples"
      parts.append("a thin line over the \(place) is the normal density")
    }
    if settings.marks.breaks, panels.contains(where: { !$0.showsSamples }),
      study.diagnostics.breakpoints?.isEmpty == false
    {
      parts.append("the curves bend and break exactly where the function does")
    }
    if settings.marks.bounds, let bounds = facts.map(ProvedBounds.init),
      panels.contains(where: { !bounds.lines(in: $0).isEmpty })
    {
      parts.append("dashed lines in the colours of the curves are at the bounds that are proved for all x")
    }
    if settings.marks.pointMasses, hasPointMasses {
      let isOffScale = histograms.contains { $0.panel.hasStemsOffScale }
      parts.append(
        "dots on stems stand for single values that many samples take, with their share"
          + (isOffScale ? ", and stand above the bars where they are off scale" : ""))
    }
    if let owner = owner(of: .squareRoot) {
      parts.append("the bars\(owner) are as high as the square roots of their numbers")
    }
    if let owner = owner(of: .logarithmic) { parts.append("the numbers\(owner) are on a logarithmic scale") }
    return parts.isEmpty ? [] : ["In the picture " + parts.joined(separator: "; ") + "."]
  }

  /// Whose histograms have a scale: ` of outputs`, or ` of samples` for all; nil for none.
  private func owner(of scale: ScaleType) -> String? {
    let scaled = histograms.filter { $0.panel.scale == scale }
    guard !scaled.isEmpty else { return nil }
    return scaled.count == histograms.count
      ? " of samples" : " of \(scaled.map(\.word.samplesName).joined(with: " and "))"
  }

  /// Whether a histogram of the figure holds a value that many samples take.
  private var hasPointMasses: Bool {
    settings.panels.contains(.output) && !study.diagnostics.sampled.pointMasses.isEmpty
      || settings.panels.contains(.gradient) && study.gradient?.pointMasses.isEmpty == false
  }
}

extension StudyPanel {
  /// The quantity that a histogram counts.
  fileprivate var samplesName: String {
    switch self {
    case .input: "samples"
    case .gradient: "derivatives"
    default: "outputs"
    }
  }

  /// What a panel of curves shows.
  fileprivate var curveName: String {
    switch self {
    case .response: "the function and its derivative"
    case .derivative: "the derivative"
    case .secondDerivative: "the second derivative"
    default: "the function"
    }
  }
}
