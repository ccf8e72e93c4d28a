import Drawing
import Geometry
import Scales

/// Dots at points. A point that an axis cannot show, such as an infinite one, is left out.
public struct Scatter: Sendable {
  /// The x values of the points, in data units.
  public var x: [Double]
  /// The y values of the points, in data units, as many as x values.
  public var y: [Double]
  /// The name in the legend; empty if the dots are not in it.
  public var label: String
  /// The colour of all dots.
  public var color: MarkColor
  /// The radius of the dots in points, or nil for that of the style.
  public var radius: Double?

  /// Creates dots at points. A figure with dots of unequally many x and y values has no layout.
  public init(
    x: [Double], y: [Double], label: String = "", color: MarkColor = .inTurn, radius: Double? = nil
  ) {
    self.x = x
    self.y = y
    self.label = label
    self.color = color
    self.radius = radius
  }
}

extension Scatter: MarkContent {
  var legendKey: LegendKey { .dot }
  var layer: MarkLayer { .aboveTicks }
  var stems: Stems? { nil }

  func check() throws(LayoutError) {
    guard x.count == y.count else { throw .unequalCounts(label: label, x: x.count, y: y.count) }
  }

  func extend(x xRange: inout DataRange, y yRange: inout DataRange, style: Style) {
    for (x, y) in zip(x, y) where xRange.type.shows(x) && yRange.type.shows(y) {
      xRange.add(x)
      yRange.add(y)
    }
  }

  func add(to obstacles: inout Obstacles, in area: PlotArea) { obstacles.add(points: points(in: area)) }

  func fills(in area: PlotArea, pen: Pen, on paper: Paper) -> [Fill] {
    let radius = paper.pixels(self.radius ?? paper.style.dotRadius)
    let reach = area.frame.inset(by: -radius)
    let path = Path(discsAround: points(in: area).filter { reach.contains($0) }, radius: radius)
    return path.isEmpty ? [] : [Fill(path, color: pen.color, role: .dot, clip: area.clip)]
  }

  private func points(in area: PlotArea) -> [Point] {
    zip(x, y).filter { area.shows($0, $1) }.map { area.point($0, $1) }
  }
}

extension Style {
  /// The radius of the dots of a scatter mark in points: as in matplotlib, a disc with a line around it.
  var dotRadius: Double { endPointRadius + lineWidth / 2 }
}
