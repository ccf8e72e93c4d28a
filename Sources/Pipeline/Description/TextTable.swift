/// Rows of words under heads, to be written as plain text, as Markdown or as CSV.
struct TextTable {
  enum Alignment {
    case left
    case right
  }

  let heads: [String]
  /// One a column.
  let alignments: [Alignment]
  /// As many cells each as there are heads.
  let rows: [[String]]
  /// A column whose cells get lines of their own, below their rows, where the table would be too wide; not the first.
  var detail: Int?

  /// A table as GitHub Flavored Markdown has it, section 4.10. Ends with a line feed.
  var markdown: String {
    let rule = alignments.map { $0 == .left ? "---" : "---:" }
    let lines = [heads.map(\.escapedForMarkdown), rule] + rows.map { $0.map(\.escapedForMarkdown) }
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  /// As RFC 4180 has it: each line ends with CR and LF, and what holds a comma, a quotation mark or a line break stands in
  /// quotation marks.
  var csv: String {
    ([heads] + rows).map { $0.map(\.quotedForCSV).joined(separator: ",") + "\r\n" }.joined()
  }
}

extension String {
  /// With a backslash before every character that would end a cell or begin emphasis, a link, code or HTML.
  fileprivate var escapedForMarkdown: String {
    var text = ""
    for character in self {
      if "\\|`*_[]<>&".contains(character) { text += "\\" }
      text.append(character)
    }
    return text
  }

  fileprivate var quotedForCSV: String {
    guard unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return self }
    return "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
