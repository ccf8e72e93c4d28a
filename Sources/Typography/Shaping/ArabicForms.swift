/// How Arabic letters join, by the presentation forms of Unicode (blocks Arabic Presentation Forms-A and -B).
///
/// The forms are characters of their own, and so no table of the font is needed: what a face lacks of them is drawn with
/// the letter's unjoined glyph. Letters of other languages than Arabic and Persian stay unjoined.
enum ArabicForms {
  /// Replaces letters, in logical order, by the forms that their neighbours ask for; lam and alef become one.
  ///
  /// - Parameter isAvailable: Whether some face has a glyph; asked for forms alone.
  static func joined(_ text: [Unicode.Scalar], isAvailable: (Unicode.Scalar) -> Bool) -> [Unicode.Scalar] {
    guard text.contains(where: { letters[$0] != nil }) else { return text }
    var result: [Unicode.Scalar] = []
    var joinsBackward = false
    var index = 0
    while index < text.count {
      let character = text[index]
      index += 1
      guard let letter = letters[character] else {
        result.append(character)
        if !isTransparent(character) { joinsBackward = joins(character) }
        continue
      }
      // Between lam and alef no mark may stand, else they are joined as two letters.
      if character == "\u{644}", index < text.count, let ligature = ligatures[text[index]],
        let form = Unicode.Scalar(ligature.value + (joinsBackward ? 1 : 0)), isAvailable(form)
      {
        result.append(form)
        index += 1
        joinsBackward = false
        continue
      }
      let next = text[index...].first { !isTransparent($0) }
      let joinsForward = letter.isDual && next.map { letters[$0].map { !$0.isAlone } ?? joins($0) } == true
      let position: UInt32 =
        joinsForward ? (joinsBackward ? 3 : 2) : (joinsBackward && !letter.isAlone ? 1 : 0)
      let form = Unicode.Scalar(letter.isolated + position)!
      result.append(isAvailable(form) ? form : character)
      joinsBackward = letter.isDual
    }
    return result
  }

  /// All forms of a letter, with those of lam that end in it; none of other characters.
  static func forms(of character: Unicode.Scalar) -> [Unicode.Scalar] {
    guard let letter = letters[character] else { return [] }
    let single = (0..<(letter.isDual ? 4 : letter.isAlone ? 1 : 2)).compactMap { Unicode.Scalar(letter.isolated + $0) }
    let joined = ligatures[character].map { [$0, Unicode.Scalar($0.value + 1)!] } ?? []
    return single + joined
  }

  /// A letter's isolated form; the final, the initial and the medial one follow it, as far as there are such.
  private struct Letter {
    let isolated: UInt32
    /// Joins neither side.
    var isAlone = false
    /// Joins both sides.
    var isDual = false
  }

  /// Hyphens between letters: the tatweel and the zero width joiner.
  private static func joins(_ character: Unicode.Scalar) -> Bool { character == "\u{640}" || character == "\u{200D}" }

  private static func isTransparent(_ character: Unicode.Scalar) -> Bool {
    character.isMark
      || (character.properties.generalCategory == .format && !["\u{200C}", "\u{200D}"].contains(character))
  }

  private static let ligatures: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{622}": "\u{FEF5}", "\u{623}": "\u{FEF7}", "\u{625}": "\u{FEF9}", "\u{627}": "\u{FEFB}",
  ]

  /// Forms-B runs through the letters in the order of the alphabet: hamza has one form, letters that join the one before
  /// them alone have two, all others four.
  private static let letters: [Unicode.Scalar: Letter] = {
    var letters: [Unicode.Scalar: Letter] = ["\u{621}": Letter(isolated: 0xFE80, isAlone: true)]
    let joiningBackward: Set<UInt32> = [
      0x622, 0x623, 0x624, 0x625, 0x627, 0x629, 0x62F, 0x630, 0x631, 0x632, 0x648, 0x649,
    ]
    var form: UInt32 = 0xFE81
    for value in Array(0x622...0x63A as ClosedRange<UInt32>) + Array(0x641...0x64A) {
      let isDual = !joiningBackward.contains(value)
      letters[Unicode.Scalar(value)!] = Letter(isolated: form, isDual: isDual)
      form += isDual ? 4 : 2
    }
    for (character, isolated) in [
      ("\u{67E}", 0xFB56), ("\u{686}", 0xFB7A), ("\u{6A9}", 0xFB8E), ("\u{6AF}", 0xFB92), ("\u{6CC}", 0xFBFC),
    ]
      as [(Unicode.Scalar, UInt32)]
    {
      letters[character] = Letter(isolated: isolated, isDual: true)
    }
    letters["\u{698}"] = Letter(isolated: 0xFB8A)
    return letters
  }()
}
