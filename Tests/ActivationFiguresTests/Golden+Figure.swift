import Drawing
import Goldens
import Pixels
import Plotting
import Raster
import Testing
import Typography

extension Golden {
  private static let typefaces = Result { try TypefaceFamily(installedWith: []) }

  /// Expects that a figure has the pixels of the golden.
  func expect(_ figure: Figure, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let layout = try FigureLayout(arranging: figure, typefaces: Self.typefaces.get())
    try expect(Pixmap(rendering: DisplayList(drawing: layout)), sourceLocation: sourceLocation)
  }
}
