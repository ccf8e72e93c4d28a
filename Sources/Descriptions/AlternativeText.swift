import ActivationFigures
import Activations
import Configuration
import Numerals
import Text

/// A description of a figure for readers who cannot see it: sentences about its panels and about the numbers that they
/// show, and one more if it has marks.
///
/// The same numbers make the same text, whatever the locale of the machine. The text of ReLU, for instance, is:
///
/// > ReLU: three panels show 10000 samples of the standard normal distribution as a histogram, the function and its
/// > derivative from -5 to 5, and a histogram of what the function makes of the samples. The outputs lie between 0.0 and
/// > 4.1015 with mean 0.39319 and standard deviation 0.58712 (for an exactly normal input 0.398942 and 0.583819), and
/// > 50.8 % of them are 0.0. The function is continuous with a kink at 0; its derivative is exactly zero for 50.8 % of the
/// > samples and smaller than 0.1 in magnitude for 50.8 %, and on average the square of a signal is multiplied by 0.5
/// > and that of a gradient by 0.5.
package struct AlternativeText: CustomStringConvertible {
  private let title: String
  private let settings: FigureSettings
  private let study: ActivationStudy

  private var output: Distribution { study.output }
  private var diagnostics: ActivationDiagnostics { study.diagnostics }
  private var shown: StudyMarks { settings.marks }

  package init(of figure: FigurePlan, study: ActivationStudy) {
    title = figure.plain(figure.title).split(whereSeparator: \.isNewline).joined(separator: " ").printable
    settings = figure.settings
    self.study = study
  }

  package var description: String {
    let showsCurves = settings.panels.contains { !$0.showsSamples }
    let showsSamples = settings.panels.contains { $0.showsSamples }
    var sentences = [panels]
    if settings.panels.contains(.output) {
      sentences.append(outputs)
    } else if settings.panels.contains(where: { $0 == .response || $0 == .value }) {
      sentences += values
    }
    if settings.panels.contains(.gradient) { sentences += gradients }
    if showsSamples {
      sentences.append(slopes)
    } else if showsCurves {
      sentences.append("The function \(Smoothness(diagnostics.breakpoints).predicate).")
    }
    return (sentences + marks).joined(separator: " ")
  }

  private var panels: String {
    let count = output.sampleCount
    let samples = "\(count) \(count == 1 ? "sample" : "samples") of the standard normal distribution"
    let ends = " " + settings.curveEnds
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
      }
    }
    let verb = parts.count == 1 ? "shows" : "show"
    return "\(title): \(settings.panelCount) \(verb) \(parts.joined(with: parts.count > 2 ? ", and " : " and "))."
  }

  /// A sentence about the values along the curve, if any is finite.
  private var values: [String] {
    let finite = study.response.value.lazy.filter(\.isFinite)
    guard let least = finite.min(), let greatest = finite.max() else { return [] }
    let ends = (text(least), text(greatest))
    return [ends.0 == ends.1 ? "Its value is \(ends.0)." : "Its values lie between \(ends.0) and \(ends.1)."]
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

  private var outputs: String {
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

  private var slopes: String {
    let sampled = diagnostics.sampled
    var sentence = "The function \(Smoothness(diagnostics.breakpoints).predicate); its derivative is exactly zero for "
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

  /// A sentence about the annotations that the figure shows, if it shows any.
  private var marks: [String] {
    var parts: [String] = []
    let panels = settings.panels
    let histograms = panels.filter(\.showsSamples)
    if shown.density, panels.contains(.input) {
      let place = histograms.first == .input ? "first histogram" : "histogram of the samples"
      parts.append("a thin line over the \(place) is the normal density")
    }
    if shown.breaks, panels.contains(where: { !$0.showsSamples }), diagnostics.breakpoints?.isEmpty == false {
      parts.append("the curves bend and break exactly where the function does")
    }
    if shown.pointMasses, hasPointMasses {
      parts.append("dots on stems stand for single values that many samples take, with their share")
    }
    switch settings.presentation.counts {
    case .sqrt where !histograms.isEmpty: parts.append("the bars are as high as the square roots of their numbers")
    case .log where !histograms.isEmpty: parts.append("the numbers of samples are on a logarithmic scale")
    case .auto, .linear, .sqrt, .log: break
    }
    return parts.isEmpty ? [] : ["In the picture " + parts.joined(separator: "; ") + "."]
  }

  /// Whether a histogram of the figure holds a value that many samples take.
  private var hasPointMasses: Bool {
    settings.panels.contains(.output) && !diagnostics.sampled.pointMasses.isEmpty
      || settings.panels.contains(.gradient) && study.gradient?.pointMasses.isEmpty == false
  }

  private func text(_ value: Double, digits: Int = 5) -> String { String(value, significantDigits: digits) }
}

/// A share as a text: `none`, `less than 0.1 %`, `50.2 %`, `all`.
private struct Share: CustomStringConvertible {
  let value: Double

  init(_ value: Double) { self.value = value }

  var description: String {
    switch value {
    case 0: "none"
    case 1: "all"
    case ..<0.0005: "less than 0.1 %"
    case 0.9995...: "more than 99.9 %"
    default: String(100 * value, decimals: 1) + " %"
    }
  }
}
