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

  /// The largest size, in pixels an em: far beyond any paper. Up to here no measure of a line overflows, of whatever font.
  public static let largestSize = 1e8

  /// - Parameter size: pixels an em. What lies beyond the largest size counts as that, what is not positive as 0.
  public init(_ words: String, in typeface: Typeface, size: Double) {
    let em = Int((size > 0 ? min(size, Self.largestSize) : 0) * 64 + 0.5)
    let text = ShapedText(words, in: typeface)
    var placements: [Placement] = []
    placements.reserveCapacity(text.clusters.count)
    var x = 0
    var (lowest, highest) = (Int.max, Int.min)
    func place(_ glyph: FaceGlyph, of face: SizedFace, x: Int, y: Int) {
      placements.append(Placement(glyph: glyph, x: x, y: y))
      guard let reach = face.reach(of: glyph.glyph) else { return }
      lowest = min(lowest, reach.low + y)
      highest = max(highest, reach.high + y)
    }
    var face = SizedFace(typeface, em: em)
    var last = FaceGlyph(face: 0, glyph: 0)
    for (index, cluster) in text.clusters.enumerated() {
      let base = cluster.base
      if base.face != last.face {
        face = SizedFace(typeface.face(base.face), em: em)
      } else if index > 0 {
        x += face.kerning(between: last.glyph, and: base.glyph)
      }
      place(base, of: face, x: x, y: 0)
      if !cluster.marks.isEmpty {
        var stack = MarkStack(on: face[base.glyph], scale: face.scale)
        for mark in cluster.marks {
          let face = SizedFace(typeface.face(mark.glyph.face), em: em)
          let offset = stack.offset(of: face[mark.glyph.glyph], scale: face.scale, side: mark.side)
          place(mark.glyph, of: face, x: x + offset.x, y: offset.y)
        }
      }
      x += face.advance(of: base.glyph)
      last = base
    }
    width = Double(x) / 64
    ascent = Double(lowest <= highest ? highest : 0) / 64
    descent = Double(lowest <= highest ? -lowest : 0) / 64
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
        $0 + typeface.face($1.glyph.face).glyphs[$1.glyph.glyph].outline.pointCount
      })
    for placement in placements {
      let face = typeface.face(placement.glyph.face)
      path.append(
        face.glyphs[placement.glyph.glyph].outline, scaledBy: Double(em) / 64 / face.unitsPerEm,
        at: Point(x: origin.x + Double(placement.x) / 64, y: origin.y - Double(placement.y) / 64))
    }
  }
}
