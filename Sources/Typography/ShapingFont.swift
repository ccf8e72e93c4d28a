private import CHarfBuzz

/// A face as HarfBuzz sees it: turns characters into glyphs and their positions at one size.
///
/// The package contains one release of HarfBuzz, so that the same text has the same glyphs on every machine. Its objects
/// are never changed once they are made, and may be used by several threads at a time.
final class ShapingFont: Sendable {
  nonisolated(unsafe) private let face: OpaquePointer
  /// Measures in font units.
  nonisolated(unsafe) private let font: OpaquePointer

  /// The tables from which HarfBuzz reads.
  static let tables = ["GDEF", "GPOS", "GSUB", "OS/2", "cmap", "head", "hhea", "hmtx", "kern", "maxp"]

  /// - Parameters:
  ///   - tables: The bytes of the font's tables by their names. They may be damaged: HarfBuzz checks every bound.
  init(tables: [String: [UInt8]], unitsPerEm: Int, glyphCount: Int) {
    face = hb_face_builder_create()
    for (name, bytes) in tables {
      let blob = bytes.withUnsafeBytes {
        hb_blob_create(
          $0.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32($0.count), HB_MEMORY_MODE_DUPLICATE, nil, nil)
      }
      hb_face_builder_add_table(face, Self.tag(name), blob)
      hb_blob_destroy(blob)
    }
    hb_face_set_upem(face, UInt32(unitsPerEm))
    hb_face_set_glyph_count(face, UInt32(glyphCount))
    hb_face_make_immutable(face)
    font = hb_font_create(face)
    hb_font_make_immutable(font)
  }

  deinit {
    hb_font_destroy(font)
    hb_face_destroy(face)
  }

  /// Shapes a part of a text that has one script and one direction, with the font's default features: kerning,
  /// ligatures, joined letters, composed and stacked marks.
  ///
  /// - Parameters:
  ///   - text: The whole line; the letters beside the part decide with which forms its own ones begin and end.
  ///   - typeface: The face with the outlines of this font, on whose extents marks are stacked where the font does not
  ///     say where they go.
  ///   - number: Of the face, which the glyphs are given.
  ///   - glyphs: To which the part's glyphs are appended from left to right.
  ///   - x: Where the part begins, and then where it ends, in 1/64 pixel.
  func shape(
    _ text: [Unicode.Scalar], _ part: TextPart, scale: TypeScale, typeface: Typeface, number: Int,
    appendingTo glyphs: inout [PlacedGlyph], at x: inout Int
  ) {
    let sized = hb_font_create_sub_font(font)
    defer { hb_font_destroy(sized) }
    let buffer = hb_buffer_create()
    defer { hb_buffer_destroy(buffer) }
    text.withUnsafeBufferPointer {
      $0.withMemoryRebound(to: UInt32.self) {
        hb_buffer_add_codepoints(
          buffer, $0.baseAddress, CInt($0.count), UInt32(part.range.lowerBound), CInt(part.range.count))
      }
    }
    hb_buffer_set_direction(buffer, part.isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
    hb_buffer_set_script(buffer, hb_script_t(rawValue: part.script))
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES)
    var measures = Measures(font: font, scale: scale, typeface: Unmanaged.passUnretained(typeface))
    withUnsafeMutablePointer(to: &measures) {
      hb_font_set_scale(sized, CInt(scale.em), CInt(scale.em))
      hb_font_set_funcs(sized, Self.functions, $0, nil)
      hb_shape(sized, buffer, nil, 0)
    }
    guard let infos = hb_buffer_get_glyph_infos(buffer, nil),
      let positions = hb_buffer_get_glyph_positions(buffer, nil)
    else { return }
    for index in 0..<Int(hb_buffer_get_length(buffer)) {
      let position = positions[index]
      glyphs.append(
        PlacedGlyph(
          face: number, index: Int(infos[index].codepoint), character: Int(infos[index].cluster), start: x,
          x: x + Int(position.x_offset), y: Int(position.y_offset)))
      x += Int(position.x_advance)
    }
  }

  /// Whether the font's character map contains the character.
  func contains(_ character: Unicode.Scalar) -> Bool {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(font, character.value, &glyph) != 0 && glyph != 0
  }

  /// Whether the font's substitution table has rules for a script.
  func substitutes(script: UInt32) -> Bool {
    var tags = [hb_tag_t](repeating: 0, count: 3)
    var count = UInt32(tags.count)
    hb_ot_tags_from_script_and_language(hb_script_t(rawValue: script), nil, &count, &tags, nil, nil)
    return hb_ot_layout_table_select_script(face, Self.tag("GSUB"), count, tags, nil, nil) != 0
  }

