import Scales

/// Panels in rows and columns under one title, before anything has a place.
///
/// ```swift
/// let bars = Bars(edges: [0, 1, 2, 3], heights: [2, 5, 1])
/// let figure = Figure(title: "Rolls", panels: [Panel(xAxis: "Eyes", yAxis: "Count", marks: [.bars(bars)])])
/// ```
public struct Figure: Sendable {
  /// The title, in bold above all panels; empty for none.
  public var title: String
  /// The panels, from left to right and then from top to bottom. All frames have the same size.
  public var panels: [Panel]
  /// The number of panels in a row, at least one, or nil for all of them in one row.
  public var columns: Int?
  /// A small text below all panels, broken into lines if it is too long; empty for none.
  public var caption: String
  /// The width of the figure in inches.
  public var width: Double
  /// The height of the figure in inches.
  public var height: Double
  /// The number of pixels in an inch.
  public var resolution: Resolution
  /// The sizes and colours of everything that is not data.
  public var style: Style

  /// Creates a figure, in matplotlib's default size, resolution and style unless others are given.
  public init(
    title: String = "", panels: [Panel], columns: Int? = nil, caption: String = "", width: Double = 6.4,
    height: Double = 4.8, resolution: Resolution = Resolution(dotsPerInch: 100), style: Style = .matplotlib
  ) {
    self.title = title
    self.panels = panels
    self.columns = columns
    self.caption = caption
    self.width = width
    self.height = height
    self.resolution = resolution
    self.style = style
  }
}

/// One frame with two axes and the marks in it.
public struct Panel: Sendable {
  /// The title above the frame, with a newline between lines; empty for none.
  public var title: String
  /// The axis below the frame.
  public var xAxis: Axis
  /// The axis to the left of the frame.
  public var yAxis: Axis
  /// The marks, from the lowest to the topmost.
  public var marks: [Mark]
  /// Where the names of the marks stand.
  public var legendPlace: LegendPlace = .inside
  /// The ratio of the lengths that one unit has on both axes.
  public var aspect: Aspect = .automatic

  /// The ratio of the lengths that one unit has on both axes of a panel.
  public enum Aspect: Sendable, Hashable {
    /// Each axis fills its side of the frame.
    case automatic
    /// One unit of x is as long as one unit of y, and the frame is as large as its place allows. Both axes must be linear.
    case equal
  }

  /// The place of the legend of a panel.
  public enum LegendPlace: Sendable, Hashable {
    /// The place in the frame where the legend covers the least.
    case inside
    /// The space to the right of the frame.
    case outside
    /// A row above the frame, in place of a title.
    case above
    /// A place in the frame where the legend covers nothing, or else the space to the right of the frame.
    case insideIfClear
    /// The ends of the curves: each name, in the colour of its curve, is beside the end of the curve, to the right of the
    /// frame or, if the curve ends inside, in the frame. A thin line joins the two where the name cannot be near.
    ///
    /// Names of other marks than curves, and names for which there is no room, are in a legend.
    case atEnds
  }

  /// Throws if an axis has no ticks, or the axes cannot have the aspect.
  func check() throws(LayoutError) {
    try xAxis.check()
    try yAxis.check()
    guard aspect == .equal else { return }
    guard xAxis.scale == .linear, yAxis.scale == .linear else { throw .unequalUnits }
  }

  /// Creates a panel of marks. A string stands for an axis with that label.
  public init(
    title: String = "", xAxis: Axis = Axis(), yAxis: Axis = Axis(), marks: [Mark], legendPlace: LegendPlace = .inside
  ) {
    self.title = title
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.marks = marks
    self.legendPlace = legendPlace
  }
}

/// An axis of a panel: its label, its scale and the values that it shows.
///
/// ```swift
/// Panel(xAxis: "Layer", yAxis: Axis("Variance", scale: .logarithmic, limits: 1e-6...1), marks: marks)
/// ```
public struct Axis: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The label, with a newline between lines; empty for none. That of a y axis reads from bottom to top.
  public var label: String
  /// How the values are spread over the length of the axis.
  public var scale: ScaleType
  /// The data values at both ends, or nil for all data and a margin on both sides.
  public var limits: ClosedRange<Double>?
  /// Whether only whole numbers have ticks, as on an axis that counts.
  public var hasWholeTicks = false

  /// Creates an axis, which is linear and shows all data unless a scale or limits are given.
  public init(_ label: String = "", scale: ScaleType = .linear, limits: ClosedRange<Double>? = nil) {
    self.label = label
    self.scale = scale
    self.limits = limits
  }

  /// Creates a linear axis that shows all data.
  public init(stringLiteral label: String) { self.init(label) }

  /// Throws if there is no axis with these limits.
  func check() throws(LayoutError) {
    guard let limits else { return }
    guard scale.shows(limits.lowerBound), scale.shows(limits.upperBound), limits.lowerBound < limits.upperBound else {
      throw .unusableLimits(lower: limits.lowerBound, upper: limits.upperBound, scale)
    }
  }
}
