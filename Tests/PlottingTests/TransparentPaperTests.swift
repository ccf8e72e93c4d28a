import Drawing
import Geometry
import Pixels
import Raster
import Testing
import Typography

@testable import Plotting

@Suite struct TransparentPaperTests {
  static let styles = ["matplotlib": Style.matplotlib, "light": .light, "dark": .dark]

  private func pixmap(in style: Style, paperAlpha: UInt8) throws -> (picture: Pixmap, layout: FigureLayout) {
    var style = style
    style.paper.alpha = paperAlpha
    let curve = Curve(
      x: [0, 1, 2, 3], y: [0, 2, 1, 3], label: "Measured", endPoints: [EndPoint(x: 1, y: 2, isTaken: false)])
    let bars = Bars(edges: [0, 1, 2, 3], heights: [1, 3, 2])
    var panel = Panel(title: "Title", marks: [.bars(bars), .curve(curve)])
    panel.legendPlace = .inside
    let figure = Figure(
      title: "Figure", panels: [panel], width: 4, height: 4, resolution: Resolution(dotsPerInch: 100), style: style)
    let layout = try FigureLayout(arranging: figure, typefaces: FigureLayoutTests.typefaces.get())
    return (Pixmap(rendering: DisplayList(drawing: layout)), layout)
  }

  @Test(
    "A transparent figure over its paper's colour is the opaque figure.",
    arguments: ["matplotlib", "light", "dark"])
  func overPaper(name: String) throws {
    let style = try #require(Self.styles[name])
    let opaque = try pixmap(in: style, paperAlpha: 255).picture.bytes
    let clear = try pixmap(in: style, paperAlpha: 0).picture.bytes
    let paper = [style.paper.red, style.paper.green, style.paper.blue]
    var largest = 0
    for pixel in stride(from: 0, to: opaque.count, by: 4) {
      let alpha = Int(clear[pixel + 3])
      for channel in 0..<3 {
        let composed = (Int(clear[pixel + channel]) * alpha + Int(paper[channel]) * (255 - alpha) + 127) / 255
        largest = max(largest, abs(composed - Int(opaque[pixel + channel])))
      }
    }
    #expect(largest <= 3, "\(name)")
  }

  @Test(
    "Transparent paper is transparent in the margin and in the ring of an open end.", arguments: ["light", "dark"])
  func holes(name: String) throws {
    let style = try #require(Self.styles[name])
    let (picture, layout) = try pixmap(in: style, paperAlpha: 0)
    let bytes = picture.bytes
    #expect(bytes[3] == 0)
    let area = layout.panels[0].area
    let middle = area.point(1, 2)
    #expect(bytes[(Int(middle.y) * picture.width + Int(middle.x)) * 4 + 3] == 0)
  }
}
