extension Typeface {
  /// A face in a font file, with the glyphs of ASCII, U+2212 and `characters`, and of the forms that these take in context:
  /// letters composed with their marks, joined Arabic letters, mirrored brackets.
  ///
  /// FreeType reads the file with `FT_LOAD_NO_SCALE`: outlines, advances and kerning in font units, without hinting, and so
  /// the same with every release of it. TrueType, OpenType with its cubic outlines, and collections are read. Kerning is the
  /// font's `kern` table; a font that kerns by its GPOS table alone is set without. Characters that the font lacks, and
  /// control characters, are left out; a line set with them shows a box.
  ///
  /// - Parameters:
  ///   - index: Of the face in a collection; 0 in other files.
  ///   - fallbacks: Asked in turn for what this face lacks.
  /// - Throws: ``TypographyError/fontUnreadable(path:character:code:)`` where the file is none, or is damaged, and
  ///   ``TypographyError/fontNotScalable(path:)`` for one with bitmaps alone.
  public init(
    readingFile path: String, index: Int = 0, characters: Set<Unicode.Scalar>, fallbacks: [Typeface] = []
  ) throws(TypographyError) {
    let file = try FontFile(opening: path, index: index)
    var glyphs = [try file.glyph(0, of: nil)]
    var places: [Unicode.Scalar: Int] = [:]
    var placesByIndex: [UInt32: Int] = [0: 0]
    for character in characters.withForms.union(Self.commonCharacters).sorted() where !character.isControl {
      let index = file.glyphIndex(of: character)
      guard index != 0 else { continue }
      if placesByIndex[index] == nil {
        placesByIndex[index] = glyphs.count
        glyphs.append(try file.glyph(index, of: character))
      }
      places[character] = placesByIndex[index]
    }
    let lineMetrics = file.lineMetrics
    self.init(
      familyName: file.familyName, name: file.fullName, unitsPerEm: Double(file.unitsPerEm),
      ascender: Double(lineMetrics.ascender), descender: Double(lineMetrics.descender),
      lineGap: Double(lineMetrics.gap),
      fallbacks: fallbacks, glyphs: glyphs, places: places, kerning: file.kerningTable.pairs(among: placesByIndex))
  }
}

extension FontFile {
  /// The family's name and the style's, which goes without saying where it is the plain one.
  var fullName: String {
    let plain = ["", "Regular", "Book", "Normal", "Roman"]
    return plain.contains(styleName) ? familyName : "\(familyName) \(styleName)"
  }
}

extension Set<Unicode.Scalar> {
  /// The characters and what is drawn in their place beside the right neighbours.
  fileprivate var withForms: Set {
    guard contains(where: { $0.value >= 0x300 }) else { return self }
    var characters = self
    characters.formUnion(CanonicalComposition.compositions(of: self))
    characters.formUnion(HangulSyllables.compositions(of: self))
    characters.formUnion(flatMap(ArabicForms.forms))
    if contains(where: BidirectionalClass.isRightToLeft) {
      characters.formUnion(compactMap { BidirectionalLevels.mirrored[$0] })
    }
    return characters
  }
}
