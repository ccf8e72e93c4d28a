import ActivationFigures
import Activations
import Certificates
import Configuration
import Plans
import Statistics
import Text

/// A description of a figure for readers who cannot see it: sentences about its panels and about the numbers that they
/// show, and one more if it has marks.
///
/// The same numbers make the same text, whatever the locale of the machine. The text of ReLU, for instance, is:
///
/// > ReLU: three panels show 10000 samples of the standard normal distribution as a histogram, the function and its
/// > derivative from -5 to 5, and a histogram of what the function makes of the samples. The function is 0 up to 0, and then
/// > rises in a straight line to 5 at 5. Its derivative is 0 below 0 and 1 above 0. The outputs lie between 0 and 4.1015 with
/// > mean 0.39319 and standard deviation 0.58712 (for an exactly normal input 0.398942 and 0.583819), and 50.8 % of them are
/// > 0. The function is continuous with a kink at 0; its derivative is exactly zero for 50.8 % of the samples and smaller
/// > than 0.1 in magnitude for 50.8 %, and on average the square of a signal is multiplied by 0.5 and that of a gradient by
/// > 0.5.
struct AlternativeText: CustomStringConvertible {
  private let title: String
  private let settings: FigureSettings
  private let study: ActivationStudy
  private let shape: ShapeText?
  private let facts: CertifiedFacts?
  private let isKnownAtPointsOnly: Bool

  private var output: Distribution { study.output }
  private var diagnostics: ActivationDiagnostics { study.diagnostics }

  /// - Parameters:
  ///   - shape: The course of the curve; nil for a figure without curves.
  ///   - facts: What is proved of the function; nil if that is not to be told.
  init(of figure: FigurePlan, study: ActivationStudy, shape: ShapeText?, facts: CertifiedFacts?) {
    title = figure.titleOnOneLine
    settings = figure.settings
    self.study = study
    (self.shape, self.facts) = (shape, facts)
    isKnownAtPointsOnly =
      if case .function(let function) = figure.subject { function.table?.isKnownAtPointsOnly ?? false } else { false }
  }

  var description: String {
    let showsCurves = settings.panels.contains { !$0.showsSamples }
    let showsSamples = settings.panels.contains { $0.showsSamples }
    let showsValues = settings.panels.contains { $0 == .response || $0 == .value }
    var sentences = [panels]
    if showsValues {
      let course = shape?.sentences(about: "The function") ?? []
      sentences += shape?.isComplete == true ? course : course + values
    }
    if settings.panels.contains(where: { $0 == .response || $0 == .derivative }) {
      sentences += [shape?.derivative(about: showsValues ? "Its derivative" : "The derivative")].compactMap(\.self)
    }
    if settings.panels.contains(.output) { sentences.append(outputs) }
    if settings.panels.contains(.gradient) { sentences += gradients }
    if showsSamples {
      sentences.append(slopes)
    } else if showsCurves {
      sentences.append("The function \(smoothness).")
    }
    return (sentences + DrawnMarks(of: settings, study: study, facts: facts).sentences).joined(separator: " ")
  }

  private var panels: String {
    let count = output.sampleCount
    let samples = "\(count) \(count == 1 ? "sample" : "samples") of the standard normal distribution"
    let ends = " " + settings.curveEnds()
    var isFirstCurve = true
    var areSamplesNamed = false
    var isFunctionNamed = false
    let parts = settings.panels.map { panel in
      defer {
        if panel.showsSamples { areSamplesNamed = true } else { isFirstCurve = false }
        if panel != .input { isFunctionNamed = true }
      }
      let range = isFirstCurve ? ends : ""
      let named = areSamplesNamed ? "the samples" : samples
      return switch panel {
      case .input: areSamplesNamed ? "the samples as a histogram" : samples + " as a histogram"
      case .response: "the function and its derivative" + range
      case .output: "a histogram of what the function makes of \(named)"
      case .value: "the function" + range
      case .derivative: (isFunctionNamed ? "its derivative" : "the derivative of the function") + range
      case .secondDerivative:
        (isFunctionNamed ? "its second derivative" : "the second derivative of the function") + range
      case .gradient:
        (isFunctionNamed ? "a histogram of its derivative" : "a histogram of the function's derivative")
          + " at \(named)"
      case .signal: "the standard deviations of signal and gradient by layer"
      case .correlation: "the correlation behind a layer over that before it"
      case .layers: "the densities of the outputs of layers"
      case .plane: "the plane of the standard deviations of weights and biases"
      }
    }
    let verb = parts.count == 1 ? "shows" : "show"
    let start = title.isEmpty ? settings.panelCount.capitalizedAtStart : "\(title): \(settings.panelCount)"
    return "\(start) \(verb) \(parts.joined(with: parts.count > 2 ? ", and " : " and "))."
  }

