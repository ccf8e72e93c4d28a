import Configuration
import Numerals
import Text

/// What a comparison shows, in two plain sentences.
///
/// > Activation functions: two panels show values and derivatives of 3 functions from -5 to 5, one over the other. They are
/// > ReLU, Softplus and Mish.
struct ComparisonText: CustomStringConvertible {
  let description: String

  init(of figure: FigurePlan) {
    let range = figure.settings.range
    let words = figure.title.split(whereSeparator: \.isNewline).joined(separator: " ").printable
    let ends = "from \(String(shortest: range.lowerBound)) to \(String(shortest: range.upperBound))"
    let names = figure.comparedFunctions.map(\.title.printable)
    let list = names.dropLast().joined(separator: ", ") + (names.count > 1 ? " and " : "") + (names.last ?? "")
    description =
      (words.isEmpty ? "Two" : words + ": two") + " panels show values and derivatives of \(names.count) "
      + (names.count == 1 ? "function" : "functions") + " \(ends), one over the other. "
      + (names.count == 1 ? "It is " : "They are ") + list + "."
  }
}
