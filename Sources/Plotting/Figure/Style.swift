import Drawing

/// Sizes and colours of everything that is not data: lengths in points, 1/72 inch, unless said otherwise.
///
/// What is not set is matplotlib's. `matplotlib`, `light` and `dark` are finished styles, and every property can be
/// changed:
///
/// ```swift
/// var style = Style.light
/// style.fontSize = 12
/// ```
public struct Style: Sendable, Hashable {
  // MARK: - Words

  /// Of tick labels, axis labels and the legend; `em` below means this size.
  public var fontSize = 10.0
  /// Of the title above a panel.
  public var panelTitleSize = 12.0
  /// Of the title above all panels, which is bold.
  public var figureTitleSize = 17.28
  /// Of words beside single bars.
  public var noteSize = 9.0
  /// Of the caption below all panels.
  public var captionSize = 9.0
  /// Where titles and captions stand above and below what they belong to.
  public var titleAlignment = TitleAlignment.center
  /// Whether the titles above panels are bold.
  public var boldPanelTitles = false

  // MARK: - Lines

  /// Of curves and of their keys in the legend.
  public var lineWidth = 1.5
  /// Of thin curves, the signs of cut bars and the rings of open ends.
  public var thinLineWidth = 1.0
  /// How a curve ends.
  public var lineEnd = LineEnd.square
  /// On and off in turn, in line widths; curves beyond the palette take the second pattern, the next round the third. An
  /// empty one is an unbroken line.
  public var dashes: [[Double]] = [[], [3.7, 1.6], [1, 1.65], [6.4, 1.6, 1, 1.6]]
  /// Of the frame and of the ticks.
  public var frameWidth = 0.8
  /// Which sides of the frame are drawn.
  public var frame = FrameShape.box
  /// Whether lines through the ticks cross the panels.
  public var grid = false
  /// Of the lines through the ticks.
  public var gridWidth = 0.8
  /// From the frame outward.
  public var tickLength = 3.5

  // MARK: - Distances

  /// From the end of a tick to its label.
  public var tickLabelGap = 3.5
  /// From the tick labels to the axis label.
  public var axisLabelGap = 4.0
  /// From the tick labels, or from the frame's top, to the offset text.
  public var offsetTextGap = 3.0
  /// From the frame's top to the panel title's last baseline.
  public var panelTitleGap = 6.0
  /// From the lowest words of the panels to the caption.
  public var captionGap = 6.0
  /// Around all and around each panel, in inches.
  public var padding = 0.04167
  /// The space between panels, as a share of the figure's width divided by the number of panels.
  public var panelSpacing = 0.02
  /// The share by which the limits of an axis reach beyond the data, on each side.
  public var dataMargin = 0.05

  // MARK: - Signs

  /// Half across the dots on the ends of curves.
  public var endPointRadius = 3.0
  /// The share of the axis that is kept above the highest whole bar where others are cut.
  public var cutHeadroom = 0.16
  /// Between the two lines that break a cut bar.
  public var cutGap = 2.5
  /// How far these lines reach beyond the bar, on each side.
  public var cutReach = 3.0
  /// From a bar to the words beside it.
  public var noteGap = 5.0

  // MARK: - Colours

  /// Behind everything.
  public var paper = Color.white
  /// Of the titles.
  public var titleColor = Color.black
  /// Of tick labels, axis labels, the legend and the further lines of a panel's title.
  public var textColor = Color.black
  /// Of words beside bars, and of the lines that break them.
  public var noteColor = Color.black
  /// Of the caption.
  public var captionColor = Color.black
  /// Of the frame.
  public var frameColor = Color.black
  /// Of the ticks.
  public var tickColor = Color.black
  /// Of the lines through the ticks.
  public var gridColor = Color(0xb0b0b0)
  /// The colours that marks take in turn; at first matplotlib's "tab10".
  public var palette = [
    Color(0x1f77b4), Color(0xff7f0e), Color(0x2ca02c), Color(0xd62728), Color(0x9467bd),
    Color(0x8c564b), Color(0xe377c2), Color(0x7f7f7f), Color(0xbcbd22), Color(0x17becf),
  ]
  /// Of marks that are there to be compared with.
  public var mutedColor = Color(0x1f77b4)
  /// Of thin curves that say what might be expected.
  public var referenceColor = Color.black

  /// Of the words that name the curves.
  public var legend = LegendStyle()
}

/// Where titles stand above what they belong to.
public enum TitleAlignment: String, Sendable, Hashable, CaseIterable {
  case center, left
}

/// What a curve ends in.
public enum LineEnd: String, Sendable, Hashable, CaseIterable {
  /// At the last point.
  case flat
  /// In a half disc around it.
  case round
  /// Half a line width beyond it.
  case square
}

/// Which sides of a panel's frame are drawn.
public enum FrameShape: String, Sendable, Hashable, CaseIterable {
  /// All four.
  case box
  /// The left and the lower one, along which the axes run.
  case axes
  /// The lower one.
  case baseline
  case none
}
