import Geometry

/// A rectangle of whole pixels; the pixel in column x and row y is the square from (x, y) to (x + 1, y + 1).
struct PixelArea: Hashable {
  var columns: Range<Int>
  var rows: Range<Int>

  /// Returns the pixels that lie in another area too.
  func intersection(_ other: PixelArea) -> PixelArea {
    PixelArea(columns: columns.clamped(to: other.columns), rows: rows.clamped(to: other.rows))
  }

  /// Extends the area to the smallest one that contains another, too.
  mutating func formUnion(_ other: PixelArea) {
    if other.columns.isEmpty || other.rows.isEmpty { return }
    if columns.isEmpty || rows.isEmpty {
      self = other
      return
    }
    columns =
      min(columns.lowerBound, other.columns.lowerBound)..<max(columns.upperBound, other.columns.upperBound)
    rows = min(rows.lowerBound, other.rows.lowerBound)..<max(rows.upperBound, other.rows.upperBound)
  }

  /// Adds the sides to a fingerprint.
  func add(to fingerprint: inout Fingerprint) {
    for side in [columns.lowerBound, columns.upperBound, rows.lowerBound, rows.upperBound] {
      fingerprint.add(UInt64(truncatingIfNeeded: side))
    }
  }

  /// Returns the intersection with a rectangle whose edges are rounded to whole pixels.
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
