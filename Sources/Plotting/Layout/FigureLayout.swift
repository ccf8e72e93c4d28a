import Geometry
import Typography

/// Where everything of a figure stands, in pixels from the paper's left top corner.
///
/// A pure function of the figure and the typefaces: the words of every panel are measured, the frames get what is left,
/// equally wide and with a common top and bottom. After matplotlib's constrained layout.
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
    let resolution = figure.resolution
    let paper = Size(width: resolution.pixels(inches: figure.width), height: resolution.pixels(inches: figure.height))
    let padding = resolution.pixels(inches: figure.style.padding)
    let titleBlock =
      figure.title.isEmpty
      ? nil
      : TextBlock(
        figure.title, in: typefaces.bold, points: figure.style.figureTitleSize, resolution: resolution
      ).placed(centredOn: paper.width / 2, top: padding)
    let captionBlock =
      figure.caption.isEmpty
      ? nil
      : TextBlock(
        caption: figure.caption, width: paper.width - 2 * padding, in: typefaces.regular,
        points: figure.style.captionSize, resolution: resolution)

    let grid = FrameGrid(
      paper: paper, padding: padding, spacing: figure.style.panelSpacing, columns: figure.panels.count,
      header: titleBlock.map { $0.box.height + 2 * padding } ?? 0,
      footer: captionBlock.map { $0.box.height + resolution.pixels(points: figure.style.captionGap) } ?? 0)
    let limits = figure.panels.map { PanelLimits(of: $0, style: figure.style) }

    func arranged(in frames: [Rect]) -> [PanelLayout] {
      zip(zip(figure.panels, limits), frames).map { panel, frame in
        PanelLayout(
          arranging: panel.0, limits: panel.1, in: frame, typefaces: typefaces, style: figure.style,
          resolution: resolution)
      }
    }

    // The frames depend on the tick labels and these on the frames, so both are worked out in rounds from a first
    // guess, as constrained layout does; after a few nothing moves any more.
    var frames = grid.firstGuess
    var insets = arranged(in: frames).map(\.insets)
    for round in 0..<6 {
      frames = grid.frames(within: insets)
      guard let frame = frames.first, frame.width >= 1, frame.height >= 1 else {
        if frames.isEmpty { break }
        throw LayoutError.paperTooSmall(
          width: figure.width, height: figure.height,
          smallest: grid.smallestPaper(around: insets, resolution: resolution))
      }
      let measured = arranged(in: frames).map(\.insets)
      if measured == insets { break }
      // What flips back and forth between two rounds gets room for both.
      insets = round < 3 ? measured : zip(insets, measured).map { $0.union($1) }
    }
    let panels = arranged(in: frames)
    if let clear = Figure(clearing: figure, arrangedAs: panels) {
      self = try FigureLayout(arranging: clear, typefaces: typefaces)
      return
    }
    style = figure.style
    self.resolution = resolution
    size = Size(width: paper.width.rounded(.down), height: paper.height.rounded(.down))
    self.panels = panels
    title = titleBlock?.aligned(figure.style.titleAlignment, over: panels, on: paper, padding: padding)
    caption = captionBlock.map { caption in
      caption.placed(at: Point(x: 0, y: paper.height - padding - caption.box.height))
        .aligned(figure.style.titleAlignment, over: panels, on: paper, padding: padding)
    }
  }
}
