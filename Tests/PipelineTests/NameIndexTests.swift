import SeededNumbers
import Testing

@testable import Pipeline
@testable import Text

/// Many patterns together select the same names as each pattern by itself.
@Suite struct NameIndexTests {
  @Test("A random pattern selects the names that match it one by one.", arguments: 0..<200 as Range<UInt64>)
  func randomPatterns(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func word(_ letters: [Character], upTo count: Int) -> String {
      String((0..<Int.random(in: 1...count, using: &generator)).map { _ in letters.randomElement(using: &generator)! })
    }
    let names = Set((0..<40).map { _ in word(["a", "b", "é", "e\u{301}", "1"], upTo: 5) }).sorted()
    let patterns = (0..<30).compactMap { _ in NamePattern(word(["a", "b", "é", "1", "*", "?"], upTo: 4)) }
    var index = NameIndex(names)
    var selected: Set<String> = []
    for pattern in patterns {
      let matches = names.filter(pattern.matches)
      #expect(index.select(pattern) == !matches.isEmpty)
      selected.formUnion(matches)
    }
    #expect(zip(names, index.isSelected).filter(\.1).map(\.0) == names.filter(selected.contains))
  }

  @Test(
    "A pattern matches whole names by their characters.",
    arguments: [
      ("a*", "abc", true), ("*c", "abc", true), ("*b*", "abc", true), ("?bc", "abc", true), ("a?", "abc", false),
      ("*", "x", true), ("?", "é", true), ("?", "e\u{301}", true), ("e*", "é", false), ("*e\u{301}", "é", true),
    ])
  func wholeNames(pattern: String, name: String, matches: Bool) throws {
    #expect(try #require(NamePattern(pattern)).matches(name) == matches)
  }
}
