import Drawing
import Geometry

/// The legend that names the marks of a panel: inside the frame, where it covers the least, or beside the frame.
public struct LegendLayout: Sendable {
  /// The outline of the legend, in pixels.
  public let box: Rect
  /// The entries from the top down, column by column, in the order of the marks.
  public let entries: [Entry]
  /// The place of the names beside the frame.
  let place: Panel.LegendPlace
  /// The number of points, curves and bars that the legend covers.
  let coverage: Int

  /// Whether no name is inside of the panel's frame.
  public var isOutside: Bool { entries.allSatisfy { !$0.isInside } }

  /// The key and the name of one mark.
  public struct Entry: Sendable {
    /// The name in its place.
    public let block: TextBlock
    /// The left end of the key or, where a name stands at the end of a curve without one, the left end of the name.
    public let keyStart: Point
    /// The right end of the key, or the left end of the name.
    public let keyEnd: Point
    /// The last visible point of the curve at which the name stands; nil if the curve has none or the legend is elsewhere.
    public var end: Point?
    /// The line from there to the name; nil if the name is so near that it needs none.
    public var leader: Leader?
    /// The colour of the mark and so of the key.
    public var color: Color { pen.color }
    /// The symbol before the name; nil if the name itself has the colour of the mark.
    let key: LegendKey?
    let pen: Pen
    let isInside: Bool
  }

  /// Places a legend; nil if no mark has a name.
  ///
  /// - Parameter obstacles: What a legend inside of the frame should not cover.
  init?(of text: LegendText, beside frame: Rect, avoiding obstacles: Obstacles = Obstacles(), on paper: Paper) {
    let named = text.entries
    guard !named.isEmpty else { return nil }
    let em = paper.em
    let legend = paper.style.legend
    let grid = LegendGrid(
      of: named, in: text.place, beside: Size(width: frame.width, height: frame.height - 2 * legend.padding * em),
      on: paper)
    let size = Size(
      width: grid.size.width + 2 * legend.padding * em, height: grid.size.height + 2 * legend.padding * em)

    place = text.place
    switch text.place {
    case .inside, .insideIfClear, .atEnds:
      (box, coverage) = LegendAnchor.best(
        for: size, in: frame.inset(by: legend.margin * em), avoiding: obstacles)
    case .outside:
      box = Rect(x: frame.maxX + 2 * legend.margin * em, y: frame.minY, width: size.width, height: size.height)
      coverage = 0
    case .above:
      // The last row of names is where a title would be.
      let baseline = frame.minY - paper.pixels(paper.style.panelTitleGap)
      let top = baseline - grid.lastBaseline - legend.padding * em
      box = Rect(x: frame.minX - legend.padding * em, y: top, width: size.width, height: size.height)
      coverage = 0
    }

    let corner = Point(x: box.minX + legend.padding * em, y: box.minY + legend.padding * em)
    entries = grid.cells(from: corner).map { entry, corner in
      let rise = corner.y + entry.block.firstBaseline - legend.keyRise * em
      return Entry(
        block: entry.block.placed(at: Point(x: corner.x + grid.keyRoom, y: corner.y)),
        keyStart: Point(x: corner.x, y: rise), keyEnd: Point(x: corner.x + legend.keyLength * em, y: rise),
        key: entry.key, pen: entry.pen, isInside: !text.isOutside)
    }
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
    place = other.place
    coverage = other.coverage
    entries = other.entries.map { entry in
      let corner = Point(x: entry.block.box.minX, y: entry.block.box.minY)
      return Entry(
        block: entry.block.placed(at: raised(corner)), keyStart: raised(entry.keyStart), keyEnd: raised(entry.keyEnd),
        key: entry.key, pen: entry.pen, isInside: entry.isInside)
    }
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
