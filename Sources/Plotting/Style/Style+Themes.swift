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
    lineWidth = 2.8
    thinLineWidth = 1.5
    lineEnd = .flat
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
    endPointRadius = 4
    cutGap = 4
    cutReach = 4
    legend.isAbove = true
    legend.frameWidth = 0
    legend.keyLength = 1.8
    legend.keyGap = 0.5
    legend.padding = 0.25
    legend.entrySpacing = 0.35
    legend.columnSpacing = 1.4
  }
}

extension Theme {
  /// The theme of the style `light`.
  ///
  /// Any two of its accents differ more than the least different two of the six of M. A. Petroff: Accessible Color Sequences
  /// for Data Visualization, 2021. The differences are those of CIEDE2000: for normal sight, for protanopia, deuteranopia and
  /// tritanopia as Machado, Oliveira and Fernandes simulated them in 2009, and for lightness alone. The accents were found by
  /// simulated annealing over the smallest quotient of both differences, with a contrast of 3 to the paper, the first a blue
  /// and the second an orange.
  public static let light = Theme(
    ink: Color(0x15191f), paper: .white,
    accents: [0x035fbc, 0xd15d12, 0x0ea785, 0x891d5c, 0xa86bef, 0x56581f].map { Color($0) },
    hues: [0x10a878, 0x1b6ac9, 0x5a2490].map { Color($0) })

  /// The theme of the style `dark`, whose accents were found as those of `light`.
  public static let dark = Theme(
    ink: Color(0xf2f4f7), paper: Color(0x14171c),
    accents: [0x4ea8ff, 0xef6f2e, 0x148f71, 0xb34ca2, 0xf9d545, 0xe9e3ff].map { Color($0) },
    hues: [0x7a4fd0, 0x3d8ff0, 0x30c79a, 0xf4e36b].map { Color($0) })
}
