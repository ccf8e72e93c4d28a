extension SourceText {
  /// The offset of the first byte in a range that is not UTF-8, or nil where all are.
  ///
  /// Well-formed sequences are those of the Unicode Standard, table 3-7: no overlong form, no surrogate, nothing above
  /// U+10FFFF.
  func firstMalformedByte(in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      guard let length = lengthOfSequence(at: index, in: range) else { return index }
      index += length
    }
    return nil
  }

  /// Whether the bytes of a range look like UTF-16 or UTF-32: a byte order mark of theirs, or a zero among the first two
  /// bytes, of which the first is ASCII in any JSON.
  func looksLikeWideCharacters(in range: Range<Int>) -> Bool {
    guard range.count >= 2 else { return false }
    let first = (bytes[range.lowerBound], bytes[range.lowerBound + 1])
    return first == (0xFF, 0xFE) || first == (0xFE, 0xFF) || first.0 == 0 || first.1 == 0
  }

  private func lengthOfSequence(at index: Int, in range: Range<Int>) -> Int? {
    let (length, second): (Int, ClosedRange<UInt8>)
    switch bytes[index] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard index + length <= range.upperBound, second.contains(bytes[index + 1]) else { return nil }
    return bytes[index + 2..<max(index + length, index + 2)].allSatisfy { 0x80...0xBF ~= $0 } ? length : nil
  }
}
