import Foundation
import Testing

@testable import Typography

/// Rows of strings from a file beside the tests.
private func rows(_ file: String) throws -> [[String]] {
  let url = try #require(Bundle.module.url(forResource: "Data/\(file)", withExtension: "json"))
  return try JSONDecoder().decode([[String]].self, from: Data(contentsOf: url))
}

@Suite struct ShapingTests {
  // The orders of python-bidi 0.6 (the Rust crate unicode-bidi), which does not mirror, for lines without marks and embeddings.
  @Test("Lines stand in the order of the Unicode Bidirectional Algorithm.")
  func visualOrders() throws {
    let rows = try rows("visual-orders")
    #expect(rows.count == 600)
    for row in rows {
      let text = Array(row[0].unicodeScalars)
      let levels = BidirectionalLevels(of: text).levels
      let visual = BidirectionalLevels.visualOrder(of: levels).map { text[$0] }
      #expect(visual == Array(row[1].unicodeScalars), "\(row[0].debugDescription)")
    }
  }

  @Test("A line from left to right keeps its order.")
  func plainOrder() {
    #expect(BidirectionalLevels(of: Array("ab, 12 (c)".unicodeScalars)).levels.allSatisfy { $0 == 0 })
    #expect(BidirectionalLevels.visualOrder(of: [0, 1, 1, 2, 2, 1, 0]) == [0, 5, 3, 4, 2, 1, 6])
    #expect(BidirectionalLevels.visualOrder(of: []) == [])
  }
}