  /// A sentence about the values along the curve, if any is finite.
  private var values: [String] {
    let finite = study.response.value.lazy.filter(\.isFinite)
    guard let least = finite.min(), let greatest = finite.max() else { return [] }
    let ends = (text(least), text(greatest))
    return [
      ends.0 == ends.1
        ? "Its value at the drawn points is \(ends.0)."
        : "Its values at the drawn points lie between \(ends.0) and \(ends.1)."
    ]
  }

  /// A sentence about the histogram of the derivative.
  private var gradients: [String] {
    guard let gradient = study.gradient else { return [] }
    let (mean, deviation) = (gradient.distribution.mean, gradient.distribution.standardDeviation)
    let sentence =
      "The derivatives have mean \(text(mean))"
      + (deviation.isFinite ? " and standard deviation \(text(deviation))" : "") + masses(gradient.pointMasses)
    return [sentence + excluded(gradient.distribution) + "."]
  }

  /// A part of a sentence about values that many samples share.
  private func masses(_ masses: [PointMass]) -> String {
    let masses = masses.prefix(3)
    return masses.enumerated().map { place, mass in
      (place == 0 ? ", and " : place + 1 == masses.count ? " and " : ", ")
        + "\(Share(mass.share))\(place == 0 ? " of them are" : " are") \(text(Double(mass.value)))"
    }.joined()
  }

  /// A part of a sentence about numbers that a histogram cannot show.
  private func excluded(_ distribution: Distribution) -> String {
    let excluded = distribution.excludedCount
    return excluded == 0 ? "" : "; \(excluded) not finite \(excluded == 1 ? "is" : "are") left out"
  }

  /// A sentence about the outputs.
  var outputs: String {
    let (mean, deviation) = (output.mean, output.standardDeviation)
    var sentence = "The outputs"
    if let range = diagnostics.sampled.range {
      sentence += " lie between \(text(Double(range.lowerBound))) and \(text(Double(range.upperBound)))"
    }
    sentence += " with mean \(text(mean))" + (deviation.isFinite ? " and standard deviation \(text(deviation))" : "")
    sentence += " (for an exactly normal input \(exactMoments))"
    return sentence + masses(diagnostics.sampled.pointMasses) + excluded(output) + "."
  }

  /// `0.398942 and 0.583819`, or what is known of them.
  private var exactMoments: String {
    let (mean, deviation) = (diagnostics.exact.mean, diagnostics.exact.standardDeviation)
    switch (mean.value, deviation.value) {
    case (let mean?, let deviation?): return "\(text(mean, digits: 6)) and \(text(deviation, digits: 6))"
    case (let mean?, nil): return "\(text(mean, digits: 6)), and the standard deviation \(deviation.absence)"
    case (nil, let deviation?): return "the mean \(mean.absence), and \(text(deviation, digits: 6))"
    case (nil, nil):
      if mean == deviation { return mean == .doesNotExist ? "neither exists" : "neither is to be had" }
      return "the mean \(mean.absence), and the standard deviation \(deviation.absence)"
    }
  }

  /// The rest of a sentence that begins with "The function".
  private var smoothness: String {
    isKnownAtPointsOnly
      ? "is given by points, between which nothing is known of it" : Smoothness(diagnostics.breakpoints).predicate
  }

  private var slopes: String {
    let sampled = diagnostics.sampled
    var sentence = "The function \(smoothness); its derivative is exactly zero for "
    let samples = output.excludedCount > 0 ? "samples with a finite output" : "samples"
    sentence +=
      "\(Share(sampled.deadShare)) of the \(samples) and smaller than 0.1 in magnitude for \(Share(sampled.nearlySaturatedShare))"
    switch (diagnostics.exact.signalGain.value, diagnostics.exact.gradientGain.value) {
    case (let signal?, let gradient?):
      sentence += ", and on average the square of a signal is multiplied by \(text(signal)) and that of a gradient by "
      sentence += text(gradient)
    case (let signal?, nil): sentence += ", and on average the square of a signal is multiplied by \(text(signal))"
    case (nil, let gradient?):
      sentence += ", and on average the square of a gradient is multiplied by \(text(gradient))"
    case (nil, nil): break
    }
    return sentence + "."
  }

  private func text(_ value: Double, digits: Int = 5) -> String { String(inWords: value, digits: digits) }
}
