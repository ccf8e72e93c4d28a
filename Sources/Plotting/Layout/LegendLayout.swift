import Drawing
import Geometry

/// The legend that names the marks of a panel: inside the frame, where it covers the least, or beside the frame.
public struct LegendLayout: Sendable {
  /// The outline of the legend, in pixels.
  public let box: Rect
  /// The entries from the top down, column by column, in the order of the marks.
  public let entries: [Entry]
  /// Whether the legend is to the right of the panel's frame or above it.
  public let isOutside: Bool
  /// The number of points, curves and bars that the legend covers.
  let coverage: Int

  /// The key and the name of one mark.
  public struct Entry: Sendable {
    /// The name in its place.
    public let block: TextBlock
    /// The left end of the key.
    public let keyStart: Point
    /// The right end of the key.
    public let keyEnd: Point
    /// The colour of the mark and so of the key.
    public var color: Color { pen.color }
    let key: LegendKey
    let pen: Pen
  }

  /// Places a legend; nil if no mark has a name.
  ///
  /// - Parameter obstacles: What a legend inside of the frame should not cover.
  init?(of text: LegendText, beside frame: Rect, avoiding obstacles: Obstacles = Obstacles(), on paper: Paper) {
    let named = text.entries
    guard !named.isEmpty else { return nil }
    let em = paper.em
    let legend = paper.style.legend
    let spacing = legend.entrySpacing * em
    let columns: [[LegendText.Entry]] =
      switch text.place {
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

    isOutside = text.isOutside
    switch text.place {
    case .inside, .insideIfClear:
      (box, coverage) = LegendAnchor.best(
        for: size, in: frame.inset(by: legend.margin * em), avoiding: obstacles)
    case .outside:
      box = Rect(x: frame.maxX + 2 * legend.margin * em, y: frame.minY, width: size.width, height: size.height)
      coverage = 0
    case .above:
      // The names are where a title would be.
      let baseline = frame.minY - paper.pixels(paper.style.panelTitleGap)
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
            keyEnd: Point(x: left + legend.keyLength * em, y: rise), key: name.key, pen: name.pen))
        top += name.block.box.height + spacing
      }
      left += width + legend.columnSpacing * em
    }
    self.entries = entries
  }
}

extension LegendLayout {
  /// Returns the legend itself or, if it would touch a text, the legend above that text.
  func clear(of text: Rect?, gap: Double) -> LegendLayout {
    guard let text, box.inset(by: -gap).overlaps(text) else { return self }
    return LegendLayout(self, raisedBy: box.maxY + gap - text.minY)
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
        key: entry.key, pen: entry.pen)
    }
  }
}

extension [LegendText.Entry] {
  /// Returns as few columns as fit a height, of about equal length and with at least one entry each.
  fileprivate func split(intoColumnsOf height: Double, spacing: Double) -> [[Element]] {
    let entry = (lazy.map { $0.block.box.height }.max() ?? 0) + spacing
    let rows = Swift.max(1, ((height + spacing) / entry).rounded(.down))
    let columns = Double(count) <= rows ? 1 : Int((Double(count) / rows).rounded(.up))
    let length = (count + columns - 1) / columns
    return stride(from: 0, to: count, by: length).map { Array(self[$0..<Swift.min($0 + length, count)]) }
  }
}

/// The places that a legend may take inside a frame, in the order in which they are tried.
///
/// This is matplotlib's "best": the first place that covers the fewest points, curves and bars.
private enum LegendAnchor: CaseIterable {
  case upperRight, upperLeft, lowerLeft, lowerRight, right, centerLeft, centerRight, lowerCenter, upperCenter, center

  /// Returns the best box of a size, and how much it covers.
  static func best(for size: Size, in room: Rect, avoiding obstacles: Obstacles) -> (box: Rect, coverage: Int) {
    if obstacles.areReduced {
      let boxes = allCases.map { $0.box(of: size, in: room) }
      let counts = obstacles.counts(in: boxes)
      // The first of the smallest counts.
      let place = counts.indices.min { counts[$0] < counts[$1] } ?? 0
      return (boxes[place], counts[place])
    }
    var best = (box: LegendAnchor.upperRight.box(of: size, in: room), coverage: 0)
    best.coverage = obstacles.count(in: best.box)
    for anchor in allCases.dropFirst() where best.coverage > 0 {
      let box = anchor.box(of: size, in: room)
      let coverage = obstacles.count(in: box)
      if coverage < best.coverage { best = (box, coverage) }
    }
    return best
  }

  private func box(of size: Size, in room: Rect) -> Rect {
    Rect(
      x: room.minX + horizontal * (room.width - size.width), y: room.minY + vertical * (room.height - size.height),
      width: size.width, height: size.height)
  }

  /// The share of the free width on the left of the legend.
  private var horizontal: Double {
    switch self {
    case .upperLeft, .lowerLeft, .centerLeft: 0
    case .lowerCenter, .upperCenter, .center: 0.5
    case .upperRight, .lowerRight, .right, .centerRight: 1
    }
  }

  /// The share of the free height above the legend.
  private var vertical: Double {
    switch self {
    case .upperRight, .upperLeft, .upperCenter: 0
    case .right, .centerLeft, .centerRight, .center: 0.5
    case .lowerLeft, .lowerRight, .lowerCenter: 1
    }
  }
}
