import Drawing
import Foundation
import PNG
import Pixels
import Plotting
import Raster
import Testing
import Typography

/// The example of `docs/plotting-library.md`, compiled and run.
@Suite struct GuideExampleTests {
  @Test func `The example draws a figure`() throws {
    // begin
    let days = [1.0, 2, 3, 4]
    let north = Curve(x: days, y: [1, 3, 2, 4], label: "North")
    let south = Curve(x: days, y: [2, 2, 3, 3], label: "South")
    let panels = [
      Panel(title: "Histogram", marks: [.bars(Bars(counting: [3, 5, 2, 4, 4, 6, 3, 4], bins: 5))]),
      Panel(title: "Bars", marks: [.bars(Bars(edges: [0, 1, 2, 3], heights: [2, 5, 1]))]),
      Panel(xLabel: "day", marks: [.curve(north), .curve(south)]),
    ]
    let figure = Figure(
      title: "Three panels", panels: panels, width: 12, height: 4, resolution: Resolution(dotsPerInch: 100),
      style: .light)
    let layout = try FigureLayout(arranging: figure, typefaces: TypefaceFamily(installedWith: []))
    let pixmap = Pixmap(rendering: DisplayList(drawing: layout))
    let png = try PNGImage(pixmap).encoded()
    // end
    let picture = try PNGImage(decoding: png)
    #expect(picture.width == 1200 && picture.height == 400)
    #expect(picture.pixels == pixmap.bytes)
    #expect(Set(picture.pixels).count > 10)
  }

  @Test func `The page on the plotting library shows this example`() throws {
    let here = URL(filePath: #filePath)
    let source = try String(contentsOf: here, encoding: .utf8).split(separator: "\n")
    let start = try #require(source.firstIndex { $0.hasSuffix("// begin") })
    let end = try #require(source.firstIndex { $0.hasSuffix("// end") })
    let example = source[(start + 1)..<end].map { $0.dropFirst(4) }.joined(separator: "\n")
    let page = try String(
      contentsOf: here.deletingLastPathComponent().appending(path: "../../docs/plotting-library.md"), encoding: .utf8)
    #expect(page.contains(example))
  }
}
