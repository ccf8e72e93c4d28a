import Geometry
import Typography

/// The place of everything in a figure, in pixels from the left top corner of the paper.
///
/// It depends on nothing but the figure and the typefaces. The texts of every panel are measured, and the frames get what is
/// left, all of one size, in straight rows and columns. This follows matplotlib's constrained layout, but no text ever
/// leaves the paper or covers another: texts that are too long are broken or set smaller, and labels that would touch are
/// fewer.
public struct FigureLayout: Sendable {
  /// The width and height in whole pixels.
  public let size: Size
  /// The title above all panels; nil if the figure has none.
  public let title: TextBlock?
  /// The panels, from left to right and then from top to bottom.
  public let panels: [PanelLayout]
  /// The caption below all panels; nil if the figure has none.
  public let caption: TextBlock?
  let paper: Paper

  /// The style of the figure.
  public var style: Style { paper.style }
  /// The resolution of the figure.
  public var resolution: Resolution { paper.resolution }

  /// Lays out a figure.
  ///
  /// - Throws: `LayoutError`, if the texts leave no room for the frames or the data do not belong together.
  public init(arranging figure: Figure, typefaces: TypefaceFamily) throws(LayoutError) {
    for panel in figure.panels {
      try panel.check()
      for mark in panel.marks { try mark.content.check() }
      if panel.aspect == .equal { try PanelLimits(of: panel, style: figure.style).checkUnits() }
    }
    let layout =
      FigureLayout(fitting: figure, smallText: false, typefaces: typefaces)
      ?? FigureLayout(fitting: figure, smallText: true, typefaces: typefaces)
    guard let layout else {
      throw LayoutError.paperTooSmall(
        width: figure.width, height: figure.height, smallest: figure.smallestPaper(typefaces: typefaces))
    }
    self = layout
  }

  /// Lays out a figure, or returns nil if the paper is too small for its texts.
  ///
  /// - Parameter smallText: Whether all titles have the smallest size that they may have. Otherwise only those are smaller
  ///   than the style says that would take more than a third of the height.
  init?(fitting figure: Figure, smallText: Bool, typefaces: TypefaceFamily) {
    var names = figure.panels.map { NamePlace(of: $0, in: figure.style) }
    while true {
      let layout = FigureLayout(fitting: figure, names: names, smallText: smallText, typefaces: typefaces)
      // Names may have to stand elsewhere: those that cover something, and all if there is no room for them.
      var next = zip(names, layout?.panels ?? []).map { $0.next(after: $1) }
      if !next.contains(where: { $0 != nil }) {
        if let layout, layout.isLegible {
          self = layout
          return
        }
        next = names.map(\.smaller)
      }
      guard next.contains(where: { $0 != nil }) else { return nil }
      names = zip(next, names).map { $0 ?? $1 }
    }
  }

