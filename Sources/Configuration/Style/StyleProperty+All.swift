import Plotting

extension StyleProperty {
  /// Every property of a style, under its own name; those of the legend begin with that word.
  static let all = words + lines + distances + signs + colors + legend

  private static let words: [StyleProperty] = [
    .number("fontSize", \.fontSize, Limits.wordSize, "Of tick labels, axis labels and the legend, in points."),
    .number("panelTitleSize", \.panelTitleSize, Limits.wordSize, "Of the titles above panels, in points."),
    .number("figureTitleSize", \.figureTitleSize, Limits.wordSize, "Of the figure's title, in points."),
    .number("noteSize", \.noteSize, Limits.wordSize, "Of words beside bars, in points."),
    .number("captionSize", \.captionSize, Limits.wordSize, "Of the caption, in points."),
    StyleProperty(
      "titleAlignment", Word<TitleAlignment>(), \.titleAlignment, from: \.titleAlignment,
      "Where titles and captions stand."),
    .flag("boldPanelTitles", \.boldPanelTitles, "Whether the titles above panels are bold."),
  ]

  private static let lines: [StyleProperty] = [
    .number("lineWidth", \.lineWidth, Limits.lineWidth, "Of curves, in points."),
    .number("thinLineWidth", \.thinLineWidth, Limits.lineWidth, "Of the normal density and of signs, in points."),
    StyleProperty("lineEnd", Word<LineEnd>(), \.lineEnd, from: \.lineEnd, "How curves end."),
    StyleProperty(
      "dashes", List(of: List(of: RealNumber(bounds: Limits.dash), counts: 0...8), counts: 1...16), \.dashes,
      from: \.dashes,
      "Patterns of curves in line widths, on and off in turn; the first is for the palette's first round."),
    .number("frameWidth", \.frameWidth, Limits.lineWidth, "Of frames and ticks, in points."),
    StyleProperty("frame", Word<FrameShape>(), \.frame, from: \.frame, "Which sides of a frame are drawn."),
    .flag("grid", \.grid, "Whether lines through the ticks cross the panels."),
    .number("gridWidth", \.gridWidth, Limits.lineWidth, "Of the lines through the ticks, in points."),
    .number("tickLength", \.tickLength, Limits.distance, "From the frame outward, in points."),
  ]

  private static let distances: [StyleProperty] = [
    .number("tickLabelGap", \.tickLabelGap, Limits.distance, "From a tick to its label, in points."),
    .number("axisLabelGap", \.axisLabelGap, Limits.distance, "From the tick labels to the axis label, in points."),
    .number("offsetTextGap", \.offsetTextGap, Limits.distance, "From an axis to its power of ten, in points."),
    .number("panelTitleGap", \.panelTitleGap, Limits.distance, "From a frame to the title above it, in points."),
    .number("captionGap", \.captionGap, Limits.distance, "From the panels to the caption, in points."),
    .number("padding", \.padding, 0...10, "Around all and around each panel, in inches."),
    .number("panelSpacing", \.panelSpacing, 0...1, "Between panels, as a share of the width of a column."),
    .number("dataMargin", \.dataMargin, 0...10, "How far an axis reaches beyond the data, as a share of their range."),
  ]

  private static let signs: [StyleProperty] = [
    .number("endPointRadius", \.endPointRadius, Limits.distance, "Half across the dots on ends of curves, in points."),
    .number("cutHeadroom", \.cutHeadroom, 0.01...10, "Above the highest whole bar where others are cut, as a share."),
    .number("cutGap", \.cutGap, Limits.distance, "Between the lines that break a cut bar, in points."),
    .number("cutReach", \.cutReach, Limits.distance, "How far these lines reach beyond the bar, in points."),
    .number("noteGap", \.noteGap, Limits.distance, "From a bar to the words beside it, in points."),
  ]

  private static let colors: [StyleProperty] = [
    .color("paper", \.paper, "Behind everything."),
    .color("titleColor", \.titleColor, "Of titles."),
    .color("textColor", \.textColor, "Of tick labels, axis labels and the legend."),
    .color("noteColor", \.noteColor, "Of words beside bars and of the lines that break them."),
    .color("captionColor", \.captionColor, "Of the caption."),
    .color("frameColor", \.frameColor, "Of frames."),
    .color("tickColor", \.tickColor, "Of ticks."),
    .color("gridColor", \.gridColor, "Of the lines through the ticks."),
    StyleProperty(
      "palette", List(of: HexadecimalColor(), counts: 1...32), \.palette, from: \.palette,
      "Of curves and of the output's bars, in turn."),
    .color("mutedColor", \.mutedColor, "Of the input's bars."),
    .color("referenceColor", \.referenceColor, "Of the normal density."),
  ]

  private static let legend: [StyleProperty] = [
    .flag("legendAbove", \.legend.isAbove, "Whether it stands above a panel without title, not inside."),
    .number("legendPadding", \.legend.padding, Limits.em, "From its frame to its words, in font sizes."),
    .number("legendEntrySpacing", \.legend.entrySpacing, Limits.em, "Between two entries, in font sizes."),
    .number("legendColumnSpacing", \.legend.columnSpacing, Limits.em, "Between two columns, in font sizes."),
    .number("legendKeyLength", \.legend.keyLength, Limits.em, "Of the line before a name, in font sizes."),
    .number("legendKeyRise", \.legend.keyRise, Limits.em, "Of that line above the baseline, in font sizes."),
    .number("legendKeyGap", \.legend.keyGap, Limits.em, "From that line to the name, in font sizes."),
    .number("legendMargin", \.legend.margin, Limits.em, "From the legend to the panel's frame, in font sizes."),
    .number("legendCornerRadius", \.legend.cornerRadius, Limits.em, "Of its frame, in font sizes."),
    .number("legendFrameWidth", \.legend.frameWidth, Limits.lineWidth, "Of its frame, in points; 0 for none."),
    .color("legendFrame", \.legend.frame, "Of its frame."),
    .color("legendBackground", \.legend.background, "Behind its words."),
  ]
}
