/// A straight line of an outline in fixed point, stored from top to bottom.
///
/// Coordinates are in units of 1/4096 pixel. With integers every sum of areas is exact and independent of order: it is
/// the same on every machine, the same for a path and its reverse, whose edges differ only in their winding, and it
/// moves by whole pixels when the path does.
struct Edge {
  /// The number of bits after the binary point.
  static let precision = 12
  /// The length of one pixel.
  static let one = 1 << precision
  /// The largest distance of a coordinate from the origin in pixels: twice the side of the longest drawing.
  ///
  /// 2²⁷ · 4096 = 2³⁹, so that differences stay below 2⁴¹.
  static let limit = Double(1 << 27)

  let x0: Int
  let y0: Int
  let x1: Int
  /// The lower end's y, greater than `y0`.
  let y1: Int
  /// 1 if the outline goes down here, -1 if it goes up.
  let winding: Int

  /// Converts a coordinate within the limit to fixed point, rounded to the nearest unit, a half down whatever its sign,
  /// so that the rounding left of and above the drawing is the same as inside it.
  static func fixed(_ coordinate: Double) -> Int {
    // The product is exact, as the factor is a power of two. Beside 3 · 2⁵¹ a number has no bits after the point, so
    // that the sum is rounded to an integer, a half to the even one; its last bits are those of that integer.
    let scaled = coordinate * Double(one)
    let anchor = Double(3 << 51)
    let sum = scaled + anchor
    let whole = Int(truncatingIfNeeded: sum.bitPattern &- anchor.bitPattern)
    return scaled - (sum - anchor) == -0.5 ? whole - 1 : whole
  }

  /// Returns the x at which the edge crosses a height between its ends, rounded to the nearest unit, a half to the
  /// right.
  ///
  /// It depends on differences alone, and the height of an end gives exactly that end, so that edges that are cut at a
  /// height still meet.
  @inline(__always)
  func x(at y: Int) -> Int {
    if y == y0 { return x0 }
    if y == y1 { return x1 }
    let width = x1 - x0
    let height = y1 - y0
    let offset = y - y0
    let quotient: Int
    let remainder: Int
    if height < 1 << 31 && width.magnitude < 1 << 31 {
      (quotient, remainder) = (offset &* width).quotientAndRemainder(dividingBy: height)
    } else {
      (quotient, remainder) = height.dividingFullWidth(offset.multipliedFullWidth(by: width))
    }
    if 2 * remainder >= height { return x0 + quotient + 1 }
    if 2 * remainder < -height { return x0 + quotient - 1 }
    return x0 + quotient
  }
}

/// A position on an edge that moves down row by row.
///
/// The x at each height is that of `Edge.x(at:)`, but only the first two positions need a division: from there on
/// quotient and remainder grow by constant amounts, as in Bresenham's algorithm.
struct EdgePosition {
  /// The x at which the edge crosses the present height.
  private(set) var x: Int
  /// The remainder of a division: for an edge of width w and height h, the x at a height d below its upper end lies
  /// ⌊(2dw + h) / 2h⌋ to the right of that end.
  private var remainder: Int
  private let divisor: Int
  private let step: Int
  private let stepRemainder: Int

  /// Starts at a height between the ends of the edge.
  init(_ edge: Edge, at y: Int) {
    let width = edge.x1 - edge.x0
    let height = edge.y1 - edge.y0
    x = edge.x(at: y)
    divisor = 2 * height
    // The products may overflow, but the result is less than the divisor, so that the lost bits do not affect it.
    remainder = 2 &* (y - edge.y0) &* width &+ height &- (x - edge.x0) &* divisor
    let (quotient, rest) = (Edge.one * width).quotientAndRemainder(dividingBy: height)
    step = rest < 0 ? quotient - 1 : quotient
    stepRemainder = rest < 0 ? 2 * (rest + height) : 2 * rest
  }

  /// Moves down by one row.
  mutating func advance() {
    x &+= step
    remainder &+= stepRemainder
    if remainder >= divisor {
      remainder &-= divisor
      x &+= 1
    }
  }
}
