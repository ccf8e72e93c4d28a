import Geometry

extension LegendLayout {
  /// A thin straight line that joins the end of a curve and its name.
  public struct Leader: Sendable, Hashable {
    /// The point near the end of the curve.
    public let start: Point
    /// The point near the name.
    public let end: Point

    /// Joins two points up to a distance from both; nil if they are too near.
    init?(from start: Point, to end: Point, gap: Double) {
      let length = (end - start).length
      guard length > 2 * gap else { return nil }
      self.start = start.interpolated(to: end, at: gap / length)
      self.end = start.interpolated(to: end, at: 1 - gap / length)
    }

    /// Whether the lines have a point in common at which neither ends.
    func crosses(_ other: Leader) -> Bool {
      func areApart(_ line: Leader, _ other: Leader) -> Bool {
        let way = line.end - line.start
        return way.cross(other.start - line.start) * way.cross(other.end - line.start) >= 0
      }
      return !areApart(self, other) && !areApart(other, self)
    }

    /// Whether the line has a point inside a rectangle.
    func crosses(_ box: Rect) -> Bool { box.shares(from: start, to: end) != nil }
  }

  /// Creates the legend of names at the ends of curves; nil if there are none.
  init?(_ labels: EndLabels, of text: LegendText, beside frame: Rect) {
    entries = labels.labels.map { label in
      let named = text.entries[label.index]
      let side = Point(x: label.block.box.minX, y: label.block.box.midY)
      return Entry(
        block: label.block, keyStart: side, keyEnd: side, end: labels.ends[label.index], leader: label.leader, key: nil,
        pen: named.pen, isInside: label.block.box.overlaps(frame))
    }
    let boxes = entries.lazy.map(\.block.box)
    guard let box = boxes.reduce(nil as Rect?, { $0?.union($1) ?? $1 }) else { return nil }
    self.box = box
    place = .atEnds
    coverage = 0
  }
}
