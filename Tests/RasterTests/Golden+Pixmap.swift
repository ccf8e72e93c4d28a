import Goldens
import Pixels
import Testing

@testable import Raster

extension Golden {
  private static let levels = Array(".123456789abcdef#")

  /// Expects that a picture covers each pixel as the golden says.
  ///
  /// The golden has a character for each pixel: `.` for no coverage, `1` to `9` and `a` to `f` for one to 15 steps, and `#`
  /// for full coverage.
  func expect(levelsOf picture: Pixmap, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let levels = picture.levels
    let text = (0..<picture.height).map { row in
      String(levels[(row * picture.width)..<((row + 1) * picture.width)].map { Self.levels[$0] }) + "\n"
    }.joined()
    try expect(text, drawnBy: Self.picture(ofLevels:), sourceLocation: sourceLocation)
  }

  /// Expects that a picture has the colours of the golden, which has eight hexadecimal digits for each pixel.
  func expect(coloursOf picture: Pixmap, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let text = (0..<picture.height).map { row in
      (0..<picture.width).map { column in
        picture[column, row].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      }.joined(separator: " ") + "\n"
    }.joined()
    try expect(text, drawnBy: Self.picture(ofColours:), sourceLocation: sourceLocation)
  }

  private static func picture(ofLevels text: String) -> Pixmap {
    picture(
      of: text.split(separator: "\n").map { row in
        row.map { [0, 0, 0, UInt8((levels.firstIndex(of: $0) ?? 0) * 255 / 16)] }
      })
  }

  private static func picture(ofColours text: String) -> Pixmap {
    picture(
      of: text.split(separator: "\n").map { row in
        row.split(separator: " ").map { pixel in
          let color = UInt32(pixel, radix: 16) ?? 0
          return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: color >> $0) }
        }
      })
  }

  private static func picture(of rows: [[[UInt8]]]) -> Pixmap {
    let width = rows.map(\.count).max() ?? 1
    let blank = [UInt8](repeating: 0, count: 4)
    let pixels = rows.flatMap { row in (row + Array(repeating: blank, count: width - row.count)).flatMap(\.self) }
    return Pixmap(width: width, height: rows.count, bytes: pixels)
  }
}
