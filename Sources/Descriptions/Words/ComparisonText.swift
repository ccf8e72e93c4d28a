import ActivationFigures
import Configuration
import Numerals
import Plans
import Text

/// A description of a figure of several functions for readers who cannot see it: what the figure shows, and what is seen.
///
/// > Activation functions: two panels show values and derivatives of 2 functions from -5 to 5, one over the other. They are
/// > ReLU and Mish. ReLU never falls. Mish falls to a minimum of -0.30884 at -1.1924, and then rises. Only Mish takes values
/// > below 0. At -5 the values lie between -0.033576 (Mish) and 0 (ReLU), at 5 between 4.9996 (Mish) and 5 (ReLU). The
/// > greatest derivative is that of Mish, 1.0884 at 1.4906.
///
/// > Swish by beta: one panel shows values of one function from -5 to 5, one curve for each beta of 0.5, 1 and 2.
struct ComparisonText: CustomStringConvertible {
  let description: String

  init(of figure: FigurePlan, showing compared: ComparedCurves) {
    let settings = figure.settings
    let title = figure.titleOnOneLine
    let names = figure.comparedFunctions.map { figure.plain($0.title).onOneLine }
    let count = settings.panelCount
    let start = title.isEmpty ? count.capitalizedAtStart : "\(title): \(count)"
    let quantities = settings.panels.map(\.quantity).joined(with: " and ")
    let shown = "\(start) \(settings.panels.count == 1 ? "shows" : "show") \(quantities) of "
    let list = names.joined(with: " and ")
    let ends = settings.curveEnds()
    var sentences: [String]
    if let parameter = figure.sweptParameter {
      sentences = ["\(shown)one function \(ends), one curve for each \(parameter.printable) of \(list)."]
    } else {
      let functions = "\(names.count) \(names.count == 1 ? "function" : "functions")"
      sentences = [
        "\(shown)\(functions) \(ends), one over the other.", "\(names.count == 1 ? "It is" : "They are") \(list).",
      ]
    }
    let words = ComparedWords(of: compared)
    if settings.panels.contains(where: { $0.quantity == "values" }) { sentences += words.values }
    if settings.panels.contains(.derivative) || settings.panels.contains(.response) {
      sentences += [words.derivatives].compactMap(\.self)
    }
    description = sentences.joined(separator: " ")
  }
}

extension ShortText {
  /// Describes a figure of several functions.
  init(of figure: FigurePlan, showing compared: ComparedCurves) {
    let settings = figure.settings
    let quantities = settings.panels.map(\.quantity).joined(with: " and ")
    let ends = " " + settings.curveEnds(digits: 3)
    let names = compared.curves.map(\.name)
    let seen = settings.panels.contains { $0.quantity == "values" } ? ComparedWords(of: compared).phrase : nil
    let lists: [String]
    if let parameter = compared.parameter {
      let first = names.first ?? ""
      let last = names.last ?? ""
      lists = [
        " for \(parameter) of \(names.joined(with: " and "))",
        " for \(names.count) values of \(parameter), from \(first) to \(last)",
        " for \(names.count) values of \(parameter)",
      ]
    } else {
      let some = names.prefix(2).joined(separator: ", ")
      lists =
        [" of \(names.joined(with: " and "))"]
        + (names.count > 3 ? [" of \(names.count) functions, such as \(some)"] : [])
        + [" of \(names.count) \(names.count == 1 ? "function" : "functions")"]
    }
    var statements: [String] = []
    for list in lists {
      if let seen { statements.append("\(quantities)\(list)\(ends); \(seen)") }
      statements.append("\(quantities)\(list)\(ends)")
      statements.append("\(quantities)\(list)")
    }
    statements.append("curves\(lists[lists.count - 1])")
    self.init(
      title: figure.titleOnOneLine, statements: statements, otherwise: "curves of \(names.count) functions")
  }
}

extension StudyPanel {
  /// What the curves of a panel without samples measure.
  var quantity: String {
    switch self {
    case .derivative: "derivatives"
    case .secondDerivative: "second derivatives"
    case .input, .response, .output, .value, .gradient: "values"
    case .signal: "standard deviations of signal and gradient"
    case .correlation: "correlations"
    case .layers: "densities"
    case .plane: "edges of chaos"
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

  /// The arguments for which curves are seen.
  var shownRange: ClosedRange<Double> {
    if case .fixed(let limits)? = presentation.limits[.x], limits.overlaps(range) {
      range.clamped(to: limits)
    } else {
      range
    }
  }

  /// The ends of the arguments for which curves are seen: `from -5 to 5`.
  ///
  /// - Parameter digits: The number of significant digits; nil for all.
  func curveEnds(digits: Int? = nil) -> String {
    let (lower, upper) = (shownRange.lowerBound + 0, shownRange.upperBound + 0)
    func text(_ number: Double) -> String {
      digits.map { String(inWords: number, digits: $0) } ?? String(shortest: number)
    }
    return "from \(text(lower)) to \(text(upper))"
  }
}

extension [String] {
  /// The parts as a list: all but the last joined by commas, and the last by its own separator.
  func joined(with last: String) -> String {
    count < 2 ? first ?? "" : dropLast().joined(separator: ", ") + last + self[count - 1]
  }
}
