/// Why one figure could not be made; the others are none the worse for it.
public struct FigureFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// Of the figure.
  public let name: String
  /// One sentence.
  public let reason: String

  /// `mish: No output is a finite number, so there is no distribution to show.`
  public var description: String { "\(name.printable): \(reason)" }
}
