import Geometry

/// A finished drawing: the areas that are filled, with their colours, in their order.
public struct DisplayList: Sendable, Hashable {
  /// The width in pixels.
  public var width: Int
  /// The height in pixels.
  public var height: Int
  /// The colour of the drawing where nothing is filled.
  public var background: Color
  /// The filled areas, from the lowest to the topmost.
  public var fills: [Fill]

  /// Creates a drawing of a size in pixels.
  public init(width: Int, height: Int, background: Color = .white, fills: [Fill] = []) {
    self.width = width
    self.height = height
    self.background = background
    self.fills = fills
  }
}

/// An area that is filled with one colour.
public struct Fill: Sendable, Hashable {
  /// The meaning of an area, so that a drawing can be examined without its pixels.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case grid, referenceLine, bar, tick, tickLabel, offsetText, curve, stem, dot, endPoint, frame, note
    case panelTitle, axisLabel, leader, legendFrame, legendKey, legendLabel, figureTitle, caption
  }

  /// The form in which an area is given.
  enum Shape: Sendable, Hashable {
    case area(Path)
    /// The centre line of a stroke. Its outline may have many times as many points.
    case stroke(Path, StrokeStyle)
    case outlines(PlacedOutlines)
  }

  /// The area in pixels, filled by the non-zero winding rule. The outline of a stroked line, and the points of placed
  /// outlines, are computed at each access.
  public var path: Path {
    switch shape {
    case .area(let path): path
    case .stroke(let line, let style): line.stroked(style)
    case .outlines(let outlines): outlines.path
    }
  }
  /// The outlines of which the area consists, if it was given by them.
  public var outlines: PlacedOutlines? { if case .outlines(let outlines) = shape { outlines } else { nil } }
  let shape: Shape
  /// The colour, which is blended over the lower fills by its alpha and by the covered part of each pixel.
  public var color: Color
  /// The meaning of the area.
  public var role: Role
  /// Whether the area is cleared instead of painted: by the alpha of the colour and the covered part of each pixel, the
  /// background of the drawing takes the place of the lower fills. On an opaque background that looks as if the area were
  /// painted in the background's colour; on a translucent one the page below is seen.
  public var isClearing = false
  /// A rectangle outside of which nothing is drawn, rounded to whole pixels; nil for the whole drawing.
  public var clip: Rect?

  /// Creates a filled area.
  public init(_ path: Path, color: Color, role: Role, clip: Rect? = nil) {
    self.init(.area(path), color: color, role: role, clip: clip)
  }

  /// Creates the area of a stroke with round joins along a line. Only the line is stored, as its outline may have many
  /// times as many points.
  public init(
    stroking line: Path, width: Double, cap: StrokeStyle.Cap, color: Color, role: Role, clip: Rect? = nil
  ) {
    self.init(
      .stroke(line, StrokeStyle(width: width, cap: cap, join: .round)), color: color, role: role, clip: clip)
  }

  /// Creates the area of outlines that are shared with other areas, such as glyphs.
  public init(_ outlines: PlacedOutlines, color: Color, role: Role, clip: Rect? = nil) {
    self.init(.outlines(outlines), color: color, role: role, clip: clip)
  }

  private init(_ shape: Shape, color: Color, role: Role, clip: Rect?) {
    self.shape = shape
    self.color = color
    self.role = role
    self.clip = clip
  }

  /// A rectangle that contains the area; nil if the area is empty.
  public var box: Rect? {
    // Joins are round, and the corners of a square cap are √2 half widths away from the end of the line.
    if case .stroke(let line, let style) = shape { return line.controlBox?.inset(by: -style.width) }
    return path.controlBox
  }
}
