/// A font's `kern` table: how much closer or further apart two glyphs stand, in font units.
///
/// Read are the horizontal subtables of format 0, a list of pairs each, as the OpenType specification lays them out and as
/// FT_Get_Kerning takes them. Going through the list once spares asking for each pair of all glyphs in use, whose
/// number is the square of theirs.
struct KerningTable {
  private let bytes: [UInt8]

  /// - Parameter bytes: the whole table; whatever does not belong to a complete list of pairs is passed over.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The kerned pairs among some glyphs of the font.
  /// - Parameter places: For each index of the font the glyph's place, `nil` for those that are not asked for.
  func pairs(among places: [Int?]) -> SortedTable<GlyphPair, Int> {
    func place(at position: Int) -> Int? {
      let index = Int(word(at: position))
      return index < places.count ? places[index] : nil
    }
    var entries: [Entry] = []
    for subtable in subtables {
      for position in stride(from: subtable.pairs.lowerBound, to: subtable.pairs.upperBound, by: 6) {
        guard let left = place(at: position), let right = place(at: position + 2) else { continue }
        entries.append(
          Entry(
            pair: GlyphPair(left: left, right: right), order: entries.count,
            value: Int(Int16(bitPattern: word(at: position + 4))), replaces: subtable.replaces))
      }
    }
    entries.sort { $0.pair == $1.pair ? $0.order < $1.order : $0.pair < $1.pair }

    var kerning = SortedTable<GlyphPair, Int>()
    var value = 0
    for (index, entry) in entries.enumerated() {
      value = entry.replaces ? entry.value : value + entry.value
      if index + 1 < entries.count, entries[index + 1].pair == entry.pair { continue }
      if value != 0 { kerning.append(entry.pair, value) }
      value = 0
    }
    return kerning
  }

  /// What one of the lists says of a pair.
  private struct Entry {
    let pair: GlyphPair
    /// Later entries add to earlier ones of the pair, or replace them.
    let order: Int
    let value: Int
    let replaces: Bool
  }

  /// The bytes of a list of pairs, six to a pair, and whether its values replace those of earlier lists or add to them.
  private struct Subtable {
    let pairs: Range<Int>
    let replaces: Bool
  }

  private var subtables: [Subtable] {
    var subtables: [Subtable] = []
    guard bytes.count >= 4, word(at: 0) == 0 else { return subtables }
    let count = Int(word(at: 2))
    var start = 4
    for number in 0..<count {
      guard start + 14 <= bytes.count else { break }
      // The length has 16 bits and overflows in fonts with many pairs: the last list may reach to the end.
      let end = number == count - 1 ? bytes.count : min(start + Int(word(at: start + 2)), bytes.count)
      guard end >= start + 14 else { break }
      let coverage = word(at: start + 4)
      if coverage & ~Self.replacing == Self.horizontal {
        let pairs = min(Int(word(at: start + 6)), (end - start - 14) / 6)
        subtables.append(Subtable(pairs: start + 14..<start + 14 + 6 * pairs, replaces: coverage & Self.replacing != 0))
      }
      start = end
    }
    return subtables
  }

  private static let horizontal: UInt16 = 0x0001
  private static let replacing: UInt16 = 0x0008

  private func word(at position: Int) -> UInt16 { UInt16(bytes[position]) << 8 | UInt16(bytes[position + 1]) }
}
