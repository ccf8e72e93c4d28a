import Drawing
import Geometry

extension PanelLayout {
  /// The line, then the dots on the ends of its pieces.
  func fills(of curve: Curve, pen: Pen, clip: Rect, style: Style, resolution: Resolution) -> [Fill] {
    let width = resolution.pixels(points: curve.weight == .thin ? style.thinLineWidth : style.lineWidth)
    let line = path(of: curve, width: width).dashed(pen.dashes.map { $0 * width })
    let stroke = Fill(
      stroking: line, width: width, cap: style.cap(of: pen), color: pen.color, role: .curve, clip: clip)
    return [stroke]
      + curve.endPoints.flatMap { fills(of: $0, color: pen.color, style: style, resolution: resolution) }
  }

  /// The points of a curve joined by lines; a curve that only goes along the axes is snapped to be sharp.
  private func path(of curve: Curve, width: Double) -> Path {
    let scales = (x: xAxis.scale, y: yAxis.scale)
    var path = Path()
    for run in curve.runs {
      var points = run.map { Point(x: scales.x.position(of: curve.x[$0]), y: scales.y.position(of: curve.y[$0])) }
      if points.indices.dropFirst().allSatisfy({ points[$0].x == points[$0 - 1].x || points[$0].y == points[$0 - 1].y })
      {
        points = points.map { PixelSnapping.line($0, width: width) }
      }
      guard let first = points.first else { continue }
      path.reserveCapacity(forAppending: points.count)
      path.move(to: first)
      for point in points.dropFirst() { path.line(to: point) }
    }
    return path
  }

  /// A disc, or a ring filled with paper; neither is cut at the frame.
  private func fills(of end: EndPoint, color: Color, style: Style, resolution: Resolution) -> [Fill] {
    let middle = Point(x: xAxis.scale.position(of: end.x), y: yAxis.scale.position(of: end.y))
    guard frame.inset(by: -0.5).contains(middle) else { return [] }
    let radius = resolution.pixels(points: style.endPointRadius)
    guard radius > 0 else { return [] }
    let disc = Fill(Path(discAround: middle, radius: radius), color: color, role: .endPoint)
    let hole = radius - resolution.pixels(points: style.thinLineWidth)
    guard !end.isTaken, hole > 0 else { return [disc] }
    return [disc, Fill(Path(discAround: middle, radius: hole), color: style.paper, role: .endPoint)]
  }
}

extension Style {
  /// A dash ends where its pattern says, so that caps do not fill the gaps.
  func cap(of pen: Pen) -> StrokeStyle.Cap {
    guard pen.dashes.isEmpty else { return .butt }
    return switch lineEnd {
    case .flat: .butt
    case .round: .round
    case .square: .square
    }
  }
}

extension Path {
  /// A circle of four cubic curves, each of which leaves it by at most 0.03 % of the radius.
  ///
  /// The control points lie 4/3 · (√2 − 1) of the radius along the tangents, which puts the middle of each curve on the
  /// circle.
  fileprivate init(discAround middle: Point, radius: Double) {
    self.init()
    let reach = radius * 4 / 3 * (2.0.squareRoot() - 1)
    func point(_ dx: Double, _ dy: Double) -> Point { Point(x: middle.x + dx, y: middle.y + dy) }
    move(to: point(radius, 0))
    cubic(to: point(0, radius), control1: point(radius, reach), control2: point(reach, radius))
    cubic(to: point(-radius, 0), control1: point(-reach, radius), control2: point(-radius, reach))
    cubic(to: point(0, -radius), control1: point(-radius, -reach), control2: point(-reach, -radius))
    cubic(to: point(radius, 0), control1: point(reach, -radius), control2: point(radius, -reach))
    close()
  }
}
