extension String {
  /// The same text without anything that a terminal or a CI engine would obey.
  ///
  /// Names, titles, paths and lines of a configuration come from anywhere, and what is said of them is read by a terminal
  /// or by the runner of GitHub Actions. So each character that would move the cursor or turn the line around becomes
  /// U+FFFD, and so does one character of what the runner would take for a command:
  ///
  /// - `::` at the beginning of a line, whatever blanks stand before it, begins `::error file=x::…`;
  /// - `##[` and the like anywhere in a line begin `##[add-mask]…`; Azure Pipelines reads `##vso[`, TeamCity `##teamcity[`.
  ///
  /// Line feeds, and the carriage returns of lines that end with CR LF, stay; a tab becomes a space. Columns stay where
  /// they are.
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
    // What .NET, in which the runner is written, takes for white space, and what shows as nothing at all.
    let start = scalars.firstIndex { !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint }
    if let start, scalars[start...].starts(with: [":", ":"]) { scalars[start] = "\u{FFFD}" }
    for index in scalars.indices where scalars[index...].beginsLogCommand { scalars[index + 1] = "\u{FFFD}" }
    return scalars
  }

  /// Whether there may be anything to replace: false for nearly all texts, at the speed of their bytes.
  private var mayHoldCommands: Bool {
    var text = self
    return text.withUTF8 { bytes in
      var last: UInt8 = 0x0A
      for byte in bytes {
        switch byte {
        case 0x0A: break
        case ..<0x20, 0x7F: return true
        // A second colon or number sign.
        case 0x23 where last == 0x23, 0x3A where last == 0x3A: return true
        // Lead bytes of U+0080 to U+00BF, U+0600 to U+063F, and U+2000 to U+2FFF.
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
  /// Whether the scalars begin as `##[`, `##vso[` and `##teamcity[` do.
  fileprivate var beginsLogCommand: Bool {
    guard first == "#", dropFirst().first == "#" else { return false }
    return dropFirst(2).first { !("a"..."z" ~= $0 || "A"..."Z" ~= $0) } == "["
  }
}
