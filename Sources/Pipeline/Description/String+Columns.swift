extension String {
  /// Columns of a terminal that the text takes: two for each wide character of East Asia and most emoji, none for what
  /// combines with the character before it (Unicode Standard Annex #11).
  var columnCount: Int { reduce(0) { $0 + $1.columnCount } }

  /// The text in lines of at most so many columns, broken at blanks; a word that is longer than a line is broken anywhere.
  /// At least one line.
  func lines(ofAtMost width: Int) -> [String] {
    var lines: [String] = []
    var (line, count) = ("", 0)
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      let length = String(word).columnCount
      if !line.isEmpty, count + 1 + length <= width {
        line += " " + word
        count += 1 + length
        continue
      }
      if !line.isEmpty { lines.append(line) }
      (line, count) = ("", 0)
      for character in word {
        if count + character.columnCount > width, !line.isEmpty {
          lines.append(line)
          (line, count) = ("", 0)
        }
        line.append(character)
        count += character.columnCount
      }
    }
    return lines + (line.isEmpty && !lines.isEmpty ? [] : [line])
  }
}

extension Character {
  /// Columns of a terminal: 0, 1 or 2.
  fileprivate var columnCount: Int {
    if isASCII { return 1 }
    let scalars = unicodeScalars
    if scalars.contains(where: { $0.value == 0xFE0F || Self.isWide($0.value) }) { return 2 }
    return scalars.allSatisfy(\.isZeroWidth) ? 0 : 1
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    return wideRanges.contains { $0 ~= value }
  }

  /// Blocks whose characters are wide or full width, or are shown as emoji.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}

extension Unicode.Scalar {
  fileprivate var isZeroWidth: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }
}
