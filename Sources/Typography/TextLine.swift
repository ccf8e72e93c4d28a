import Geometry

/// One line of words, set in one face at one size.
///
/// Each Unicode scalar becomes one glyph, side by side with the font's kerning; ligatures, mark positioning and
/// right-to-left order are not known here. The size is rounded to 1/64 pixel, and so are advances, kerning and the
/// ink's reach.
///
///     TextLine("std: 1.0019", in: family.regular, size: 10 * 100 / 72).width  // 79.25
public struct TextLine: Sendable {
  /// Sum of the advances and the kerning, in pixels; each is rounded to 1/64 pixel as FreeType and HarfBuzz do.
  public let width: Double
  /// How far the ink reaches above the baseline, in pixels; negative where it stays below, 0 where there is none.
  ///
  /// Ink is measured by the control points of the outlines (FT_Outline_Get_CBox), which lie outside of a curve
  /// without a point at its extreme.
  public let ascent: Double
  /// How far the ink reaches below the baseline, in pixels; negative where it stays above, 0 where there is none.
  public let descent: Double
  /// The characters without a glyph in the face, each once, in the order of appearance; `.notdef` is drawn for them.
  public let missing: [Unicode.Scalar]

  private let typeface: Typeface
  private let scale: TypeScale
  private let placements: [Placement]

  private struct Placement {
    let glyph: Int
    /// In 1/64 pixel from the line's origin.
    let x: Int
  }

  /// - Parameter size: pixels an em, from 0 to 10 000.
  public init(_ words: String, in typeface: Typeface, size: Double) {
    let scale = TypeScale(size: size, unitsPerEm: Int(typeface.unitsPerEm))
    var placements: [Placement] = []
    var missing: [Unicode.Scalar] = []
    var x = 0
    var reach: ClosedRange<Int>?
    for character in words.unicodeScalars {
      let place = typeface.places[character]
      if place == nil, !missing.contains(character) { missing.append(character) }
      let glyph = place ?? 0
      if let left = placements.last?.glyph, let kerning = typeface.kerning[GlyphPair(left: left, right: glyph)] {
        x += scale.kerning(kerning)
      }
      placements.append(Placement(glyph: glyph, x: x))
      x += scale.advance(typeface.glyphs[glyph].advance)
      if let ink = typeface.glyphs[glyph].reach {
        reach = min(ink.lowerBound, reach?.lowerBound ?? .max)...max(ink.upperBound, reach?.upperBound ?? .min)
      }
    }
    width = Double(x) / 64
    ascent = Double(scale.coordinate(reach?.upperBound ?? 0)) / 64
    descent = Double(-scale.coordinate(reach?.lowerBound ?? 0)) / 64
    self.missing = missing
    self.typeface = typeface
    self.scale = scale
    self.placements = placements
  }

  /// The line at a size in points, the resolution in dots an inch.
  ///
  /// FreeType takes points in whole 64ths and cuts off the rest (FT_Set_Char_Size), so that 17.28 pt at 100 dots an
  /// inch are 1105/64 pt, or 1535/64 pixels an em, where `size: 24` is 1536/64.
  public init(_ words: String, in typeface: Typeface, points: Double, resolution: Double) {
    let size = (points * 64).rounded(.down) * resolution / 72 / 64
    self.init(words, in: typeface, size: size)
  }

  /// The glyphs' outlines, the first glyph's origin at `origin`: closed contours, to be filled by the non-zero rule.
  ///
  /// Coordinates are exact multiples of the font's own, free of the rounding of the measures, which they may exceed
  /// by 1/128 pixel.
  public func outline(at origin: Point) -> Path {
    let factor = Double(scale.em) / 64 / typeface.unitsPerEm
    var outline = Path()
    for placement in placements {
      let x = origin.x + Double(placement.x) / 64
      outline.append(
        typeface.glyphs[placement.glyph].outline.mapped {
          Point(x: x + $0.x * factor, y: origin.y + $0.y * factor)
        })
    }
    return outline
  }
}
