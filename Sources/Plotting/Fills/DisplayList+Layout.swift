import Drawing
import Geometry

extension DisplayList {
  /// Draws a figure that has been laid out: its fills from the lowest to the topmost.
  public init(drawing layout: FigureLayout) {
    let paper = layout.paper
    self.init(width: Int(layout.size.width), height: Int(layout.size.height), background: paper.style.paper)
    for panel in layout.panels { fills += panel.fills(on: paper) }
    if let title = layout.title { fills.append(title.fill(color: paper.style.titleColor, role: .figureTitle)) }
    if let caption = layout.caption { fills.append(caption.fill(color: paper.style.captionColor, role: .caption)) }
    clearPaperColours()
  }

  /// Clears the areas that are filled with the colour of a translucent paper, so that the page is seen through them.
  private mutating func clearPaperColours() {
    guard background.alpha < 255 else { return }
    for index in fills.indices where fills[index].color == background {
      fills[index].color.alpha = 255
      fills[index].isClearing = true
    }
  }
}

extension PanelLayout {
  /// Returns the fills of a panel: grid, marks below the ticks, ticks, marks above them, frame, and text on top.
  fileprivate func fills(on paper: Paper) -> [Fill] {
    let (style, area) = (paper.style, area)
    let marks = Array(zip(panel.marks.map(\.content), panel.pens(in: style)))
    let parts = style.alternatesCoincidentCurves ? curveParts(in: area, on: paper) : [:]
    func markFills(in layer: MarkLayer) -> [Fill] {
      marks.enumerated().filter { $0.element.0.layer == layer }.flatMap { index, mark in
        guard let curve = mark.0 as? Curve, let parts = parts[index] else {
          return mark.0.fills(in: area, pen: mark.1, on: paper)
        }
        return curve.fills(in: area, pen: mark.1, on: paper, drawing: parts)
      }
    }
    var fills: [Fill] = []
    if style.grid { fills += [xAxis, yAxis].map { $0.gridFill(in: dataFrame, on: paper) } }
    fills += markFills(in: .belowTicks)
    for axis in [xAxis, yAxis] { fills += axis.fills(frame: frame, on: paper) }
    let frameFills = framePath(on: paper).map { [Fill($0, color: style.frameColor, role: .frame)] } ?? []
    var curves = markFills(in: .aboveTicks)
    // No curve hides the end of another.
    if style.alternatesCoincidentCurves {
      curves = curves.filter { $0.role != .endPoint } + curves.filter { $0.role == .endPoint }
    }
    fills += style.curvesAboveFrame ? frameFills + curves : curves + frameFills
    for label in stemLabels where !label.leader.isEmpty { fills.append(label.leaderFill(on: paper)) }
    fills += markFills(in: .aboveFrame)
    if let title { fills += title.titleFills(style: style) }
    for label in [xLabel, yLabel] {
      if let label { fills.append(label.fill(color: style.textColor, role: .axisLabel)) }
    }
    for label in stemLabels { fills.append(label.block.fill(color: style.noteColor, role: .note)) }
    if let legend { fills += legend.fills(on: paper) }
    return fills
  }

  /// Returns the parts of those curves that are not drawn whole, by the numbers of their marks.
  private func curveParts(in area: PlotArea, on paper: Paper) -> [Int: CurveParts] {
    // Dashed lines let others be seen between their dashes, and further dashes would not be told from them. Nor would thin
    // ones in the colour of a wider curve be told from that.
    let drawn = zip(panel.marks, panel.pens(in: paper.style)).enumerated().compactMap { index, mark in
      mark.1.dashes.isEmpty ? (mark.0.content as? Curve).map { (index: index, curve: $0, color: mark.1.color) } : nil
    }
    let wide = Set(drawn.lazy.filter { $0.curve.weight == .normal }.map(\.color))
    let curves = drawn.filter { $0.curve.weight == .normal || !wide.contains($0.color) }.map { ($0.index, $0.curve) }
    guard curves.count > 1 else { return [:] }
    let width = curves.lazy.map { $1.lineWidth(on: paper) }.max() ?? 0
    // Curves with ordered colours run together gradually, and the dashes of so many of them would look torn.
    let isOrdered = curves.allSatisfy { $1.color.isOrdered }
    let alternation = CurveAlternation(
      of: curves.map { $1.polylines(in: area, on: paper) }, in: frame, width: width,
      reach: isOrdered ? width / 8 : width / 2)
    return Dictionary(
      uniqueKeysWithValues: zip(curves, alternation.parts).compactMap { curve, parts in
        parts.map { (curve.0, $0) }
      })
  }

