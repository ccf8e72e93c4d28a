@_exported import Drawing
@_exported import PNG
@_exported import Pixels
@_exported import Plotting
@_exported import Raster
@_exported import Scales
import System
import Text
@_exported import Typography

extension Figure {
  /// Lays out and draws the figure.
  ///
  /// ```swift
  /// let squares = Curve(x: [0, 1, 2, 3], y: [0, 1, 4, 9], label: "x²")
  /// let bytes = try Figure(panels: [Panel(marks: [.curve(squares)])]).png()   // a PNG file of 640 × 480 pixels
  /// ```
  ///
  /// - Parameter typefaces: The typefaces of all text. By default text is set in DejaVu Sans, and characters that it lacks
  ///   in installed fonts.
  /// - Returns: The bytes of a PNG file, the same on every machine that has the same fonts.
  /// - Throws: `LayoutError`, if the texts leave no room for the frames or the data do not belong together, `FigureSizeError`,
  ///   if the figure has too many pixels, or `TypographyError`, if a font cannot be read.
  public func png(typefaces: TypefaceFamily? = nil) throws -> [UInt8] {
    let sides = (width: resolution.pixels(inches: width), height: resolution.pixels(inches: height))
    guard sides.width * sides.height <= Double(Pixmap.maximumPixelCount) else {
      throw FigureSizeError(width: sides.width, height: sides.height)
    }
    let pixmap = Pixmap(rendering: DisplayList(drawing: try layout(in: typefaces)))
    let pixelsPerMetre = (resolution.dotsPerInch / 0.0254).rounded()
    return try PNGImage(
      pixmap, pixelsPerMetre: pixelsPerMetre >= 1 && pixelsPerMetre < 0x1p31 ? UInt32(pixelsPerMetre) : nil
    ).encoded()
  }

  /// Writes the figure as a PNG file, in place of any file at the path.
  ///
  /// The file is whole or not there at all, also if the disk is full.
  ///
  /// - Throws: What ``png(typefaces:)`` throws, or an error that says why the file cannot be written.
  public func writePNG(to path: String, typefaces: TypefaceFamily? = nil) throws {
    let bytes = try png(typefaces: typefaces)
    do throws(FileFault) {
      var file = FileRevision(of: path.lastNameOfPath, in: path.folderOfPath, replacing: .always)
      try file.append(bytes)
      _ = try file.finish()
    } catch {
      throw OutputError(path: path, fault: error)
    }
  }

  private func layout(in typefaces: TypefaceFamily?) throws -> FigureLayout {
    try FigureLayout(arranging: self, typefaces: typefaces ?? TypefaceFamily(installedWith: []))
  }
}

/// The error of a figure with more pixels than a picture may have.
public struct FigureSizeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The width in pixels.
  public let width: Double
  /// The height in pixels.
  public let height: Double

  /// One sentence with the sizes and the limit.
  public var description: String {
    "\(width) × \(height) pixels are more than the \(Pixmap.maximumPixelCount) that a picture may have."
  }
}
