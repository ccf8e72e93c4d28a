/// Goes down an edge from row to row.
///
/// The x at each height is the one that `Edge.x(at:)` gives, but only the first two steps divide: from there on the
/// quotient and the remainder grow by the same amounts, as in Bresenham's algorithm.
struct EdgeWalk {
  /// Where the edge crosses the present height.
  private(set) var x: Int
  /// With w and h the width and the height of the edge, x lies ⌊(2dw + h) / 2h⌋ right of its upper end at a height d
  /// below it; this is what remains of the division.
  private var remainder: Int
  private let divisor: Int
  private let step: Int
  private let stepRemainder: Int

  /// Starts at a height between the ends of the edge, to go on by whole rows.
  init(_ edge: Edge, at y: Int) {
    let width = edge.x1 - edge.x0
    let height = edge.y1 - edge.y0
    x = edge.x(at: y)
    divisor = 2 * height
    // The products may overflow, but the result lies below the divisor, and bits that are lost make no difference to it.
    remainder = 2 &* (y - edge.y0) &* width &+ height &- (x - edge.x0) &* divisor
    let (quotient, rest) = (Edge.one * width).quotientAndRemainder(dividingBy: height)
    step = rest < 0 ? quotient - 1 : quotient
    stepRemainder = rest < 0 ? 2 * (rest + height) : 2 * rest
  }

  /// Goes down by one row.
  mutating func advance() {
    x &+= step
    remainder &+= stepRemainder
    if remainder >= divisor {
      remainder &-= divisor
      x &+= 1
    }
  }
}
