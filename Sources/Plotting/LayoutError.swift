import Geometry
import Numerals
import Scales

/// The reason why a figure cannot be laid out.
public enum LayoutError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The paper is too small for its text. Lengths are in inches; `smallest` is enough, and a hundredth less is not.
  case paperTooSmall(width: Double, height: Double, smallest: Size)
  /// Paper that is large enough, in inches, would have more pixels than a figure may have.
  case wordsTooLarge(width: Double, height: Double)
  /// A curve or scatter mark has more values of one kind than of the other.
  case unequalCounts(label: String, x: Int, y: Int)
  /// The number of edges of bars is not one more than the number of heights.
  case unequalEdges(label: String, edges: Int, heights: Int)
  /// The limits of an axis are not finite, are the same, or have no place on the scale.
  case unusableLimits(lower: Double, upper: Double, ScaleType)
  /// Units are to be equally long on both axes of a panel, and one of them is not linear.
  case unequalUnits
  /// Units are to be equally long on both axes of a panel, and the range of one axis is more than a hundred times as long as
  /// that of the other.
  case unequalRanges(x: ClosedRange<Double>, y: ClosedRange<Double>)

  /// One sentence that states the reason and what would do.
  public var description: String {
    switch self {
    case .paperTooSmall(let width, let height, let smallest):
      let sides = [width, height, smallest.width, smallest.height].map { String(shortest: $0) }
      return
        "\(sides[0]) × \(sides[1]) inches leave no room for the frames beside their texts; "
        + "\(sides[2]) × \(sides[3]) inches are enough."
    case .wordsTooLarge(let width, let height):
      return
        "\(String(shortest: width)) × \(String(shortest: height)) inches leave no room for the frames beside their texts, "
        + "and no figure has enough pixels for texts so large; choose smaller fonts or fewer dots per inch."
    case .unequalCounts(let label, let x, let y):
      return "\(Self.subject("The points", label)) have \(x) x values and \(y) y values; both must be equally many."
    case .unequalEdges(let label, let edges, let heights):
      return
        "\(Self.subject("The bars", label)) have \(heights) heights and \(edges) edges; there must be one edge more."
    case .unusableLimits(let lower, let upper, let scale):
      let wanted =
        switch scale {
        case .linear: "finite and different"
        case .squareRoot: "finite, not negative and different"
        case .logarithmic: "finite, positive and different"
        }
      return "An axis from \(String(shortest: lower)) to \(String(shortest: upper)) has no ticks; "
        + "both limits must be \(wanted)."
    case .unequalUnits:
      return "Units are equally long on two axes only if both axes are linear."
    case .unequalRanges(let x, let y):
      let ends = [x.lowerBound, x.upperBound, y.lowerBound, y.upperBound].map { String(shortest: $0) }
      return "Units cannot be equally long on an axis from \(ends[0]) to \(ends[1]) and one from \(ends[2]) to "
        + "\(ends[3]); neither range may be more than 100 times as long as the other."
    }
  }

  private static func subject(_ kind: String, _ label: String) -> String {
    label.isEmpty ? kind : "\(kind) of \"\(label)\""
  }
}
