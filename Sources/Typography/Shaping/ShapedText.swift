/// A line of text as glyphs from left to right, and what has no glyph.
///
/// Our own small piece in place of a shaping library: HarfBuzz would bring ligatures and the font's own positions, but its
/// answers change between releases, and the same text must be the same picture on every machine.
struct ShapedText {
  private(set) var clusters: [GlyphCluster] = []
  /// Each once, in the order of the text.
  private(set) var missing: [Unicode.Scalar] = []

  private let typeface: Typeface

  /// - Parameter typeface: It and its fallbacks are asked in turn; the last one draws the box for what none of them has.
  init(_ words: String, in typeface: Typeface) {
    self.typeface = typeface
    let characters = words.unicodeScalars
    if characters.allSatisfy(\.isPlain) {
      clusters.reserveCapacity(words.utf8.count)
      for character in characters { clusters.append(GlyphCluster(base: glyph(of: character))) }
    } else {
      shape(Array(characters))
    }
  }

  private mutating func shape(_ text: [Unicode.Scalar]) {
    let typeface = typeface
    var text = HangulSyllables.composed(text) { typeface.glyph(of: $0) != nil }
    var levels: [UInt8] = []
    if text.contains(where: BidirectionalClass.isRightToLeft) {
      text = ArabicForms.joined(text) { typeface.glyph(of: $0) != nil }
      levels = BidirectionalLevels(of: text).levels
    }
    var pieces: [(cluster: GlyphCluster, level: UInt8)] = []
    var index = 0
    while index < text.count {
      let level = levels.isEmpty ? 0 : levels[index]
      // A mark without a base stands alone.
      let end = text[(index + 1)...].firstIndex { !$0.isMark && !$0.isInvisible } ?? text.count
      var characters = text[index..<end].filter { !$0.isInvisible }
      // The doubling sign of Arabic lies under the vowel signs, though canonical order puts it behind them.
      if let doubling = characters.dropFirst(2).firstIndex(of: "\u{651}") {
        characters.insert(characters.remove(at: doubling), at: 1)
      }
      index = end
      if level % 2 == 1, let first = characters.first, let mirrored = BidirectionalLevels.mirrored[first] {
        characters[0] = mirrored
      }
      if !characters.isEmpty { pieces.append((cluster(of: characters), level)) }
    }
    clusters = BidirectionalLevels.visualOrder(of: pieces.map(\.level)).map { pieces[$0].cluster }
  }

  /// From the first face that has all of the characters; where none has, each from the first face that has it.
  private mutating func cluster(of characters: [Unicode.Scalar]) -> GlyphCluster {
    for (face, typeface) in typeface.faces.enumerated() {
      let (base, rest) = typeface.composed(characters)
      let marks = rest.compactMap { typeface.places[$0] }
      guard let place = typeface.places[base], marks.count == rest.count else { continue }
      return GlyphCluster(
        base: FaceGlyph(face: face, glyph: place),
        marks: zip(rest, marks).map {
          PlacedMark(glyph: FaceGlyph(face: face, glyph: $1), side: PlacedMark.Side(of: $0))
        })
    }
    return GlyphCluster(
      base: glyph(of: characters[0]),
      marks: characters.dropFirst().map { PlacedMark(glyph: glyph(of: $0), side: PlacedMark.Side(of: $0)) })
  }

  private mutating func glyph(of character: Unicode.Scalar) -> FaceGlyph {
    if let glyph = typeface.glyph(of: character) { return glyph }
    // The many widths of spaces, and the tab, are the space's where a font has none of their own.
    if character.properties.isWhitespace, character != " " { return glyph(of: " ") }
    if !missing.contains(character) { missing.append(character) }
    return FaceGlyph(face: typeface.fallbacks.count, glyph: 0)
  }
}

extension Typeface {
  /// The longest beginning of a letter and its marks for which the face has one glyph, and the marks that are left.
  fileprivate func composed(_ characters: [Unicode.Scalar]) -> (base: Unicode.Scalar, rest: ArraySlice<Unicode.Scalar>)
  {
    for count in stride(from: characters.count, to: 1, by: -1) {
      if let composed = CanonicalComposition.composed(characters[..<count]), places[composed] != nil {
        return (composed, characters[count...])
      }
    }
    return (characters[0], characters.dropFirst())
  }
}

extension Unicode.Scalar {
  /// Whether it stands for itself, whatever stands around it: Latin letters and what figures are labelled with.
  fileprivate var isPlain: Bool {
    (0x20...0x7E).contains(value) || (0xA1...0x2FF).contains(value) && value != 0xAD || value == 0x2212
  }

  /// Whether nothing of it is drawn: joiners, variation selectors, directional marks and their like (Unicode Standard,
  /// section 5.21).
  fileprivate var isInvisible: Bool { properties.isDefaultIgnorableCodePoint }
}
