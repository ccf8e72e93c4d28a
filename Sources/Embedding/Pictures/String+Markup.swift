extension String {
  /// The text on one line of Markdown, of CommonMark as of Pandoc: a backslash stands before each character of ASCII that
  /// could have a meaning there.
  var escapedForMarkdown: String { escaped(but: ",();?%/= ") }

  /// The text on one line of reStructuredText: a backslash stands before each character of ASCII that could have a meaning
  /// there, including those of enumerators and options.
  var escapedForReStructuredText: String { escaped(but: ",;?%= ") }

  /// The path as the argument of a directive of reStructuredText, in which white space would be removed.
  var escapedForDirective: String {
    var text = ""
    for scalar in unicodeScalars {
      if scalar == " " || scalar == "\\" { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return text
  }

  /// The text on one line in double quotes, as YAML writes it.
  var quotedForYAML: String {
    var text = "\""
    for scalar in withoutCommands.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }

  /// The text on one line without `##`, which begins a command to a runner of continuous integration, for places in which
  /// nothing can be escaped.
  var withoutCommands: String {
    var text = ""
    for scalar in onOneLine.unicodeScalars {
      if scalar == "#", text.unicodeScalars.last == "#" { text += " " }
      text.unicodeScalars.append(scalar)
    }
    return text
  }

  /// The text on one line with a backslash before each character of ASCII that is neither a letter nor a digit nor one of
  /// some others. Full stops, hyphens and colons have none where they cannot begin a list, a dash or the like.
  private func escaped(but plain: String) -> String {
    let scalars = Array(onOneLine.unicodeScalars)
    var text = ""
    var isFirstWord = true
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      let last = index > 0 ? scalars[index - 1] : " "
      let isPlain =
        switch scalar {
        case ".": next != "." && last != "." && (!isFirstWord || next.isLetterOrDigit)
        case "-": index > 0 && next.isLetterOrDigit
        case ":": last != " " && last != ":" && next == " "
        default: !scalar.isASCII || scalar.isLetterOrDigit || plain.unicodeScalars.contains(scalar)
        }
      if !isPlain { text += "\\" }
      text.unicodeScalars.append(scalar)
      if scalar == " " { isFirstWord = false }
    }
    return text
  }
}

extension Unicode.Scalar {
  fileprivate var isLetterOrDigit: Bool { properties.isAlphabetic || "0"..."9" ~= self }
}
