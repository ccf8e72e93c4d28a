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
    _ orientation: Orientation, limits: ClosedRange<Double>, frame: Rect, avoiding avoided: [Rect] = [],
    typeface: Typeface, style: Style, resolution: Resolution
  ) {
    self.orientation = orientation
    let scale =
      switch orientation {
      case .horizontal: LinearScale(limits: limits, start: frame.minX, end: frame.maxX)
      case .vertical: LinearScale(limits: limits, start: frame.maxY, end: frame.minY)
      }
    self.scale = scale
    func block(_ text: String) -> TextBlock {
      TextBlock(text, in: typeface, points: style.fontSize, resolution: resolution)
    }

    var locator = TickLocator(
      length: resolution.points(pixels: orientation.along(frame.size)), fontSize: style.fontSize,
      orientation: orientation)
    let reach = resolution.pixels(points: style.tickLength + style.tickLabelGap)
    func labelled(by locator: TickLocator) -> (ticks: [TickLayout], offsetText: String) {
      let sequence = locator.ticks(in: limits)
      let labels = TickLabels(sequence)
      let ticks = zip(sequence.visibleValues, labels.texts).map { value, text in
        let position = scale.position(of: value)
        return TickLayout(
          value: value, position: position,
          block: Self.placed(block(text), beside: position, of: frame, orientation: orientation, reach: reach))
      }
      return (ticks, labels.offsetText)
    }
    var labels = labelled(by: locator)
    while labels.ticks.overlap, locator.intervals > 1 {
      locator = TickLocator(intervals: locator.intervals - 1)
      labels = labelled(by: locator)
    }
    ticks = labels.ticks.cleared(of: avoided)

    guard !labels.offsetText.isEmpty else {
      offsetText = nil
      return
    }
    let offset = block(labels.offsetText)
    let gap = resolution.pixels(points: style.offsetTextGap)
    switch orientation {
    case .horizontal:
      let bottom = ticks.map(\.box.maxY).max() ?? frame.maxY
      offsetText = offset.placed(at: Point(x: frame.maxX - offset.box.width, y: bottom + gap))
    case .vertical:
      let rise = max(gap, offset.box.height - offset.lastBaseline) + offset.lastBaseline
      offsetText = offset.placed(at: Point(x: frame.minX, y: frame.minY - rise))
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
  var boxes: [Rect] { ticks.map(\.box) + (offsetText.map { [$0.box] } ?? []) }
}

extension [AxisLayout.TickLayout] {
  /// Whether the label of one covers that of the next.
  fileprivate var overlap: Bool { zip(self, dropFirst()).contains { $0.box.intersection($1.box) != nil } }

  /// The same in one row below those boxes, if a label would cover one of them.
  fileprivate func cleared(of avoided: [Rect]) -> [Element] {
    guard let top = first?.box.minY else { return self }
    let lowest = avoided.lazy.filter { box in contains { $0.box.intersection(box) != nil } }.map(\.maxY).max()
    guard let lowest, lowest > top else { return self }
    return map { tick in
      Element(
        value: tick.value, position: tick.position, block: tick.block.placed(at: Point(x: tick.box.minX, y: lowest)))
    }
  }
}
