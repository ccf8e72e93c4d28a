import Drawing
import Geometry
import Scales

/// Something drawn from data inside the frame of a panel.
public enum Mark: Sendable {
  case bars(Bars)
  case curve(Curve)
  case scatter(Scatter)
  case line(ReferenceLine)
  case stems(Stems)

  /// The content of the mark, through which limits, layout and drawing treat all marks alike.
  ///
  /// This is the only switch over all marks: a new case does not compile without a type that says everything about it.
  var content: any MarkContent {
    switch self {
    case .bars(let bars): bars
    case .curve(let curve): curve
    case .scatter(let scatter): scatter
    case .line(let line): line
    case .stems(let stems): stems
    }
  }
}

/// Everything that limits, layout and drawing need to know of a mark.
///
/// No requirement has a default, so that none can be forgotten.
protocol MarkContent: Sendable {
  var color: MarkColor { get }
  /// The name in the legend; marks without a name are not in it.
  var label: String { get }
  /// The symbol before the name in the legend.
  var legendKey: LegendKey { get }
  var layer: MarkLayer { get }

  /// Throws if the data of the mark do not belong together.
  func check() throws(LayoutError)

  /// Adds the values that the axes have to show.
  func extend(x: inout DataRange, y: inout DataRange, style: Style)

  /// Adds what a legend should not cover.
  func add(to obstacles: inout Obstacles, in area: PlotArea)

  /// The stems whose texts stand in a band above all marks; nil for marks of other kinds.
  var stems: Stems? { get }

  /// Returns the areas to fill, from the lowest to the topmost.
  func fills(in area: PlotArea, pen: Pen, on paper: Paper) -> [Fill]
}

/// Whether a mark is drawn below the ticks, above them or above the frame as well.
enum MarkLayer {
  case belowTicks, aboveTicks, aboveFrame
}

/// The symbol before a name in a legend.
enum LegendKey: Sendable {
  case line, dot, area
}

/// The area inside the frame of a panel and the scales that map data to it.
struct PlotArea {
  /// The rectangle along which the axes run, in pixels; not snapped.
  let frame: Rect
  let x: AxisScale
  let y: AxisScale

  /// The frame on whole pixels, outside of which nothing is drawn.
  var clip: Rect { PixelSnapping.edges(frame) }

  /// Returns the pixel position of a data point that both scales show.
  func point(_ x: Double, _ y: Double) -> Point { Point(x: self.x.position(of: x), y: self.y.position(of: y)) }

  /// Whether both scales show the data point.
  func shows(_ x: Double, _ y: Double) -> Bool { self.x.type.shows(x) && self.y.type.shows(y) }
}
