/// The outlines, advances and kerning of one face, in font units: plain data that never changes, no file stays open.
///
/// Outlines are taken as the font designs them, without hinting, so that a size is nothing but a factor. Whoever sets words
/// in a face shares it.
public final class Typeface: Sendable {
  /// The family's name as the font tells it, "DejaVu Sans"; empty where it tells none.
  public let familyName: String
  /// The family's name with the style's: "DejaVu Sans Bold"; "DejaVu Sans" for the plain style.
  public let name: String
  /// The font units that one em is long: 2048 in DejaVu Sans.
  public let unitsPerEm: Double
  /// Above the baseline, in font units (OS/2 sTypoAscender, or hhea's ascender in a font without OS/2).
  public let ascender: Double
  /// Below the baseline, positive, in font units (−OS/2 sTypoDescender, or hhea's).
  public let descender: Double
  /// Between two lines, in font units (OS/2 sTypoLineGap, or hhea's).
  public let lineGap: Double
  /// The faces that are asked in turn for what this one lacks; what they fall back on themselves does not count. Lines keep
  /// this face's metrics.
  public let fallbacks: [Typeface]

  /// The first one is the font's `.notdef`, the box that stands for a missing character.
  let glyphs: [Glyph]
  /// Where each loaded character's glyph lies in `glyphs`.
  let places: SortedTable<Unicode.Scalar, Int>
  /// What is added to the left glyph's advance; pairs without kerning are absent.
  let kerning: SortedTable<GlyphPair, Int>

  /// The printable characters of ASCII and the minus sign U+2212, which are always loaded.
  static let commonCharacters: [Unicode.Scalar] = (0x20...0x7E).map { Unicode.Scalar(UInt8($0)) } + ["\u{2212}"]

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
  public convenience init(
    readingFile path: String, index: Int = 0, characters: Set<Unicode.Scalar>, fallbacks: [Typeface] = []
  ) throws(TypographyError) {
    try self.init(reading: FontLocation(path: path, index: index), characters: characters, fallbacks: fallbacks)
  }

  /// A face in a file or in the program; see ``init(readingFile:index:characters:fallbacks:)``.
  init(
    reading location: FontLocation, characters: Set<Unicode.Scalar>, fallbacks: [Typeface] = []
  ) throws(TypographyError) {
    let file = try FontFile(opening: location)
    var glyphs = [try file.glyph(0, of: nil)]
    var places = SortedTable<Unicode.Scalar, Int>()
    var placesByIndex = [Int?](repeating: nil, count: file.glyphCount)
    placesByIndex[0] = 0
    for character in characters.withForms.union(Self.commonCharacters).sorted() where !character.isControl {
      let index = file.glyphIndex(of: character)
      guard index != 0 else { continue }
      if placesByIndex[index] == nil {
        placesByIndex[index] = glyphs.count
        glyphs.append(try file.glyph(index, of: character))
      }
      places.append(character, placesByIndex[index]!)
    }
    familyName = file.familyName
    name = file.fullName
    unitsPerEm = Double(file.unitsPerEm)
    let lineMetrics = file.lineMetrics
    ascender = Double(lineMetrics.ascender)
    descender = Double(lineMetrics.descender)
    lineGap = Double(lineMetrics.gap)
    self.fallbacks = fallbacks
    self.glyphs = glyphs
    self.places = places
    kerning = file.kerningTable.pairs(among: placesByIndex)
  }

  /// This face and those that it falls back on, in the order in which they are asked.
  var faces: [Typeface] { [self] + fallbacks }

  /// The one at that place of `faces`.
  func face(_ place: Int) -> Typeface { place == 0 ? self : fallbacks[place - 1] }

  /// The glyph in the first of the faces that has the character; `nil` where none has.
  func glyph(of character: Unicode.Scalar) -> FaceGlyph? {
    if let glyph = places[character] { return FaceGlyph(face: 0, glyph: glyph) }
    for (index, face) in fallbacks.enumerated() {
      if let glyph = face.places[character] { return FaceGlyph(face: index + 1, glyph: glyph) }
    }
    return nil
  }
}
