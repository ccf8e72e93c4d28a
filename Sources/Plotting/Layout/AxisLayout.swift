import Geometry
import Scales

/// One axis of a panel: its limits, its ticks and the labels beside them.
public struct AxisLayout: Sendable {
  /// Whether this is the x axis, below the frame, or the y axis, to the left of it.
  public let orientation: Orientation
  /// The data values at both ends of the frame.
  public var limits: ClosedRange<Double> { scale.limits }
  /// The ticks with labels, in the order of their values.
  public let ticks: [TickLayout]
  /// The positions of the minor ticks without a label along the axis, in pixels.
  public let unlabelledTicks: [Double]
  /// The text that all tick labels have in common, such as `1e6`; nil if there is none.
  public let offsetText: TextBlock?
  let scale: AxisScale

  /// One tick and its label.
  public struct TickLayout: Sendable {
    /// The value in data units.
    public let value: Double
    /// Whether the tick is one of the shorter ones between the major ticks.
    public let isMinor: Bool
    /// The position along the axis, in pixels.
    public let position: Double
    /// The label in its place.
    public let block: TextBlock

    /// The text of the label.
    public var label: String { block.text }
    /// The box of the label, in pixels.
    public var box: Rect { block.box }
  }

  /// Places ticks along a frame: as many as there may be without a label covering another.
  ///
  /// If labels overlap, ticks are chosen again for fewer intervals, and so at a greater distance.
  ///
  /// - Parameters:
  ///   - avoided: The ticks of the other axis, whose labels those of a horizontal axis keep clear of.
  ///   - top: The highest position at which a vertical axis has ticks.
  init(
    setting text: inout AxisText, along frame: Rect, avoiding avoided: [TickLayout] = [],
    below top: Double = -.infinity, on paper: Paper
  ) {
    let orientation = text.orientation
    let (start, end) = orientation == .horizontal ? (frame.minX, frame.maxX) : (frame.maxY, frame.minY)
    let scale = AxisScale(text.scale, limits: text.limits, start: start, end: end)
    let reach = paper.pixels(paper.style.tickLength + paper.style.tickLabelGap)
    func placed(_ row: AxisText.Row) -> [TickLayout] {
      var placed: [TickLayout] = []
      placed.reserveCapacity(row.ticks.count)
      for measured in row.ticks {
        guard let block = measured.block else { continue }
        let tick = measured.tick
        let position = scale.position(of: tick.value)
        guard position >= top - 0.5 else { continue }
        placed.append(
          TickLayout(
            value: tick.value, isMinor: tick.isMinor, position: position,
            block: Self.placed(block, beside: position, of: frame, orientation: orientation, reach: reach)))
      }
      return placed
    }

    let length =
      text.tickLimits.map { (scale.position(of: $0.upperBound) - scale.position(of: $0.lowerBound)).magnitude }
      ?? orientation.along(frame.size)
    var intervals = TickLocator(
      length: paper.resolution.points(pixels: length), fontSize: paper.style.fontSize,
      orientation: orientation
    ).intervals
    var row = text.row(intervals: intervals)
    var ticks = placed(row)
    while ticks.overlap, intervals > 1 {
      intervals -= 1
      row = text.row(intervals: intervals)
      ticks = placed(row)
    }
    self.orientation = orientation
    self.scale = scale
    let cleared = ticks.cleared(of: avoided)
    self.ticks = cleared
    unlabelledTicks = row.ticks.filter { $0.block == nil }.map { scale.position(of: $0.tick.value) }
      .filter { $0 >= top - 0.5 }
    offsetText = row.offsetText.map {
      Self.placedOffset(
        $0, behind: cleared, of: frame, orientation: orientation, gap: paper.pixels(paper.style.offsetTextGap))
    }
  }

  /// Places the offset text below the right end of the labels, or above the upper left corner of the frame.
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

  /// Places a tick label below its tick, or to the left of it with the middle of its capitals at the tick.
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

  /// The boxes of all texts of the axis.
  var boxes: [Rect] {
    var boxes = ticks.map { $0.box }
    if let offsetText { boxes.append(offsetText.box) }
    return boxes
  }
}

extension [AxisLayout.TickLayout] {
  /// Whether a label covers the next one.
  fileprivate var overlap: Bool { indices.dropFirst().contains { self[$0 - 1].box.overlaps(self[$0].box) } }

  /// Returns the ticks with their labels in one row below those labels of another axis that they would cover.
  fileprivate func cleared(of avoided: [Element]) -> [Element] {
    guard let top = first?.box.minY else { return self }
    let covered = avoided.lazy.filter { other in contains { $0.box.overlaps(other.box) } }
    guard let lowest = covered.map({ $0.box.maxY }).max(), lowest > top else { return self }
    return map { tick in
      Element(
        value: tick.value, isMinor: tick.isMinor, position: tick.position,
        block: tick.block.placed(at: Point(x: tick.box.minX, y: lowest)))
    }
  }
}
