import Drawing
import Geometry

extension LegendLayout {
  /// Returns the translucent frame, then the key and the name of each entry.
  func fills(on paper: Paper) -> [Fill] {
    guard place != .atEnds else { return entries.flatMap { $0.endFills(on: paper) } }
    let style = paper.style
    let frameWidth = paper.pixels(style.legend.frameWidth)
    let radius = style.legend.cornerRadius * paper.em
    let outline = Path(rounding: box, radius: radius).mapped { PixelSnapping.line($0, width: frameWidth) }
    var fills: [Fill] = []
    if !isOutside { fills.append(style.legendBackground(outline)) }
    if frameWidth > 0 {
      fills.append(
        Fill(outline.stroked(StrokeStyle(width: frameWidth)), color: style.legend.frame, role: .legendFrame))
    }
    for entry in entries {
      fills.append(Fill(entry.keyPath(on: paper), color: entry.color, role: .legendKey))
      fills.append(entry.block.fill(color: style.textColor, role: .legendLabel))
    }
    return fills
  }
}

extension Style {
  /// Returns the area behind names inside a frame. Where the paper is not opaque and the area has its colour, it removes what
  /// is below it.
  fileprivate func legendBackground(_ path: Path) -> Fill {
    var background = Fill(path, color: legend.background, role: .legendFrame)
    let color = legend.background
    background.isClearing =
      paper.alpha < 255 && (color.red, color.green, color.blue) == (paper.red, paper.green, paper.blue)
    return background
  }
}

extension LegendLayout.Entry {
  /// Returns the line to the end of the curve and the name in the colour of the curve, with an area of the paper's colour
  /// below it if it is in the frame.
  fileprivate func endFills(on paper: Paper) -> [Fill] {
    let style = paper.style
    var fills: [Fill] = []
    if let leader {
      var line = Path()
      line.move(to: leader.start)
      line.line(to: leader.end)
      let width = paper.pixels(style.gridWidth)
      fills.append(Fill(line.stroked(StrokeStyle(width: width)), color: style.tickColor, role: .leader))
    }
    if isInside { fills.append(style.legendBackground(Path(block.box))) }
    fills.append(block.fill(color: style.readable(color), role: .legendLabel))
    return fills
  }

  /// Returns the symbol before the name: a piece of the line, a dot, or a box as high as the capitals.
  fileprivate func keyPath(on paper: Paper) -> Path {
    switch key {
    case .line:
      let width = paper.pixels(paper.style.lineWidth)
      var line = Path()
      line.move(to: PixelSnapping.line(keyStart, width: width))
      line.line(to: PixelSnapping.line(keyEnd, width: width))
      return line.dashed(pen.dashes.map { $0 * width })
        .stroked(StrokeStyle(width: width, cap: paper.style.cap(of: pen)))
    case .dot:
      return Path(discAround: keyStart.interpolated(to: keyEnd, at: 0.5), radius: paper.pixels(paper.style.dotRadius))
    case nil: return Path()
    case .area:
      let rise = paper.style.legend.keyRise * paper.em
      return Path(
        PixelSnapping.edges(
          Rect(minX: keyStart.x, minY: keyStart.y - rise, maxX: keyEnd.x, maxY: keyEnd.y + rise)))
    }
  }
}

extension Path {
  /// Creates a rectangle whose corners are rounded by quadratic curves.
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
