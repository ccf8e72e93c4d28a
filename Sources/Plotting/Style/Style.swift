import Drawing

/// The sizes and colours of everything that is not data. Lengths are in points, 1/72 inch, if nothing else is stated.
///
/// The defaults are matplotlib's. `matplotlib`, `light` and `dark` are finished styles, and every property can be changed:
///
/// ```swift
/// var style = Style.light
/// style.fontSize = 12
/// ```
public struct Style: Sendable, Hashable {
  // MARK: - Text

  /// The size of tick labels, axis labels and the legend.
  public var fontSize = 10.0
  /// The size of the title above a panel.
  public var panelTitleSize = 12.0
  /// The size of the title above all panels, which is bold.
  public var figureTitleSize = 17.28
  /// The size of the texts of stems.
  public var noteSize = 9.0
  /// The size of the caption below all panels.
  public var captionSize = 9.0
  /// Where titles and captions are above and below what they belong to.
  public var titleAlignment = TitleAlignment.center
  /// Whether the titles above panels are bold.
  public var boldPanelTitles = false
  /// Whether mathematics between dollar signs is set as `MathematicalText` describes.
  public var mathematics = false

  // MARK: - Lines

  /// The width of curves and of their keys in the legend.
  public var lineWidth = 1.5
  /// The width of thin curves and of the rings at open ends.
  public var thinLineWidth = 1.0
  /// The shape of the ends of a curve.
  public var lineEnd = LineEnd.square
  /// Whether curves that lie on each other are drawn in turn, so that none hides another.
  public var alternatesCoincidentCurves = false
  /// Whether curves and dots are drawn over the line of the frame, and curves are as wide along it as elsewhere.
  public var curvesAboveFrame = false
  /// The dash patterns, each with the lengths of dashes and gaps in turn, in line widths; an empty one is an unbroken line.
  /// The first pattern is for the colours of the palette, the second for their next round, and so on.
  public var dashes: [[Double]] = [[], [3.7, 1.6], [1, 1.65], [6.4, 1.6, 1, 1.6]]
  /// The width of the lines of the frame and of the ticks.
  public var frameWidth = 0.8
  /// The sides of the frame that are drawn.
  public var frame = FrameShape.box
  /// Whether lines through the ticks cross the panels.
  public var grid = false
  /// The width of the lines through the ticks.
  public var gridWidth = 0.8
  /// The lengths of the dashes of these lines and of the gaps between them in turn, in line widths; empty for unbroken lines.
  public var gridDashes: [Double] = []
  /// The length of ticks, from the frame outward.
  public var tickLength = 3.5

  // MARK: - Distances

  /// The distance from the end of a tick to its label.
  public var tickLabelGap = 3.5
  /// The distance from the tick labels to the axis label.
  public var axisLabelGap = 4.0
  /// The distance from the tick labels, or from the top of the frame, to the offset text.
  public var offsetTextGap = 3.0
  /// The distance from the top of the frame to the last baseline of the panel title.
  public var panelTitleGap = 6.0
  /// The distance from the lowest text of the panels to the caption.
  public var captionGap = 6.0
  /// The space around everything and around each panel, in inches.
  public var padding = 0.04167
  /// The space between panels, as a share of the width of the figure divided by the number of columns, and of its height
  /// divided by the number of rows.
  public var panelSpacing = 0.02
  /// The distance from the data to the limits of an axis on each side, as a share of the range of the data.
  public var dataMargin = 0.05

  // MARK: - Marks

  /// Whether bars that are narrower or lower than a pixel are drawn a pixel wide and high, the tallest in each column of
  /// pixels. Otherwise bars end at the nearest pixels, and some vanish.
  public var keepsNarrowBars = false
  /// The radius of the dots at ends of curves.
  public var endPointRadius = 3.0
  /// The least distance between the texts of two stems, if it is more than the size of the texts.
  public var noteGap = 5.0

  // MARK: - Colours

  /// The colour of the paper, behind everything.
  public var paper = Color.white
  /// The colour of titles.
  public var titleColor = Color.black
  /// The colour of tick labels, axis labels, the legend and the second and later lines of panel titles.
  public var textColor = Color.black
  /// The colour of the texts of stems.
  public var noteColor = Color.black
  /// The colour of the caption.
  public var captionColor = Color.black
  /// The colour of the frame.
  public var frameColor = Color.black
  /// The colour of the ticks.
  public var tickColor = Color.black
  /// The colour of the lines through the ticks.
  public var gridColor = Color(0xb0b0b0)
  /// The colours that marks take in turn; the default is matplotlib's "tab10".
  public var palette = [
    Color(0x1f77b4), Color(0xff7f0e), Color(0x2ca02c), Color(0xd62728), Color(0x9467bd),
    Color(0x8c564b), Color(0xe377c2), Color(0x7f7f7f), Color(0xbcbd22), Color(0x17becf),
  ]
  /// The colours of the scale for marks that differ by a number, at equal distances from its beginning to its end; their
  /// lightness rises or falls all along. The default is matplotlib's "viridis".
  public var orderedColors = [
    Color(0x440154), Color(0x472d7b), Color(0x3b528b), Color(0x2c728e), Color(0x21918c), Color(0x28ae80),
    Color(0x5ec962), Color(0xaddc30), Color(0xfde725),
  ]
  /// The colour of marks to compare with.
  public var mutedColor = Color(0x1f77b4)
  /// The colour of thin curves that show what might be expected.
  public var referenceColor = Color.black

  /// The sizes and colours of legends.
  public var legend = LegendStyle()
}

/// The horizontal place of titles above what they belong to.
public enum TitleAlignment: String, Sendable, Hashable, CaseIterable {
  case center, left
}

/// The shape of the ends of a curve.
public enum LineEnd: String, Sendable, Hashable, CaseIterable {
  /// The curve ends at its last point.
  case flat
  /// The curve ends in a half disc around its last point.
  case round
  /// The curve ends half a line width beyond its last point.
  case square
}

/// The sides of a panel's frame that are drawn.
public enum FrameShape: String, Sendable, Hashable, CaseIterable {
  /// A box of all four sides.
  case box
  /// The left and the lower side, along which the axes run.
  case axes
  /// The lower side.
  case baseline
  case none
}

/// The sizes and colours of a legend. Lengths are in em, the size of its text, if nothing else is stated.
public struct LegendStyle: Sendable, Hashable {
  /// Whether a legend that would be inside of a panel without a title is above it instead.
  public var isAbove = false
  /// Whether curves in a panel with at most six names are named at their ends and not in a legend inside.
  public var isAtEnds = false
  /// The distance from the frame to names and keys.
  public var padding = 0.4
  /// The distance between two entries.
  public var entrySpacing = 0.5
  /// The distance between two columns of a legend outside of the panels.
  public var columnSpacing = 2.0
  /// The length of the key that shows the colour of an entry.
  public var keyLength = 2.0
  /// The height of the middle of the key above the baseline.
  public var keyRise = 0.35
  /// The distance from the key to the name.
  public var keyGap = 0.8
  /// The distance from the legend to the frame of the panel.
  public var margin = 0.5
  /// The radius of the corners of the legend's frame.
  public var cornerRadius = 0.2
  /// The width of the line around the legend in points, or 0 for none.
  public var frameWidth = 1.0
  /// The colour of the line around the legend; translucent.
  public var frame = Color(0xcccccc, alpha: 204)
  /// The colour of the area behind the names; translucent.
  public var background = Color(0xffffff, alpha: 204)
}
