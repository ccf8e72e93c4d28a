import Geometry
import Testing

@testable import Typography

@Suite struct TextLineTests {
  let family: TypefaceFamily

  init() throws { family = try TypefaceFamily(installedWith: []) }

  private func contours(of path: Path) -> Int {
    path.elements.count { if case .move = $0 { true } else { false } }
  }

  @Test("The letter o is two contours, i too, l one.", arguments: [("o", 2), ("i", 2), ("l", 1), ("8", 3), (" ", 0)])
  func contours(words: String, count: Int) {
    let line = TextLine(words, in: family.regular, size: 20)
    #expect(contours(of: line.outline(at: Point(x: 0, y: 0))) == count)
  }

  @Test("Every contour is closed before the next one begins.")
  func closedContours() {
    let words = String(String.UnicodeScalarView(Typeface.commonCharacters))
    for typeface in [family.regular, family.bold] {
      var isOpen = false
      for element in TextLine(words, in: typeface, size: 14).outline(at: Point(x: 3, y: 7)).elements {
        switch element {
        case .move:
          #expect(!isOpen)
          isOpen = true
        case .close:
          #expect(isOpen)
          isOpen = false
        default: #expect(isOpen)
        }
      }
      #expect(!isOpen)
    }
  }

  @Test("The outline reaches as far as the measures say, within the rounding of 1/128 pixel.", arguments: 1..<60)
  func outlineFillsTheMeasures(size: Int) throws {
    for words in ["Softplus", "(samples: 10000)", "--", "\u{2212}0.5", "Tanh"] {
      let line = TextLine(words, in: family.bold, size: Double(size) * 1.37)
      let box = try #require(line.outline(at: Point(x: 100, y: 200)).controlBox)
      // Half of 1/64, and what the factor in 1/65536 loses over 2048 units.
      let rounding = 0.5 / 64 + 2048 * 0.5 / 65536 / 64
      #expect(abs(200 - box.minY - line.ascent) <= rounding)
      #expect(abs(box.maxY - 200 - line.descent) <= rounding)
    }
  }

  @Test("Moving the origin by whole pixels moves each point by as much.")
  func movedOrigin() {
    let line = TextLine("Wave 8", in: family.regular, size: 16)
    let outline = line.outline(at: Point(x: 0, y: 0))
    #expect(outline.elements.count == line.outline(at: Point(x: 5, y: 9)).elements.count)
    #expect(outline.translated(by: Vector(dx: 512, dy: 256)) != outline)
    // At 16 pixels an em a font unit is 1/128 pixel: sums are exact.
    #expect(line.outline(at: Point(x: 512, y: 256)) == outline.translated(by: Vector(dx: 512, dy: 256)))
  }

  @Test("A letter stands upright: the tittle of i lies above its stem, the tail of p below the baseline.")
  func upright() throws {
    let tail = TextLine("p", in: family.regular, size: 100)
    #expect(tail.descent > 20 && tail.descent < 22)
    let outline = TextLine("L", in: family.regular, size: 100).outline(at: Point(x: 0, y: 0))
    let lowest = outline.elements.compactMap { if case .line(let end) = $0 { end } else { nil } }.filter { $0.y == 0 }
    // The foot of L is wider than its top.
    #expect(lowest.map(\.x).max()! - lowest.map(\.x).min()! > 40)
  }

  @Test("Without kerning the width is the sum of the advances.", arguments: ["0123456789", "nnnn", "1.0019", "ooo"])
  func advanceSums(words: String) {
    let single = words.map { TextLine(String($0), in: family.regular, size: 13).width }
    #expect(TextLine(words, in: family.regular, size: 13).width == single.reduce(0, +))
  }

  @Test("A and V move closer together, and so do L and T.", arguments: ["AV", "VA", "LT", "To", "Yo"])
  func kerning(pair: String) {
    for typeface in [family.regular, family.bold] {
      let apart = pair.map { TextLine(String($0), in: typeface, size: 50).width }.reduce(0, +)
      #expect(TextLine(pair, in: typeface, size: 50).width < apart - 1)
    }
  }

  @Test("Characters without a glyph are told once each, and drawn as boxes.")
  func missingCharacters() {
    let line = TextLine("a\u{10FFFF}b漢\u{10FFFF}", in: family.regular, size: 20)
    #expect(line.missing.map(\.character) == ["\u{10FFFF}", "漢"])
    let boxes = TextLine("漢", in: family.regular, size: 20)
    #expect(!boxes.outline(at: Point(x: 0, y: 0)).isEmpty)
    #expect(boxes.width > 0)
    #expect(TextLine("ab", in: family.regular, size: 20).missing.isEmpty)
  }

