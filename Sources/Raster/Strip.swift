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
  /// - Parameters:
  ///   - palette: At most 256 colours that are likely to occur, the background first. Further colours are added after them
  ///     in the order in which they occur.
  ///   - cache: The shapes that are known from other strips and drawings.
  func pixels(
    of drawing: DisplayList, startingWith palette: Palette, reusing cache: CoverageCache
  ) -> StripPixels {
    var canvas = Canvas(area, palette: palette)
    var coverage = OutlineCoverage()
    // The strips of a huge picture have nothing but glyphs in common with others.
    let isWhole = area.rows == 0..<drawing.height
    for index in fills {
      let fill = drawing.fills[index]
      let blender = Blender(fill, on: drawing.background)
      if blender.isInvisible { continue }
      let clip = fill.clip.map { area.clipped(to: $0) } ?? area
      switch isWhole ? cache.find(fill, within: clip, of: area) : .new {
      case .spans(let spans): spans.withUnsafeBufferPointer { canvas.fill($0, with: blender) }
      case .repeated(let key):
        var kept: [CoverageSpan] = []
        coverage.replace(with: fill, within: clip, reusing: cache)
        coverage.forEachBand(of: area) { spans in
          canvas.fill(spans, with: blender)
          // More than the largest number is not kept anyway.
          if kept.count <= CoverageCache.largestSpanCount { kept.append(contentsOf: spans) }
        }
        cache.keep(kept, of: fill, within: clip, of: area, key: key)
      case .new:
        coverage.replace(with: fill, within: clip, reusing: cache)
        coverage.forEachBand(of: area) { canvas.fill($0, with: blender) }
      }
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
