import Drawing
import Geometry

extension PanelLayout {
  /// A slanted gap across a bar that runs out of the frame, between two short lines: here something is left out.
  ///
  /// It lies half way between the ceiling and the top of the frame.
  func breakFills(of bar: Int, in bars: Bars, style: Style, resolution: Resolution) -> [Fill] {
    guard let ceiling = bars.ceiling else { return [] }
    let box = box(ofBar: bar, in: bars)
    guard box.width > 0 else { return [] }
    let reach = resolution.pixels(points: style.cutReach)
    let gap = resolution.pixels(points: style.cutGap)
    let width = resolution.pixels(points: style.thinLineWidth)
    let middle = ((yAxis.scale.position(of: ceiling) + frame.minY) / 2).rounded()
    let (left, right) = (box.minX - reach, box.maxX + reach)
    // As steep as a line across the reach on both sides of a narrow bar can be read; a wide bar is broken no steeper.
    let slant = reach / 2
    func line(_ offset: Double) -> (left: Point, right: Point) {
      (Point(x: left, y: middle + offset + slant), Point(x: right, y: middle + offset - slant))
    }
    let (upper, lower) = (line(-gap / 2), line(gap / 2))
    let hole = Path(corners: [upper.left, upper.right, lower.right, lower.left])
    var lines = Path()
    for line in [upper, lower] {
      lines.move(to: line.left)
      lines.line(to: line.right)
    }
    return [
      Fill(hole, color: style.paper, role: .barBreak),
      Fill(lines.stroked(StrokeStyle(width: width)), color: style.noteColor, role: .barBreak),
    ]
  }
}

extension Path {
  /// A closed contour of straight lines.
  fileprivate init(corners: [Point]) {
    self.init()
    for (index, corner) in corners.enumerated() {
      if index == 0 { move(to: corner) } else { line(to: corner) }
    }
    close()
  }
}
