import Drawing
import Goldens
import PNG
import Plotting
import Raster
import Testing
import Typography

extension Golden {
  private static let typefaces = Result { try TypefaceFamily(installedWith: []) }

  /// Expects that a figure has the pixels of the golden.
  func expect(_ figure: Figure, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let layout = try FigureLayout(arranging: figure, typefaces: Self.typefaces.get())
    let pixmap = Pixmap(rendering: DisplayList(drawing: layout))
    try expect(
      PNGImage(width: pixmap.width, height: pixmap.height, pixels: pixmap.bytes), sourceLocation: sourceLocation)
  }
}
