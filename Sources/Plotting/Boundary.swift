import Drawing
import Geometry
import Typography
public struct FigureLayout: Sendable {
  public init(arranging figure: Figure, typefaces: TypefaceFamily) throws(LayoutError) {}
}
public enum LayoutError: Error { case tooSmall }
extension DisplayList {
  public init(drawing layout: FigureLayout) { self.init(width: 1, height: 1) }
}
