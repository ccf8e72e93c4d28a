import Drawing
import Plans
import Plotting

extension StyleConfiguration {
  /// The keys of all properties of a style. Their names are those of the properties; the names of a legend's properties
  /// begin with "legend".
  static let propertyKeys = text + lines + distances + marks + colors + legend

  private static let text: [ConfigurationKey<Self>] = [
    number("fontSize", \.style.fontSize, Limits.fontSize, "Size of tick labels, axis labels and legend, in points."),
    number("panelTitleSize", \.style.panelTitleSize, Limits.fontSize, "Size of the titles above panels, in points."),
    number("figureTitleSize", \.style.figureTitleSize, Limits.fontSize, "Size of the figure's title, in points."),
    number("noteSize", \.style.noteSize, Limits.fontSize, "Size of the texts of stems, in points."),
    number("captionSize", \.style.captionSize, Limits.fontSize, "Size of the caption, in points."),
    property(
      "titleAlignment", EnumRule<TitleAlignment>(), \.style.titleAlignment, "Where titles and captions stand."),
    flag("boldPanelTitles", \.style.boldPanelTitles, "Whether the titles above panels are bold."),
    flag(
      "mathematics", \.style.mathematics,
      "Whether texts between dollar signs are set as mathematics: \"$\\\\sigma_w^2$\", \"$10^{-3}$\"."),
  ]

  private static let lines: [ConfigurationKey<Self>] = [
    number("lineWidth", \.style.lineWidth, Limits.lineWidth, "Width of curves, in points."),
    number(
      "thinLineWidth", \.style.thinLineWidth, Limits.lineWidth,
      "Width of the normal density and of open dots, in points."),
    property("lineEnd", EnumRule<LineEnd>(), \.style.lineEnd, "How curves end."),
    flag(
      "alternatesCoincidentCurves", \.style.alternatesCoincidentCurves,
      "Whether curves that lie on each other are drawn in turn, in dashes."),
    flag("curvesAboveFrame", \.style.curvesAboveFrame, "Whether curves are drawn over the line of the frame."),
    property(
      "dashes", ArrayRule(of: ArrayRule(of: NumberRule(bounds: Limits.dash), counts: 0...8), counts: 1...16),
      \.style.dashes,
      "Patterns of curves in line widths, on and off in turn; the first is for the palette's first round."),
    number("frameWidth", \.style.frameWidth, Limits.lineWidth, "Width of frames and ticks, in points."),
    property("frame", EnumRule<FrameShape>(), \.style.frame, "Which sides of a frame are drawn."),
    flag("grid", \.style.grid, "Whether lines through the ticks cross the panels."),
    number("gridWidth", \.style.gridWidth, Limits.lineWidth, "Width of the lines through the ticks, in points."),
    property(
      "gridDashes", ArrayRule(of: NumberRule(bounds: Limits.dash), counts: 0...8), \.style.gridDashes,
      "Pattern of the lines through the ticks in line widths, on and off in turn; empty for unbroken lines."),
    number("tickLength", \.style.tickLength, Limits.distance, "Length of ticks from the frame outward, in points."),
  ]

  private static let distances: [ConfigurationKey<Self>] = [
    number(
      "tickLabelGap", \.style.tickLabelGap, Limits.distance, "Distance from a tick to its label, in points."),
    number(
      "axisLabelGap", \.style.axisLabelGap, Limits.distance,
      "Distance from the tick labels to the axis label, in points."),
    number(
      "offsetTextGap", \.style.offsetTextGap, Limits.distance, "Distance from an axis to its power of ten, in points."),
    number(
      "panelTitleGap", \.style.panelTitleGap, Limits.distance,
      "Distance from a frame to the title above it, in points."),
    number("captionGap", \.style.captionGap, Limits.distance, "Distance from the panels to the caption, in points."),
    number("padding", \.style.padding, 0...10, "Margin around the figure and around each panel, in inches."),
    number(
      "panelSpacing", \.style.panelSpacing, 0...1,
      "Distance between panels, as a share of the width of a column."),
    number(
      "dataMargin", \.style.dataMargin, 0...10,
      "How far an axis extends beyond the data, as a share of their range."),
  ]

