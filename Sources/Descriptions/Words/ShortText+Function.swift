import ActivationFigures
import Activations
import Configuration
import Plans
import Statistics

extension ShortText {
  /// Describes a figure of one function.
  ///
  /// > Mish: the curve, falling to -0.309 at -1.19, then rising, with its derivative; outputs of mean 0.234, deviation 0.602.
  init(of figure: FigurePlan, study: ActivationStudy, shape: ShapeText?) {
    let panels = figure.settings.panels
    let samples = panels.samplePhrases(of: study)
    let ends = " " + figure.settings.curveEnds(digits: 3)
    let showsValues = panels.contains { $0 == .response || $0 == .value }
    let course = showsValues ? shape?.phrase : nil
    let companions = panels.derivativePhrase
    /// The curves with their ends and their course, e.g. `the curve from -5 to 5, rising from 0 to 5, with its derivative`.
    func curves(ends: String = "", course: String? = nil) -> String {
      guard showsValues else { return companions.isEmpty ? "" : "the \(companions)\(ends)" }
      let curve = "the curve\(ends)" + (course.map { ", \($0)\(companions.isEmpty ? "" : ",")" } ?? "")
      return companions.isEmpty ? curve : "\(curve) with its \(companions)"
    }
    let terse = samples[samples.count - 1]
    let numbers = samples.count > 1 ? Array(samples.dropLast()) : samples
    // Each statement has the ends of the range or not, the course or not, and one of the texts about the samples.
    var parts: [(ends: String, course: String?, samples: [String])] = [
      (ends, course, numbers), ("", course, numbers), (ends, nil, numbers), ("", course, [terse]),
      ("", nil, numbers + [terse, terse.isEmpty ? "" : "histograms"]),
    ]
    if course == nil { parts.removeAll { $0.ends.isEmpty && $0.samples == [terse] } }
    let statements = parts.lazy.flatMap { part in
      part.samples.lazy.map { curves(ends: part.ends, course: part.course).joined(with: $0) }
    }
    self.init(title: figure.titleOnOneLine, statements: statements, otherwise: "curves and histograms")
  }
}

extension String {
  fileprivate func joined(with other: String) -> String { isEmpty ? other : other.isEmpty ? self : "\(self); \(other)" }
}

extension FigurePlan {
  /// The title on one line, as it is read.
  var titleOnOneLine: String { plain(title).onOneLine }
}

extension [StudyPanel] {
  /// The derivatives that the panels show, such as `derivative and second derivative`; empty if they show none.
  fileprivate var derivativePhrase: String {
    var parts: [String] = []
    if contains(where: { $0 == .response || $0 == .derivative }) { parts.append("derivative") }
    if contains(.secondDerivative) { parts.append("second derivative") }
    return parts.joined(with: " and ")
  }

  /// What the panels show of the samples, from full to terse; only an empty text if they show none.
  fileprivate func samplePhrases(of study: ActivationStudy) -> [String] {
    func moments(_ distribution: Distribution) -> (mean: String, deviation: String?) {
      let spread = distribution.standardDeviation
      return (
        String(inWords: distribution.mean, digits: 3), spread.isFinite ? String(inWords: spread, digits: 3) : nil
      )
    }
    let gradient = contains(.gradient) ? study.gradient?.distribution : nil
    let names = [
      contains(.input) ? "samples" : nil, contains(.output) ? "outputs" : nil, gradient.map { _ in "derivatives" },
    ]
    .compactMap(\.self)
    guard !names.isEmpty else { return [""] }
    let terse = (names.count == 1 ? "a histogram of " : "histograms of ") + names.joined(with: " and ")
    var known: [(name: String, moments: (mean: String, deviation: String?))] = []
    if contains(.output) { known.append(("outputs", moments(study.output))) }
    if let gradient { known.append(("sampled derivatives", moments(gradient))) }
    let full = ["standard deviation", "deviation"].map { word in
      known.map { name, moments in
        "\(name) of mean \(moments.mean)" + (moments.deviation.map { ", \(word) \($0)" } ?? "")
      }.joined(separator: "; ")
    }
    return (full[0].isEmpty ? ["a histogram of normal samples"] : full) + [terse]
  }
}
