import Configuration
import Text

/// Why one figure, or another file of a run, could not be made; the others are none the worse for it.
public struct FigureFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// Of the figure, which its variants have in common.
  public let name: String
  /// Of the file, which tells variants apart.
  public let fileName: String
  /// One sentence.
  public let reason: String

  init(of figure: FigurePlan, reason: String) {
    (name, fileName, self.reason) = (figure.name, figure.fileName, reason)
  }

  /// Of a file that is no figure of the plan.
  init(ofFile fileName: String, reason: String) {
    (name, self.fileName, self.reason) = (fileName, fileName, reason)
  }

  /// `mish@2x.png: No output is a finite number, so there is no distribution to show.`
  public var description: String { "\(fileName.printable): \(reason)" }
}
