import Drawing
import Geometry
import Scales

/// A thin straight line across a panel that data are compared with, such as an axis through zero or an asymptote.
///
/// It never changes the limits of the axes, is not in a legend, and names may cover it.
///
/// ```swift
/// Panel(marks: [.line(ReferenceLine(.horizontal(y: 0))), .curve(curve)])
/// ```
public struct ReferenceLine: Sendable, Hashable {
  /// Where the line is, in data units.
  public var place: Place
  /// The colour of the line.
  public var color: MarkColor
  /// Whether the line is dashed.
  public var isDashed: Bool
  /// The x values between which the line is drawn, in data units, or nil for all.
  public var range: ClosedRange<Double>?

  /// The points of a straight line, in data units.
  public enum Place: Sendable, Hashable {
    /// All points with this y value.
    case horizontal(y: Double)
    /// All points with this x value.
    case vertical(x: Double)
    /// The points with y = slope · x + intercept. They are on a straight line, and drawn, if both axes are linear.
    case sloped(slope: Double, intercept: Double)
  }

  /// Creates a line.
  public init(
    _ place: Place, color: MarkColor = .muted, isDashed: Bool = false, in range: ClosedRange<Double>? = nil
  ) {
    self.place = place
    self.color = color
    self.isDashed = isDashed
    self.range = range
  }
}

extension ReferenceLine: MarkContent {
  var label: String { "" }
  var legendKey: LegendKey { .line }
  var layer: MarkLayer { .belowTicks }
  var stems: Stems? { nil }

  func check() throws(LayoutError) {}

  func extend(x: inout DataRange, y: inout DataRange, style: Style) {}

  func add(to obstacles: inout Obstacles, in area: PlotArea) {}

  func fills(in area: PlotArea, pen: Pen, on paper: Paper) -> [Fill] {
    let width = paper.pixels(paper.style.gridWidth)
    guard let (start, end) = ends(in: area, width: width) else { return [] }
    var line = Path()
    line.move(to: start)
    line.line(to: end)
    let dashes = isDashed ? Self.dashes.map { $0 * width } : []
    return [
      Fill(
        line.dashed(dashes).stroked(StrokeStyle(width: width)), color: pen.color, role: .referenceLine,
        clip: clip(in: area))
    ]
  }

  /// The part of the frame in which the line is drawn.
  private func clip(in area: PlotArea) -> Rect {
    let clip = area.clip
    func place(_ x: Double?) -> Double? {
      x.flatMap { area.x.type.shows($0) ? PixelSnapping.edge(area.x.position(of: $0)) : nil }
    }
    let left = max(clip.minX, min(place(range?.lowerBound) ?? clip.minX, clip.maxX))
    let right = max(left, min(place(range?.upperBound) ?? clip.maxX, clip.maxX))
    return Rect(minX: left, minY: clip.minY, maxX: right, maxY: clip.maxY)
  }

  /// The lengths of a dash and of a gap, in line widths.
  private static let dashes = [5.0, 4.0]

  /// Returns both ends of the part inside the frame, on whole pixels if the line is along an axis; nil if there is none.
  private func ends(in area: PlotArea, width: Double) -> (start: Point, end: Point)? {
    let clip = area.clip
    switch place {
    case .horizontal(let value):
      guard area.y.type.shows(value), area.y.limits.contains(value) else { return nil }
      let y = PixelSnapping.line(area.y.position(of: value), width: width)
      return (Point(x: clip.minX, y: y), Point(x: clip.maxX, y: y))
    case .vertical(let value):
      guard area.x.type.shows(value), area.x.limits.contains(value) else { return nil }
      let x = PixelSnapping.line(area.x.position(of: value), width: width)
      return (Point(x: x, y: clip.maxY), Point(x: x, y: clip.minY))
    case .sloped(let slope, let intercept):
      guard area.x.type == .linear, area.y.type == .linear else { return nil }
      let limits = area.x.limits
      let start = area.point(limits.lowerBound, slope * limits.lowerBound + intercept)
      let end = area.point(limits.upperBound, slope * limits.upperBound + intercept)
      // A margin, so that the line is as wide at the frame as elsewhere.
      guard start.y.isFinite, end.y.isFinite, let part = clip.inset(by: -2 * width).shares(from: start, to: end) else {
        return nil
      }
      return (
        start.interpolated(to: end, at: part.lowerBound), start.interpolated(to: end, at: part.upperBound)
      )
    }
  }
}
