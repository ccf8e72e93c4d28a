/// The annotations that a figure may show in addition to its histograms and curves, each switched on or off by itself.
///
/// The key `marks` of a configuration sets them. They are not to be confused with a `Mark`, which draws data.
public struct StudyMarks: Sendable, Hashable {
  /// Whether jumps and kinks are drawn where they are, as a gap between dots or as a corner, and not as a slope between two
  /// points of the grid.
  public var breaks = false
  /// Whether values that a visible share of the samples takes leave the bars of a histogram and stand as dots on stems, with
  /// their shares, and whether a few bars that would leave the others without visible height change the scale.
  public var pointMasses = false
  /// Whether a thin normal density, scaled to counts, runs over the histogram of the input.
  public var density = false
  /// Whether the exact mean and standard deviation are beside those of the sample.
  public var exactMoments = false
  /// Whether each axis has a label that says what it measures.
  public var axisLabels = false
  /// Whether thin lines show where x and y are zero, and the straight lines to which a function tends.
  public var guides = false
  /// Whether thin dashed lines show the least and the greatest value of the function, and of its derivative the greatest
  /// magnitude, as far as they are proved.
  public var bounds = false
  /// Whether a line below the panels explains the annotations.
  public var caption = false

  /// No annotation, as in the style `matplotlib`.
  public static let none = StudyMarks()
  /// The annotations of the styles `light` and `dark`: all but `bounds`.
  public static let usual = StudyMarks(
    breaks: true, pointMasses: true, density: true, exactMoments: true, axisLabels: true, guides: true, caption: true)
  /// Every annotation there is.
  public static let all = StudyMarks(
    breaks: true, pointMasses: true, density: true, exactMoments: true, axisLabels: true, guides: true, bounds: true,
    caption: true)

  /// Creates a selection of annotations, of which none is on unless it is named.
  public init(
    breaks: Bool = false, pointMasses: Bool = false, density: Bool = false, exactMoments: Bool = false,
    axisLabels: Bool = false, guides: Bool = false, bounds: Bool = false,
    caption: Bool = false
  ) {
    self.breaks = breaks
    self.pointMasses = pointMasses
    self.density = density
    self.exactMoments = exactMoments
    self.axisLabels = axisLabels
    self.guides = guides
    self.bounds = bounds
    self.caption = caption
  }
}
