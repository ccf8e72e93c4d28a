import Drawing
import Geometry
import Typography

/// A figure before it is laid out: panels side by side under one title.
public struct Figure: Sendable {
  public init() {}
}

/// Where everything of a figure stands, in pixels from the top left.
public struct FigureLayout: Sendable {
  public init(arranging figure: Figure, typefaces: TypefaceFamily) throws(LayoutError) {}
}

public enum LayoutError: Error { case tooSmall }

extension DisplayList {
  public init(drawing layout: FigureLayout) { self.init(width: 1, height: 1) }
}
