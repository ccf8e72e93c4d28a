/// The classes of the Unicode Bidirectional Algorithm (UAX #9, table 4) that matter within a line without embeddings.
enum BidirectionalClass {
  case left, right, arabicLetter
  case europeanNumber, europeanSeparator, europeanTerminator, arabicNumber, commonSeparator
  case mark, ignored, space, neutral

  /// Derived from the blocks and general categories, not from the character database, which the standard library does not
  /// hold: rare punctuation of a script may be classed as its letters are.
  init(of character: Unicode.Scalar) {
    switch character.value {
    case 0x30...0x39, 0xB2, 0xB3, 0xB9, 0x6F0...0x6F9, 0x2070...0x2079, 0x2080...0x2089: self = .europeanNumber
    case 0x660...0x669, 0x66B, 0x66C, 0x6DD: self = .arabicNumber
    case 0x2B, 0x2D, 0x207A, 0x207B, 0x208A, 0x208B, 0x2212: self = .europeanSeparator
    case 0x23...0x25, 0xA2...0xA5, 0xB0, 0xB1, 0x609, 0x60A, 0x66A, 0x2030...0x2034, 0x20A0...0x20CF, 0x2213:
      self = .europeanTerminator
    case 0x2C, 0x2E, 0x2F, 0x3A, 0xA0, 0x60C, 0x202F, 0x2044: self = .commonSeparator
    case 0x200E: self = .left
    case 0x200F: self = .right
    case 0x61C: self = .arabicLetter
    default: self = Self.byCategory(character)
    }
  }

  /// Whether any character asks for more than going from left to right.
  static func isRightToLeft(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0x590...0x8FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  private static func byCategory(_ character: Unicode.Scalar) -> BidirectionalClass {
    switch character.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .mark
    case .format, .control: return character.properties.isWhitespace ? .space : .ignored
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
    default: break
    }
    if isRightToLeft(character) {
      switch character.value {
      case 0x600...0x7BF, 0x860...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFE, 0x1EC70...0x1EEFF: return .arabicLetter
      default: return .right
      }
    }
    switch character.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark,
      .decimalNumber, .letterNumber, .unassigned, .privateUse:
      return .left
    default: return .neutral
    }
  }
}
