import Drawing
import Geometry

extension PanelLayout {
  /// The grid lies lowest, bars under the axes, curves over their ticks, the frame over both, words on top.
  func fills(style: Style, resolution: Resolution) -> [Fill] {
    let clip = PixelSnapping.edges(frame)
    let pens = panel.pens(in: style)
    var fills: [Fill] = []
    if style.grid {
      fills += [xAxis, yAxis].map { $0.gridFill(frame: frame, clip: clip, style: style, resolution: resolution) }
    }
    for (mark, pen) in zip(panel.marks, pens) {
      guard case .bars(let bars) = mark else { continue }
      fills.append(Fill(path(of: bars), color: pen.color, role: .bar, clip: clip))
      for bar in bars.cutBars { fills += breakFills(of: bar, in: bars, style: style, resolution: resolution) }
    }
    for axis in [xAxis, yAxis] {
      fills += axis.fills(frame: frame, style: style, resolution: resolution)
    }
    for (mark, pen) in zip(panel.marks, pens) {
      guard case .curve(let curve) = mark else { continue }
      fills += self.fills(of: curve, pen: pen, clip: clip, style: style, resolution: resolution)
    }
    if let path = framePath(style: style, resolution: resolution) {
      fills.append(Fill(path, color: style.frameColor, role: .frame))
    }
    if let title { fills += title.titleFills(style: style) }
    if let xLabel { fills.append(xLabel.fill(color: style.textColor, role: .axisLabel)) }
    fills += notes.flatMap { $0.noteFills(style: style) }
    if let legend { fills += legend.fills(style: style, resolution: resolution) }
    return fills
  }

  /// The outline of bars on whole pixels: one of all that touch, without the sides that they share.
  private func path(of bars: Bars) -> Path {
    var path = Path()
    path.reserveCapacity(forAppending: 3 * bars.heights.count)
    var end: Point?
    func close() {
      guard let end else { return }
      path.line(to: end)
      path.close()
    }
    for index in bars.heights.indices {
      let box = box(ofBar: index, in: bars)
      guard box.width > 0, box.height > 0 else { continue }
      if end?.x != box.minX {
        close()
        path.move(to: Point(x: box.minX, y: box.maxY))
      }
      path.line(to: Point(x: box.minX, y: box.minY))
      path.line(to: Point(x: box.maxX, y: box.minY))
      end = Point(x: box.maxX, y: box.maxY)
    }
    close()
    return path
  }

  private func framePath(style: Style, resolution: Resolution) -> Path? {
    let width = resolution.pixels(points: style.frameWidth)
    let left = PixelSnapping.line(frame.minX, width: width)
    let top = PixelSnapping.line(frame.minY, width: width)
    let right = PixelSnapping.line(frame.maxX, width: width)
    let bottom = PixelSnapping.line(frame.maxY, width: width)
    var path = Path()
    switch style.frame {
    case .box: path.append(Rect(minX: left, minY: top, maxX: right, maxY: bottom))
    case .axes:
      path.move(to: Point(x: left, y: PixelSnapping.edge(frame.minY)))
      path.line(to: Point(x: left, y: bottom))
      path.line(to: Point(x: PixelSnapping.edge(frame.maxX), y: bottom))
    case .baseline:
      path.move(to: Point(x: PixelSnapping.edge(frame.minX), y: bottom))
      path.line(to: Point(x: PixelSnapping.edge(frame.maxX), y: bottom))
    case .none: return nil
    }
    let stroke = path.stroked(StrokeStyle(width: width))
    return stroke.isEmpty ? nil : stroke
  }
}

extension PanelLayout {
  /// Where a bar stands, on whole pixels; empty where it is too low or too narrow to be seen.
  func box(ofBar index: Int, in bars: Bars) -> Rect {
    Rect(
      minX: PixelSnapping.edge(xAxis.scale.position(of: bars.edges[index])),
      minY: PixelSnapping.edge(yAxis.scale.position(of: bars.heights[index])),
      maxX: PixelSnapping.edge(xAxis.scale.position(of: bars.edges[index + 1])),
      maxY: PixelSnapping.edge(yAxis.scale.position(of: 0)))
  }
}
