import Drawing

/// Whole rows of a drawing that are drawn by themselves.
///
/// A huge picture is drawn in many, several at one time, each of them small enough for a core's cache. How many there are
/// follows from the size of the picture alone.
struct Strip: Sendable {
  /// How many pixels a strip has at most, unless a single row has more. The 1500 × 500 of the default are one strip.
  static let capacity = 1 << 20

  /// All columns of the drawing.
  let area: PixelArea
  /// The fills that may reach into the rows, by their places in the drawing, in their order.
  private(set) var fills: [Int] = []

  /// All strips of a drawing, from top to bottom.
  static func strips(of drawing: DisplayList, capacity: Int = capacity) -> [Strip] {
    precondition(
      drawing.width > 0 && drawing.height > 0 && drawing.width <= Pixmap.maximumPixelCount / drawing.height,
      "A drawing of \(drawing.width) × \(drawing.height) has no pixels or more than \(Pixmap.maximumPixelCount).")
    let height = max(1, capacity / drawing.width)
    let paper = PixelArea(columns: 0..<drawing.width, rows: 0..<drawing.height)
    var strips = stride(from: 0, to: drawing.height, by: height).map { top in
      Strip(area: PixelArea(columns: paper.columns, rows: top..<min(top + height, drawing.height)))
    }
    if strips.count == 1 {
      strips[0].fills = Array(drawing.fills.indices)
      return strips
    }
    for (index, fill) in drawing.fills.enumerated() {
      let rows = fill.rows(within: paper)
      if rows.isEmpty { continue }
      for strip in (rows.lowerBound / height)...((rows.upperBound - 1) / height) { strips[strip].fills.append(index) }
    }
    return strips
  }

  private init(area: PixelArea) { self.area = area }

  /// The pixels of the strip.
  ///
  /// - Parameter palette: Colours that may come up, the background first. Those that come up besides are put after them, in
  ///   the order in which they do.
  func pixels(of drawing: DisplayList, from palette: [UInt32]) -> Pixmap.Pixels {
    var canvas = Canvas(area, palette: MixedPalette(palette))
    var outline = Outline()
    var accumulator = CoverageAccumulator()
    for index in fills {
      let fill = drawing.fills[index]
      outline.replace(with: fill.path)
      let clip = fill.clip.map { area.clipped(to: $0) } ?? area
      canvas.fill(outline, with: fill.color, within: clip, using: &accumulator)
    }
    return canvas.pixels
  }
}

extension Fill {
  /// The rows beyond which nothing is filled, found without a look at the path's curves.
  fileprivate func rows(within paper: PixelArea) -> Range<Int> {
    let rows = (clip.map { paper.clipped(to: $0) } ?? paper).rows
    guard let box = box else { return rows.lowerBound..<rows.lowerBound }
    // Up to the limit the sides of the box are exact to less than a row, which is left on either side. What lies beyond,
    // or is not finite, may reach anywhere.
    guard box.minY >= -Edge.limit, box.maxY <= Edge.limit else { return rows }
    return (Int(box.minY) - 2..<Int(box.maxY) + 2).clamped(to: rows)
  }
}
