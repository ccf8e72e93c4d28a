import Drawing
import Geometry

extension AxisLayout {
  /// The ticks, where there is a side of the frame for them to stand on, their labels and the offset text.
  func fills(frame: Rect, style: Style, resolution: Resolution) -> [Fill] {
    var fills: [Fill] = []
    let lines = tickPath(frame: frame, style: style, resolution: resolution)
    if style.frame.hasSide(alongWhich: orientation), !lines.isEmpty {
      fills.append(Fill(lines, color: style.tickColor, role: .tick))
    }
    fills += ticks.map { $0.block.fill(color: style.textColor, role: .tickLabel) }
    if let offsetText { fills.append(offsetText.fill(color: style.textColor, role: .offsetText)) }
    return fills
  }

  /// Lines across the frame through the ticks.
  func gridFill(frame: Rect, clip: Rect, style: Style, resolution: Resolution) -> Fill {
    let width = resolution.pixels(points: style.gridWidth)
    let (start, end) = orientation == .horizontal ? (frame.minY, frame.maxY) : (frame.minX, frame.maxX)
    var path = Path()
    for tick in ticks {
      let along = PixelSnapping.line(tick.position, width: width)
      path.move(to: orientation.point(along: along, across: PixelSnapping.edge(start)))
      path.line(to: orientation.point(along: along, across: PixelSnapping.edge(end)))
    }
    return Fill(path.stroked(StrokeStyle(width: width)), color: style.gridColor, role: .grid, clip: clip)
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

extension FrameShape {
  /// Whether the side along which an axis runs is drawn.
  fileprivate func hasSide(alongWhich orientation: Orientation) -> Bool {
    switch self {
    case .box, .axes: true
    case .baseline: orientation == .horizontal
    case .none: false
    }
  }
}
