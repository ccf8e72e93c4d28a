/// Panels side by side under one title, before anything has a place.
///
/// ```swift
/// let bars = Bars(edges: [0, 1, 2, 3], heights: [2, 5, 1])
/// let figure = Figure(
///   title: "Rolls", panels: [Panel(title: "Count", marks: [.bars(bars)])], width: 5, height: 4, resolution: Resolution(dotsPerInch: 100))
/// ```
public struct Figure: Sendable {
  /// Set in bold above all panels; none where empty.
  public var title: String
  /// From left to right.
  public var panels: [Panel]
  /// A small line below all panels, broken where it is too long; none where empty.
  public var caption: String
  /// Inches.
  public var width: Double
  /// Inches.
  public var height: Double
  /// Pixels an inch.
  public var resolution: Resolution
  /// Sizes and colours of all that is not data.
  public var style: Style

  /// A figure in matplotlib's default style unless another is given.
  public init(
    title: String = "", panels: [Panel], caption: String = "", width: Double, height: Double, resolution: Resolution,
    style: Style = .matplotlib
  ) {
    self.title = title
    self.panels = panels
    self.caption = caption
    self.width = width
    self.height = height
    self.resolution = resolution
    self.style = style
  }
}
