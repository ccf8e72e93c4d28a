import Drawing
import Geometry

extension LegendLayout {
  /// The translucent frame, then each entry's key and name.
  func fills(style: Style, resolution: Resolution) -> [Fill] {
    let frameWidth = resolution.pixels(points: style.legend.frameWidth)
    let radius = style.legend.cornerRadius * resolution.pixels(points: style.fontSize)
    let outline = Path(rounding: box, radius: radius).mapped { PixelSnapping.line($0, width: frameWidth) }
    var fills = isOutside ? [] : [Fill(outline, color: style.legend.background, role: .legendFrame)]
    if frameWidth > 0 {
      fills.append(
        Fill(outline.stroked(StrokeStyle(width: frameWidth)), color: style.legend.frame, role: .legendFrame))
    }
    let keyWidth = resolution.pixels(points: style.lineWidth)
    for entry in entries {
      var key = Path()
      key.move(to: PixelSnapping.line(entry.keyStart, width: keyWidth))
      key.line(to: PixelSnapping.line(entry.keyEnd, width: keyWidth))
      let line = key.dashed(entry.pen.dashes.map { $0 * keyWidth })
      fills.append(
        Fill(
          line.stroked(StrokeStyle(width: keyWidth, cap: style.cap(of: entry.pen))), color: entry.color,
          role: .legendKey))
      fills.append(entry.block.fill(color: style.textColor, role: .legendLabel))
    }
    return fills
  }
}

extension Path {
  /// A rectangle whose corners are rounded by quadratic curves.
  fileprivate init(rounding rect: Rect, radius: Double) {
    self.init()
    move(to: Point(x: rect.minX + radius, y: rect.minY))
    line(to: Point(x: rect.maxX - radius, y: rect.minY))
    quadratic(to: Point(x: rect.maxX, y: rect.minY + radius), control: Point(x: rect.maxX, y: rect.minY))
    line(to: Point(x: rect.maxX, y: rect.maxY - radius))
    quadratic(to: Point(x: rect.maxX - radius, y: rect.maxY), control: Point(x: rect.maxX, y: rect.maxY))
    line(to: Point(x: rect.minX + radius, y: rect.maxY))
    quadratic(to: Point(x: rect.minX, y: rect.maxY - radius), control: Point(x: rect.minX, y: rect.maxY))
    line(to: Point(x: rect.minX, y: rect.minY + radius))
    quadratic(to: Point(x: rect.minX + radius, y: rect.minY), control: Point(x: rect.minX, y: rect.minY))
    close()
  }
}
