import Geometry

/// One line of words, set at one size in one face and those that it falls back on.
///
/// Glyphs stand side by side with each face's own kerning, from left to right; Hebrew and Arabic run the other way, and
/// Arabic letters join. A letter with marks is one glyph where the face has it composed, else the marks are centred over or
/// under it. Ligatures are not known here. The size is rounded to 1/64 pixel, and so are advances, kerning and the ink's
/// reach.
///
///     TextLine("std: 1.0019", in: family.regular, size: 10 * 100 / 72).width  // 79.25
///
/// Measuring builds no outlines; ``outline(at:)`` does.
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
  /// The characters without a glyph in any face, each once, in the order of the text; the last face's `.notdef` is drawn
  /// for them.
  public let missing: [MissingGlyph]

  private let typeface: Typeface
  /// In 1/64 pixel.
  private let em: Int
  private let placements: [Placement]

  private struct Placement {
    let glyph: FaceGlyph
    /// In 1/64 pixel from the line's origin.
    let x: Int
    /// In 1/64 pixel above the baseline.
    let y: Int
  }

  /// - Parameter size: pixels an em, from 0 to 10 000.
  public init(_ words: String, in typeface: Typeface, size: Double) {
    precondition((0...10_000).contains(size), "The size of type lies between 0 and 10 000 pixels an em")
    let em = Int((size * 64).rounded())
    let text = ShapedText(words, in: typeface)
    var placements: [Placement] = []
    placements.reserveCapacity(text.clusters.count)
    var x = 0
    var reach: ClosedRange<Int>?
    func place(_ glyph: FaceGlyph, of face: Typeface, scale: TypeScale, x: Int, y: Int) {
      placements.append(Placement(glyph: glyph, x: x, y: y))
      guard let ink = face.glyphs[glyph.glyph].ink else { return }
      let (low, high) = (scale.coordinate(ink.y.lowerBound) + y, scale.coordinate(ink.y.upperBound) + y)
      reach = min(low, reach?.lowerBound ?? .max)...max(high, reach?.upperBound ?? .min)
    }
    var last: FaceGlyph?
    for cluster in text.clusters {
      let base = cluster.base
      let face = typeface.face(base.face)
      let scale = TypeScale(em: em, of: face)
      if let last, last.face == base.face,
        let kerning = face.kerning[GlyphPair(left: last.glyph, right: base.glyph)]
      {
        x += scale.kerning(kerning)
      }
      place(base, of: face, scale: scale, x: x, y: 0)
      if !cluster.marks.isEmpty {
        var stack = MarkStack(on: face.glyphs[base.glyph], scale: scale)
        for mark in cluster.marks {
          let face = typeface.face(mark.glyph.face)
          let scale = TypeScale(em: em, of: face)
          let offset = stack.offset(of: face.glyphs[mark.glyph.glyph], scale: scale, side: mark.side)
          place(mark.glyph, of: face, scale: scale, x: x + offset.x, y: offset.y)
        }
      }
      x += scale.advance(face.glyphs[base.glyph].advance)
      last = base
    }
    width = Double(x) / 64
    ascent = Double(reach?.upperBound ?? 0) / 64
    descent = Double(-(reach?.lowerBound ?? 0)) / 64
    missing = text.missing.map { MissingGlyph(character: $0, faces: typeface.faces.map(\.name)) }
    self.typeface = typeface
    self.em = em
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
    var outline = Path()
    appendOutline(at: origin, to: &outline)
    return outline
  }

  /// What ``outline(at:)`` gives, behind what the path holds already.
  public func appendOutline(at origin: Point, to path: inout Path) {
    path.reserveCapacity(
      forAppending: placements.reduce(0) {
        $0 + typeface.face($1.glyph.face).glyphs[$1.glyph.glyph].outline.elements.count
      })
    for placement in placements {
      let face = typeface.face(placement.glyph.face)
      path.append(
        face.glyphs[placement.glyph.glyph].outline, scaledBy: Double(em) / 64 / face.unitsPerEm,
        at: Point(x: origin.x + Double(placement.x) / 64, y: origin.y - Double(placement.y) / 64))
    }
  }
}
