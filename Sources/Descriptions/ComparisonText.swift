import ActivationFigures
import Configuration
import Numerals
import Text

/// A description of a figure of several functions for readers who cannot see it, in one or two sentences.
///
/// > Activation functions: two panels show values and derivatives of 3 functions from -5 to 5, one over the other. They are
/// > ReLU, Softplus and Mish.
///
/// > Swish by beta: one panel shows values of one function from -5 to 5, one curve for each beta of 0.5, 1 and 2.
package struct ComparisonText: CustomStringConvertible {
  package let description: String

  package init(of figure: FigurePlan) {
    let settings = figure.settings
    let title = figure.plain(figure.title).split(whereSeparator: \.isNewline).joined(separator: " ").printable
    let names = figure.comparedFunctions.map { figure.plain($0.title).printable }
    let count = settings.panelCount
    let start = title.isEmpty ? count.prefix(1).uppercased() + count.dropFirst() : "\(title): \(count)"
    let quantities = settings.panels.map(\.quantity).joined(with: " and ")
    let shown = "\(start) \(settings.panels.count == 1 ? "shows" : "show") \(quantities) of "
    let list = names.joined(with: " and ")
    if let parameter = figure.sweptParameter {
      description = shown + "one function \(settings.curveEnds), one curve for each \(parameter.printable) of \(list)."
    } else {
      let functions = "\(names.count) \(names.count == 1 ? "function" : "functions")"
      description =
        shown + "\(functions) \(settings.curveEnds), one over the other. "
        + (names.count == 1 ? "It is " : "They are ") + list + "."
    }
  }
}

extension StudyPanel {
  /// What the curves of a panel of several functions measure.
  fileprivate var quantity: String {
    switch self {
    case .derivative: "derivatives"
    case .secondDerivative: "second derivatives"
    case .input, .response, .output, .value, .gradient: "values"
    }
  }
}

extension FigureSettings {
  /// The number of panels in words, and how they stand if not in a row: `three panels in a column`.
  var panelCount: String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
    let count = panels.count
    let number = words.indices.contains(count) ? words[count] : "\(count)"
    let place = count > 1 && presentation.arrangement != .row ? " in a \(presentation.arrangement.rawValue)" : ""
    return "\(number) \(count == 1 ? "panel" : "panels")\(place)"
  }

  /// The ends of the arguments for which curves are seen: `from -5 to 5`.
  var curveEnds: String {
    var ends = range
    if case .fixed(let limits)? = presentation.limits[.x], limits.overlaps(ends) { ends = ends.clamped(to: limits) }
    return "from \(String(shortest: ends.lowerBound)) to \(String(shortest: ends.upperBound))"
  }
}

extension [String] {
  /// The parts as a list: all but the last joined by commas, and the last by its own separator.
  func joined(with last: String) -> String {
    count < 2 ? first ?? "" : dropLast().joined(separator: ", ") + last + self[count - 1]
  }
}
