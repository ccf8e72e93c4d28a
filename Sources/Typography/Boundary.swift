import CFreeType
import Geometry

/// The outlines, advances and kerning of one face, in font units: plain data, FreeType is gone.
public struct Typeface: Sendable {
  public let familyName: String
  public let unitsPerEm: Double
  /// Above the baseline, in font units (OS/2 sTypoAscender).
  public let ascender: Double
  /// Below the baseline, positive, in font units (−OS/2 sTypoDescender).
  public let descender: Double
  /// Between two lines, in font units (OS/2 sTypoLineGap).
  public let lineGap: Double
}

/// The faces that a figure is set in.
public struct TypefaceFamily: Sendable {
  public let regular: Typeface
  public let bold: Typeface

  /// DejaVu Sans as installed on this machine, with the glyphs of ASCII, U+2212 and `characters`.
  public init(installedWith characters: Set<Unicode.Scalar>) throws(TypographyError) { throw .fontNotFound }
}

public enum TypographyError: Error, Equatable { case fontNotFound }

/// One line of words, set in one face at one size.
public struct TextLine: Sendable {
  /// Sum of the advances and the kerning, in pixels; each advance is rounded to 1/64 pixel as FreeType does.
  public let width: Double
  /// How far the ink reaches above the baseline, in pixels; negative where it stays below.
  public let ascent: Double
  /// How far the ink reaches below the baseline, in pixels; negative where it stays above.
  public let descent: Double

  /// - Parameter size: pixels an em.
  public init(_ words: String, in typeface: Typeface, size: Double) { width = 0; ascent = 0; descent = 0 }

  /// The glyphs' outlines, the first glyph's origin at `origin`.
  public func outline(at origin: Point) -> Path { Path() }
}
