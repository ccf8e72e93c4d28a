import Geometry

/// One line of text, set at one size in one face and those that it falls back on.
///
/// HarfBuzz places the glyphs: with kerning, ligatures, joined letters and stacked marks as the font asks for them, and
/// in the order of the Unicode Bidirectional Algorithm. The size is rounded to 1/64 pixel, and so are advances, kerning
/// and the ink's extent.
///
///     TextLine("std: 1.0019", in: family.regular, size: 10 * 100 / 72).width  // 79.25
///
/// Measuring builds no outlines; ``outline(at:)`` does.
public struct TextLine: Sendable {
  /// The sum of the advances and the kerning, in pixels; each is rounded to 1/64 pixel as FreeType and HarfBuzz do.
  public var width: Double { line.width }
  /// How far the ink extends above the baseline, in pixels; negative where it stays below, 0 where there is none.
  ///
  /// Ink is measured by the control points of the outlines (FT_Outline_Get_CBox), which lie outside of a curve
  /// without a point at its extreme.
  public var ascent: Double { line.ascent }
  /// How far the ink extends below the baseline, in pixels; negative where it stays above, 0 where there is none.
  public var descent: Double { line.descent }
  /// The characters without a glyph in any face, each once, in the order of the text; the last face's `.notdef` is drawn
  /// for them.
  public var missing: [MissingGlyph] { line.missing }
  /// The scripts that are drawn in a face without the rules for them, and the directional characters without effect, each
  /// once.
  public var unshaped: [UnshapedText] { line.unshaped }

  /// The sentences on what is not shown as it should be: one for all missing characters, and one for each script that a
  /// face has no rules for.
  public var warnings: [String] { MissingGlyph.sentences(for: missing) + unshaped.map(\.description) }

  private let typeface: Typeface
  private let line: TypesetLine

  /// The largest size, in pixels an em: far beyond any paper. Up to here no measure of a line overflows, of whatever font.
  public static let largestSize = 1e8

  /// - Parameters:
  ///   - size: pixels an em. What lies beyond the largest size counts as that, what is not positive as 0.
  ///   - withShifts: Whether the text is that of a ``MathematicalText``, with characters that are raised or lowered.
  public init(_ words: String, in typeface: Typeface, size: Double, withShifts: Bool = false) {
    let em = Int((size > 0 ? min(size, Self.largestSize) : 0) * 64 + 0.5)
    self.typeface = typeface
    let isShifted = withShifts && words.unicodeScalars.contains(where: \.isMark)
    line = isShifted ? TypesetLine(shifting: words, in: typeface, em: em) : typeface.line(words, em: em)
  }

  /// The line at a size in points, the resolution in dots an inch.
  ///
  /// FreeType takes points in whole 64ths and cuts off the rest (FT_Set_Char_Size), so that 17.28 pt at 100 dots an
  /// inch are 1105/64 pt, or 1535/64 pixels an em, where `size: 24` is 1536/64.
  public init(
    _ words: String, in typeface: Typeface, points: Double, resolution: Double, withShifts: Bool = false
  ) {
    let size = (points * 64).rounded(.down) * resolution / 72 / 64
    self.init(words, in: typeface, size: size, withShifts: withShifts)
  }

  /// The glyphs' outlines, the first glyph's origin at `origin`: closed contours, to be filled by the non-zero rule.
  ///
  /// Coordinates are exact multiples of the font's own, free of the rounding of the measures, which they may exceed
  /// by 1/128 pixel.
  public func outline(at origin: Point) -> Path {
    var outlines = PlacedOutlines()
    appendOutlines(at: origin, to: &outlines)
    return outlines.path
  }

  /// Appends the outlines of the glyphs, which are those of ``outline(at:)`` unless they are turned.
  ///
  /// - Parameters:
  ///   - origin: The place of the first glyph's origin before any turn.
  ///   - turn: The point to which (0, 0) moves in a quarter turn anticlockwise as displayed, which follows; nil for no
  ///     turn.
  public func appendOutlines(at origin: Point, turn: Point? = nil, to outlines: inout PlacedOutlines) {
    append(line, at: origin, turn: turn, to: &outlines)
    for part in line.parts {
      append(
        part.line, at: Point(x: origin.x + Double(part.x) / 64, y: origin.y - Double(part.y) / 64), turn: turn,
        to: &outlines)
    }
  }

  private func append(_ line: TypesetLine, at origin: Point, turn: Point?, to outlines: inout PlacedOutlines) {
    outlines.reserveCapacity(forAppending: line.glyphs.count)
    var rest = line.glyphs[...]
    while let first = rest.first {
      let face = typeface.face(first.face)
      let run = rest.prefix { $0.face == first.face }
      rest = rest[run.endIndex...]
      face.withGlyphs { store in
        for glyph in run {
          guard let outline = store.outline(of: glyph.index) else { continue }
          outlines.append(
            outline, scaledBy: Double(line.em) / 64 / face.unitsPerEm,
            at: Point(x: origin.x + Double(glyph.x) / 64, y: origin.y - Double(glyph.y) / 64), turn: turn)
        }
      }
    }
  }
}

