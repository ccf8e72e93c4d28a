import Drawing

/// Sizes and colours of everything that is not data: lengths in points, 1/72 inch, unless said otherwise.
public struct Style: Sendable, Hashable {
  /// Of tick labels, axis labels and the legend; `em` below means this size.
  public var fontSize = 10.0
  /// Of the title above a panel.
  public var panelTitleSize = 12.0
  /// Of the title above all panels, which is bold.
  public var figureTitleSize = 17.28

  /// Of curves and of their keys in the legend.
  public var lineWidth = 1.5
  /// Of the frame and of the ticks.
  public var frameWidth = 0.8
  /// From the frame outward.
  public var tickLength = 3.5
  /// From the end of a tick to its label.
  public var tickLabelGap = 3.5
  /// From the tick labels to the axis label.
  public var axisLabelGap = 4.0
  /// From the tick labels, or from the frame's top, to the offset text.
  public var offsetTextGap = 3.0
  /// From the frame's top to the panel title's last baseline.
  public var panelTitleGap = 6.0

  /// Around all and around each panel, in inches.
  public var padding = 0.04167
  /// The space between panels, as a share of the figure's width divided by the number of panels.
  public var panelSpacing = 0.02
  /// The share by which the limits of an axis reach beyond the data, on each side.
  public var dataMargin = 0.05

  /// Of the frame that names the curves.
  public var legend = LegendStyle()

  /// Behind everything.
  public var paper = Color.white
  /// Of words, frames and ticks.
  public var ink = Color.black

  /// The default style of matplotlib 3.
  public static let matplotlib = Style()

  /// The colours that curves take in turn (matplotlib's "tab10").
  public static let cycle = [
    Color(0x1f77b4), Color(0xff7f0e), Color(0x2ca02c), Color(0xd62728), Color(0x9467bd),
    Color(0x8c564b), Color(0xe377c2), Color(0x7f7f7f), Color(0xbcbd22), Color(0x17becf),
  ]
}

/// Sizes and colours of a legend: lengths in em, the size of its words, unless said otherwise.
public struct LegendStyle: Sendable, Hashable {
  /// From the frame to the words and keys.
  public var padding = 0.4
  /// Between two entries.
  public var entrySpacing = 0.5
  /// The line that shows an entry's colour.
  public var keyLength = 2.0
  /// How far above the baseline the key lies.
  public var keyRise = 0.35
  /// From the key to the words.
  public var keyGap = 0.8
  /// From the legend to the panel's frame.
  public var margin = 0.5
  /// Of the legend's frame.
  public var cornerRadius = 0.2
  /// Points.
  public var frameWidth = 1.0
  /// Of the line around the legend; translucent.
  public var frame = Color(0xcccccc, alpha: 204)
  /// Of the area behind the legend's words; translucent.
  public var background = Color(0xffffff, alpha: 204)
}
