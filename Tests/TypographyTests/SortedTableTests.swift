import Testing

@testable import Typography

@Suite("Sorted tables")
struct SortedTableTests {
  @Test("a sorted table finds what a dictionary finds", arguments: 0..<200)
  func lookup(count: Int) {
    var table = SortedTable<Int, Int>()
    var dictionary: [Int: Int] = [:]
    for place in 0..<count where place % 7 != 3 {
      table.append(3 * place, place)
      dictionary[3 * place] = place
    }
    #expect(table.count == dictionary.count)
    for key in -2...(3 * count + 2) { #expect(table[key] == dictionary[key]) }
  }

  @Test("pairs are sorted by the left glyph, then by the right one")
  func pairs() {
    let pairs = [(0, 0), (0, 5), (1, 2), (1, 3), (4, 0)].map { GlyphPair(left: $0, right: $1) }
    for (place, pair) in pairs.enumerated() {
      for (other, next) in pairs.enumerated() { #expect((pair < next) == (place < other)) }
    }
  }
}
