extension TextLine {
  /// The places where a text may be broken so that a further line begins there, in ascending order; both ends are left out.
  ///
  /// Lines break after spaces, after hyphens and dashes within words, after a zero width space, and beside ideographs, kana and Hangul
  /// unless what follows closes or what goes before opens a bracket. Never inside of a grapheme: a mark stays with its base.
  /// The spaces before a break belong to the earlier line, and are for the caller to drop. A reduction of the Unicode Line
  /// Breaking Algorithm (UAX #14), which knows no dictionaries: Thai is not broken between its words.
  ///
  ///     let title = "Leaky ReLU-like"
  ///     TextLine.breaks(in: title).map { title[$0...] }    // ["ReLU-like", "like"]
  public static func breaks(in words: String) -> [String.Index] {
    var breaks: [String.Index] = []
    var beforeLast: Character?
    var last: Character?
    for index in words.indices {
      let next = words[index]
      if let last, isBreak(between: beforeLast, last, and: next) { breaks.append(index) }
      beforeLast = last
      last = next
    }
    return breaks
  }

  private static func isBreak(between beforeLast: Character?, _ last: Character, and next: Character) -> Bool {
    if joiners.contains(last) || joiners.contains(next) || next.isWhitespace { return false }
    if last.isWhitespace || last == "\u{200B}" { return true }
    if hyphens.contains(last) { return beforeLast?.isLetter == true && next.isLetter }
    guard last.standsAlone || next.standsAlone else { return false }
    return !closing.contains(next) && !opening.contains(last) && next != "\u{200B}"
  }

  /// No-break spaces, the non-breaking hyphen and the word joiner.
  private static let joiners: Set<Character> = ["\u{A0}", "\u{202F}", "\u{2007}", "\u{2011}", "\u{2060}", "\u{FEFF}"]
  private static let hyphens: Set<Character> = ["-", "\u{2010}", "\u{2013}", "\u{2014}"]
  private static let opening: Set<Character> = Set("([{「『【〈《〔（［｛“‘")
  private static let closing: Set<Character> = Set(")]}」』】〉》〕）］｝”’、。，．・：；！？ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?:;%")
}

extension Character {
  /// Whether lines break on either side of it without a space: ideographs, kana, Hangul and full-width forms.
  fileprivate var standsAlone: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    return switch scalar.value {
    case 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFF01...0xFF9F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