/// What HarfBuzz itself answers for the same texts in the same fonts; see `ShapedFonts/shaped.py`.
@Suite struct ShapedTextTests {
  /// A row of the file that the script makes.
  private struct Row: Decodable {
    let font: String
    let text: String
    let width: Int
    /// The number in the font, x and y of each glyph.
    let glyphs: [[Int]]

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      font = try row.decode(String.self)
      text = try row.decode(String.self)
      width = try row.decode(Int.self)
      glyphs = try row.decode([[Int]].self)
    }
  }

  private static func url(_ file: String) throws -> URL {
    try #require(Bundle.module.url(forResource: "ShapedFonts/\(file)", withExtension: nil))
  }

  private static func typeface(_ file: String) throws -> Typeface {
    guard file != "DejaVuSans.ttf" else {
      return try Typeface(reading: FontLocation(source: .linked(.dejaVuSans)), characters: [])
    }
    return try Typeface(readingFile: url(file).path, characters: [])
  }

  private static func rows() throws -> [String: [Row]] {
    let rows = try JSONDecoder().decode([Row].self, from: Data(contentsOf: url("shaped.json")))
    return Dictionary(grouping: rows, by: \.font)
  }

  static let fonts = [
    "Arabic.ttf", "Bengali.ttf", "Cantarell.otf", "Carlito.ttf", "DejaVuSans.ttf", "Devanagari.ttf", "EBGaramond.otf",
    "Hebrew.ttf", "Inter.otf", "Khmer.ttf", "Lato.ttf", "Libertine.otf", "Myanmar.ttf", "NotoSans.ttf", "OpenSans.ttf",
    "Roboto.ttf", "Tamil.ttf", "Thai.ttf",
  ]

  @Test("Every font of the table is tried, ten families with twenty texts or more.")
  func table() throws {
    let rows = try Self.rows()
    #expect(rows.keys.sorted() == Self.fonts)
    #expect(rows.values.filter { $0.count >= 20 }.count == 10)
  }

  // At as many pixels an em as the font has units, a unit is a pixel, and nothing is rounded.
  @Test("Texts have the glyphs, positions and widths that HarfBuzz gives them.", arguments: fonts)
  func glyphs(font: String) throws {
    let typeface = try Self.typeface(font)
    for row in try #require(try Self.rows()[font]) {
      let line = TextLine(row.text, in: typeface, size: typeface.unitsPerEm)
      #expect(line.width == Double(row.width), "\(row.text)")
      #expect(line.missing.isEmpty && line.unshaped.isEmpty, "\(row.text)")
      let text = ShapedText(Array(row.text.unicodeScalars), in: typeface, em: 64 * Int(typeface.unitsPerEm))
      #expect(text.glyphs.map { [$0.index, $0.x / 64, $0.y / 64] } == row.glyphs, "\(row.text)")
      #expect(text.glyphs.allSatisfy { $0.x % 64 == 0 && $0.y % 64 == 0 })
    }
  }

  @Test("What the first face lacks comes from the next one, letters and their marks together.")
  func fallback() throws {
    let deva = try Self.typeface("Devanagari.ttf")
    let arabic = try Typeface(readingFile: Self.url("Arabic.ttf").path, characters: [], fallbacks: [deva])
    let roboto = try Typeface(readingFile: Self.url("Roboto.ttf").path, characters: [], fallbacks: [arabic, deva])
    func glyphs(_ words: String, in typeface: Typeface) -> ShapedText {
      ShapedText(Array(words.unicodeScalars), in: typeface, em: 64_000)
    }
    let text = glyphs("To हिन्दी Ty", in: roboto)
    #expect(text.glyphs.map(\.face).reduce(into: []) { if $0.last != $1 { $0.append($1) } } == [0, 2, 0])
    let alone = glyphs("हिन्दी", in: deva)
    #expect(text.glyphs.filter { $0.face == 2 }.map(\.index) == alone.glyphs.map(\.index))
    // The second space belongs to the Indian part, and is not kerned with what follows.
    let ends = ["To ", " ", "Ty"].map { glyphs($0, in: roboto).width }
    #expect(text.width == ends.reduce(alone.width, +))
    // The glyphs of the line from right to left stand where they do alone, whichever face they come from.
    let mixed = glyphs("دالة", in: roboto)
    #expect(mixed.glyphs.map(\.index) == glyphs("دالة", in: arabic).glyphs.map(\.index))
    #expect(mixed.glyphs.allSatisfy { $0.face == 1 })
    // A face has to have the rules only for the scripts of which it draws letters.
    #expect(glyphs("دالة (1)", in: roboto).unshaped.isEmpty)
  }

  @Test(
    "The pieces of a letter are the letter, whatever they are.", arguments: ["전환 함수", "한글", "ὦ", "ё", "が", "שּׁ", "أ"])
  func composed(text: String) throws {
    let typeface = try Typeface(reading: FontLocation(source: .linked(.dejaVuSans)), characters: [])
    let pieces = text.decomposedStringWithCanonicalMapping
    #expect(pieces.unicodeScalars.count > text.unicodeScalars.count || text == "שּׁ")
    let lines = [text, pieces].map { TextLine($0, in: typeface, size: 40) }
    if lines[0].missing.isEmpty {
      #expect(lines[1].missing.isEmpty)
      #expect(lines[0].width == lines[1].width)
      #expect(lines[0].outline(at: .init(x: 0, y: 0)) == lines[1].outline(at: .init(x: 0, y: 0)))
    } else {
      #expect(!lines[1].missing.isEmpty)
    }
  }

  @Test("A script without rules in the font is told.")
  func unshaped() throws {
    let deva = try Self.typeface("Devanagari.ttf")
    #expect(TextLine("हिन्दी", in: deva, size: 20).unshaped.isEmpty)
    // The same font without its substitution table.
    var data = try Data(contentsOf: Self.url("Devanagari.ttf"))
    let name = try #require(data.range(of: Data("GSUB".utf8)))
    data.replaceSubrange(name, with: Data("GSUX".utf8))
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).ttf")
    try data.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let bare = try Typeface(readingFile: file.path, characters: [])
    let line = TextLine("हिन्दी abc हिन्दी", in: bare, size: 20)
    #expect(
      line.unshaped.map(\.description) == [
        "Test Devanagari has no shaping rules for Devanagari; its letters are neither joined nor reordered."
      ])
    let hebrew = try Typeface(reading: FontLocation(source: .linked(.dejaVuSans)), characters: [])
    #expect(
      TextLine("a \u{2067}שב\u{2069}", in: hebrew, size: 20).unshaped.map(\.description) == [
        "The directional character U+2067 has no effect."
      ])
    #expect(TextLine("a \u{2067}b\u{2069}", in: hebrew, size: 20).unshaped.isEmpty)
    // A box for each character, and no dotted circle beside the vowel.
    let lost = ShapedText(Array("អនុ".unicodeScalars), in: hebrew, em: 1280)
    #expect(lost.glyphs.map(\.index) == [0, 0, 0] && lost.missing == [0, 1, 2])
    for text in ["abc", "12", "Ωπ"] { #expect(TextLine(text, in: bare, size: 20).unshaped.isEmpty) }
  }

  @Test("Any characters in any order are laid out.", arguments: 0..<100 as Range<UInt64>)
  func anyCharacters(seed: UInt64) throws {
    var state = seed &+ 1
    func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let blocks: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x300...0x36F, 0x590...0x6FF, 0x900...0x9FF, 0xE00...0xE7F, 0x1000...0x109F, 0x1780...0x17FF,
      0x1100...0x11FF, 0x2000...0x206F, 0xAC00...0xAFFF, 0xFE00...0xFEFF, 0x1F300...0x1F6FF, 0xE0000...0xE007F,
      0...0x1F,
    ]
    let font = try Self.typeface(Self.fonts[next(below: Self.fonts.count)])
    let typeface = try Typeface(
      readingFile: Self.url("Arabic.ttf").path, characters: [], fallbacks: [font, try Self.typeface("DejaVuSans.ttf")])
    for _ in 0..<40 {
      let text = (0..<next(below: 20)).compactMap { _ in
        let block = blocks[next(below: blocks.count)]
        return Unicode.Scalar(block.lowerBound + UInt32(next(below: block.count)))
      }
      let line = TextLine(String(String.UnicodeScalarView(text)), in: typeface, size: [1, 20, 1e8][next(below: 3)])
      #expect(line.width.isFinite && line.ascent.isFinite && line.descent.isFinite)
      for missing in line.missing { #expect(text.contains(missing.character)) }
      _ = line.outline(at: .init(x: 0, y: 0))
    }
  }
}

@Suite struct LineBreakTests {
  @Test(
    "Lines break after spaces and hyphens and beside ideographs.",
    arguments: [
      ("Leaky ReLU-like", ["Leaky ", "ReLU-", "like"]),
      ("a  b", ["a  ", "b"]),
      ("1e-5 to -3 -x", ["1e-5 ", "to ", "-3 ", "-x"]),
      ("a\u{A0}b", ["a\u{A0}b"]),
      ("激活函数（漢字）。", ["激", "活", "函", "数", "（漢", "字）。"]),
      ("mish関数", ["mish", "関", "数"]),
      ("e\u{301}e\u{301} か\u{3099}き", ["e\u{301}e\u{301} ", "か\u{3099}", "き"]),
      ("👨‍👩‍👧 👍🏽", ["👨‍👩‍👧 ", "👍🏽"]),
      ("zero\u{200B}width", ["zero\u{200B}", "width"]),
      ("", [""]),
      (" ", [" "]),
    ])
  func breaks(text: String, lines: [String]) {
    var starts = [text.startIndex] + TextLine.breaks(in: text)
    starts.append(text.endIndex)
    #expect(zip(starts, starts.dropFirst()).map { String(text[$0..<$1]) } == lines)
  }
}
