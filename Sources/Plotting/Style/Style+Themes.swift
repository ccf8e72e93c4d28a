import Drawing

extension Style {
  /// The default style of matplotlib 3.
  public static let matplotlib = Style()

  /// A style for white pages: few lines, much space, and six colours that differ in lightness as well as in hue, so that
  /// they can be told apart by colour-blind readers and on grey paper.
  public static let light = Style(uncluttered: .light)

  /// A style for dark pages: as `light`, on paper that is not quite black.
  public static let dark = Style(uncluttered: .dark)

  /// Creates a style with the sizes of `light` and `dark` and the colours of a theme.
  ///
  /// ```swift
  /// Style(uncluttered: Theme.light.on(Color(0xfff8e7)))     // the style `light` on cream paper
  /// ```
  public init(uncluttered theme: Theme) {
    self.init()
    setSizes()
    setColors(of: theme)
  }

  /// Sets what `light` and `dark` have in common: everything but the colours.
  ///
  /// A figure 15 inches wide is shown 720 pixels wide in a column of text. There 16.5 points, 22.9 pixels at 100 dots an inch,
  /// are the 11 pixels an em that can still be read.
  private mutating func setSizes() {
    fontSize = 16.5
    panelTitleSize = 17.5
    figureTitleSize = 21
    noteSize = 16.5
    captionSize = 16.5
    titleAlignment = .left
    mathematics = true
    lineWidth = 2.8
    thinLineWidth = 1.5
    lineEnd = .flat
    alternatesCoincidentCurves = true
    curvesAboveFrame = true
    frameWidth = 1.2
    frame = .baseline
    grid = true
    gridWidth = 1
    tickLength = 4
    tickLabelGap = 3
    axisLabelGap = 4
    panelTitleGap = 7
    captionGap = 6
    padding = 0.09
    panelSpacing = 0.04
    keepsNarrowBars = true
    endPointRadius = 4
    legend.isAbove = true
    legend.isAtEnds = true
    legend.frameWidth = 0
    legend.keyLength = 1.8
    legend.keyGap = 0.5
    legend.padding = 0.15
    legend.entrySpacing = 0.35
    legend.columnSpacing = 1.4
  }
}

extension Theme {
  /// The theme of the style `light`.
  ///
  /// Any two of its accents differ at least 1.1 times as much as the least different two of the six colours of M. A. Petroff:
  /// Accessible Color Sequences for Data Visualization, 2021, by CIEDE2000: with normal sight, with protanopia, deuteranopia
  /// and tritanopia, and by their lightness alone. The deficiencies are the full ones of Machado, Oliveira and Fernandes, 2009:
  /// one model for all three, which follows from physiology, where that of Viénot, Brettel and Mollon, 1999, has none for
  /// tritanopia. The least differences are, in this order, 25.8, 11.7, 18.3, 20.2 and 3.5; Petroff's are 17.9, 10.6, 14.7,
  /// 18.3 and 3.2.
  ///
  /// The accents come from simulated annealing of the six colours, by the smallest quotient of these differences and
  /// Petroff's up to a bound, and then by the distance from six colours that were chosen by eye. Required were a contrast of
  /// 3.05 with the paper, a difference of 14 from the ink, and one of 40 between the first two, with every sight.
  public static let light = Theme(
    ink: Color(0x15191f), paper: .white,
    accents: [0x035fbc, 0xd15d12, 0x0ea785, 0x891d5c, 0xa86bef, 0x56581f].map { Color($0) },
    hues: [0x10a878, 0x1b6ac9, 0x5a2490].map { Color($0) })

  /// The theme of the style `dark`, whose accents were found as those of `light`. Their least differences are 24.8, 12.7, 16.2,
  /// 20.5 and 3.6.
  public static let dark = Theme(
    ink: Color(0xf2f4f7), paper: Color(0x14171c),
    accents: [0x1d82bd, 0xf99b62, 0x2bd7b1, 0xc73b7f, 0xa998fb, 0x888a00].map { Color($0) },
    hues: [0x7a4fd0, 0x3d8ff0, 0x30c79a, 0xf4e36b].map { Color($0) })
}

extension Style {
  /// Returns a colour in which text on the paper is readable: the colour itself or, if its contrast is too small, one of
  /// the same hue with just enough.
  ///
  /// The contrast is the least contrast ratio of WCAG 2.2: 4.5 for text, 3 for lines and areas.
  public func readable(_ color: Color, contrast: Double = 4.5) -> Color {
    color.readable(on: paper, contrast: contrast)
  }
}
