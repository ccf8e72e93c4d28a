import Drawing
import Geometry
import Scales

/// Points joined by straight lines. A point that an axis cannot show, such as an infinite one, leaves a gap.
public struct Curve: Sendable {
  /// The x values of the points, in data units.
  public var x: [Double]
  /// The y values of the points, in data units, as many as x values.
  public var y: [Double]
  /// The name in the legend; empty if the curve is not in it.
  public var label: String
  /// The colour of the line and of its dots.
  public var color: MarkColor
  /// The width of the line, of those that the style has.
  public var weight: Weight = .normal
  /// Dots at the ends of pieces of the curve.
  public var endPoints: [EndPoint] = []
  /// All points of a curve of which `x` and `y` hold only those that can be told apart. A legend keeps away from all.
  public var allPoints: CurvePoints?

  /// The width of a line relative to others; the style has the lengths.
  public enum Weight: Sendable, Hashable {
    case normal
    /// The width of curves to compare with.
    case thin
  }

  /// Creates a curve through points. A figure with a curve of unequally many x and y values has no layout.
  public init(
    x: [Double], y: [Double], label: String = "", color: MarkColor = .inTurn, weight: Weight = .normal,
    endPoints: [EndPoint] = []
  ) {
    self.x = x
    self.y = y
    self.label = label
    self.color = color
    self.weight = weight
    self.endPoints = endPoints
  }
}

/// Points of a curve that are computed on request, in data units.
public struct CurvePoints: Sendable {
  /// The number of all points.
  public let count: Int
  /// Returns the point of an index from 0 up.
  public let point: @Sendable (_ index: Int) -> (x: Double, y: Double)

  /// Creates points from their number and a function of the index.
  public init(count: Int, point: @escaping @Sendable (_ index: Int) -> (x: Double, y: Double)) {
    self.count = count
    self.point = point
  }
}

/// The end of a piece of a curve: a dot that is full if the end belongs to the curve, and a ring otherwise.
public struct EndPoint: Sendable, Hashable {
  /// The x value in data units.
  public var x: Double
  /// The y value in data units.
  public var y: Double
  /// Whether the curve takes this value there.
  public var isTaken: Bool

  /// Creates an end at a point in data units.
  public init(x: Double, y: Double, isTaken: Bool) {
    self.x = x
    self.y = y
    self.isTaken = isTaken
  }
}

extension Curve: MarkContent {
  var legendKey: LegendKey { .line }
  var layer: MarkLayer { .aboveTicks }
  var stems: Stems? { nil }

  func check() throws(LayoutError) {
    guard x.count == y.count else { throw .unequalCounts(label: label, x: x.count, y: y.count) }
  }

  func extend(x xRange: inout DataRange, y yRange: inout DataRange, style: Style) {
    for run in runs(where: { xRange.type.shows($0) && yRange.type.shows($1) }) {
      for index in run {
        xRange.add(x[index])
        yRange.add(y[index])
      }
    }
  }

  func add(to obstacles: inout Obstacles, in area: PlotArea) {
    obstacles.add(curves: runs(where: area.shows).map { $0.map { area.point(x[$0], y[$0]) } }, of: allPoints, in: area)
  }

  func fills(in area: PlotArea, pen: Pen, on paper: Paper) -> [Fill] {
    fills(in: area, pen: pen, on: paper, drawing: nil)
  }

  /// Returns the fills of the curve, of which only some parts may be drawn.
  func fills(in area: PlotArea, pen: Pen, on paper: Paper, drawing parts: CurveParts?) -> [Fill] {
    let width = lineWidth(on: paper)
    let cap = paper.style.cap(of: pen)
    let clip = paper.style.curvesAboveFrame ? area.clip.higher(by: (width / 2).rounded(.up)) : area.clip
    func stroke(_ lines: [[Point]], cap: StrokeStyle.Cap) -> Fill {
      let path = Path(joining: lines).dashed(pen.dashes.map { $0 * width })
      return Fill(stroking: path, width: width, cap: cap, color: pen.color, role: .curve, clip: clip)
    }
    var fills: [Fill] = []
    if let parts {
      if !parts.lines.isEmpty { fills.append(stroke(parts.lines, cap: .butt)) }
      // Only the ends of the curve itself have the cap of the style.
      if cap != .butt, !parts.ends.isEmpty { fills.append(stroke(parts.ends, cap: cap)) }
    } else {
      fills.append(stroke(polylines(in: area, on: paper), cap: cap))
    }
    return fills + endPoints.flatMap { self.fills(of: $0, color: pen.color, in: area, on: paper) }
  }

  /// The width of the line in pixels.
  func lineWidth(on paper: Paper) -> Double {
    paper.pixels(weight == .thin ? paper.style.thinLineWidth : paper.style.lineWidth)
  }

  /// Returns the runs of indices between the gaps.
  func runs(where isShown: (_ x: Double, _ y: Double) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for index in x.indices where !isShown(x[index], y[index]) {
      if start < index { runs.append(start..<index) }
      start = index + 1
    }
    if start < x.count { runs.append(start..<x.count) }
    return runs
  }

  /// Returns the points of the curve in pixels, from gap to gap. A curve that runs along the axes only is snapped to pixels,
  /// to be sharp.
  func polylines(in area: PlotArea, on paper: Paper) -> [[Point]] {
    let width = lineWidth(on: paper)
    return runs(where: area.shows).map { run in
      let points = run.map { area.point(x[$0], y[$0]) }
      let isAlongAxes = points.indices.dropFirst().allSatisfy {
        points[$0].x == points[$0 - 1].x || points[$0].y == points[$0 - 1].y
      }
      return isAlongAxes ? points.map { PixelSnapping.line($0, width: width) } : points
    }
  }

  /// Returns a disc, or a ring filled with the colour of the paper; neither is cut off at the frame.
  private func fills(of end: EndPoint, color: Color, in area: PlotArea, on paper: Paper) -> [Fill] {
    let middle = area.point(end.x, end.y)
    guard area.frame.inset(by: -0.5).contains(middle) else { return [] }
    let radius = paper.pixels(paper.style.endPointRadius)
    guard radius > 0 else { return [] }
    let disc = Fill(Path(discAround: middle, radius: radius), color: color, role: .endPoint)
    let hole = radius - paper.pixels(paper.style.thinLineWidth)
    guard !end.isTaken, hole > 0 else { return [disc] }
    return [disc, Fill(Path(discAround: middle, radius: hole), color: paper.style.paper, role: .endPoint)]
  }
}

extension Rect {
  /// Returns the rectangle that reaches further up and down by an amount.
  fileprivate func higher(by amount: Double) -> Rect {
    Rect(minX: minX, minY: minY - amount, maxX: maxX, maxY: maxY + amount)
  }
}

extension Path {
  /// Creates a path of straight lines between points.
  fileprivate init(joining lines: [[Point]]) {
    self.init()
    for points in lines {
      guard let first = points.first else { continue }
      reserveCapacity(forAppending: points.count)
      move(to: first)
      for point in points.dropFirst() { line(to: point) }
    }
  }
}
