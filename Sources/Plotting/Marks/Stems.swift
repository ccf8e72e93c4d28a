import Drawing
import Geometry
import Scales

/// Single values that stand apart from bars: for each a thin line from zero to a dot at its height.
///
/// Stems are drawn above all other marks, and their dots are whole even at the frame. Their texts stand in a band above
/// every mark of the panel, joined to the dots by thin lines.
///
/// ```swift
/// Stems(x: [-1, 1], heights: [1200, 900], texts: ["-1\n12.0 %", "1\n9.0 %"])
/// ```
public struct Stems: Sendable {
  /// The x values, in data units.
  public var x: [Double]
  /// The y values of the dots, in data units, as many as x values. A height that the axis cannot show counts as zero.
  public var heights: [Double]
  /// The text of each stem, of one or several lines; empty for none. Stems beyond the last text have none.
  public var texts: [String]
  /// The name in the legend; empty if the stems are not in it.
  public var label: String
  /// The colour of all lines and dots.
  public var color: MarkColor
  /// Returns the text that stands for those stems, given by their indices, whose own texts find no room.
  public var remainder: @Sendable (_ stems: [Int]) -> String

  /// Creates stems. A figure with stems of unequally many x values and heights has no layout.
  public init(
    x: [Double], heights: [Double], texts: [String] = [], label: String = "", color: MarkColor = .inTurn,
    remainder: @escaping @Sendable (_ stems: [Int]) -> String = { "\($0.count) more" }
  ) {
    self.x = x
    self.heights = heights
    self.texts = texts
    self.label = label
    self.color = color
    self.remainder = remainder
  }
}

extension Stems: MarkContent {
  var legendKey: LegendKey { .dot }
  var layer: MarkLayer { .aboveFrame }
  var stems: Stems? { self }

  func check() throws(LayoutError) {
    guard x.count == heights.count else { throw .unequalCounts(label: label, x: x.count, y: heights.count) }
  }

  func extend(x xRange: inout DataRange, y yRange: inout DataRange, style: Style) {
    for index in x.indices where xRange.type.shows(x[index]) && heights[index].isFinite {
      xRange.add(x[index])
      yRange.add(heights[index])
    }
    yRange.addBase(0)
  }

  func add(to obstacles: inout Obstacles, in area: PlotArea) {
    let base = area.y.basePosition
    // The dots are wider than the lines by far.
    obstacles.add(
      boxes: dots(in: area).map { dot in
        Rect(minX: dot.x - 3, minY: min(dot.y - 3, base), maxX: dot.x + 3, maxY: max(dot.y + 3, base))
      })
  }

  func fills(in area: PlotArea, pen: Pen, on paper: Paper) -> [Fill] {
    let (width, radius) = (paper.pixels(paper.style.lineWidth), paper.pixels(paper.style.dotRadius))
    let casing = paper.pixels(Self.casing)
    let base = PixelSnapping.edge(area.y.basePosition)
    var lines = Path()
    let dots = dots(in: area).map { Point(x: PixelSnapping.line($0.x, width: width), y: $0.y) }
    for dot in dots {
      lines.move(to: Point(x: dot.x, y: base))
      lines.line(to: dot)
    }
    let discs = dots.filter { area.frame.inset(by: -0.5).contains($0) }
    func fill(_ discs: [Point], radius: Double, color: Color) -> [Fill] {
      discs.isEmpty || radius <= 0 ? [] : [Fill(Path(discsAround: discs, radius: radius), color: color, role: .dot)]
    }
    func stroke(width: Double, color: Color) -> [Fill] {
      dots.isEmpty ? [] : [Fill(stroking: lines, width: width, cap: .butt, color: color, role: .stem, clip: area.clip)]
    }
    // A seam in the colour of the paper keeps lines and dots apart from bars of the same colour.
    return stroke(width: width + 2 * casing, color: paper.style.paper)
      + fill(discs, radius: radius + casing, color: paper.style.paper)
      + stroke(width: width, color: pen.color) + fill(discs, radius: radius, color: pen.color)
  }

  /// The width of the seam around lines and dots, in points.
  static let casing = 0.75

  /// Returns the middle of the dot of a stem, or nil if it is not between the left and the right side of the frame.
  func dot(of stem: Int, in area: PlotArea) -> Point? {
    guard area.x.type.shows(x[stem]), heights[stem].isFinite else { return nil }
    let place = area.x.position(of: x[stem])
    guard place >= area.frame.minX - 0.5, place <= area.frame.maxX + 0.5 else { return nil }
    return Point(
      x: place, y: area.y.type.shows(heights[stem]) ? area.y.position(of: heights[stem]) : area.y.basePosition)
  }

  private func dots(in area: PlotArea) -> [Point] { x.indices.compactMap { dot(of: $0, in: area) } }
}