  private static let marks: [ConfigurationKey<Self>] = [
    number(
      "endPointRadius", \.style.endPointRadius, Limits.distance,
      "Radius of the dots on ends of curves, in points."),
    flag(
      "keepsNarrowBars", \.style.keepsNarrowBars,
      "Whether bars narrower or lower than a pixel are drawn a pixel wide and high."),
    number(
      "noteGap", \.style.noteGap, Limits.distance,
      "Least distance between the texts of two stems, in points, if it is more than their size."),
  ]

  private static let colors: [ConfigurationKey<Self>] = [
    property(
      "paper", PaperRule(), \.paper,
      "Colour of the background, or \"transparent\"; in the styles light and dark all colours follow from it."),
    color("titleColor", \.style.titleColor, "Colour of titles."),
    color("textColor", \.style.textColor, "Colour of tick labels, axis labels and legend."),
    color("noteColor", \.style.noteColor, "Colour of the texts of stems."),
    color("captionColor", \.style.captionColor, "Colour of the caption."),
    color("frameColor", \.style.frameColor, "Colour of frames."),
    color("tickColor", \.style.tickColor, "Colour of ticks."),
    color("gridColor", \.style.gridColor, "Colour of the lines through the ticks."),
    property(
      "palette", ArrayRule(of: ColorRule(), counts: 1...32), \.style.palette,
      "Colours of curves and of the output's bars, in turn."),
    property(
      "orderedColors", ArrayRule(of: ColorRule(), counts: 2...32), \.style.orderedColors,
      "Colours of the scale for curves that differ by one number, from its beginning to its end."),
    color("mutedColor", \.style.mutedColor, "Colour of the input's bars."),
    color("referenceColor", \.style.referenceColor, "Colour of the normal density."),
  ]

  private static let legend: [ConfigurationKey<Self>] = [
    flag(
      "legendAbove", \.style.legend.isAbove, "Whether the legend stands above a panel without title, not inside."),
    flag(
      "legendAtEnds", \.style.legend.isAtEnds,
      "Whether up to six curves of a panel are named at their ends, not in a legend."),
    number(
      "legendPadding", \.style.legend.padding, Limits.em, "Distance from the legend's frame to its text, in font sizes."
    ),
    number(
      "legendEntrySpacing", \.style.legend.entrySpacing, Limits.em, "Distance between two entries, in font sizes."),
    number(
      "legendColumnSpacing", \.style.legend.columnSpacing, Limits.em, "Distance between two columns, in font sizes."),
    number(
      "legendKeyLength", \.style.legend.keyLength, Limits.em, "Length of the line before a name, in font sizes."),
    number(
      "legendKeyRise", \.style.legend.keyRise, Limits.em, "Height of that line above the baseline, in font sizes."),
    number("legendKeyGap", \.style.legend.keyGap, Limits.em, "Distance from that line to the name, in font sizes."),
    number(
      "legendMargin", \.style.legend.margin, Limits.em, "Distance from the legend to the panel's frame, in font sizes."),
    number(
      "legendCornerRadius", \.style.legend.cornerRadius, Limits.em,
      "Radius of the corners of the legend's frame, in font sizes."),
    number(
      "legendFrameWidth", \.style.legend.frameWidth, Limits.lineWidth,
      "Width of the legend's frame, in points; 0 for none."),
    color("legendFrame", \.style.legend.frame, "Colour of the legend's frame."),
    color("legendBackground", \.style.legend.background, "Colour of the legend's background."),
  ]

  private static func property<Rule: ScalarRule>(
    _ name: String, _ rule: Rule, _ path: WritableKeyPath<FigureSettings, Rule.Value> & Sendable, _ meaning: String
  ) -> ConfigurationKey<Self> {
    ConfigurationKey(
      setting: name, rule, get: { $0[keyPath: path] }, set: { $0[keyPath: path] = $1 }, hasDefault: false,
      meaning: meaning)
  }

  private static func number(
    _ name: String, _ path: WritableKeyPath<FigureSettings, Double> & Sendable, _ bounds: ClosedRange<Double>,
    _ meaning: String
  ) -> ConfigurationKey<Self> { property(name, NumberRule(bounds: bounds), path, meaning) }

  private static func color(
    _ name: String, _ path: WritableKeyPath<FigureSettings, Color> & Sendable, _ meaning: String
  ) -> ConfigurationKey<Self> { property(name, ColorRule(), path, meaning) }

  private static func flag(
    _ name: String, _ path: WritableKeyPath<FigureSettings, Bool> & Sendable, _ meaning: String
  ) -> ConfigurationKey<Self> { property(name, BoolRule(), path, meaning) }
}
