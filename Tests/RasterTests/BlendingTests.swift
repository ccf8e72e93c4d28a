import Drawing
import Geometry
import Pixels
import SeededNumbers
import Testing

@testable import Raster

@Suite struct BlendingTests {
  private func blend(_ color: Color, over background: Color, height: Double = 1) -> [UInt8] {
    let fill = Fill(Path(Rect(x: 0, y: 0, width: 1, height: height)), color: color, role: .bar)
    return Pixmap(rendering: DisplayList(width: 1, height: 1, background: background, fills: [fill])).bytes
  }

  @Test("Colours are blended by alpha and coverage as 8-bit values, rounded to the nearest.")
  func exactValues() {
    let blue = Color(0x1f77b4)
    #expect(blend(blue, over: .white) == [0x1f, 0x77, 0xb4, 255])
    #expect(blend(blue, over: .white, height: 0) == [255, 255, 255, 255])
    #expect(blend(.black, over: .white, height: 0.5) == [128, 128, 128, 255])  // 127.5
    #expect(blend(blue, over: .white, height: 0.25) == [199, 221, 236, 255])  // 199, 221, 236.25
    #expect(blend(Color(0xff0000, alpha: 51), over: Color(0x0000ff)) == [51, 0, 204, 255])
    #expect(blend(Color(0xffffff, alpha: 204), over: .black) == [204, 204, 204, 255])
    #expect(blend(Color(0x123456, alpha: 0), over: .white) == [255, 255, 255, 255])
  }

  @Test("Over a transparent background the colour is unchanged and coverage reduces only alpha.")
  func transparentPaper() {
    let clear = Color(0xffffff, alpha: 0)
    #expect(blend(Color(0x1f77b4), over: clear, height: 0.5) == [0x1f, 0x77, 0xb4, 128])
    #expect(blend(Color(0x1f77b4, alpha: 100), over: clear) == [0x1f, 0x77, 0xb4, 100])
    // α = 0.4 + 0.6 · 0.2 = 0.52; red 0.4 / 0.52 · 255 = 196.2, blue 0.12 / 0.52 · 255 = 58.8.
    #expect(blend(Color(0xff0000, alpha: 102), over: Color(0x0000ff, alpha: 51)) == [196, 0, 59, 133])
  }

  @Test("A cleared area has the background again, by alpha and coverage.")
  func clearing() {
    func cleared(_ background: Color, alpha: UInt8 = 255, height: Double = 1) -> [UInt8] {
      let area = Path(Rect(x: 0, y: 0, width: 1, height: 1))
      var clear = Fill(Path(Rect(x: 0, y: 0, width: 1, height: height)), color: Color(0, alpha: alpha), role: .note)
      clear.isClearing = true
      let fills = [Fill(area, color: Color(0x1f77b4), role: .bar), clear]
      return Pixmap(rendering: DisplayList(width: 1, height: 1, background: background, fills: fills)).bytes
    }
    let transparent = Color(0xfff8e7, alpha: 0)
    #expect(cleared(transparent) == [0xff, 0xf8, 0xe7, 0])
    #expect(cleared(transparent, height: 0.5) == [0x1f, 0x77, 0xb4, 128])
    #expect(cleared(transparent, alpha: 51) == [0x1f, 0x77, 0xb4, 204])
    #expect(cleared(transparent, alpha: 0) == [0x1f, 0x77, 0xb4, 255])
    #expect(cleared(Color(0xfff8e7, alpha: 90)) == [0xff, 0xf8, 0xe7, 90])
    // Half of blue and half of the background at α = 0.2: α = 0.6, red (0.5 · 31 + 0.1 · 255) / 0.6 = 68.3.
    #expect(cleared(Color(0xffffff, alpha: 51), height: 0.5) == [68, 142, 193, 153])
    for height in [0, 0.3, 0.5, 1] {
      let painted = blend(Color(0xfff8e7, alpha: 200), over: Color(0x1f77b4), height: height)
      #expect(cleared(Color(0xfff8e7), alpha: 200, height: height) == painted)
    }
  }

  @Test("Steps of coverage keep each channel within 8 of the exact blend.", arguments: 0..<500)
  func quantization(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    func channel() -> UInt8 { .random(in: 0...255, using: &generator) }
    let source = Color(red: channel(), green: channel(), blue: channel(), alpha: channel())
    let backdrop = Color(red: channel(), green: channel(), blue: channel())
    let coverage = Double.random(in: 0...1, using: &generator)
    let pixel = blend(source, over: backdrop, height: coverage)
    let share = coverage * Double(source.alpha) / 255
    for (found, (above, below)) in zip(
      pixel, [(source.red, backdrop.red), (source.green, backdrop.green), (source.blue, backdrop.blue)])
    {
      let exact = Double(above) * share + Double(below) * (1 - share)
      #expect(abs(Double(found) - exact.rounded()) <= 8)
    }
  }

  @Test("One colour on white makes at most 17 colours.")
  func colourCount() {
    let path = Path.polygon(x: 50, y: 50, radius: 48, corners: 101)
    let fills = [Fill(path, color: Color(0x1f77b4), role: .curve)]
    let bytes = Pixmap(rendering: DisplayList(width: 100, height: 100, fills: fills)).bytes
    let colours = Set(stride(from: 0, to: bytes.count, by: 4).map { Array(bytes[$0..<($0 + 4)]) })
    #expect((10...17).contains(colours.count))
  }

  @Test("Fills cover each other in their order, and an opaque area hides what was drawn before it.")
  func order() {
    let area = Path(Rect(x: 0, y: 0, width: 4, height: 4))
    let first = Fill(.polygon(x: 2, y: 2, radius: 9, corners: 7), color: Color(0xff7f0e), role: .bar)
    let last = Fill(area, color: Color(0x2ca02c), role: .bar)
    let covered = Pixmap(rendering: DisplayList(width: 4, height: 4, fills: [first, last]))
    #expect(covered == Pixmap(rendering: DisplayList(width: 4, height: 4, fills: [last])))
    #expect(covered != Pixmap(rendering: DisplayList(width: 4, height: 4, fills: [last, first])))
  }
}
