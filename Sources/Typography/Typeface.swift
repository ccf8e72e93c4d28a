import Geometry
import Synchronization

/// The outlines, measures and shaping rules of one face, in font units.
///
/// Outlines are taken as the font designs them, without hinting, so that a size is nothing but a factor. Glyphs are read
/// from the font when a line first needs them; several threads may set lines in one face.
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

  /// What turns characters into glyphs.
  let font: ShapingFont
  private let loaded: Mutex<GlyphStore>
  private let lines = Mutex(LineCache())

  /// The printable characters of ASCII and the minus sign U+2212, which every figure needs.
  static let commonCharacters: [Unicode.Scalar] = (0x20...0x7E).map { Unicode.Scalar(UInt8($0)) } + ["\u{2212}"]

  /// A face in a font file: TrueType, OpenType with its cubic outlines, or a collection of either.
  ///
  /// FreeType reads the file with `FT_LOAD_NO_SCALE`: outlines and advances in font units, without hinting, and so the same
  /// with every release of it. Kerning and whatever else a script needs come from the tables of the font (GPOS, GSUB, GDEF
  /// and kern).
  ///
  /// - Parameters:
  ///   - index: Of the face in a collection; 0 in other files.
  ///   - characters: Their glyphs and those of ASCII are read at once, so that damage shows here; others are read when a
  ///     line needs them, and count as missing where they are damaged.
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
    familyName = file.familyName
    name = file.fullName
    unitsPerEm = Double(file.unitsPerEm)
    let lineMetrics = file.lineMetrics
    ascender = Double(lineMetrics.ascender)
    descender = Double(lineMetrics.descender)
    lineGap = Double(lineMetrics.gap)
    self.fallbacks = fallbacks
    let tables = ShapingFont.tables.compactMap { name in file.table(name).map { (name, $0) } }
    font = ShapingFont(
      tables: Dictionary(uniqueKeysWithValues: tables), unitsPerEm: file.unitsPerEm, glyphCount: file.glyphCount)
    _ = try file.glyph(0, of: nil)
    // The fonts that are part of the program are known to be whole.
    if location.path != nil {
      for character in characters.union(Self.commonCharacters).sorted() {
        _ = try file.glyph(file.glyphIndex(of: character), of: character)
      }
    }
    loaded = Mutex(GlyphStore(file: file))
  }

  /// This face and those that it falls back on, in the order in which they are asked.
  var faces: [Typeface] { [self] + fallbacks }

  /// The one at that place of ``faces``.
  func face(_ number: Int) -> Typeface { number == 0 ? self : fallbacks[number - 1] }

  /// Returns the line of a text at a size in 1/64 pixel, which is set only if it is not among those that are kept.
  ///
  /// Threads that ask for the same line at the same time may each set it; their lines are equal.
  func line(_ words: String, em: Int) -> TypesetLine {
    if let line = lines.withLock({ $0.line(words, em: em) }) { return line }
    let line = TypesetLine(words, in: self, em: em)
    lines.withLock { $0.keep(line, of: words) }
    return line
  }

  /// Lends the glyphs to one caller at a time.
  func withGlyphs<Result: Sendable>(_ body: (inout GlyphStore) -> Result) -> Result { loaded.withLock { body(&$0) } }
}

/// The glyphs of a font, each read from its file when it is first needed.
struct GlyphStore: ~Copyable, Sendable {
  private let file: FontFile
  private var glyphs: [Glyph] = []
  /// Where the glyph with each index of the font lies in `glyphs`; -1 for one that was not read yet.
  private var places: [Int32]

  init(file: consuming FontFile) {
    places = [Int32](repeating: -1, count: file.glyphCount)
    self.file = file
  }

  /// The extent of a glyph's ink, `nil` within for one without ink; `nil` for one that is damaged or not in the font.
  mutating func ink(of index: Int) -> Glyph.Ink?? {
    guard let place = place(of: index) else { return nil }
    return .some(glyphs[place].ink)
  }

  /// The outline of a glyph; nil for one that is damaged or not in the font.
  mutating func outline(of index: Int) -> SharedOutline? { place(of: index).map { glyphs[$0].outline } }

  private mutating func place(of index: Int) -> Int? {
    guard places.indices.contains(index) else { return nil }
    if places[index] < 0 {
      guard let glyph = try? file.glyph(index, of: nil) else { return nil }
      places[index] = Int32(glyphs.count)
      glyphs.append(glyph)
    }
    return Int(places[index])
  }
}

/// The drawing of one glyph, in font units.
struct Glyph: Sendable {
  /// Closed contours around the origin; y grows downward and the baseline lies at 0.
  let outline: SharedOutline
  /// How far the outline's control box extends, y upward; `nil` for a glyph without ink.
  let ink: Ink?

  typealias Ink = (x: ClosedRange<Int>, y: ClosedRange<Int>)
}
