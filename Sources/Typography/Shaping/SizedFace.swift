/// A face at one size: what its glyphs measure, in 1/64 pixel.
struct SizedFace {
  let scale: TypeScale
  private let glyphs: [Glyph]
  private let kerning: SortedTable<GlyphPair, Int>

  /// - Parameter em: in 1/64 pixel.
  init(_ typeface: Typeface, em: Int) {
    scale = TypeScale(em: em, of: typeface)
    glyphs = typeface.glyphs
    kerning = typeface.kerning
  }

  /// In font units.
  subscript(glyph: Int) -> Glyph { glyphs[glyph] }

  /// From the origin of the glyph to the next one's.
  func advance(of glyph: Int) -> Int { scale.advance(glyphs[glyph].advance) }

  /// What is added to the left glyph's advance.
  func kerning(between left: Int, and right: Int) -> Int {
    kerning[GlyphPair(left: left, right: right)].map(scale.kerning) ?? 0
  }

  /// From the lowest to the highest ink, y upward; `nil` where there is none.
  func reach(of glyph: Int) -> (low: Int, high: Int)? {
    glyphs[glyph].ink.map { (scale.coordinate($0.y.lowerBound), scale.coordinate($0.y.upperBound)) }
  }
}
