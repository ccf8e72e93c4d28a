private import CFreeType
import Geometry

/// A font file held open by FreeType for as long as this value lives.
///
/// It has one owner at a time, and so may go from one thread to another.
struct FontFile: ~Copyable, @unchecked Sendable {
  let path: String
  private let library: FT_Library
  private let face: FT_Face

  /// Opens a face of a font and selects its map of Unicode characters. A linked font is read where it lies in the program.
  init(opening location: FontLocation) throws(TypographyError) {
    path = location.description
    var library: FT_Library?
    var code = FT_Init_FreeType(&library)
    guard code == 0, let library else { throw .fontUnreadable(path: path, character: nil, code: Int(code)) }
    var face: FT_Face?
    switch location.source {
    case .file(let path): code = FT_New_Face(library, path, location.index, &face)
    case .linked(let font):
      let bytes = font.bytes
      code = FT_New_Memory_Face(library, bytes?.baseAddress, bytes?.count ?? 0, location.index, &face)
    }
    if code == 0 { code = FT_Select_Charmap(face, FT_ENCODING_UNICODE) }
    guard code == 0, let face else {
      FT_Done_FreeType(library)
      throw .fontUnreadable(path: path, character: nil, code: Int(code))
    }
    // Only fonts of this format say how text is shaped.
    guard face.pointee.face_flags & FT_FACE_FLAG_SFNT != 0 else {
      FT_Done_FreeType(library)
      throw .fontUnreadable(path: path, character: nil, code: 0x02)
    }
    // The OpenType specification, table head: unitsPerEm lies between 16 and 16384.
    guard face.pointee.face_flags & FT_FACE_FLAG_SCALABLE != 0, (16...16384).contains(face.pointee.units_per_EM) else {
      FT_Done_FreeType(library)
      throw .fontNotScalable(path: path)
    }
    self.library = library
    self.face = face
  }

  deinit { FT_Done_FreeType(library) }

  var familyName: String { face.pointee.family_name.map { String(cString: $0) } ?? "" }

  var styleName: String { face.pointee.style_name.map { String(cString: $0) } ?? "" }

  /// The name of the family followed by that of the style, which is left out where it is the plain one.
  var fullName: String {
    let plain = ["", "Regular", "Book", "Normal", "Roman"]
    return plain.contains(styleName) ? familyName : "\(familyName) \(styleName)"
  }

  var isBold: Bool { face.pointee.style_flags & FT_Long(FT_STYLE_FLAG_BOLD) != 0 }

  var isItalic: Bool { face.pointee.style_flags & FT_Long(FT_STYLE_FLAG_ITALIC) != 0 }

  /// How many faces the file holds.
  var faceCount: Int { max(1, face.pointee.num_faces) }

  var unitsPerEm: Int { Int(face.pointee.units_per_EM) }

  var lineMetrics: (ascender: Int, descender: Int, gap: Int) {
    if let table = FT_Get_Sfnt_Table(face, FT_SFNT_OS2)?.assumingMemoryBound(to: TT_OS2.self).pointee,
      table.version != 0xFFFF
    {
      return (Int(table.sTypoAscender), -Int(table.sTypoDescender), Int(table.sTypoLineGap))
    }
    let ascender = Int(face.pointee.ascender)
    let descender = -Int(face.pointee.descender)
    return (ascender, descender, Int(face.pointee.height) - ascender - descender)
  }

  /// The number of glyphs: at least 1 for the `.notdef`, at most 65 536, for the indices of OpenType have 16 bits.
  var glyphCount: Int { min(max(face.pointee.num_glyphs, 1), 1 << 16) }

  /// The index of a character's glyph, less than `glyphCount`; 0 for a character that the font lacks.
  func glyphIndex(of character: Unicode.Scalar) -> Int {
    let index = Int(FT_Get_Char_Index(face, FT_ULong(character.value)))
    return index < glyphCount ? index : 0
  }

  func glyph(_ index: Int, of character: Unicode.Scalar?) throws(TypographyError) -> Glyph {
    var code = FT_Load_Glyph(face, FT_UInt(index), FT_Int32(FT_LOAD_NO_SCALE))
    guard code == 0, let slot = face.pointee.glyph, slot.pointee.format == FT_GLYPH_FORMAT_OUTLINE else {
      throw .fontUnreadable(path: path, character: character, code: code == 0 ? 0x03 : Int(code))
    }
    var box = FT_BBox()
    FT_Outline_Get_CBox(&slot.pointee.outline, &box)
    var outline = Path()
    // Each step ends at a point of the outline, or closes a contour.
    outline.reserveCapacity(forAppending: Int(slot.pointee.outline.n_points) + 2 * Int(slot.pointee.outline.n_contours))
    code = outline.append(&slot.pointee.outline)
    guard code == 0 else { throw .fontUnreadable(path: path, character: character, code: Int(code)) }
    // Designs stay within 16 bits; what lies far outside is damage, and would overflow when scaled.
    guard [box.xMin, box.xMax, box.yMin, box.yMax].allSatisfy({ $0.magnitude < 1 << 24 }) else {
      throw .fontUnreadable(path: path, character: character, code: 0x03)
    }
    let ink = outline.isEmpty ? nil : (x: Int(box.xMin)...Int(box.xMax), y: Int(box.yMin)...Int(box.yMax))
    return Glyph(outline: SharedOutline(outline), ink: ink)
  }

  /// The bytes of one of the font's tables by its name of four letters; `nil` where it has no such table.
  func table(_ name: String) -> [UInt8]? {
    let tag = name.utf8.reduce(0) { $0 << 8 | FT_ULong($1) }
    var count: FT_ULong = 0
    guard FT_Load_Sfnt_Table(face, tag, 0, nil, &count) == 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(count))
    guard FT_Load_Sfnt_Table(face, tag, 0, &bytes, &count) == 0 else { return nil }
    return bytes
  }
}

extension Path {
  /// Appends an outline of FreeType's; returns FreeType's code of failure, or 0.
  fileprivate mutating func append(_ outline: inout FT_Outline) -> FT_Error {
    // FreeType rounds the midpoints that TrueType leaves unsaid to whole units; with every coordinate doubled, by a
    // shift of one bit, they are whole.
    var callbacks = FT_Outline_Funcs(
      move_to: { end, path in
        Path.extend(path) {
          $0.closeContour()
          $0.move(to: Point(end))
        }
      },
      line_to: { end, path in Path.extend(path) { $0.line(to: Point(end)) } },
      conic_to: { control, end, path in Path.extend(path) { $0.quadratic(to: Point(end), control: Point(control)) } },
      cubic_to: { control1, control2, end, path in
        Path.extend(path) { $0.cubic(to: Point(end), control1: Point(control1), control2: Point(control2)) }
      },
      shift: 1, delta: 0)
    let code = withUnsafeMutablePointer(to: &self) { FT_Outline_Decompose(&outline, &callbacks, $0) }
    closeContour()
    return code
  }

  /// Applies a step to the path that FreeType hands to its callbacks; returns 0, which tells FreeType to go on.
  private static func extend(_ path: UnsafeMutableRawPointer?, with step: (inout Path) -> Void) -> CInt {
    step(&path!.assumingMemoryBound(to: Path.self).pointee)
    return 0
  }

  private mutating func closeContour() {
    if !isEmpty { close() }
  }
}

extension Point {
  /// Converts a point in doubled font units, y upward, to one in font units, y downward.
  fileprivate init(_ vector: UnsafePointer<FT_Vector>?) {
    let vector = vector?.pointee ?? FT_Vector()
    self.init(x: Double(vector.x) / 2, y: Double(vector.y) / -2)
  }
}
