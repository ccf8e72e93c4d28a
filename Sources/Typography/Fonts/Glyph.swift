import Geometry

/// The drawing of one character, in font units.
struct Glyph: Sendable {
  /// From this glyph's origin to the next one's.
  let advance: Int
  /// Closed contours around the origin; y grows downward and the baseline lies at 0.
  let outline: Path
  /// How far the outline's control box reaches, y upward; `nil` for a glyph without ink.
  let ink: (x: ClosedRange<Int>, y: ClosedRange<Int>)?
}

/// Two glyphs that stand side by side, by their places in `Typeface.glyphs`.
struct GlyphPair: Comparable, Sendable {
  let left: Int
  let right: Int

  /// By the left glyph, then by the right one.
  static func < (one: GlyphPair, other: GlyphPair) -> Bool {
    one.left == other.left ? one.right < other.right : one.left < other.left
  }
}
