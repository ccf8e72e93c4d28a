import ActivationFigures
import Activations
import Configuration
import Numerals
import Text

/// A description of a figure for readers who cannot see it: three sentences made from its numbers, and a fourth if it
/// has marks.
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
  private let response: ResponseCurve
  private let range: ClosedRange<Double>
  private let output: Distribution
  private let diagnostics: ActivationDiagnostics
  private let shown: StudyMarks

  package init(of figure: FigurePlan, study: ActivationStudy) {
    title = figure.plain(figure.title).split(whereSeparator: \.isNewline).joined(separator: " ").printable
    range = figure.settings.range
    response = study.response
    output = study.output
    diagnostics = study.diagnostics
    shown = figure.settings.marks
  }

  package var description: String { ([panels, outputs, slopes] + marks).joined(separator: " ") }

  private var panels: String {
    let count = output.sampleCount
    return
      "\(title): three panels show \(count) \(count == 1 ? "sample" : "samples") of the standard normal distribution "
      + "as a histogram, the function and its derivative from \(String(shortest: range.lowerBound)) to "
      + "\(String(shortest: range.upperBound)), and a histogram of what the function makes of the samples."
  }

  private var outputs: String {
    let (mean, deviation) = (output.mean, output.standardDeviation)
    var sentence = "The outputs"
    if let range = diagnostics.sampled.range {
      sentence += " lie between \(text(Double(range.lowerBound))) and \(text(Double(range.upperBound)))"
    }
    sentence += " with mean \(text(mean))" + (deviation.isFinite ? " and standard deviation \(text(deviation))" : "")
    sentence += " (for an exactly normal input \(exactMoments))"
    let masses = diagnostics.sampled.pointMasses.prefix(3)
    for (place, mass) in masses.enumerated() {
      sentence += place == 0 ? ", and " : place + 1 == masses.count ? " and " : ", "
      sentence += "\(Share(mass.share))\(place == 0 ? " of them are" : " are") \(text(Double(mass.value)))"
    }
    let excluded = output.excludedCount
    if excluded > 0 { sentence += "; \(excluded) not finite \(excluded == 1 ? "is" : "are") left out" }
    return sentence + "."
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
    if shown.density { parts.append("a thin line over the first histogram is the normal density") }
    if shown.breaks, diagnostics.breakpoints?.isEmpty == false {
      parts.append("the curves bend and break exactly where the function does")
    }
    if shown.pointMasses, !diagnostics.sampled.pointMasses.isEmpty {
      parts.append("bars of single values are labelled with their share, and cut where they would dwarf the rest")
    }
    return parts.isEmpty ? [] : ["In the picture " + parts.joined(separator: "; ") + "."]
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

/// A description of a comparison for readers who cannot see it, in two sentences.
///
/// > Activation functions: two panels show values and derivatives of 3 functions from -5 to 5, one over the other. They are
/// > ReLU, Softplus and Mish.
package struct ComparisonText: CustomStringConvertible {
  package let description: String

  package init(of figure: FigurePlan) {
    let range = figure.settings.range
    let words = figure.plain(figure.title).split(whereSeparator: \.isNewline).joined(separator: " ").printable
    let ends = "from \(String(shortest: range.lowerBound)) to \(String(shortest: range.upperBound))"
    let names = figure.comparedFunctions.map { figure.plain($0.title).printable }
    let list = names.dropLast().joined(separator: ", ") + (names.count > 1 ? " and " : "") + (names.last ?? "")
    description =
      (words.isEmpty ? "Two" : words + ": two") + " panels show values and derivatives of \(names.count) "
      + (names.count == 1 ? "function" : "functions") + " \(ends), one over the other. "
      + (names.count == 1 ? "It is " : "They are ") + list + "."
  }
}
