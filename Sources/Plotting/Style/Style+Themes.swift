import Drawing

extension Style {
  /// The default style of matplotlib 3.
  public static let matplotlib = Style()

  /// A style for white pages: few lines, much space, and six colours that differ in lightness as well as in hue, so that
  /// they can be told apart by colour-blind readers and on grey paper.
  public static let light = {
    var style = Style()
    style.setUncluttered()
    style.paper = Color(0xffffff)
    style.titleColor = Color(0x15191f)
    style.textColor = Color(0x4a525e)
    style.noteColor = Color(0x15191f)
    style.captionColor = Color(0x626b78)
    style.frameColor = Color(0x6f7885)
    style.tickColor = Color(0x6f7885)
    style.gridColor = Color(0xe8ebef)
    style.palette = [0x1b6ac9, 0xd9480f, 0x0b9777, 0xa22564, 0x6c4203, 0x9a7bfd].map { Color($0) }
    style.mutedColor = Color(0x8b95a3)
    style.referenceColor = Color(0x15191f)
    style.legend.background = Color(0xffffff, alpha: 220)
    return style
  }()

  /// A style for dark pages: as `light`, on paper that is not quite black.
  public static let dark = {
    var style = Style()
    style.setUncluttered()
    style.paper = Color(0x14171c)
    style.titleColor = Color(0xf2f4f7)
    style.textColor = Color(0xb4bcc8)
    style.noteColor = Color(0xf2f4f7)
    style.captionColor = Color(0x98a1ae)
    style.frameColor = Color(0x7d8794)
    style.tickColor = Color(0x7d8794)
    style.gridColor = Color(0x272c34)
    style.palette = [0x4ea8ff, 0xef6f2e, 0x148f71, 0xb34ca2, 0xf9d545, 0xe9e3ff].map { Color($0) }
    style.mutedColor = Color(0x76818f)
    style.referenceColor = Color(0xf2f4f7)
    style.legend.background = Color(0x14171c, alpha: 220)
    return style
  }()

  /// Sets what `light` and `dark` have in common: everything but the colours.
  private mutating func setUncluttered() {
    fontSize = 10
    panelTitleSize = 11
    figureTitleSize = 17
    noteSize = 9.5
    captionSize = 8.5
    titleAlignment = .left
    lineWidth = 2
    thinLineWidth = 1
    lineEnd = .flat
    alternatesCoincidentCurves = true
    curvesAboveFrame = true
    frameWidth = 0.8
    frame = .baseline
    grid = true
    gridWidth = 0.7
    tickLength = 3
    tickLabelGap = 3
    axisLabelGap = 7
    panelTitleGap = 9
    captionGap = 10
    padding = 0.12
    panelSpacing = 0.05
    endPointRadius = 2.8
    cutGap = 3
    legend.isAbove = true
    legend.isAtEnds = true
    legend.frameWidth = 0
    legend.keyLength = 2.2
    legend.keyGap = 0.6
    legend.padding = 0.3
  }
}
