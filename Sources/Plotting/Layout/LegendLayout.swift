import Drawing
import Geometry
import Typography

/// The frame that names a panel's curves: inside, where it covers the least of them, or beside the panel's frame.
public struct LegendLayout: Sendable {
  /// Pixels.
  public let box: Rect
  /// From the top down, column by column, in the order of the marks.
  public let entries: [Entry]
  /// Whether it stands right of the panel's frame, or above it.
  public let isOutside: Bool
  /// Points of curves, curves and bars that it covers.
  let coverage: Int

  /// One curve's key and name.
  public struct Entry: Sendable {
    /// The name in its place.
    public let block: TextBlock
    /// The left end of the key.
    public let keyStart: Point
    /// The right end of the key.
    public let keyEnd: Point
    /// Of the curve and so of the key.
    public var color: Color { pen.color }
    let pen: Pen
  }

  /// `nil` where there is nothing to name.
  /// - Parameter obstacles: what a legend inside of the frame had better not cover.
  init?(
    of names: LegendNames, beside frame: Rect, avoiding obstacles: LegendObstacles = LegendObstacles(), style: Style,
    resolution: Resolution
  ) {
    let named = names.entries
    guard !named.isEmpty else { return nil }
    let em = resolution.pixels(points: style.fontSize)
    let legend = style.legend
    let spacing = legend.entrySpacing * em
    let columns: [[LegendNames.Entry]] =
      switch names.place {
      case .inside, .insideIfClear: [named]
      case .outside: named.split(intoColumnsOf: frame.height - 2 * legend.padding * em, spacing: spacing)
      case .above: named.map { [$0] }
      }
    let keyRoom = (legend.keyLength + legend.keyGap) * em
    let widths = columns.map { column in keyRoom + (column.lazy.map { $0.block.box.width }.max() ?? 0) }
    let heights = columns.map { column in
      column.reduce(0) { $0 + $1.block.box.height } + Double(column.count - 1) * spacing
    }
    let size = Size(
      width: widths.reduce(0, +) + Double(columns.count - 1) * legend.columnSpacing * em + 2 * legend.padding * em,
      height: (heights.max() ?? 0) + 2 * legend.padding * em)

    isOutside = names.standOutside
    switch names.place {
    case .inside, .insideIfClear:
      (box, coverage) = LegendAnchor.best(
        for: size, in: frame.inset(by: legend.margin * em), avoiding: obstacles)
    case .outside:
      box = Rect(x: frame.maxX + 2 * legend.margin * em, y: frame.minY, width: size.width, height: size.height)
      coverage = 0
    case .above:
      // The words stand where those of a title would.
      let baseline = frame.minY - resolution.pixels(points: style.panelTitleGap)
      let top = baseline - (named.lazy.map { $0.block.firstBaseline }.max() ?? 0) - legend.padding * em
      box = Rect(x: frame.minX - legend.padding * em, y: top, width: size.width, height: size.height)
      coverage = 0
    }

    var entries: [Entry] = []
    var left = box.minX + legend.padding * em
    for (column, width) in zip(columns, widths) {
      var top = box.minY + legend.padding * em
      for name in column {
        let rise = top + name.block.firstBaseline - legend.keyRise * em
        entries.append(
          Entry(
            block: name.block.placed(at: Point(x: left + keyRoom, y: top)), keyStart: Point(x: left, y: rise),
            keyEnd: Point(x: left + legend.keyLength * em, y: rise), pen: name.pen))
        top += name.block.box.height + spacing
      }
      left += width + legend.columnSpacing * em
    }
    self.entries = entries
  }
}

extension LegendLayout {
  /// The legend itself, or the same above a word that it would touch.
  func clear(of word: Rect?, gap: Double) -> LegendLayout {
    guard let word, box.inset(by: -gap).overlaps(word) else { return self }
    return LegendLayout(self, raisedBy: box.maxY + gap - word.minY)
  }

  private init(_ other: LegendLayout, raisedBy rise: Double) {
    func raised(_ point: Point) -> Point { Point(x: point.x, y: point.y - rise) }
    box = Rect(x: other.box.minX, y: other.box.minY - rise, width: other.box.width, height: other.box.height)
    isOutside = other.isOutside
    coverage = other.coverage
    entries = other.entries.map { entry in
      let corner = Point(x: entry.block.box.minX, y: entry.block.box.minY)
      return Entry(
        block: entry.block.placed(at: raised(corner)), keyStart: raised(entry.keyStart), keyEnd: raised(entry.keyEnd),
        pen: entry.pen)
    }
  }
}

extension [LegendNames.Entry] {
  /// As few columns as fit a height, alike in length; never less than one entry a column.
  fileprivate func split(intoColumnsOf height: Double, spacing: Double) -> [[Element]] {
    let entry = (lazy.map { $0.block.box.height }.max() ?? 0) + spacing
    let rows = Swift.max(1, ((height + spacing) / entry).rounded(.down))
    let columns = Double(count) <= rows ? 1 : Int((Double(count) / rows).rounded(.up))
    let length = (count + columns - 1) / columns
    return stride(from: 0, to: count, by: length).map { Array(self[$0..<Swift.min($0 + length, count)]) }
  }
}
