import Drawing
import Geometry
import Pixels

/// Whole rows of a drawing that are drawn separately.
///
/// A huge picture is drawn in many strips, several at one time, each of them small enough for a core's cache. Their
/// number follows from the size of the picture alone.
struct Strip: Sendable {
  /// The largest number of pixels in a strip, unless a single row has more. The 1500 × 500 pixels of the default figure
  /// are one strip.
  static let capacity = 1 << 20

  /// The pixels of the strip, which are all columns of some rows.
  let area: PixelArea
  /// The indices of the drawing's fills that may reach into the rows, in their order.
  private(set) var fills: [Int] = []

  /// Divides a drawing into strips, from top to bottom.
  static func strips(of drawing: DisplayList, capacity: Int = capacity) -> [Strip] {
    precondition(
      drawing.width > 0 && drawing.height > 0 && drawing.width <= Pixmap.maximumPixelCount / drawing.height,
      "A drawing of \(drawing.width) × \(drawing.height) has no pixels or more than \(Pixmap.maximumPixelCount).")
    let height = max(1, capacity / drawing.width)
    let whole = PixelArea(columns: 0..<drawing.width, rows: 0..<drawing.height)
    var strips = stride(from: 0, to: drawing.height, by: height).map { top in
      Strip(area: PixelArea(columns: whole.columns, rows: top..<min(top + height, drawing.height)))
    }
    if strips.count == 1 {
      strips[0].fills = Array(drawing.fills.indices)
      return strips
    }
    for (index, fill) in drawing.fills.enumerated() {
      let rows = fill.rows(within: whole)
      if rows.isEmpty { continue }
      for strip in (rows.lowerBound / height)...((rows.upperBound - 1) / height) { strips[strip].fills.append(index) }
    }
    return strips
  }

  private init(area: PixelArea) { self.area = area }

  /// Draws the strip.
  ///
  /// - Parameter palette: At most 256 colours that are likely to occur, the background first. Further colours are added after them
  ///   in the order in which they occur.
  func pixels(of drawing: DisplayList, startingWith palette: Palette) -> StripPixels {
    var canvas = Canvas(area, palette: palette)
    var outline = Outline()
    var accumulator = CoverageAccumulator()
    for index in fills {
      let fill = drawing.fills[index]
      outline.replace(with: fill.path)
      let clip = fill.clip.map { area.clipped(to: $0) } ?? area
      canvas.fill(outline, with: Blender(fill, on: drawing.background), within: clip, using: &accumulator)
    }
    return canvas.pixels
  }
}

extension Fill {
  /// The rows outside of which nothing is filled, determined without evaluating the path's curves.
  fileprivate func rows(within whole: PixelArea) -> Range<Int> {
    let rows = (clip.map { whole.clipped(to: $0) } ?? whole).rows
    guard let box = box else { return rows.lowerBound..<rows.lowerBound }
    // Up to the limit the sides of the box are exact to less than a row, which is added on either side. Points beyond
    // it, or that are not finite, may affect any row.
    guard box.minY >= -Edge.limit, box.maxY <= Edge.limit else { return rows }
    return (Int(box.minY) - 2..<Int(box.maxY) + 2).clamped(to: rows)
  }
}

/// A rectangle of whole pixels; the pixel in column x and row y is the square from (x, y) to (x + 1, y + 1).
struct PixelArea {
  var columns: Range<Int>
  var rows: Range<Int>

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
