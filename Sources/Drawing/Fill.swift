import Geometry

/// An area of one colour.
public struct Fill: Sendable, Hashable {
  /// What the area stands for, so that a drawing can be asked without looking at its pixels.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case grid, bar, barBreak, tick, tickLabel, offsetText, curve, dot, endPoint, frame, note, panelTitle, axisLabel
    case legendFrame, legendKey, legendLabel, figureTitle, caption
  }

  /// In pixels, filled by the non-zero winding rule. Of a line it is made anew each time it is asked for.
  public var path: Path { pen.map { line.stroked($0) } ?? line }
  /// What is filled, or the middle of the line.
  private let line: Path
  /// With which the line is drawn.
  private let pen: StrokeStyle?
  /// Laid over what lies below, by its alpha and by how much of each pixel the path covers.
  public var color: Color
  /// What the area stands for.
  public var role: Role
  /// Nothing is drawn outside it; its edges lie on whole pixels.
  public var clip: Rect?

  /// An area that is clipped to the paper alone unless a rectangle is given.
  public init(_ path: Path, color: Color, role: Role, clip: Rect? = nil) {
    self.init(line: path, pen: nil, color: color, role: role, clip: clip)
  }

  /// The area that a pen with round joins leaves along a line. Only the line is held: its outline may have many times as
  /// many points.
  public init(
    stroking line: Path, width: Double, cap: StrokeStyle.Cap, color: Color, role: Role, clip: Rect? = nil
  ) {
    self.init(
      line: line, pen: StrokeStyle(width: width, cap: cap, join: .round), color: color, role: role, clip: clip)
  }

  private init(line: Path, pen: StrokeStyle?, color: Color, role: Role, clip: Rect?) {
    self.line = line
    self.pen = pen
    self.color = color
    self.role = role
    self.clip = clip
  }

  /// A rectangle that holds the area, `nil` where there is none.
  public var box: Rect? {
    // Joins are round, and the corners of a square cap lie √2 half widths from the end of the line.
    line.controlBox.map { $0.inset(by: pen.map { -$0.width } ?? 0) }
  }
}
