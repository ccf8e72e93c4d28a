import Text
import Typography

/// What a figure shows otherwise than it was asked to; it is drawn all the same.
public struct FigureWarning: Sendable, Equatable, CustomStringConvertible {
  /// Of the figure, which its variants have in common.
  public let name: String
  /// Of the file, which tells variants apart.
  public let fileName: String
  /// One sentence.
  public let reason: String

  /// `mish.png: No glyph for U+1F600 (😀) in DejaVu Sans Bold; a box is drawn.`
  public var description: String { "\(fileName.printable): \(reason)" }
}

extension Batch {
  /// The figures whose titles cannot be shown as they should be, in the order of the plan: known before anything is drawn,
  /// and so the same whatever is drawn first.
  public var warnings: [FigureWarning] {
    figures.compactMap { figure in
      let words = figure.title.split(separator: "\n").joined(separator: " ")
      let warnings = TextLine(words, in: typefaces.bold, size: 1).warnings
      guard !warnings.isEmpty else { return nil }
      return FigureWarning(name: figure.name, fileName: figure.fileName, reason: warnings.joined(separator: " "))
    }
  }
}
