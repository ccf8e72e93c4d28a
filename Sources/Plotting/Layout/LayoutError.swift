import Geometry
import Numerals

/// Why a figure cannot be laid out.
public enum LayoutError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Lengths in inches; `smallest` is a paper on which the figure can be drawn, and a hundredth less is too small.
  case paperTooSmall(width: Double, height: Double, smallest: Size)
  /// Lengths in inches; a paper on which the figure can be drawn would have more pixels than a figure may have.
  case wordsTooLarge(width: Double, height: Double)

  /// One sentence, with the paper that is enough.
  public var description: String {
    switch self {
    case .paperTooSmall(let width, let height, let smallest):
      let sides = [width, height, smallest.width, smallest.height].map { String(shortest: $0) }
      return
        "\(sides[0]) × \(sides[1]) inches leave no room for the frames beside their words; "
        + "\(sides[2]) × \(sides[3]) inches are enough."
    case .wordsTooLarge(let width, let height):
      return
        "\(String(shortest: width)) × \(String(shortest: height)) inches leave no room for the frames beside their words, "
        + "and no figure has enough pixels for words so large; make them smaller, or the dots per inch fewer."
    }
  }
}
