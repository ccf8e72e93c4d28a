import Geometry
import SeededNumbers
import Testing
import Typography

@testable import Plotting

@Suite struct WrappedTextTests {
  /// Wraps a text of which every grapheme is one unit wide.
  private func rows(_ text: String, _ width: Double, breakingWords: Bool = false) -> [String] {
    WrappedText(text, width: width, breakingWords: breakingWords) { Double($0.count) }.rows
  }

  @Test("Rows end between words and are about equally long.")
  func rowsEndBetween() {
    #expect(rows("short", 10) == ["short"])
    #expect(rows("a title of six words here", 20) == ["a title of six", "words here"])
    #expect(rows("one  two   three", 8) == ["one  two", "three"])
    #expect(rows("one two three four five six", 23) == ["one two three", "four five six"])
    #expect(rows("no\u{A0}break here", 9) == ["no\u{A0}break", "here"])
  }

  @Test("Newlines of the text are kept, also those of empty lines.")
  func newlinesTextKept() {
    #expect(rows("a\n\nb\r\nc\u{2028}d", 10) == ["a", "", "b", "c", "d"])
    #expect(rows("", 10) == [""])
    #expect(rows("one\ntwo three", 5) == ["one", "two", "three"])
  }

  @Test("A long word stays whole, or is broken between graphemes.")
  func longWordStays() {
    #expect(rows("an uncopyrightable word", 6) == ["an", "uncopyrightable", "word"])
    #expect(rows("abcdefgh", 3, breakingWords: true) == ["abc", "def", "gh"])
    #expect(rows("e\u{301}e\u{301}👩‍👩‍👧‍👦e\u{301}", 1, breakingWords: true) == ["e\u{301}", "e\u{301}", "👩‍👩‍👧‍👦", "e\u{301}"])
    #expect(rows("WW", 0.5, breakingWords: true) == ["W", "W"])
  }

  @Test("Nothing is lost and no row is too wide.", arguments: 0..<200)
  func nothingLostRow(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let letters: [Character] = ["a", "b", " ", "e\u{301}", "\u{A0}", "-", "日", " ", "👍🏽", "\u{301}"]
    let text = String((0..<(1 + Int(random.next() % 80))).map { _ in letters[Int(random.next() % 10)] })
    let width = Double(2 + random.next() % 12)
    let wrapped = WrappedText(text, width: width, breakingWords: true) { Double($0.count) }
    #expect(wrapped.isWithinWidth)
    #expect(wrapped.rows.allSatisfy { Double($0.count) <= width })
    func ink(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.filter { $0 != " " } }
    #expect(ink(wrapped.rows.joined()) == ink(text))
  }

  @Test("A title is set smaller before a word is broken.")
  func titleSetSmaller() throws {
    let face = try TypefaceFamily(installedWith: []).regular
    let resolution = Resolution(dotsPerInch: 72)
    func block(_ text: String, width: Double) -> TextBlock {
      TextBlock(text, fitting: Size(width: width, height: 200), in: face, points: 10...20, resolution: resolution)
    }
    func lineHeight(_ block: TextBlock) -> Double { block.box.height / Double(block.lines.count) }
    let whole = block("Word", width: 500)
    let smaller = block("Wordwordword", width: 100)
    #expect(whole.lines.count == 1 && smaller.lines.count == 1)
    #expect(lineHeight(smaller) < 0.9 * lineHeight(whole))
    #expect(block("Word word word", width: 110).lines.count == 2)
    #expect(block(String(repeating: "W", count: 30), width: 100).lines.count > 2)
    for width in stride(from: 30.0, to: 200, by: 17) {
      #expect(block("Some words of a title", width: width).box.width <= width)
    }
  }
}
