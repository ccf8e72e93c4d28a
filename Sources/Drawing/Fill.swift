import Geometry

/// An area of one colour.
public struct Fill: Sendable, Hashable {
  /// What the area stands for, so that a drawing can be asked without looking at its pixels.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case panel, grid, bar, barBreak, tick, tickLabel, offsetText, curve, endPoint, frame, note, panelTitle, axisLabel
    case legendFrame, legendKey, legendLabel, figureTitle, caption
  }

  /// In pixels, filled by the non-zero winding rule.
  public var path: Path
  /// Laid over what lies below, by its alpha and by how much of each pixel the path covers.
  public var color: Color
  /// What the area stands for.
  public var role: Role
  /// Nothing is drawn outside it; its edges lie on whole pixels.
  public var clip: Rect?

  /// An area that is clipped to the paper alone unless a rectangle is given.
  public init(_ path: Path, color: Color, role: Role, clip: Rect? = nil) {
    self.path = path
    self.color = color
    self.role = role
    self.clip = clip
  }
}
