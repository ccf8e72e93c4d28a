/// A font's `kern` table: how much closer or further apart two glyphs stand, in font units.
///
/// Read are the horizontal subtables of format 0, a list of pairs each, as the OpenType specification lays them out and as
/// FT_Get_Kerning takes them. Going through the list once spares asking for each pair of all glyphs in use, whose
/// number is the square of theirs.
struct KerningTable {
  private let bytes: [UInt8]

  /// - Parameter bytes: the whole table; whatever does not belong to a complete list of pairs is passed over.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The kerned pairs among the glyphs of these indices in the font, each glyph by its place.
  func pairs(among places: [UInt32: Int]) -> [GlyphPair: Int] {
    var kerning: [GlyphPair: Int] = [:]
    for subtable in subtables {
      for position in stride(from: subtable.pairs.lowerBound, to: subtable.pairs.upperBound, by: 6) {
        guard let left = places[UInt32(word(at: position))], let right = places[UInt32(word(at: position + 2))] else {
          continue
        }
        let value = Int(Int16(bitPattern: word(at: position + 4)))
        let pair = GlyphPair(left: left, right: right)
        kerning[pair] = subtable.replaces ? value : kerning[pair, default: 0] + value
      }
    }
    return kerning.filter { $0.value != 0 }
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