  @Test("Characters that were not announced are drawn as well.")
  func unannounced() throws {
    let greek = try TypefaceFamily(installedWith: ["σ"])
    for (one, other) in [(family.regular, greek.regular), (family.bold, greek.bold)] {
      let lines = [one, other].map { TextLine("σ", in: $0, size: 20) }
      #expect(lines.allSatisfy { $0.missing.isEmpty })
      #expect(lines[0].outline(at: Point(x: 0, y: 0)) == lines[1].outline(at: Point(x: 0, y: 0)))
    }
  }

  @Test("Lines that several threads set at once are the lines that one sets.")
  func threads() async throws {
    let words = (0..<200).map { "Line \($0) äöü Ωπ \(Unicode.Scalar(0x400 + UInt32($0 % 90))!)" }
    let alone = words.map { TextLine($0, in: family.regular, size: 20).outline(at: Point(x: 0, y: 0)) }
    let fresh = try TypefaceFamily(installedWith: []).regular
    let together = await withTaskGroup(of: (Int, Path).self) { group in
      for (index, line) in words.enumerated() {
        group.addTask { (index, TextLine(line, in: fresh, size: 20).outline(at: Point(x: 0, y: 0))) }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for index in words.indices { #expect(together[index] == alone[index]) }
  }

  @Test("Control characters are missing, even when asked for; a tab is a space.")
  func controlCharacters() throws {
    let family = try TypefaceFamily(installedWith: ["\t", "\u{7F}", "\u{1B}"])
    let line = TextLine("\t\u{7F}\u{1B}", in: family.regular, size: 20)
    #expect(line.missing.map(\.character) == ["\u{7F}", "\u{1B}"])
    #expect(line.missing.last?.description == "No glyph for U+001B in DejaVu Sans; a box is drawn.")
    #expect(TextLine("a\tb", in: family.regular, size: 20).width == TextLine("a b", in: family.regular, size: 20).width)
  }

  @Test("A combining mark takes no room.", arguments: ["\u{301}", "\u{308}"])
  func combiningMarks(mark: String) throws {
    let family = try TypefaceFamily(installedWith: Set(mark.unicodeScalars))
    let bare = TextLine("e", in: family.regular, size: 30)
    let marked = TextLine("e" + mark, in: family.regular, size: 30)
    #expect(marked.width == bare.width)
    #expect(marked.ascent > bare.ascent)
    #expect(marked.missing.isEmpty)
  }

  @Test("Size zero and the largest size are laid out.", arguments: [0.0, 0.001, 10_000])
  func extremeSizes(size: Double) {
    let line = TextLine("Tanh", in: family.regular, size: size)
    #expect(line.width.isFinite && line.width >= 0)
    #expect(size != 0 || (line.width == 0 && line.ascent == 0))
  }

  @Test("Outlines go behind those of a list, and are the glyphs' outlines, scaled, moved and turned.")
  func appendedOutlines() throws {
    let line = TextLine("AV 1", in: family.regular, size: 20)
    var outlines = PlacedOutlines()
    TextLine("x", in: family.regular, size: 30).appendOutlines(at: Point(x: 1, y: 2), to: &outlines)
    line.appendOutlines(at: Point(x: 3.3, y: 7.7), to: &outlines)
    // A space has no outline.
    #expect(outlines.placements.count == 4)
    let before = outlines.placements[0].path.elements.count
    #expect(Array(outlines.path.elements.dropFirst(before)) == line.outline(at: Point(x: 3.3, y: 7.7)).elements)

    let index = ShapedText(["A"], in: family.regular, em: 1280).glyphs[0].index
    let outline = try #require(family.regular.withGlyphs { $0.outline(of: index) }).path
    let factor = 20 / family.regular.unitsPerEm
    let first = outline.mapped { Point(x: 3.3 + $0.x * factor, y: 7.7 + $0.y * factor) }
    #expect(outlines.placements[1].path == first)

    var turned = PlacedOutlines()
    line.appendOutlines(at: Point(x: 3.3, y: 7.7), turn: Point(x: 40, y: 90), to: &turned)
    #expect(turned.path == line.outline(at: Point(x: 3.3, y: 7.7)).mapped { Point(x: 40 + $0.y, y: 90 - $0.x) })
  }
}
