import Drawing
import Geometry
import Typography

/// The frame that names a panel's curves, where it covers the least of them.
public struct LegendLayout: Sendable {
  /// Pixels.
  public let box: Rect
  /// From the top down, in the order of the marks.
  public let entries: [Entry]

  /// One curve's key and name.
  public struct Entry: Sendable {
    /// The name in its place.
    public let block: TextBlock
    /// The left end of the key.
    public let keyStart: Point
    /// The right end of the key.
    public let keyEnd: Point
    /// Of the curve and so of the key.
    public let color: Color
  }

  /// `nil` where no curve has a label.
  init?(
    of curves: [Curve], in frame: Rect, avoiding marks: [Mark], scales: (x: LinearScale, y: LinearScale),
    typeface: Typeface, style: Style, resolution: Resolution
  ) {
    guard !curves.isEmpty else { return nil }
    let em = resolution.pixels(points: style.fontSize)
    let legend = style.legend
    let blocks = curves.map { TextBlock($0.label, in: typeface, points: style.fontSize, resolution: resolution) }
    let wordsLeft = (legend.padding + legend.keyLength + legend.keyGap) * em
    let size = Size(
      width: wordsLeft + (blocks.map(\.box.width).max() ?? 0) + legend.padding * em,
      height: blocks.map(\.box.height).reduce(0, +) + Double(blocks.count - 1) * legend.entrySpacing * em
        + 2 * legend.padding * em)
    let obstacles = LegendObstacles(marks, scales: scales)
    let box = LegendAnchor.best(for: size, in: frame.inset(by: legend.margin * em), avoiding: obstacles)
    self.box = box

    var top = box.minY + legend.padding * em
    entries = zip(curves, blocks).map { curve, block in
      let placed = block.placed(at: Point(x: box.minX + wordsLeft, y: top))
      let keyLeft = box.minX + legend.padding * em
      let rise = top + block.firstBaseline - legend.keyRise * em
      top += block.box.height + legend.entrySpacing * em
      return Entry(
        block: placed, keyStart: Point(x: keyLeft, y: rise),
        keyEnd: Point(x: keyLeft + legend.keyLength * em, y: rise), color: curve.color)
    }
  }
}
