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

  init(
    _ orientation: Orientation, limits: ClosedRange<Double>, frame: Rect, typeface: Typeface, style: Style,
    resolution: Resolution
  ) {
    self.orientation = orientation
    scale =
      switch orientation {
      case .horizontal: LinearScale(limits: limits, start: frame.minX, end: frame.maxX)
      case .vertical: LinearScale(limits: limits, start: frame.maxY, end: frame.minY)
      }
    let scale = scale
    let reach = resolution.pixels(points: style.tickLength + style.tickLabelGap)
    let locator = TickLocator(
      length: resolution.points(pixels: orientation.along(frame.size)), fontSize: style.fontSize,
      orientation: orientation)
    let sequence = locator.ticks(in: limits)
    let labels = TickLabels(sequence, in: limits)
    let ticks = zip(sequence.values(in: limits), labels.texts).map { value, text in
      let position = scale.position(of: value)
      let block = TextBlock(text, in: typeface, points: style.fontSize, resolution: resolution)
      return TickLayout(
        value: value, position: position,
        block: Self.placed(block, beside: position, of: frame, orientation: orientation, reach: reach))
    }
    self.ticks = ticks

    guard !labels.offsetText.isEmpty else {
      offsetText = nil
      return
    }
    let block = TextBlock(labels.offsetText, in: typeface, points: style.fontSize, resolution: resolution)
    let gap = resolution.pixels(points: style.offsetTextGap)
    switch orientation {
    case .horizontal:
      let bottom = ticks.map(\.box.maxY).max() ?? frame.maxY
      offsetText = block.placed(at: Point(x: frame.maxX - block.box.width, y: bottom + gap))
    case .vertical:
      offsetText = block.placed(at: Point(x: frame.minX, y: frame.minY - gap - block.lastBaseline))
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

  /// The boxes of all words of the axis.
  var boxes: [Rect] { ticks.map(\.box) + (offsetText.map { [$0.box] } ?? []) }
}
