import Drawing
import SeededNumbers
import Testing

@testable import Plotting

@Suite struct StyleTests {
  static let styles = ["light": Style.light, "dark": Style.dark]

  @Test("Every role has its contrast with the paper.", arguments: ["light", "dark"])
  func rolesContrast(name: String) throws {
    let style = try #require(Self.styles[name])
    let roles = [
      ("title", style.titleColor, 12.0), ("note", style.noteColor, 12), ("text", style.textColor, 7),
      ("caption", style.captionColor, 4.5), ("reference", style.referenceColor, 12), ("frame", style.frameColor, 3),
      ("tick", style.tickColor, 3), ("muted", style.mutedColor, 3),
    ]
    for (role, color, contrast) in roles {
      #expect(color.measuredContrast(with: style.paper) >= contrast, "\(name): \(role)")
    }
    for color in style.palette + style.orderedColors {
      #expect(color.measuredContrast(with: style.paper) >= 3, "\(name): \(color.hexadecimal)")
    }
    // The normal density is drawn over bars.
    #expect(style.referenceColor.measuredContrast(with: style.mutedColor) >= 3, "\(name)")
    let grid = style.gridColor.measuredContrast(with: style.paper)
    #expect(grid > 1.1 && grid < 1.5, "\(name)")
    var background = style.legend.background
    #expect(background.alpha == 220)
    background.alpha = 255
    #expect(background == style.paper)
  }

  @Test("The dark paper is not quite black.")
  func darkPaperQuite() { #expect(Style.dark.paper != .black) }

  @Test("On any paper text has a contrast of 4.5 and marks one of 3.")
  func anyPaper() {
    var generator = SeededGenerator(seed: 3)
    let greys = (0...255).map { Color(UInt32($0) * 0x010101) }
    let papers = greys + (0..<300).map { _ in Color(UInt32.random(in: 0...0xFF_FFFF, using: &generator)) }
    for (name, theme) in [("light", Theme.light), ("dark", Theme.dark)] {
      for paper in papers {
        let style = Style(uncluttered: theme.on(paper))
        let words: Comment = "\(name) on \(paper.hexadecimal)"
        #expect(style.paper == paper)
        for color in [style.titleColor, style.textColor, style.noteColor, style.captionColor, style.referenceColor] {
          #expect(color.measuredContrast(with: paper) >= 4.5, words)
        }
        for color in style.palette + style.orderedColors + [style.frameColor, style.tickColor, style.mutedColor] {
          #expect(color.measuredContrast(with: paper) >= 3, words)
        }
        #expect(style.gridColor.measuredContrast(with: paper) < 1.5, words)
        let lightness = style.orderedColors.map(\.luminance)
        let isDarkening = paper.farthestGrey == .black
        #expect(zip(lightness, lightness.dropFirst()).allSatisfy { isDarkening ? $0 >= $1 : $0 <= $1 }, words)
      }
    }
  }

  @Test("Colours that have enough contrast on another paper stay, and the others keep their hue.")
  func coloursStay() {
    let cream = Theme.light.on(Color(0xfffdf7))
    #expect(cream.ink == Theme.light.ink)
    for (color, old) in zip(cream.accents, Theme.light.accents) {
      #expect(color == old || old.contrast(with: cream.paper) < 3)
    }
    for theme in [Theme.light, .dark] {
      #expect(theme.on(theme.paper) == theme)
      let other = theme == .light ? Theme.dark : .light
      for (color, old) in zip(theme.on(other.paper).accents, theme.accents) {
        #expect((color.hue - old.hue).magnitude < 3, "\(old.hexadecimal) → \(color.hexadecimal)")
      }
    }
  }

  @Test("The smallest text of light and dark has 11 pixels an em when 15 inches are shown 720 pixels wide.")
  func smallestText() {
    for (name, style) in Self.styles {
      for size in [style.fontSize, style.panelTitleSize, style.figureTitleSize, style.noteSize, style.captionSize] {
        #expect(size / 72 / 15 * 720 >= 11, "\(name)")
        #expect(size / 72 / 7.5 * 360 >= 11, "\(name)")
      }
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

extension Color {
  /// The hue in degrees, of the model HSL.
  fileprivate var hue: Double {
    let channels = [red, green, blue].map { Double($0) }
    let (low, high) = (channels.min()!, channels.max()!)
    guard high > low else { return 0 }
    let third = high == channels[0] ? 0 : high == channels[1] ? 1 : 2
    let part = (channels[(third + 1) % 3] - channels[(third + 2) % 3]) / (high - low)
    return 60 * (Double(2 * third) + part)
  }
}
