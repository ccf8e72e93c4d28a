/// Korean syllables and the letters they are composed of (Unicode Standard, section 3.12).
enum HangulSyllables {
  /// Replaces leading consonant, vowel and trailing consonant by their syllable, where some face has it.
  static func composed(_ text: [Unicode.Scalar], isAvailable: (Unicode.Scalar) -> Bool) -> [Unicode.Scalar] {
    let isJamo = { (character: Unicode.Scalar) in (0x1100...0x11FF).contains(character.value) }
    guard text.contains(where: isJamo) else { return text }
    var result: [Unicode.Scalar] = []
    for character in text {
      if let last = result.last, let syllable = syllable(last, character), isAvailable(syllable) {
        result[result.count - 1] = syllable
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// What can be composed of these letters.
  static func compositions(of characters: Set<Unicode.Scalar>) -> Set<Unicode.Scalar> {
    let letters = characters.filter { (0x1100...0x11FF).contains($0.value) || open($0) }
    let pairs = Set(letters.flatMap { first in letters.compactMap { syllable(first, $0) } })
    return pairs.union(pairs.flatMap { pair in letters.compactMap { syllable(pair, $0) } })
  }

  private static let first: UInt32 = 0xAC00
  private static let leadingConsonants: Range<UInt32> = 0x1100..<0x1113
  private static let vowels: Range<UInt32> = 0x1161..<0x1176
  private static let trailingConsonants: Range<UInt32> = 0x11A8..<0x11C3
  private static let syllablesOfVowel: UInt32 = 28

  private static func syllable(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Unicode.Scalar? {
    if leadingConsonants.contains(left.value), vowels.contains(right.value) {
      let pair = (left.value - leadingConsonants.lowerBound) * UInt32(vowels.count) + right.value - vowels.lowerBound
      return Unicode.Scalar(first + pair * syllablesOfVowel)
    }
    guard open(left), trailingConsonants.contains(right.value) else { return nil }
    return Unicode.Scalar(left.value + right.value - trailingConsonants.lowerBound + 1)
  }

  /// Whether it is a syllable without a trailing consonant.
  private static func open(_ character: Unicode.Scalar) -> Bool {
    (first..<0xD7A4).contains(character.value) && (character.value - first) % syllablesOfVowel == 0
  }
}
