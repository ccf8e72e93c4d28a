import Drawing
import Geometry

extension PanelLayout {
  /// Bars lie under the axes, curves over their ticks, the frame over both, the legend on top.
  func fills(style: Style, resolution: Resolution) -> [Fill] {
    let clip = PixelSnapping.edges(frame)
    var fills: [Fill] = []
    for case .bars(let bars) in panel.marks {
      fills.append(Fill(path(of: bars), color: bars.color, role: .bar, clip: clip))
    }
    for axis in [xAxis, yAxis] {
      fills += axis.fills(frame: frame, style: style, resolution: resolution)
    }
    let width = resolution.pixels(points: style.lineWidth)
    for case .curve(let curve) in panel.marks {
      let path = path(of: curve, width: width).stroked(StrokeStyle(width: width, cap: .square, join: .round))
      fills.append(Fill(path, color: curve.color, role: .curve, clip: clip))
    }
    fills.append(frameFill(style: style, resolution: resolution))
    if let title { fills.append(title.fill(color: style.ink, role: .panelTitle)) }
    if let xLabel { fills.append(xLabel.fill(color: style.ink, role: .axisLabel)) }
    if let legend { fills += legend.fills(style: style, resolution: resolution) }
    return fills
  }

  /// Rectangles on whole pixels, which meet without a seam.
  private func path(of bars: Bars) -> Path {
    var path = Path()
    let base = PixelSnapping.edge(yAxis.scale.position(of: 0))
    for (index, height) in bars.heights.enumerated() {
      let left = PixelSnapping.edge(xAxis.scale.position(of: bars.edges[index]))
      let right = PixelSnapping.edge(xAxis.scale.position(of: bars.edges[index + 1]))
      let top = PixelSnapping.edge(yAxis.scale.position(of: height))
      if left < right, top < base { path.append(Rect(minX: left, minY: top, maxX: right, maxY: base)) }
    }
    return path
  }

  /// The points of a curve joined by lines; a curve that only goes along the axes is snapped to be sharp.
  private func path(of curve: Curve, width: Double) -> Path {
    var path = Path()
    for run in curve.runs {
      var points = run.map { Point(x: xAxis.scale.position(of: $0.x), y: yAxis.scale.position(of: $0.y)) }
      if zip(points, points.dropFirst()).allSatisfy({ $0.x == $1.x || $0.y == $1.y }) {
        points = points.map { PixelSnapping.line($0, width: width) }
      }
      guard let first = points.first else { continue }
      path.move(to: first)
      for point in points.dropFirst() { path.line(to: point) }
    }
    return path
  }

  private func frameFill(style: Style, resolution: Resolution) -> Fill {
    let width = resolution.pixels(points: style.frameWidth)
    let left = PixelSnapping.line(frame.minX, width: width)
    let top = PixelSnapping.line(frame.minY, width: width)
    let right = PixelSnapping.line(frame.maxX, width: width)
    let bottom = PixelSnapping.line(frame.maxY, width: width)
    let path = Path(Rect(minX: left, minY: top, maxX: right, maxY: bottom))
    return Fill(path.stroked(StrokeStyle(width: width)), color: style.ink, role: .frame)
  }
}
