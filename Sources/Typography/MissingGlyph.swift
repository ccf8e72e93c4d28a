/// A character for which no face has a glyph, so that a box stands in its place.
public struct MissingGlyph: Sendable, Hashable {
  /// As it stands in the text.
  public let character: Unicode.Scalar
  /// The faces that were asked, in order: `["Noto Sans Bold", "DejaVu Sans Bold"]`.
  public let faces: [String]
}

extension MissingGlyph: CustomStringConvertible {
  /// One sentence: `No glyph for U+1F600 (😀) in DejaVu Sans; a box is drawn.`
  ///
  /// A character that would move the cursor, and a mark that would sit on the bracket, is told by its number alone.
  public var description: String {
    "No glyph for \(name) in \(faces.joined(separator: ", ")); a box is drawn."
  }

  /// The character's number, and itself where it can be seen: `U+1F600 (😀)`.
  public var name: String {
    let properties = character.properties
    let isVisible = ![.control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator]
      .contains(properties.generalCategory)
    return isVisible && !character.isMark ? "\(character.codePoint) (\(character))" : character.codePoint
  }
}

extension Unicode.Scalar {
  /// `U+00E9`.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Whether it sits on the character before it and takes no room of its own.
  var isMark: Bool { [.nonspacingMark, .enclosingMark].contains(properties.generalCategory) }

  /// Whether it belongs to C0, C1 or is DELETE: nothing that could be drawn.
  var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
