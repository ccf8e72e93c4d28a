import Drawing
import SeededNumbers
import Testing

@testable import Plotting

@Suite struct ColorContrastTests {
  @Test("The contrast of random colours is that of an independent implementation of WCAG 2.2.")
  func contrastIndependent() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<1000 {
      let (one, two) = (
        Color(UInt32.random(in: 0...0xFF_FFFF, using: &generator)),
        Color(UInt32.random(in: 0...0xFF_FFFF, using: &generator))
      )
      #expect((one.contrast(with: two) - one.measuredContrast(with: two)).magnitude < 1e-9)
    }
    #expect(Color.black.contrast(with: .white) == 21)
  }

  @Test("A readable colour has the wanted contrast wherever black or white has it, and changes only if it must.")
  func readableHasContrast() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<1000 {
      let color = Color(UInt32.random(in: 0...0xFF_FFFF, using: &generator))
      let paper = Color(UInt32.random(in: 0...0xFF_FFFF, using: &generator))
      let best = max(paper.contrast(with: .black), paper.contrast(with: .white))
      for contrast in [1, 3, 4.5, 7, 21] {
        let readable = color.readable(on: paper, contrast: contrast)
        #expect(readable.contrast(with: paper) >= min(contrast, best), "\(color.hexadecimal) on \(paper.hexadecimal)")
        if color.contrast(with: paper) >= contrast { #expect(readable == color) }
      }
    }
  }

  @Test("A mixture begins with one colour, ends with the other and keeps the alpha.")
  func mixtureEnds() {
    let (one, two) = (Color(0x123456, alpha: 7), Color(0xfedcba))
    #expect(one.mixed(with: two, share: 0) == one)
    #expect(one.mixed(with: two, share: .nan) == one)
    #expect(one.mixed(with: two, share: 2) == Color(0xfedcba, alpha: 7))
    #expect(Color.black.mixed(with: .white, share: 0.5) == Color(0x808080))
  }

  @Test("Colours of the ordered scale are its own at equal distances, and mixed between them.")
  func orderedScale() {
    var style = Style.matplotlib
    style.orderedColors = [.black, .white, Color(0xff0000)]
    let places = [-1, 0, 0.25, 0.5, 1, 2, .nan]
    let colors = places.map { style.pen(.ordered($0), turn: 3).color }
    let red = Color(0xff0000)
    #expect(colors == [.black, .black, Color(0x808080), .white, red, red, .black])
    style.orderedColors = []
    #expect(style.orderedColor(at: 0.5) == style.textColor)
  }
}
