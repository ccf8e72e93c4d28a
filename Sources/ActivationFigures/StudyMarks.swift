/// What a figure shows beside the notebook's own marks, each for itself.
public struct StudyMarks: Sendable, Hashable {
  /// Jumps and kinks stand where they are: a gap between dots, or a corner, not a slope between points of the grid.
  public var breaks: Bool
  /// Values that a visible share of the outputs takes are labelled with it, and their bars are cut where they would leave no
  /// room for the others.
  public var pointMasses: Bool
  /// A thin normal density over the histogram of the input, scaled to counts.
  public var density: Bool
  /// The exact mean and standard deviation beside the sample's.
  public var exactMoments: Bool
  /// A line below the panels that explains the marks.
  public var caption: Bool

  /// None, as in the notebook.
  public static let none = StudyMarks(
    breaks: false, pointMasses: false, density: false, exactMoments: false, caption: false)
  /// All of them.
  public static let all = StudyMarks(breaks: true, pointMasses: true, density: true, exactMoments: true, caption: true)

  /// Each mark on or off.
  public init(breaks: Bool, pointMasses: Bool, density: Bool, exactMoments: Bool, caption: Bool) {
    self.breaks = breaks
    self.pointMasses = pointMasses
    self.density = density
    self.exactMoments = exactMoments
    self.caption = caption
  }
}
