import Geometry
import Typography

/// One axis of a panel: its limits, its ticks and the words beside them.
public struct AxisLayout: Sendable {
  /// Whether it is the x axis, below the frame, or the y axis, left of it.
  public let orientation: Orientation
  /// The data values at both ends of the frame.
  public var limits: ClosedRange<Double> { scale.limits }
  /// In the order of their values.
  public let ticks: [TickLayout]
  /// What all tick labels have in common, such as `1e6`.
  public let offsetText: TextBlock?
  let scale: LinearScale

  /// One tick and its label.
  public struct TickLayout: Sendable {
    /// In data units.
    public let value: Double
    /// Where it stands along the axis, in pixels.
    public let position: Double
    /// The label in its place.
    public let block: TextBlock

    /// The words of the label.
    public var label: String { block.text }
    /// What the label takes up, in pixels.
    public var box: Rect { block.box }
  }

  /// - Parameter avoided: the labels of the other axis, which those of a horizontal one stand clear of.
  init(
    setting words: inout AxisWords, along frame: Rect, avoiding avoided: [TickLayout] = [], style: Style,
    resolution: Resolution
  ) {
    let (orientation, limits) = (words.orientation, words.limits)
    let scale =
      switch orientation {
      case .horizontal: LinearScale(limits: limits, start: frame.minX, end: frame.maxX)
      case .vertical: LinearScale(limits: limits, start: frame.maxY, end: frame.minY)
      }
    let reach = resolution.pixels(points: style.tickLength + style.tickLabelGap)
    func placed(_ row: TickRow) -> [TickLayout] {
      row.values.indices.map { index in
        let position = scale.position(of: row.values[index])
        return TickLayout(
          value: row.values[index], position: position,
          block: Self.placed(row.labels[index], beside: position, of: frame, orientation: orientation, reach: reach))
      }
    }

    var locator = TickLocator(
      length: resolution.points(pixels: orientation.along(frame.size)), fontSize: style.fontSize,
      orientation: orientation)
    var row = words.ticks(by: locator)
    var ticks = placed(row)
    while ticks.overlap, locator.intervals > 1 {
      locator = TickLocator(intervals: locator.intervals - 1)
      row = words.ticks(by: locator)
      ticks = placed(row)
    }
    self.orientation = orientation
    self.scale = scale
    let cleared = ticks.cleared(of: avoided)
    self.ticks = cleared
    offsetText = row.offsetText.map {
      Self.placedOffset(
        $0, behind: cleared, of: frame, orientation: orientation, gap: resolution.pixels(points: style.offsetTextGap))
    }
  }

  /// The offset text below the right end of the labels, or above the upper left corner of the frame.
  private static func placedOffset(
    _ block: TextBlock, behind ticks: [TickLayout], of frame: Rect, orientation: Orientation, gap: Double
  ) -> TextBlock {
    switch orientation {
    case .horizontal:
      let bottom = ticks.lazy.map { $0.box.maxY }.max() ?? frame.maxY
      return block.placed(at: Point(x: frame.maxX - block.box.width, y: bottom + gap))
    case .vertical:
      let rise = max(gap, block.box.height - block.lastBaseline) + block.lastBaseline
      return block.placed(at: Point(x: frame.minX, y: frame.minY - rise))
    }
  }

  /// A tick label below its tick, or left of it with the middle of its capitals at the tick.
  private static func placed(
    _ block: TextBlock, beside position: Double, of frame: Rect, orientation: Orientation, reach: Double
  ) -> TextBlock {
    switch orientation {
    case .horizontal:
      block.placed(centredOn: position, top: frame.maxY + reach)
    case .vertical:
      block.placed(
        at: Point(x: frame.minX - reach - block.box.width, y: position - block.firstBaseline / 2))
    }
  }

  /// Whether no label covers another.
  var isLegible: Bool { !ticks.overlap }

  /// The boxes of all words of the axis.
  var boxes: [Rect] {
    var boxes = ticks.map { $0.box }
    if let offsetText { boxes.append(offsetText.box) }
    return boxes
  }
}

extension [AxisLayout.TickLayout] {
  /// Whether the label of one covers that of the next.
  fileprivate var overlap: Bool { indices.dropFirst().contains { self[$0 - 1].box.overlaps(self[$0].box) } }

  /// The same in one row below the labels of other ticks, if one would cover one of them.
  fileprivate func cleared(of avoided: [Element]) -> [Element] {
    guard let top = first?.box.minY else { return self }
    let covered = avoided.lazy.filter { other in contains { $0.box.overlaps(other.box) } }
    guard let lowest = covered.map({ $0.box.maxY }).max(), lowest > top else { return self }
    return map { tick in
      Element(
        value: tick.value, position: tick.position, block: tick.block.placed(at: Point(x: tick.box.minX, y: lowest)))
    }
  }
}