  /// Lays out a figure whose names stand in given places, legible or not; nil if there is no room for the frames.
  private init?(fitting figure: Figure, names: [NamePlace], smallText: Bool, typefaces: TypefaceFamily) {
    let paper = Paper(width: figure.width, height: figure.height, resolution: figure.resolution, style: figure.style)
    let (style, padding) = (paper.style, paper.padding)
    guard paper.size.width.isFinite, paper.size.height.isFinite,
      min(paper.size.width, paper.size.height) > 2 * padding
    else { return nil }

    let area = Size(width: paper.size.width - 2 * padding, height: smallText ? .infinity : paper.size.height / 3)
    func sizes(_ wanted: Double) -> ClosedRange<Double> {
      let least = min(style.fontSize, wanted)
      return least...(smallText ? least : wanted)
    }
    func block(_ text: String, in typeface: Typeface, points: Double) -> TextBlock? {
      guard !text.isEmpty else { return nil }
      return TextBlock(
        text, fitting: area, in: typeface, points: sizes(points), resolution: paper.resolution,
        mathematics: style.mathematics)
    }
    let title = block(figure.title, in: typefaces.bold, points: style.figureTitleSize)
    let caption = block(figure.caption, in: typefaces.regular, points: style.captionSize)

    let grid = FrameGrid(
      of: figure.panels.count, columns: figure.columns, on: paper,
      header: title.map { $0.box.height + 2 * padding } ?? 0,
      footer: caption.map { $0.box.height + paper.pixels(style.captionGap) } ?? 0)
    var texts = zip(figure.panels, names).map {
      PanelText(
        of: $0, names: $1, width: grid.cell.width, yLabelWidth: grid.cell.height,
        height: area.height / Double(grid.rows),
        sizes: sizes, typefaces: typefaces, paper: paper)
    }
    func decorated(_ frames: [Rect]) -> [PanelDecorations] {
      frames.indices.map { PanelDecorations(setting: &texts[$0], around: frames[$0], on: paper) }
    }

    // The frames depend on the tick labels and these on the frames, so both are found in rounds from a first guess, as in
    // constrained layout, until nothing moves.
    var decorations = decorated(grid.firstGuess)
    var insets = decorations.map { $0.insets }
    for round in 0..<12 {
      let frames = grid.frames(within: insets)
      guard frames.allSatisfy({ $0.width >= 1 && $0.height >= 1 }) else { return nil }
      decorations = decorated(frames)
      let measured = decorations.map { $0.insets }
      if zip(insets, measured).allSatisfy({ $0.covers($1, exactly: round < 3) }) { break }
      // What flips back and forth between two rounds gets room for both.
      insets = round < 3 ? measured : zip(insets, measured).map { $0.union($1) }
    }
    let panels = decorations.indices.map {
      PanelLayout(
        filling: decorations[$0], with: figure.panels[$0], text: texts[$0], on: paper)
    }
    self.paper = paper
    self.panels = panels
    self.title = title?.aligned(over: panels, top: padding, on: paper)
    self.caption = caption.map {
      $0.aligned(over: panels, top: paper.size.height - padding - $0.box.height, on: paper)
    }
    size = Size(width: paper.size.width.rounded(.down), height: paper.size.height.rounded(.down))
  }

  /// The characters without a glyph in any typeface, for which boxes are drawn: each once for the faces that were asked, in
  /// the order of the texts from the title on.
  public var missingGlyphs: [MissingGlyph] {
    var seen: Set<MissingGlyph> = []
    return lines.flatMap(\.glyphs.missing).filter { seen.insert($0).inserted }
  }

  /// The reasons why texts are drawn otherwise than their scripts and characters ask for: each once.
  public var unshapedTexts: [UnshapedText] {
    var seen: Set<UnshapedText> = []
    return blocks.flatMap { $0.unset + $0.lines.flatMap(\.glyphs.unshaped) }.filter { seen.insert($0).inserted }
  }

  /// The lines of all texts, from the title on.
  private var lines: [TextBlock.Line] { blocks.flatMap(\.lines) }

  /// All texts, from the title on.
  private var blocks: [TextBlock] {
    [title].compactMap(\.self) + panels.flatMap(\.blocks) + [caption].compactMap(\.self)
  }

  /// Whether all texts are on the paper and none covers another.
  private var isLegible: Bool {
    let inner = Rect(minX: 0, minY: 0, maxX: paper.size.width, maxY: paper.size.height).inset(by: paper.padding / 2)
    var boxes = panels.flatMap { $0.decorations.boxes + $0.decorations.nameBoxes }
    boxes += [title, caption].compactMap { $0?.box }
    return panels.allSatisfy { $0.isLegible } && boxes.allSatisfy { inner.contains($0) }
      && !boxes.indices.contains { index in
        boxes[(index + 1)...].contains { $0.overlaps(boxes[index].inset(by: 1e-6)) }
      }
  }
}

extension TextBlock {
  /// Returns the title or caption of a figure with its top at y: in the middle of the paper, or flush with the first frame
  /// as far as the paper is wide enough.
  fileprivate func aligned(over panels: [PanelLayout], top y: Double, on paper: Paper) -> TextBlock {
    switch paper.style.titleAlignment {
    case .center: return placed(centredOn: paper.size.width / 2, top: y)
    case .left:
      let start = panels.first?.frame.minX ?? paper.padding
      let left = max(paper.padding, min(start, paper.size.width - paper.padding - box.width))
      return aligned(.left).placed(at: Point(x: left, y: y))
    }
  }
}

extension Insets {
  /// Whether there is room for what was measured: the same, or at least as much to a millionth of a pixel.
  fileprivate func covers(_ measured: Insets, exactly: Bool) -> Bool {
    if exactly { return self == measured }
    let sides = [(left, measured.left), (top, measured.top), (right, measured.right), (bottom, measured.bottom)]
    return sides.allSatisfy { $0 >= $1 - 1e-6 }
  }
}
