/// A straight line of an outline in fixed point, stored from top to bottom.
///
/// Coordinates count 4096ths of a pixel. With whole numbers every sum of areas is exact and free of order: the same on
/// every machine, the same for a path and its reverse (whose edges are these with the other winding), and moved by
/// whole pixels when the path is.
struct Edge {
  /// Bits after the point.
  static let precision = 12
  /// One pixel.
  static let one = 1 << precision
  /// How far from the origin, in pixels, a coordinate may lie: twice the side of the longest drawing.
  ///
  /// 2²⁷ · 4096 = 2³⁹, so differences stay below 2⁴¹.
  static let limit = Double(1 << 27)

  let x0: Int
  let y0: Int
  let x1: Int
  /// Greater than `y0`.
  let y1: Int
  /// 1 where the outline goes down here, -1 where it goes up.
  let winding: Int

  /// A coordinate within the limit in fixed point, rounded to the nearest, a half down whatever the sign, so that left
  /// of and above the paper the rounding is the same as on it.
  static func fixed(_ coordinate: Double) -> Int {
    // The product is exact, a power of two. Beside 3 · 2⁵¹ a number has no bits after the point, so that the sum is
    // rounded to a whole number, a half to the even one; its last bits are those of that number.
    let scaled = coordinate * Double(one)
    let anchor = Double(3 << 51)
    let sum = scaled + anchor
    let whole = Int(truncatingIfNeeded: sum.bitPattern &- anchor.bitPattern)
    return scaled - (sum - anchor) == -0.5 ? whole - 1 : whole
  }

  /// Where the edge crosses a height between its ends, rounded to the nearest, a half to the right.
  ///
  /// It depends on differences alone, and the two ends give themselves, so that edges cut at a height still meet.
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
