import ActivationFigures
import Activations
import Certificates
import Configuration
import Plans
import Plotting
import Statistics
import Text
import Typography

/// The alternative texts of a figure, for readers who cannot see it: a short one, which is complete in itself and suits an
/// `alt` attribute, and a long one.
package struct FigureDescription: Sendable, Equatable {
  /// The short text, of at most `shortLimit` characters on one line.
  package let short: String
  /// The long text: several sentences with the numbers that the figure shows.
  package let long: String

  /// The greatest number of characters of a short text.
  package static let shortLimit = 125

  /// - Parameter study: The study that the figure shows.
  package init(of figure: FigurePlan, study: FigureStudy) {
    switch study {
    case .function(let study):
      let showsCurves = figure.settings.panels.contains { !$0.showsSamples }
      let function = study.function.described
      // To prove facts takes longer than all else that a figure takes, so that only those that are stored are told unless
      // the figure shows them.
      let isProved = figure.settings.marks.bounds && study.gate == nil
      let facts = isProved ? CertifiedFacts(of: function) : StoredFacts.facts(of: function)
      let tellsDerivative = figure.settings.panels.contains { $0 == .response || $0 == .derivative }
      let shape =
        showsCurves
        ? ShapeText(
          of: CurveShape(of: function, over: figure.settings.shownRange), of: function, facts: facts,
          tellsDerivative: tellsDerivative && study.gate == nil) : nil
      if let gate = study.gate {
        let text = GatedText(of: figure, study: study, gate: gate, shape: shape)
        (long, short) = (text.description, text.short)
        return
      }
      long = AlternativeText(of: figure, study: study, shape: shape, facts: facts).description
      short = ShortText(of: figure, study: study, shape: shape).description
    case .comparison:
      let curves = ComparedCurves(of: figure)
      long = ComparisonText(of: figure, showing: curves).description
      short = ShortText(of: figure, showing: curves).description
    case .depth(let functions):
      let text = DepthText(of: figure, showing: functions)
      (long, short) = (text.description, ShortText(of: figure, in: text).description)
    }
  }

  /// A short text made from a long one: its first sentence, cut after a word.
  ///
  /// It stands in for the short text of a file of an earlier version, which has only a long one.
  package static func shortText(from long: String) -> String { ShortText(abbreviating: long).description }
}

extension FigurePlan {
  /// A text of the figure as it is read: without the notation of mathematics, if the figure sets that.
  package func plain(_ text: String) -> String { settings.style.mathematics ? MathematicalText(text).plain : text }
}
