import Geometry
import Numerals

/// Why a figure cannot be laid out.
public enum LayoutError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Lengths in inches; `smallest` leaves room for frames of a square inch.
  case paperTooSmall(width: Double, height: Double, smallest: Size)

  /// One sentence, with the paper that is enough.
  public var description: String {
    switch self {
    case .paperTooSmall(let width, let height, let smallest):
      let needed = [smallest.width, smallest.height].map { String(($0 * 10).rounded(.up) / 10, decimals: 1) }
      return
        "\(String(shortest: width)) × \(String(shortest: height)) inches leave no room for the frames beside their "
        + "words; \(needed[0]) × \(needed[1]) inches are enough."
    }
  }
}
