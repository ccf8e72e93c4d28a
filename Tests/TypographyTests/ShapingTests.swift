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
  @Test("lines stand in the order of the Unicode Bidirectional Algorithm")
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

  @Test("a line from left to right keeps its order")
  func plainOrder() {
    #expect(BidirectionalLevels(of: Array("ab, 12 (c)".unicodeScalars)).levels.allSatisfy { $0 == 0 })
    #expect(BidirectionalLevels.visualOrder(of: [0, 1, 1, 2, 2, 1, 0]) == [0, 5, 3, 4, 2, 1, 6])
    #expect(BidirectionalLevels.visualOrder(of: []) == [])
  }

  // From the compatibility decompositions of Python's unicodedata.
  @Test("letters of Arabic have the forms of the character database")
  func joiningForms() throws {
    let rows = try rows("joining-forms")
    #expect(rows.count == 42)
    for row in rows {
      let letter = try #require(row[0].unicodeScalars.first)
      let expected = row.dropFirst().flatMap(\.unicodeScalars)
      #expect(Array(ArabicForms.forms(of: letter).prefix(expected.count)) == expected)
    }
  }

  @Test(
    "Arabic letters join their neighbours",
    arguments: [
      ("باب", "\u{FE91}\u{FE8E}\u{FE8F}"),  // initial, final, isolated after alef
      ("سلام", "\u{FEB3}\u{FEFC}\u{FEE1}"),  // lam and alef are one
      ("لا", "\u{FEFB}"),
      ("ب ب", "\u{FE8F} \u{FE8F}"),  // a space parts
      ("ب\u{64E}ب", "\u{FE91}\u{64E}\u{FE90}"),  // a mark does not
      ("ب\u{200D}", "\u{FE91}\u{200D}"),  // a joiner joins
      ("ب\u{200C}ب", "\u{FE8F}\u{200C}\u{FE8F}"),  // a non-joiner parts
      ("بـ", "\u{FE91}\u{640}"),
      ("ءب", "\u{FE80}\u{FE8F}"),
      ("بء", "\u{FE8F}\u{FE80}"),
      ("abc", "abc"),
    ])
  func joined(text: String, forms: String) {
    #expect(ArabicForms.joined(Array(text.unicodeScalars)) { _ in true } == Array(forms.unicodeScalars))
    #expect(ArabicForms.joined(Array(text.unicodeScalars)) { _ in false } == Array(text.unicodeScalars))
  }

  @Test("Korean letters are composed to their syllables", arguments: ["한", "가", "각", "힣", "전환 함수", "a가b"])
  func hangul(text: String) {
    let pieces = Array(text.decomposedStringWithCanonicalMapping.unicodeScalars)
    #expect(HangulSyllables.composed(pieces) { _ in true } == Array(text.unicodeScalars))
    #expect(HangulSyllables.composed(pieces) { _ in false } == pieces)
    #expect(
      HangulSyllables.compositions(of: Set(pieces)).isSuperset(of: text.unicodeScalars.filter { $0.value > 0xABFF }))
  }

  // All characters of these blocks that the character database of Python composes.
  @Test("a letter and its marks are the character that is canonically equivalent")
  func compositions() throws {
    let rows = try rows("compositions")
    #expect(rows.count > 800)
    for row in rows {
      let pieces = Array(row[0].unicodeScalars)
      #expect(CanonicalComposition.composed(pieces[...]) == row[1].unicodeScalars.first, "\(row[1])")
      #expect(CanonicalComposition.compositions(of: Set(pieces)).contains(row[1].unicodeScalars.first!), "\(row[1])")
    }
    #expect(CanonicalComposition.composed(["x", "\u{304}"]) == nil)
    #expect(CanonicalComposition.composed(["é"]) == nil)
  }
}

@Suite struct LineBreakTests {
  @Test(
    "lines break after spaces and hyphens and beside ideographs",
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
