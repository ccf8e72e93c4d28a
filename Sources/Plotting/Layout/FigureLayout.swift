import Geometry
import Typography

/// Where everything of a figure stands, in pixels from the paper's left top corner.
///
/// A pure function of the figure and the typefaces: the words of every panel are measured, the frames get what is left,
/// equally wide and with a common top and bottom. After matplotlib's constrained layout; but no word ever leaves the paper
/// or covers another: words that are too long are broken, or set smaller, and labels that would touch are fewer.
public struct FigureLayout: Sendable {
  /// The figure's own.
  public let style: Style
  /// The figure's own.
  public let resolution: Resolution
  /// Whole pixels.
  public let size: Size
  /// Above all panels; nil where the figure has none.
  public let title: TextBlock?
  /// From left to right.
  public let panels: [PanelLayout]
  /// Below all panels; nil where the figure has none.
  public let caption: TextBlock?

  /// Throws `LayoutError.paperTooSmall` where the words leave no room for the frames.
  public init(arranging figure: Figure, typefaces: TypefaceFamily) throws(LayoutError) {
    guard let layout = FigureLayout(fitting: figure, typefaces: typefaces) else {
      throw LayoutError.paperTooSmall(
        width: figure.width, height: figure.height, smallest: figure.smallestPaper(typefaces: typefaces))
    }
    self = layout
  }

  /// Nil where the paper is too small.
  private init?(fitting figure: Figure, typefaces: TypefaceFamily) {
    let layout =
      FigureLayout(fitting: figure, smallWords: false, typefaces: typefaces)
      ?? FigureLayout(fitting: figure, smallWords: true, typefaces: typefaces)
    guard let layout else { return nil }
    self = layout
  }

  /// Nil where the paper is too small for such words.
  /// - Parameter smallWords: whether all titles are as small as they may be; else only those are smaller than the style says
  ///   that would take more than a third of the height.
  init?(fitting figure: Figure, smallWords: Bool, typefaces: TypefaceFamily) {
    let (style, resolution) = (figure.style, figure.resolution)
    let paper = Size(width: resolution.pixels(inches: figure.width), height: resolution.pixels(inches: figure.height))
    // Baselines are rounded to whole pixels and the paper's edges cut off; neither may cost a word its ink.
    let padding = max(resolution.pixels(inches: style.padding), 2)
    guard paper.width.isFinite, paper.height.isFinite, min(paper.width, paper.height) > 2 * padding else { return nil }

    let columns = figure.panels.count
    let room = Size(width: paper.width - 2 * padding, height: smallWords ? .infinity : paper.height / 3)
    func sizes(_ wanted: Double) -> ClosedRange<Double> {
      let least = min(style.fontSize, wanted)
      return least...(smallWords ? least : wanted)
    }
    var title =
      figure.title.isEmpty
      ? nil
      : TextBlock(
        figure.title, fitting: room, in: typefaces.bold,
        points: sizes(style.figureTitleSize), resolution: resolution
      ).placed(centredOn: paper.width / 2, top: padding)
    var caption =
      figure.caption.isEmpty
      ? nil
      : TextBlock(
        figure.caption, fitting: room, in: typefaces.regular, points: sizes(style.captionSize),
        resolution: resolution)

    let grid = FrameGrid(
      paper: paper, padding: padding, spacing: style.panelSpacing, columns: columns,
      header: title.map { $0.box.height + 2 * padding } ?? 0,
      footer: caption.map { $0.box.height + resolution.pixels(points: style.captionGap) } ?? 0)
    var words = figure.panels.map {
      PanelWords(
        of: $0, room: Size(width: grid.columnWidth, height: room.height), sizes: sizes, typefaces: typefaces,
        style: style, resolution: resolution)
    }
    func surrounded(_ frames: [Rect]) -> [FrameSurroundings] {
      frames.indices.map {
        FrameSurroundings(setting: &words[$0], around: frames[$0], style: style, resolution: resolution)
      }
    }

    // The frames depend on the tick labels and these on the frames, so both are worked out in rounds from a first
    // guess, as constrained layout does; after a few nothing moves any more.
    var surroundings = surrounded(grid.firstGuess)
    var insets = surroundings.map { $0.insets }
    for round in 0..<12 {
      let frames = grid.frames(within: insets)
      guard frames.allSatisfy({ $0.width >= 1 && $0.height >= 1 }) else { return nil }
      surroundings = surrounded(frames)
      let measured = surroundings.map { $0.insets }
      if zip(insets, measured).allSatisfy({ $0.covers($1, exactly: round < 3) }) { break }
      // What flips back and forth between two rounds gets room for both.
      insets = round < 3 ? measured : zip(insets, measured).map { $0.union($1) }
    }
    let panels = surroundings.indices.map {
      PanelLayout(
        filling: surroundings[$0], with: figure.panels[$0], words: words[$0], typeface: typefaces.regular,
        style: style, resolution: resolution)
    }
    if let clear = Figure(clearing: figure, arrangedAs: panels) {
      guard let layout = FigureLayout(fitting: clear, smallWords: smallWords, typefaces: typefaces) else { return nil }
      self = layout
      return
    }

    title = title?.aligned(style.titleAlignment, over: panels, on: paper, padding: padding)
    caption = caption.map { caption in
      caption.placed(at: Point(x: 0, y: paper.height - padding - caption.box.height))
        .aligned(style.titleAlignment, over: panels, on: paper, padding: padding)
    }
    self.style = style
    self.resolution = resolution
    size = Size(width: paper.width.rounded(.down), height: paper.height.rounded(.down))
    self.title = title
    self.panels = panels
    self.caption = caption
    guard isLegible(on: Rect(x: 0, y: 0, width: paper.width, height: paper.height).inset(by: padding / 2)) else {
      return nil
    }
  }

  /// Whether all words lie on the paper and none covers another.
  private func isLegible(on paper: Rect) -> Bool {
    var words = panels.flatMap { $0.words }
    if let title { words.append(title.box) }
    if let caption { words.append(caption.box) }
    return panels.allSatisfy { $0.isLegible } && words.allSatisfy(paper.contains)
      && !words.indices.contains { index in
        words[(index + 1)...].contains { $0.overlaps(words[index]) }
      }
  }
}

extension Insets {
  /// Whether there is room for what was measured: the same, or at least as much to a millionth of a pixel.
  fileprivate func covers(_ measured: Insets, exactly: Bool) -> Bool {
    if exactly { return self == measured }
    let least = (measured.left - 1e-6, measured.top - 1e-6, measured.right - 1e-6, measured.bottom - 1e-6)
    return left >= least.0 && top >= least.1 && right >= least.2 && bottom >= least.3
  }
}
