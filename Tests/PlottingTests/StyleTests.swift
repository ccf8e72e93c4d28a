import Drawing
import Foundation
import Testing

@testable import Plotting

@Suite struct StyleTests {
  static let styles = [("light", Style.light), ("dark", Style.dark)]

  @Test("Text has the contrast that WCAG requires of text.", arguments: styles)
  func textContrastWcag(name: String, style: Style) {
    let words = [
      ("title", style.titleColor), ("text", style.textColor), ("note", style.noteColor),
      ("caption", style.captionColor),
    ]
    for (role, color) in words {
      #expect(color.measuredContrast(with: style.paper) >= 4.5, "\(name): \(role)")
    }
  }

  @Test("Marks have the contrast that WCAG requires of graphics.", arguments: styles)
  func marksContrastWcag(name: String, style: Style) {
    for color in style.palette + [style.mutedColor, style.referenceColor, style.frameColor] {
      #expect(color.measuredContrast(with: style.paper) >= 3, "\(name): \(color.hexadecimal)")
    }
    // The normal density is drawn over bars.
    #expect(style.referenceColor.measuredContrast(with: style.mutedColor) >= 3, "\(name)")
  }

  @Test("Colours of the palette can be told apart with every colour vision and on grey paper.", arguments: styles)
  func coloursPaletteCan(name: String, style: Style) {
    for vision in Vision.allCases {
      let seen = style.palette.map { Lab(vision.seen($0)) }
      for (index, color) in seen.enumerated() {
        for other in seen[..<index] {
          #expect(color.difference(to: other) >= 11, "\(name), \(vision)")
        }
      }
      #expect(seen[0].difference(to: seen[1]) >= 40, "\(name), \(vision): value and derivative")
    }
    let lightness = style.palette.map { Lab(Vision.normal.seen($0)).lightness }.sorted()
    #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $1 - $0 >= 3 }, "\(name): \(lightness)")
  }

  @Test("The dark paper is not quite black, and the grid has little contrast.")
  func darkPaperQuite() {
    #expect(Style.dark.paper != .black)
    for (_, style) in Self.styles { #expect(style.gridColor.measuredContrast(with: style.paper) < 1.6) }
  }

  @Test("Contrast and colour difference are those of their standards.")
  func contrastColourDifference() {
    #expect((Color.black.measuredContrast(with: .white) - 21).magnitude < 1e-9)
    #expect((Color(0x777777).measuredContrast(with: .white) - 4.478).magnitude < 1e-3)
    // Pairs 1 and 25 of G. Sharma, W. Wu, E. N. Dalal: The CIEDE2000 color-difference formula, 2005.
    let pairs = [
      (Lab(50, 2.6772, -79.7751), Lab(50, 0, -82.7485), 2.0425),
      (Lab(60.2574, -34.0099, 36.2677), Lab(60.4626, -34.1751, 39.4387), 1.2644),
    ]
    for (first, second, difference) in pairs {
      #expect((first.difference(to: second) - difference).magnitude < 1e-4)
    }
  }

  @Test("Curves beyond the palette are dashed.")
  func curvesBeyondPalette() {
    var style = Style.matplotlib
    style.palette = [.black, .white]
    style.dashes = [[], [3, 1]]
    let pens = (0..<5).map { style.pen(.palette($0), turn: 0) }
    #expect(pens.map(\.color) == [.black, .white, .black, .white, .black])
    #expect(pens.map(\.dashes) == [[], [], [3, 1], [3, 1], []])
  }

  @Test("Marks take colours in turn, except those with a colour of their own.")
  func marksTakeColours() {
    let style = Style.matplotlib
    func curve(_ color: MarkColor) -> Mark { .curve(Curve(x: [0, 1], y: [0, 1], color: color)) }
    let panel = Panel(marks: [curve(.inTurn), curve(.fixed(.black)), curve(.inTurn), curve(.palette(7))])
    #expect(
      panel.pens(in: style).map(\.color) == [style.palette[0], .black, style.palette[1], style.palette[7]])
  }

  @Test(
    "A colour is read in the notation of CSS.",
    arguments: [
      ("#1f77b4", Color(0x1f77b4)), ("#FFFFFF", .white), ("#1f77b480", Color(0x1f77b4, alpha: 128)),
      ("1f77b4", nil), ("#1f77b", nil), ("#1f77bg", nil), ("#１f77b4", nil), ("", nil), ("#", nil), ("red", nil),
    ])
  func colourReadNotation(text: String, color: Color?) {
    #expect(Color(hexadecimal: text) == color)
    if let color { #expect(Color(hexadecimal: color.hexadecimal) == color) }
  }
}