  /// Returns the outline of the lines along those sides of the frame that are drawn, or nil if there are none.
  private func framePath(on paper: Paper) -> Path? {
    let width = paper.pixels(paper.style.frameWidth)
    let left = PixelSnapping.line(frame.minX, width: width)
    let top = PixelSnapping.line(frame.minY, width: width)
    let right = PixelSnapping.line(frame.maxX, width: width)
    let bottom = PixelSnapping.line(frame.maxY, width: width)
    var path = Path()
    switch paper.style.frame {
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

extension AxisLayout {
  /// Returns the ticks, if the side of the frame along which they stand is drawn, their labels and the offset text.
  fileprivate func fills(frame: Rect, on paper: Paper) -> [Fill] {
    let style = paper.style
    var fills: [Fill] = []
    if style.frame.hasSide(along: orientation) {
      let major = ticks.lazy.filter { !$0.isMinor }.map(\.position)
      let minor = ticks.lazy.filter(\.isMinor).map(\.position) + unlabelledTicks
      // Minor ticks are to major ones as in matplotlib: 2 to 3.5 points long and 0.6 to 0.8 points wide.
      for path in [
        tickPath(at: major, length: style.tickLength, width: style.frameWidth, frame: frame, on: paper),
        tickPath(at: minor, length: style.tickLength * 4 / 7, width: style.frameWidth * 0.75, frame: frame, on: paper),
      ] where !path.isEmpty {
        fills.append(Fill(path, color: style.tickColor, role: .tick))
      }
    }
    fills += ticks.map { $0.block.fill(color: style.textColor, role: .tickLabel) }
    if let offsetText { fills.append(offsetText.fill(color: style.textColor, role: .offsetText)) }
    return fills
  }

  /// Returns lines across the frame through the labelled ticks.
  fileprivate func gridFill(in frame: Rect, on paper: Paper) -> Fill {
    let width = paper.pixels(paper.style.gridWidth)
    let (start, end) = orientation == .horizontal ? (frame.minY, frame.maxY) : (frame.minX, frame.maxX)
    var path = Path()
    for tick in ticks {
      let along = PixelSnapping.line(tick.position, width: width)
      path.move(to: orientation.point(along: along, across: PixelSnapping.edge(start)))
      path.line(to: orientation.point(along: along, across: PixelSnapping.edge(end)))
    }
    return Fill(
      path.dashed(paper.style.gridDashes.map { $0 * width }).stroked(StrokeStyle(width: width)),
      color: paper.style.gridColor, role: .grid, clip: PixelSnapping.edges(frame))
  }

  /// Returns short lines from the frame outward, down from its bottom or to the left of its left side.
  ///
  /// - Parameters:
  ///   - length: The length of the lines in points.
  ///   - width: The width of the lines in points.
  private func tickPath(
    at positions: some Sequence<Double>, length: Double, width: Double, frame: Rect, on paper: Paper
  ) -> Path {
    let frameWidth = paper.pixels(paper.style.frameWidth)
    let (length, width) = (paper.pixels(length), paper.pixels(width))
    let edge = orientation == .horizontal ? frame.maxY : frame.minX
    let outward: Double = orientation == .horizontal ? 1 : -1
    let start = PixelSnapping.line(edge, width: frameWidth)
    let end = PixelSnapping.edge(edge) + PixelSnapping.line(outward * length, width: frameWidth)

    var path = Path()
    for position in positions {
      let along = PixelSnapping.line(position, width: width)
      path.move(to: orientation.point(along: along, across: start))
      path.line(to: orientation.point(along: along, across: end))
    }
    return path.stroked(StrokeStyle(width: width))
  }
}

extension FrameShape {
  /// Whether the side along which an axis runs is drawn.
  fileprivate func hasSide(along orientation: Orientation) -> Bool {
    switch self {
    case .box, .axes: true
    case .baseline: orientation == .horizontal
    case .none: false
    }
  }
}

extension TextBlock {
  /// Returns the glyphs of all lines, each on a baseline of whole pixels.
  func fill(color: Color, role: Fill.Role) -> Fill { fill(of: lines[...], color: color, role: role) }

  private func fill(of lines: ArraySlice<Line>, color: Color, role: Fill.Role) -> Fill {
    var outlines = PlacedOutlines()
    for line in lines {
      if isTurned {
        let baseline = (box.minX + line.baseline).rounded()
        // A quarter turn takes what is to the right of the baseline's start to above it.
        line.glyphs.appendOutlines(
          at: Point(x: line.left, y: 0), turn: Point(x: baseline, y: box.maxY), to: &outlines)
      } else {
        let baseline = (box.minY + line.baseline).rounded()
        line.glyphs.appendOutlines(at: Point(x: box.minX + line.left, y: baseline), to: &outlines)
      }
    }
    return Fill(outlines, color: color, role: role)
  }

  /// Returns the title of a panel: its first line in the colour of titles, the others in that of ordinary text.
  fileprivate func titleFills(style: Style) -> [Fill] {
    guard style.titleColor != style.textColor, lines.count > 1 else {
      return [fill(color: style.titleColor, role: .panelTitle)]
    }
    return [
      fill(of: lines[..<1], color: style.titleColor, role: .panelTitle),
      fill(of: lines[1...], color: style.textColor, role: .panelTitle),
    ]
  }
}

extension StemLabelLayout {
  /// Returns the line from the dot to the text, sharp where it is upright.
  fileprivate func leaderFill(on paper: Paper) -> Fill {
    let width = paper.pixels(paper.style.gridWidth)
    var path = Path()
    let corners = leader.map { Point(x: PixelSnapping.line($0.x, width: width), y: $0.y) }
    path.move(to: corners[0])
    for corner in corners.dropFirst() { path.line(to: corner) }
    return Fill(stroking: path, width: width, cap: .butt, color: paper.style.tickColor, role: .leader)
  }
}
