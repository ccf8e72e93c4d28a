import Geometry
import Testing

@testable import Typography

@Suite struct LineCacheTests {
  let typeface: Typeface

  init() throws { typeface = try TypefaceFamily(installedWith: []).regular }

  private func expectEqual(_ line: TypesetLine, _ other: TypesetLine) {
    #expect(
      (line.em, line.width, line.ascent, line.descent) == (other.em, other.width, other.ascent, other.descent))
    #expect((line.missing, line.unshaped) == (other.missing, other.unshaped))
    #expect(line.glyphs.map(\.values) == other.glyphs.map(\.values))
  }

  @Test(
    "A line that is kept has the glyphs and the measures of one that is set anew.",
    arguments: ["", "−0.75", "Softplus(x) = ln(1 + eˣ)", "To AV", "العربية 12", "e\u{301}", "函", "a\u{202E}ب"])
  func keptLine(words: String) {
    let first = typeface.line(words, em: 888)
    let second = typeface.line(words, em: 888)
    #expect(first === second)
    expectEqual(second, TypesetLine(words, in: typeface, em: 888))
    let outline = TextLine(words, in: typeface, size: 888 / 64).outline(at: Point(x: 3, y: 4))
    #expect(outline == TextLine(words, in: typeface, size: 888 / 64).outline(at: Point(x: 3, y: 4)))
  }

  @Test("A text at another size, or of other characters that look the same, is another line.")
  func otherLines() {
    // Swift's strings are equal in their canonical forms, but the places of their characters differ.
    let (composed, decomposed) = ("\u{E9}t\u{E9}", "e\u{301}te\u{301}")
    #expect(composed == decomposed)
    var cache = LineCache()
    cache.keep(TypesetLine(composed, in: typeface, em: 640), of: composed)
    #expect(cache.line(composed, em: 640) != nil)
    #expect(cache.line(composed, em: 641) == nil)
    #expect(cache.line(decomposed, em: 640) == nil)
    cache.keep(TypesetLine(decomposed, in: typeface, em: 640), of: decomposed)
    #expect(cache.line(decomposed, em: 640)?.glyphs.last?.character == 3)
  }

  @Test("However many lines are set, a bounded number is kept, and none whose text is long.")
  func bound() {
    var cache = LineCache()
    let long = String(repeating: "x", count: LineCache.longestText + 1)
    cache.keep(TypesetLine(long, in: typeface, em: 64), of: long)
    #expect(cache.count == 0 && cache.line(long, em: 64) == nil)

    let line = TypesetLine("1", in: typeface, em: 64)
    for number in 0..<20 * LineCache.capacity {
      cache.keep(line, of: "\(number)")
      #expect(cache.line("\(number)", em: 64) === line)
    }
    // With a hash that spreads the texts, hardly a place stays empty.
    #expect((LineCache.capacity * 9 / 10...LineCache.capacity).contains(cache.count))
  }

  @Test("Lines that several threads set at once are those that one thread sets.")
  func threads() async {
    let typeface = typeface
    let texts = (0..<200).map { "\($0 % 50 - 25).5" }
    let lines = await withTaskGroup(of: (Int, TypesetLine).self) { group in
      for (index, text) in texts.enumerated() { group.addTask { (index, typeface.line(text, em: 700)) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(lines.count == texts.count)
    for (index, line) in lines { expectEqual(line, TypesetLine(texts[index], in: typeface, em: 700)) }
  }
}

extension PlacedGlyph {
  fileprivate var values: [Int] { [face, index, character, start, x, y] }
}
