extension Unicode.Scalar {
  /// Whether the scalar is a control character or a line or paragraph separator: C0, DEL, C1, U+2028, U+2029.
  package var isControl: Bool {
    value < 0x20 || 0x7F...0x9F ~= value || value == 0x2028 || value == 0x2029
  }

  /// Whether the scalar changes the writing direction: the Unicode property Bidi_Control.
  package var isDirectional: Bool {
    value == 0x061C || 0x200E...0x200F ~= value || 0x202A...0x202E ~= value || 0x2066...0x2069 ~= value
  }

  /// The scalar in quotes, `"x"`, or its code point, `U+00A0`, if it is invisible.
  package var quoted: String {
    if 0x21...0x7E ~= value || (value > 0xA0 && properties.isAlphabetic) { return "\"\(self)\"" }
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension String {
  /// The text with a space for each tab, and U+FFFD for each other scalar that moves the cursor or changes the writing
  /// direction. The number of scalars is unchanged.
  package var printable: String {
    guard unicodeScalars.contains(where: { $0.isControl || $0.isDirectional }) else { return self }
    var text = String.UnicodeScalarView()
    text.append(
      contentsOf: unicodeScalars.map { $0 == "\t" ? " " : $0.isControl || $0.isDirectional ? "\u{FFFD}" : $0 })
    return String(text)
  }

  /// The first Unicode scalars of the text, at most `limit` of them, the last of which is an ellipsis if the text was longer.
  package func abbreviated(to limit: Int) -> String {
    guard let cut = unicodeScalars.index(startIndex, offsetBy: limit, limitedBy: endIndex), cut < endIndex else {
      return self
    }
    return String(unicodeScalars[..<unicodeScalars.index(before: cut)]) + "…"
  }
}

extension String {
  /// The text without control sequences of terminals and commands of CI systems.
  ///
  /// Names, titles, paths and lines of a configuration come from anywhere, and messages that contain them are read by terminals
  /// and by the runner of GitHub Actions. Each character that moves the cursor or changes the writing direction is replaced by
  /// U+FFFD, and so is one character of each command:
  ///
  /// - `::` at the beginning of a line, also after blanks, starts `::error file=x::…`;
  /// - `##[` anywhere in a line starts `##[add-mask]…`; Azure Pipelines reads `##vso[`, TeamCity `##teamcity[`.
  ///
  /// Line feeds, and the carriage returns of lines that end with CR LF, are kept; a tab becomes a space. Columns are unchanged.
  ///
  /// ```swift
  /// "mish: new".inert                  // "mish: new"
  /// "a\n  ::error::b \u{1B}[1m".inert   // "a\n  \u{FFFD}:error::b \u{FFFD}[1m"
  /// ```
  public var inert: String {
    guard mayHoldCommands else { return self }
    let lines = unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    var text = String.UnicodeScalarView()
    for (place, line) in lines.enumerated() {
      if place > 0 { text.append("\n") }
      text.append(contentsOf: Self.inert(line, isLast: place == lines.count - 1))
    }
    return String(text)
  }

  private static func inert(_ line: Substring.UnicodeScalarView, isLast: Bool) -> [Unicode.Scalar] {
    var scalars = Array(line)
    let hasReturn = !isLast && scalars.last == "\r"
    for index in scalars.indices where scalars[index].isControl || scalars[index].isDirectional {
      scalars[index] = scalars[index] == "\t" ? " " : "\u{FFFD}"
    }
    if hasReturn { scalars[scalars.count - 1] = "\r" }
    // These are the white space of .NET, in which the runner is written, and invisible characters.
    let start = scalars.firstIndex { !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint }
    if let start, scalars[start...].starts(with: [":", ":"]) { scalars[start] = "\u{FFFD}" }
    for index in scalars.indices where scalars[index...].beginsLogCommand { scalars[index + 1] = "\u{FFFD}" }
    return scalars
  }

  /// Whether the text may contain something to replace: a fast test of its bytes, false for nearly all texts.
  private var mayHoldCommands: Bool {
    var text = self
    return text.withUTF8 { bytes in
      var last: UInt8 = 0x0A
      for byte in bytes {
        switch byte {
        case 0x0A: break
        case ..<0x20, 0x7F: return true
        // This is a second colon or number sign.
        case 0x23 where last == 0x23, 0x3A where last == 0x3A: return true
        // These are the lead bytes of U+0080 to U+00BF, U+0600 to U+063F, and U+2000 to U+2FFF.
        case 0xC2, 0xD8, 0xE2: return true
        default: break
        }
        last = byte
      }
      return false
    }
  }
}

extension Collection<Unicode.Scalar> {
  /// Whether the scalars begin with `##[`, `##vso[`, `##teamcity[` or the like.
  fileprivate var beginsLogCommand: Bool {
    guard first == "#", dropFirst().first == "#" else { return false }
    return dropFirst(2).first { !("a"..."z" ~= $0 || "A"..."Z" ~= $0) } == "["
  }
}

extension StringProtocol {
  /// The range of the first occurrence of a text; nil if there is none.
  ///
  /// `firstRange(of:)` and `contains(_:)` of the standard library use regular expressions, which would add 1.2 MB to a
  /// statically linked tool.
  public func firstPlace(of words: String) -> Range<Index>? {
    for start in indices where self[start...].hasPrefix(words) {
      return start..<index(start, offsetBy: words.count)
    }
    return nil
  }
}
