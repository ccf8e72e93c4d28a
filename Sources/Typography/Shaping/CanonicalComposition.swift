/// From a letter and its marks to the one character that is canonically equivalent (Unicode Standard, section 3.11).
///
/// The standard library compares strings by canonical equivalence, and so a dictionary whose keys are the composed
/// characters is found by their pieces, in whatever order marks of different kinds stand.
enum CanonicalComposition {
  /// `nil` where there is no such character. `composed(["e", "\u{301}"])` is `"é"`.
  static func composed(_ pieces: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
    guard pieces.count > 1 else { return nil }
    return characters[String(String.UnicodeScalarView(pieces))]
  }

  /// What can be composed of these characters, in up to three steps as in ΐ̈ or ṩ.
  static func compositions(of characters: Set<Unicode.Scalar>) -> Set<Unicode.Scalar> {
    let marks = characters.filter { composing.contains($0) }
    guard !marks.isEmpty else { return [] }
    var found: Set<Unicode.Scalar> = []
    // No character of the blocks below begins with one from behind them.
    var bases = characters.filter { $0.value < 0x3100 && !$0.isMark }
    for _ in 0..<3 where !bases.isEmpty {
      bases = Set(bases.flatMap { base in marks.compactMap { composed([base, $0]) } })
      found.formUnion(bases)
    }
    return found
  }

  /// The marks of those scripts; without bounds, a text of all characters there are would take minutes.
  private static let composing: Set<Unicode.Scalar> = {
    let blocks: [ClosedRange<UInt32>] = [0x300...0x345, 0x5B0...0x5C2, 0x653...0x655, 0x3099...0x309A]
    return Set(blocks.joined().compactMap { Unicode.Scalar($0) })
  }()

  /// The blocks in which Latin, Greek, Cyrillic, Hebrew, Arabic and kana are composed.
  private static let characters: [String: Unicode.Scalar] = {
    let blocks: [ClosedRange<UInt32>] = [
      0xC0...0x233, 0x385...0x3D4, 0x400...0x4F9, 0x622...0x6D3, 0x1E00...0x1FFE, 0x3041...0x30FE, 0xFB1D...0xFB4E,
    ]
    let characters = blocks.joined().compactMap { Unicode.Scalar($0) }
    return Dictionary(characters.map { (String($0), $0) }, uniquingKeysWith: { first, _ in first })
  }()
}
