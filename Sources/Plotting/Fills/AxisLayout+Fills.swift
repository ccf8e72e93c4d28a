import Drawing
import Geometry

extension AxisLayout {
  /// The ticks, their labels and the offset text.
  func fills(frame: Rect, style: Style, resolution: Resolution) -> [Fill] {
    var fills = [Fill(tickPath(frame: frame, style: style, resolution: resolution), color: style.ink, role: .tick)]
    fills += ticks.map { $0.block.fill(color: style.ink, role: .tickLabel) }
    if let offsetText { fills.append(offsetText.fill(color: style.ink, role: .offsetText)) }
    return fills
  }

  /// Short lines from the frame outward: down from its bottom, to the left of its left side.
  private func tickPath(frame: Rect, style: Style, resolution: Resolution) -> Path {
    let width = resolution.pixels(points: style.frameWidth)
    let length = resolution.pixels(points: style.tickLength)
    let edge = orientation == .horizontal ? frame.maxY : frame.minX
    let outward: Double = orientation == .horizontal ? 1 : -1
    let start = PixelSnapping.line(edge, width: width)
    let end = PixelSnapping.edge(edge) + PixelSnapping.line(outward * length, width: width)

    var path = Path()
    for tick in ticks {
      let along = PixelSnapping.line(tick.position, width: width)
      path.move(to: orientation.point(along: along, across: start))
      path.line(to: orientation.point(along: along, across: end))
    }
    return path.stroked(StrokeStyle(width: width))
  }
}
