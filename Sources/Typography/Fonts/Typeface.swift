/// The outlines, advances and kerning of one face, in font units: plain data, no file stays open.
///
/// Outlines are taken as the font designs them, without hinting, so that a size is nothing but a factor.
public struct Typeface: Sendable {
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
  let places: [Unicode.Scalar: Int]
  /// What is added to the left glyph's advance; pairs without kerning are absent.
  let kerning: [GlyphPair: Int]

  /// The printable characters of ASCII and the minus sign U+2212, which are always loaded.
  static let commonCharacters: [Unicode.Scalar] = (0x20...0x7E).map { Unicode.Scalar(UInt8($0)) } + ["\u{2212}"]
}
