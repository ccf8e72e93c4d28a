import Geometry

/// A finished drawing: what is filled, in which colour and in which order.
public struct DisplayList: Sendable, Hashable {
  /// Pixels.
  public var width: Int
  /// Pixels.
  public var height: Int
  /// What the paper shows where nothing is filled.
  public var background: Color
  /// From the lowest to the topmost.
  public var fills: [Fill]

  /// A drawing of that many pixels, empty unless fills are given.
  public init(width: Int, height: Int, background: Color = .white, fills: [Fill] = []) {
    self.width = width
    self.height = height
    self.background = background
    self.fills = fills
  }
}