/// The glyphs of a line of text in their places, and its measures: all of a ``TextLine`` but its typeface, so that the
/// typeface can keep the line without a cycle of references.
final class TypesetLine: Sendable {
  let width: Double
  let ascent: Double
  let descent: Double
  let missing: [MissingGlyph]
  let unshaped: [UnshapedText]
  /// The size of an em in 1/64 pixel.
  let em: Int
  let glyphs: [PlacedGlyph]
  /// The lines of which this one consists, which then has no glyphs of its own.
  let parts: [ShiftedLine.Part]

  /// Sets a text in a typeface at a size in 1/64 pixel.
  init(_ words: String, in typeface: Typeface, em: Int) {
    let text = Array(words.unicodeScalars)
    // HarfBuzz counts in 32 bits: what is larger is shaped at a size that they hold, and enlarged.
    let shift = max(0, Int.bitWidth - em.leadingZeroBitCount - 20)
    let shaped = ShapedText(text, in: typeface, em: em >> shift)
    var glyphs = shaped.glyphs
    var missing = shaped.missing
    var (lowest, highest) = (Int.max, Int.min)
    var start = 0
    while start < glyphs.count {
      let number = glyphs[start].face
      let face = typeface.face(number)
      let scale = TypeScale(em: em, unitsPerEm: face.unitsPerEm)
      start = face.withGlyphs { store in
        var place = start
        while place < glyphs.count, glyphs[place].face == number {
          glyphs[place].x <<= shift
          glyphs[place].y <<= shift
          var found = store.ink(of: glyphs[place].index)
          // A glyph without an outline is right for a space, but not for an emoji that the font has in colours alone.
          if found.map({ $0 == nil && text[glyphs[place].character].properties.isEmojiPresentation }) ?? true {
            missing.append(glyphs[place].character)
            glyphs[place].index = 0
            found = store.ink(of: 0)
          }
          if let ink = found ?? nil {
            lowest = min(lowest, scale.coordinate(ink.y.lowerBound) + glyphs[place].y)
            highest = max(highest, scale.coordinate(ink.y.upperBound) + glyphs[place].y)
          }
          place += 1
        }
        return place
      }
    }
    width = Double(shaped.width << shift) / 64
    ascent = Double(lowest <= highest ? highest : 0) / 64
    descent = Double(lowest <= highest ? -lowest : 0) / 64
    self.missing = missing.isEmpty ? [] : MissingGlyph.list(missing.sorted().map { text[$0] }, in: typeface)
    unshaped = shaped.unshaped
    self.em = em
    self.glyphs = glyphs
    parts = []
  }

  /// Sets a text with characters that are raised or lowered.
  init(shifting words: String, in typeface: Typeface, em: Int) {
    let shifted = ShiftedLine(words, in: typeface, em: em)
    parts = shifted.parts
    width = Double(shifted.width) / 64
    let inked = parts.filter { $0.line.ascent != 0 || $0.line.descent != 0 }
    ascent = inked.map { $0.line.ascent + Double($0.y) / 64 }.max() ?? 0
    descent = inked.map { $0.line.descent - Double($0.y) / 64 }.max() ?? 0
    var (missing, unshaped): ([MissingGlyph], [UnshapedText]) = ([], [])
    for part in parts {
      missing += part.line.missing.filter { !missing.contains($0) }
      unshaped += part.line.unshaped.filter { !unshaped.contains($0) }
    }
    (self.missing, self.unshaped, self.em, glyphs) = (missing, unshaped, em, [])
  }
}

/// The lines of a typeface that were set last, by their text and size.
///
/// Figures have many tick labels in common: in the default run 614 of 726 lines were set before, and keeping them saves 6.4 of
/// 260 million instructions. Each line has one place, which follows from its text and size, and is replaced by the next line
/// of that place, so that memory is bounded whatever is drawn.
struct LineCache {
  /// The number of places.
  static let capacity = 1024
  /// The length of the longest text that is kept, in bytes of UTF-8.
  static let longestText = 256

  private var entries = [Entry?](repeating: nil, count: capacity)

  private struct Entry {
    let words: String
    let line: TypesetLine
  }

  /// The number of lines that are kept.
  var count: Int { entries.count { $0 != nil } }

  /// Returns the line of a text at a size in 1/64 pixel if it is kept.
  ///
  /// Texts are compared by their bytes, for strings that are equal by their canonical forms may differ in their glyphs.
  func line(_ words: String, em: Int) -> TypesetLine? {
    guard let entry = entries[Self.place(of: words, em: em)], entry.line.em == em,
      entry.words.utf8.elementsEqual(words.utf8)
    else { return nil }
    return entry.line
  }

  /// Keeps a line, unless its text is too long.
  mutating func keep(_ line: TypesetLine, of words: String) {
    guard words.utf8.count <= Self.longestText else { return }
    entries[Self.place(of: words, em: line.em)] = Entry(words: words, line: line)
  }

  /// The FNV-1a hash of the size and the bytes of the text, reduced to a place.
  private static func place(of words: String, em: Int) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01B3 }
    add(UInt64(truncatingIfNeeded: em))
    for byte in words.utf8 { add(UInt64(byte)) }
    return Int((hash ^ hash >> 32) % UInt64(capacity))
  }
}
