import Drawing

extension Pixmap {
  /// Lays the fills of the drawing over its background, one after another, each pixel by the area of it that is
  /// covered.
  ///
  /// A pixel's coverage is the absolute value of its mean winding, at most 1, in 16 steps; where an area's edge runs
  /// along the edges of pixels it is exact. Colours are blended as 8-bit sRGB values, without gamma, and not
  /// premultiplied; under full transparency the background's colour stays. Only whole numbers are used after
  /// flattening: the same drawing has the same pixels on every machine. Nothing a path or a clip holds can fail: what
  /// is not finite breaks the contour as `Path.flatten` says, and a clip that is not finite clips everything away. A
  /// clip is rounded to whole pixels.
  ///
  /// Width and height must be positive, and the picture must have at most `maximumPixelCount` pixels.
  public init(rendering drawing: DisplayList) {
    precondition(
      drawing.width > 0 && drawing.height > 0 && drawing.width <= Pixmap.maximumPixelCount / drawing.height,
      "A drawing of \(drawing.width) × \(drawing.height) has no pixels or more than \(Pixmap.maximumPixelCount).")
    let width = drawing.width
    let paper = PixelArea(columns: 0..<width, rows: 0..<drawing.height)
    var canvas = Canvas(pixelCount: width * drawing.height, background: drawing.background)
    var outline = Outline()
    var accumulator = CoverageAccumulator()
    for fill in drawing.fills {
      outline.replace(with: fill.path)
      canvas.choose(fill.color)
      let clip = fill.clip.map { paper.clipped(to: $0) } ?? paper
      accumulator.sweep(outline, within: clip) { row, columns, winding in
        let start = row * width
        canvas.lay(
          level: Ink.level(winding: winding), over: (start + columns.lowerBound)..<(start + columns.upperBound))
      }
    }
    self.init(width: width, height: drawing.height, pixels: canvas.pixels)
  }
}
