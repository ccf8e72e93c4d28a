import Configuration
import Plans
import Text
import Typography

/// The reason why one figure, or another file of a run, could not be made. The other figures are not affected.
public struct FigureFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// The name of the figure, which its variants have in common.
  public let name: String
  /// The name of the file, which tells variants apart.
  public let fileName: String
  /// The reason as one sentence.
  public let reason: String

  init(of figure: FigurePlan, reason: String) {
    (name, fileName, self.reason) = (figure.name, figure.fileName, reason)
  }

  /// Creates the failure of a file that is not a figure of the plan.
  init(ofFile fileName: String, reason: String) {
    (name, self.fileName, self.reason) = (fileName, fileName, reason)
  }

  /// `mish@2x.png: No output is a finite number, so there is no distribution to show.`
  public var description: String { "\(fileName.printable): \(reason)" }
}

/// The way in which a figure is drawn otherwise than it was asked for.
public struct FigureWarning: Sendable, Equatable, CustomStringConvertible {
  /// The name of the figure, which its variants have in common.
  public let name: String
  /// The name of the file, which tells variants apart.
  public let fileName: String
  /// The reasons, one sentence each.
  public let reason: String

  /// Creates a warning if the title of a figure cannot be set as its script asks, e.g. because no typeface has a glyph for one
  /// of its characters, or if its mathematics or that of the compared functions' names cannot be set; nil otherwise.
  init?(of figure: FigurePlan, in typefaces: TypefaceFamily) {
    let title = figure.title.split(separator: "\n").joined(separator: " ")
    var warnings: [String] = []
    if figure.settings.style.mathematics {
      warnings = TextLine(MathematicalText(title).marked, in: typefaces.bold, size: 1, withShifts: true).warnings
      let texts = [figure.title] + (figure.settings.kind == .depth ? [] : figure.comparedFunctions.map(\.title))
      warnings += texts.flatMap { MathematicalText($0).unset }.map(\.description)
    } else {
      warnings = TextLine(title, in: typefaces.bold, size: 1).warnings
    }
    guard !warnings.isEmpty else { return nil }
    (name, fileName, reason) = (figure.name, figure.fileName, warnings.joined(separator: " "))
  }

  /// `mish.png: No glyph for U+1F600 (😀) in DejaVu Sans Bold; a box is drawn.`
  public var description: String { "\(fileName.printable): \(reason)" }
}
