extension TextTable {
  /// Columns that line up, two spaces between them. Ends with a line feed.
  ///
  /// Where the table is wider than it may be, its detail goes below the rows. Where it still is, its columns of text are made
  /// narrower, the widest first, and their cells go on in the next line. Where that does not do, the table goes on below: in
  /// blocks of as many columns as fit, each of which begins with the first one.
  ///
  /// - Parameter width: Columns of the terminal; nil for one line a row, however long.
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

  /// Columns that stand side by side; one at least beside the first, be it too wide.
  private func blocks(of columns: [Int], in width: Int, widths: inout [Int]) -> [[Int]] {
    var blocks: [[Int]] = [[columns[0]]]
    for column in columns.dropFirst() {
      if blocks[blocks.count - 1].count > 1, Self.total((blocks.last! + [column]).map { widths[$0] }) > width {
        blocks.append([columns[0]])
      }
      blocks[blocks.count - 1].append(column)
    }
    // What a block has left over goes to its columns of text.
    for block in blocks {
      for column in block.dropFirst() where alignments[column] == .left {
        let free = width - Self.total(block.map { widths[$0] })
        if free > 0 { widths[column] = min(natural(column), widths[column] + free) }
      }
    }
    return blocks
  }

  /// What the widest cell takes.
  private func natural(_ column: Int) -> Int { ([heads] + rows).map { $0[column].columnCount }.max() ?? 0 }

  /// A column of text is never narrower than its head, nor than this.
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
