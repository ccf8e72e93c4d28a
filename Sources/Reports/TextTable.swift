/// A table of texts, which can be written as plain text, as Markdown or as CSV.
struct TextTable {
  enum Alignment {
    case left
    case right
  }

  let heads: [String]
  /// One alignment for each column.
  let alignments: [Alignment]
  /// The cells of each row, as many as there are heads.
  let rows: [[String]]
  /// The column whose cells are moved to lines of their own below the rows if the table is too wide; not the first.
  var detail: Int?

  /// The table in GitHub Flavored Markdown (section 4.10). It ends with a line feed.
  var markdown: String {
    let rule = alignments.map { $0 == .left ? "---" : "---:" }
    let lines = [heads.map(\.escapedForMarkdown), rule] + rows.map { $0.map(\.escapedForMarkdown) }
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  /// The table as comma-separated values (RFC 4180): each line ends with CR and LF, and a cell that holds a comma, a
  /// quotation mark or a line break is quoted.
  var csv: String {
    ([heads] + rows).map { $0.map(\.quotedForCSV).joined(separator: ",") + "\r\n" }.joined()
  }
}

extension String {
  /// The text with a backslash before every character that would end a cell or begin emphasis, a link, code or HTML.
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

// MARK: - Plain text

extension TextTable {
  /// The table with aligned columns, two spaces apart. It ends with a line feed.
  ///
  /// If the table is wider than `width`, its detail is moved below the rows. If it still is, its columns of text are
  /// made narrower, the widest first, and their cells are wrapped. If that is not enough, the table is divided into
  /// blocks of as many columns as fit, each of which begins with the first column.
  ///
  /// - Parameter width: The columns of the terminal; nil for one line per row, however long.
  func plain(width: Int?) -> String {
    var widths = heads.indices.map { natural($0) }
    guard let width, Self.total(widths) > width else { return block(of: Array(heads.indices), widths: widths) }
    let columns = heads.indices.filter { $0 != detail }
    func total() -> Int { Self.total(columns.map { widths[$0] }) }
    let texts = columns.filter { alignments[$0] == .left }
    while total() > width, let widest = texts.max(by: { widths[$0] < widths[$1] }), widths[widest] > least(of: widest) {
      widths[widest] -= 1
    }
    let blocks = blocks(of: columns, in: width, widths: &widths)
    return blocks.map { columns in
      block(of: columns, widths: widths, detail: columns == blocks[0] ? detail : nil, width: width)
    }.joined(separator: "\n")
  }

  /// Divides the columns into blocks; each has at least one column beside the first, even if it is too wide.
  private func blocks(of columns: [Int], in width: Int, widths: inout [Int]) -> [[Int]] {
    var blocks: [[Int]] = [[columns[0]]]
    for column in columns.dropFirst() {
      if blocks[blocks.count - 1].count > 1, Self.total((blocks.last! + [column]).map { widths[$0] }) > width {
        blocks.append([columns[0]])
      }
      blocks[blocks.count - 1].append(column)
    }
    // The columns that a block has left go to its columns of text.
    for block in blocks {
      for column in block.dropFirst() where alignments[column] == .left {
        let free = width - Self.total(block.map { widths[$0] })
        if free > 0 { widths[column] = min(natural(column), widths[column] + free) }
      }
    }
    return blocks
  }

  /// The width of the widest cell of a column.
  private func natural(_ column: Int) -> Int { ([heads] + rows).map { $0[column].columnCount }.max() ?? 0 }

  /// The smallest width of a column of text, unless its head is wider.
  private func least(of column: Int) -> Int { max(heads[column].columnCount, 12) }

  private static func total(_ widths: [Int]) -> Int { widths.reduce(0, +) + 2 * max(0, widths.count - 1) }

  private func block(of columns: [Int], widths: [Int], detail: Int? = nil, width: Int = .max) -> String {
    ([heads] + rows).map { row in
      let cells = columns.map { column in
        row[column].columnCount > widths[column] ? row[column].lines(ofAtMost: widths[column]) : [row[column]]
      }
      var lines = (0..<(cells.map(\.count).max() ?? 0)).map { line in
        zip(columns, cells).map { column, cell in
          let text = line < cell.count ? cell[line] : ""
          let space = String(repeating: " ", count: max(0, widths[column] - text.columnCount))
          return alignments[column] == .left ? text + space : space + text
        }.joined(separator: "  ")
      }
      let indentation = "    "
      if let detail {
        lines += row[detail].lines(ofAtMost: max(12, width - indentation.count)).map { indentation + $0 }
      }
      return lines.map { $0.trimmingTrailingSpaces + "\n" }.joined()
    }.joined()
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension String {
  /// The number of terminal columns of the text: two for each wide character of East Asia and most emoji, none for a
  /// combining character (Unicode Standard Annex #11).
  var columnCount: Int { reduce(0) { $0 + $1.columnCount } }

  /// Wraps the text at blanks into lines of at most `width` columns, at least one line. A word that is longer than a
  /// line is broken anywhere.
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
  /// The number of terminal columns of the character: 0, 1 or 2.
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
