import Geometry

/// Whole pixels side by side; the pixel in column x and row y is the square from (x, y) to (x + 1, y + 1).
struct PixelArea {
  var columns: Range<Int>
  var rows: Range<Int>

  /// What lies inside a rectangle too, its edges rounded to whole pixels.
  func clipped(to rect: Rect) -> PixelArea {
    guard rect.minX.isFinite, rect.minY.isFinite, rect.maxX.isFinite, rect.maxY.isFinite else {
      return PixelArea(columns: 0..<0, rows: 0..<0)
    }
    return PixelArea(
      columns: PixelArea.clipped(columns, rect.minX, rect.maxX), rows: PixelArea.clipped(rows, rect.minY, rect.maxY))
  }

  private static func clipped(_ range: Range<Int>, _ lower: Double, _ upper: Double) -> Range<Int> {
    func inside(_ edge: Double) -> Int {
      Int(min(max(edge.rounded(), Double(range.lowerBound)), Double(range.upperBound)))
    }
    return inside(lower)..<max(inside(lower), inside(upper))
  }
}
