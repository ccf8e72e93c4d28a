import Text

/// A character for which no face has a glyph, so that a box stands in its place.
public struct MissingGlyph: Sendable, Hashable {
  /// The character as it stands in the text.
  public let character: Unicode.Scalar
  /// The faces that were asked, in order: `["Noto Sans Bold", "DejaVu Sans Bold"]`.
  public let faces: [String]

  /// Each of the characters once.
  static func list(_ characters: [Unicode.Scalar], in typeface: Typeface) -> [MissingGlyph] {
    var seen: Set<Unicode.Scalar> = []
    return characters.filter { seen.insert($0).inserted }
      .map { MissingGlyph(character: $0, faces: typeface.faces.map(\.name)) }
  }
}

extension MissingGlyph: CustomStringConvertible {
  /// One sentence: `No glyph for U+1F600 (😀) in DejaVu Sans; a box is drawn.`
  ///
  /// Of a character that would move the cursor, and of a mark that would combine with the bracket, only the number is
  /// given.
  public var description: String {
    "No glyph for \(name) in \(faces.joined(separator: ", ")); a box is drawn."
  }

  /// One sentence for all of them: `No glyph for U+51FD (函), U+6570 (数) in DejaVu Sans; boxes are drawn.`
  static func sentences(for glyphs: [MissingGlyph]) -> [String] {
    guard glyphs.count > 1 else { return glyphs.map(\.description) }
    let names = glyphs.map(\.name).joined(separator: ", ")
    return ["No glyph for \(names) in \(glyphs[0].faces.joined(separator: ", ")); boxes are drawn."]
  }

  /// The character's number, and itself where it can be seen: `U+1F600 (😀)`.
  public var name: String {
    let invisible: Set<Unicode.GeneralCategory> = [
      .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .nonspacingMark,
      .enclosingMark,
    ]
    let isVisible = !invisible.contains(character.properties.generalCategory)
    return isVisible ? "\(character.codePoint) (\(character))" : character.codePoint
  }
}

/// Text that is drawn otherwise than the rules of its script or its characters ask for.
public enum UnshapedText: Sendable, Hashable {
  /// A script whose letters are reordered or change their forms, in a face that has its letters but not the rules for them:
  /// they are drawn as separate letters in the order in which they are stored.
  case script(String, face: String)
  /// A character that begins or ends an embedding, an override or an isolate in text of both directions, which has no effect.
  case direction(Unicode.Scalar)
  /// Mathematics between dollar signs that is drawn as it is written, and why.
  case mathematics(String, reason: String)

  /// Finds out whether a face lacks the rules for the script with a tag of ISO 15924; `nil` where it needs none or has them.
  init?(tag: UInt32, in typeface: Typeface) {
    guard let name = Self.names[tag], !typeface.font.substitutes(script: tag) else { return nil }
    // Without rules, Arabic letters are joined by the presentation forms that the font has as characters of their own.
    if name == "Arabic", typeface.font.contains("\u{FE91}") { return nil }
    self = .script(name, face: typeface.name)
  }

  private static let names: [UInt32: String] = Dictionary(
    uniqueKeysWithValues: [
      ("Adlm", "Adlam"), ("Arab", "Arabic"), ("Bali", "Balinese"), ("Beng", "Bengali"), ("Brah", "Brahmi"),
      ("Bugi", "Buginese"), ("Cakm", "Chakma"), ("Cham", "Cham"), ("Deva", "Devanagari"), ("Gran", "Grantha"),
      ("Gujr", "Gujarati"), ("Guru", "Gurmukhi"), ("Java", "Javanese"), ("Khmr", "Khmer"), ("Knda", "Kannada"),
      ("Kthi", "Kaithi"), ("Lana", "Tai Tham"), ("Lepc", "Lepcha"), ("Limb", "Limbu"), ("Mand", "Mandaic"),
      ("Mlym", "Malayalam"), ("Modi", "Modi"), ("Mong", "Mongolian"), ("Mtei", "Meetei Mayek"), ("Mymr", "Myanmar"),
      ("Newa", "Newa"), ("Nkoo", "N’Ko"), ("Orya", "Odia"), ("Phag", "Phags-pa"), ("Rohg", "Hanifi Rohingya"),
      ("Shrd", "Sharada"), ("Sinh", "Sinhala"), ("Sund", "Sundanese"), ("Sylo", "Syloti Nagri"), ("Syrc", "Syriac"),
      ("Takr", "Takri"), ("Tale", "Tai Le"), ("Taml", "Tamil"), ("Telu", "Telugu"), ("Tibt", "Tibetan"),
      ("Tirh", "Tirhuta"),
    ].map { (ShapingFont.tag($0), $1) })
}

extension UnshapedText: CustomStringConvertible {
  /// One sentence: `Unifont has no shaping rules for Devanagari; its letters are neither joined nor reordered.`
  public var description: String {
    switch self {
    case .script(let script, let face):
      "\(face) has no shaping rules for \(script); its letters are neither joined nor reordered."
    case .direction(let character):
      "The directional character \(character.codePoint) has no effect."
    case .mathematics(let text, let reason):
      "\"\(text.abbreviated(to: 60).printable)\" is drawn as it is written: \(reason)."
    }
  }
}

extension Unicode.Scalar {
  /// The character's number as the Unicode Standard writes it: `U+00E9`.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