  /// The script of a character as a tag of ISO 15924, or ``commonScript`` for what occurs in several scripts: digits,
  /// punctuation, marks.
  static func script(of character: Unicode.Scalar) -> UInt32 {
    let script = hb_unicode_script(hb_unicode_funcs_get_default(), character.value)
    return script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN ? commonScript : script.rawValue
  }

  static let commonScript = tag("Zyyy")

  /// The four bytes of a name as one number: `tag("cmap")` is 0x636D6170.
  static func tag(_ name: String) -> UInt32 { name.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

  /// What HarfBuzz's callbacks are given.
  private struct Measures {
    let font: OpaquePointer
    let scale: TypeScale
    let typeface: Unmanaged<Typeface>
  }

  /// Advances are rounded as FreeType does it, and extents are those of FreeType's outlines; the rest is HarfBuzz's own.
  nonisolated(unsafe) private static let functions: OpaquePointer? = {
    let functions = hb_font_funcs_create()
    hb_font_funcs_set_glyph_h_advance_func(
      functions,
      { _, data, glyph, _ in
        let measures = data!.assumingMemoryBound(to: Measures.self).pointee
        return CInt(clamping: measures.scale.advance(Int(hb_font_get_glyph_h_advance(measures.font, glyph))))
      }, nil, nil)
    hb_font_funcs_set_glyph_extents_func(
      functions,
      { _, data, glyph, extents, _ in
        let measures = data!.assumingMemoryBound(to: Measures.self).pointee
        guard let ink = measures.typeface.takeUnretainedValue().withGlyphs({ $0.ink(of: Int(glyph)) ?? nil }) else {
          return 0
        }
        let (left, right) = (measures.scale.coordinate(ink.x.lowerBound), measures.scale.coordinate(ink.x.upperBound))
        let (bottom, top) = (measures.scale.coordinate(ink.y.lowerBound), measures.scale.coordinate(ink.y.upperBound))
        extents!.pointee = hb_glyph_extents_t(
          x_bearing: CInt(clamping: left), y_bearing: CInt(clamping: top), width: CInt(clamping: right - left),
          height: CInt(clamping: bottom - top))
        return 1
      }, nil, nil)
    hb_font_funcs_make_immutable(functions)
    return functions
  }()
}

/// A part of a text of one script and one direction.
struct TextPart {
  var range: Range<Int>
  /// The tag of ISO 15924.
  let script: UInt32
  /// The embedding level of the Unicode Bidirectional Algorithm; text of an odd one runs from right to left.
  let level: UInt8

  var isRightToLeft: Bool { level % 2 == 1 }

  /// Whether the letters of the script stand side by side in every font.
  var isPlain: Bool { script == ShapingFont.commonScript || script == Self.latin }

  private static let latin = ShapingFont.tag("Latn")
}

/// A glyph and its position on a line, in 1/64 pixel.
struct PlacedGlyph: Sendable {
  /// The number of the face: 0 for a line's own, then those that it falls back on.
  let face: Int
  /// The index of the glyph in the font; 0 is the box for characters that it lacks.
  var index: Int
  /// The place in the text of the first character that the glyph belongs to.
  let character: Int
  /// Where the glyph before it ends.
  var start: Int
  /// The position of the glyph's origin to the right.
  var x: Int
  /// The position of the glyph's origin above the baseline.
  var y: Int
}

/// The conversion from font units to 1/64 pixel at one size, with the roundings of FreeType and HarfBuzz.
///
/// FreeType keeps the size in 1/64 pixel and the factor in 1/65536 ("26.6" and "16.16" in its glyph conventions), so
/// measures come out to the bit as from any renderer that is built on it.
struct TypeScale: Sendable {
  /// The size of an em in 1/64 pixel.
  let em: Int
  /// The size of a font unit in 1/65536 of 1/64 pixel (FT_DivFix, rounded to the nearest).
  private let factor: Int

  /// - Parameter em: in 1/64 pixel.
  init(em: Int, unitsPerEm: Double) {
    self.em = em
    let unitsPerEm = Int(unitsPerEm)
    factor = ((em << 16) + unitsPerEm / 2) / unitsPerEm
  }

  /// A coordinate of an outline, rounded to the nearest, halves away from zero (FT_MulFix).
  func coordinate(_ units: Int) -> Int {
    let magnitude = (abs(units) * factor + (1 << 15)) >> 16
    return units < 0 ? -magnitude : magnitude
  }

  /// The distance from one origin to the next.
  ///
  /// FreeType gives unhinted advances in 1/65536 pixel (FT_Get_Advance), and HarfBuzz rounds them to 1/64 from there:
  /// twice rounded, 579.4995 becomes 580.
  func advance(_ units: Int) -> Int { (((units * factor + 32) >> 6) + 512) >> 10 }
}
