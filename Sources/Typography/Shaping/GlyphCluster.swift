/// A glyph with the marks that sit on it.
struct GlyphCluster {
  let base: FaceGlyph
  var marks: [PlacedMark] = []
}

/// A glyph of one of several faces, by its place in `Typeface.glyphs`.
struct FaceGlyph {
  let face: Int
  let glyph: Int
}

/// A mark and the side of the base on which it sits.
struct PlacedMark {
  let glyph: FaceGlyph
  let side: Side

  enum Side {
    case above, aboveLeft, aboveRight, below, within

    /// By the canonical combining class (Unicode Standard, section 4.3); the classes of Hebrew and Arabic signs have
    /// numbers of their own.
    init(of mark: Unicode.Scalar) {
      switch mark.properties.canonicalCombiningClass.rawValue {
      case 10...18, 20, 22, 29, 32, 218, 220, 222, 202, 233: self = .below
      case 19, 25, 228: self = .aboveLeft
      case 24, 232: self = .aboveRight
      case 26...28, 30, 31, 33...36, 214, 230, 234: self = .above
      default: self = .within
      }
    }
  }
}
