import Drawing
import Foundation
import PNG
import Pixels
import Plotting
import Raster
import Testing
import Typography

/// A picture kept as PNG in `Golden` beside this file, and compared pixel by pixel.
///
/// Recorded only where the environment says `RECORD_GOLDEN_PICTURES=1`; otherwise a difference leaves the actual picture,
/// the expected one and, in black on white, the pixels that differ in `Failures`.
struct GoldenPicture {
  let name: String
  let picture: PNGImage

  private static let typefaces = Result { try TypefaceFamily(installedWith: []) }

  init(_ name: String, of figure: Figure) throws {
    let layout = try FigureLayout(arranging: figure, typefaces: Self.typefaces.get())
    let pixmap = Pixmap(rendering: DisplayList(drawing: layout))
    self.name = name
    picture = PNGImage(pixmap)
  }

  func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let golden = folder.appendingPathComponent("Golden/\(name).png")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN_PICTURES"] == "1" {
      try FileManager.default.createDirectory(
        at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(picture.encoded()).write(to: golden)
      return
    }
    let expected = try PNGImage(decoding: Array(Data(contentsOf: golden)))
    let isAlike = (picture.width, picture.height) == (expected.width, expected.height)
    if isAlike, picture.pixels == expected.pixels { return }
    let failures = folder.appendingPathComponent("Failures")
    try FileManager.default.createDirectory(at: failures, withIntermediateDirectories: true)
    try Data(picture.encoded()).write(to: failures.appendingPathComponent("\(name).actual.png"))
    try Data(expected.encoded()).write(to: failures.appendingPathComponent("\(name).expected.png"))
    guard isAlike else {
      let sizes = "\(picture.width) × \(picture.height) pixels, not \(expected.width) × \(expected.height)"
      Issue.record("\(name) has \(sizes); see \(failures.path).", sourceLocation: sourceLocation)
      return
    }
    var pixels = picture.pixels
    var count = 0
    for pixel in 0..<(picture.width * picture.height) {
      let bytes = (4 * pixel)..<(4 * pixel + 4)
      let differs = picture.pixels[bytes] != expected.pixels[bytes]
      count += differs ? 1 : 0
      pixels.replaceSubrange(bytes, with: [differs ? 0 : 255, differs ? 0 : 255, differs ? 0 : 255, 255])
    }
    let difference = PNGImage(width: picture.width, height: picture.height, pixels: pixels)
    try Data(difference.encoded()).write(to: failures.appendingPathComponent("\(name).difference.png"))
    Issue.record(
      "\(name) differs in \(count) pixels; actual, expected and difference are in \(failures.path).",
      sourceLocation: sourceLocation)
  }
}
