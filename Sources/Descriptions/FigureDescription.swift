import Activations
import Configuration
import Plotting
import Text
import Typography

/// The alternative texts of a figure, for readers who cannot see it: a short one, which is complete in itself and suits an
/// `alt` attribute, and a long one.
package struct FigureDescription: Sendable, Equatable {
  /// At most `shortLimit` characters on one line.
  package let short: String
  /// Several sentences with the numbers that the figure shows.
  package let long: String

  /// The greatest number of characters of a short text.
  package static let shortLimit = 125

  /// - Parameter study: The study that the figure shows; nil for a comparison or a family.
  package init(of figure: FigurePlan, study: ActivationStudy?) {
    if let study {
      long = AlternativeText(of: figure, study: study).description
    } else {
      long = ComparisonText(of: figure).description
    }
    let sentence = long.prefix { $0 != "." } + "."
    short = String(sentence.prefix(Self.shortLimit))
  }
}

extension FigurePlan {
  /// A text of the figure as it is read: without the notation of mathematics, if the figure sets that.
  package func plain(_ text: String) -> String { settings.style.mathematics ? MathematicalText(text).plain : text }
}
