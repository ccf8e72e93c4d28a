import Numerals
import Text

/// The reader of tables in comma- or tab-separated values (RFC 4180).
///
/// The first line names the columns. Lines end with LF, CR LF or CR; empty lines, and lines that begin with `#`, are left
/// out. A field may stand in quotation marks, and spaces around a number do not count.
struct SeparatedValuesReader {
  private let bytes: [UInt8]
  private let rule: TableColumn.Rule
  private var index = 0
  private var line = 1
  private var lineStart = 0
  private var separator = UInt8(ascii: ",")
  private(set) var faults = TableFaults()

  init(_ bytes: [UInt8], rule: TableColumn.Rule) {
    (self.bytes, self.rule) = (bytes, rule)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { (index, lineStart) = (3, 3) }
  }

  /// A field between two separators.
  private struct Field {
    /// The bytes without quotation marks.
    let text: ArraySlice<UInt8>
    /// The offset of the first byte, a quotation mark included.
    let offset: Int
  }

  /// Reads all rows.
  ///
  /// - Throws: The faults if no rows can be read. Faults of single rows are collected in `faults`.
  mutating func rows() throws(TableFaults) -> TableRows {
    guard !bytes.prefix(64).contains(0) else {
      throw TableFaults("found a file that is not text in UTF-8, expected comma-separated values or an array of NumPy")
    }
    guard bytes.count <= PointTable.byteLimit else {
      throw TableFaults("found \(bytes.count) bytes, expected at most \(PointTable.byteLimit)")
    }
    let columns = try header()
    var numbers: [[Double]] = TableColumn.allCases.map { _ in [] }
    var lines: [Int32] = []
    let places = columns.map { TableColumn.allCases.firstIndex(of: $0)! }
    var fields: [Field] = []
    while skipToRow() {
      let rowLine = line
      let rowStart = lineStart
      guard readFields(into: &fields) else { break }
      guard lines.count < PointTable.pointLimit else {
        faults.report(.line(rowLine, column: 1), "found more than \(PointTable.pointLimit) points, expected fewer")
        break
      }
      guard fields.count == columns.count else {
        let found = "found \(fields.count) \(fields.count == 1 ? "field" : "fields")"
        faults.report(.line(rowLine, column: 1), "\(found), expected \(columns.count), as the first line names")
        continue
      }
      for (field, place) in zip(fields, places) {
        let number = number(of: field, in: TableColumn.allCases[place], line: rowLine, start: rowStart)
        numbers[place].append(number ?? 0)
      }
      lines.append(Int32(clamping: rowLine))
    }
    if faults.isEmpty, lines.isEmpty { faults.report(nil, "found no points, expected a line for each") }
    guard faults.isEmpty else { throw faults }
    return TableRows(
      x: numbers[0], values: numbers[1], derivatives: columns.contains(.derivative) ? numbers[2] : nil,
      places: TableRows.Places(lines: lines))
  }

  // MARK: - Header

  private mutating func header() throws(TableFaults) -> [TableColumn] {
    // NumPy writes the names of columns as a comment.
    skipEmptyLines()
    let (start, startLine, startOfLine) = (index, line, lineStart)
    if index < bytes.count, bytes[index] == UInt8(ascii: "#") {
      index += 1
      chooseSeparator()
      if let columns = columns(reporting: false) { return columns }
      (index, line, lineStart) = (start, startLine, startOfLine)
    }
    guard skipToRow() else {
      throw TableFaults("found no text, expected a first line such as \"x,value\" and a line for each point")
    }
    chooseSeparator()
    guard let columns = columns(reporting: true) else { throw faults }
    return columns
  }

  /// A tab in the first line separates fields; without one, a comma does.
  private mutating func chooseSeparator() {
    let head = bytes[index...].prefix { $0 != 0x0A && $0 != 0x0D }
    separator = head.contains(0x09) ? 0x09 : UInt8(ascii: ",")
  }

  private mutating func columns(reporting isReporting: Bool) -> [TableColumn]? {
    let (headLine, start) = (line, lineStart)
    var fields: [Field] = []
    guard readFields(into: &fields) else { return nil }
    let names = fields.map { String(decoding: $0.text.trimmingBlanks, as: UTF8.self).lowercased() }
    let columns = names.map { TableColumn(rawValue: $0) }
    let known = columns.compactMap(\.self)
    if known.count == columns.count, known.contains(.x), known.contains(.value), Set(known).count == known.count {
      return known
    }
    guard isReporting else { return nil }
    let expectation = "\"x\", \"value\" and, if there is one, \"derivative\""
    var seen: Set<TableColumn> = []
    for (index, name) in names.enumerated() {
      let place = place(of: fields[index].offset, line: headLine, start: start)
      guard let column = columns[index] else {
        let nearest = name.nearest(among: TableColumn.allCases.map(\.rawValue).filter { !names.contains($0) })
        let isSemicolon = names.count == 1 && name.contains(";")
        let advice = isSemicolon ? "commas or tabs between columns" : nearest.map { "\"\($0)\"" } ?? expectation
        faults.report(place, "found the column \(Self.excerpt(of: fields[index].text)), expected \(advice)")
        continue
      }
      if !seen.insert(column).inserted { faults.report(place, "found the column \"\(name)\" again, expected it once") }
    }
    if faults.isEmpty {
      let missing = [TableColumn.x, .value].filter { !known.contains($0) }.map { "\"\($0.rawValue)\"" }
      faults.report(
        .line(headLine, column: 1), "found no column \(missing.joined(separator: " and ")), expected \(expectation)")
    }
    return nil
  }

  // MARK: - Numbers

  private mutating func number(of field: Field, in column: TableColumn, line: Int, start: Int) -> Double? {
    let text = field.text.trimmingBlanks
    let number = Self.number(in: text)
    let expectation =
      number.map { rule.expectation(missedBy: $0, in: column) } ?? "a number"
    guard let expectation else { return number }
    let found = text.isEmpty ? "nothing" : number == nil ? Self.excerpt(of: text) : Self.plainExcerpt(of: text)
    faults.report(place(of: field.offset, line: line, start: start), "found \(found), expected \(expectation)")
    return nil
  }

  /// The number that a text spells in decimal notation, or by the words `nan` and `inf`; nil for any other text.
  static func number(in text: ArraySlice<UInt8>) -> Double? {
    let isDecimal = text.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    if isDecimal {
      // A number too large for double precision is not taken for the word that means infinity.
      return Double(Substring(decoding: text, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
    }
    guard text.count <= 9 else { return nil }
    switch String(decoding: text, as: UTF8.self).lowercased() {
    case "nan", "+nan", "-nan": return .nan
    case "inf", "+inf", "infinity", "+infinity": return .infinity
    case "-inf", "-infinity": return -.infinity
    default: return nil
    }
  }

  private static func excerpt(of text: ArraySlice<UInt8>) -> String { "\"\(plainExcerpt(of: text))\"" }

  private static func plainExcerpt(of text: ArraySlice<UInt8>) -> String {
    String(decoding: text.prefix(200), as: UTF8.self).abbreviated(to: 40).printable
  }

  private func place(of offset: Int, line: Int, start: Int) -> TableFault.Place {
    .line(line, column: 1 + bytes[start..<max(offset, start)].count { $0 & 0xC0 != 0x80 })
  }

  // MARK: - Fields

  private mutating func skipEmptyLines() {
    while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D { endLine() }
  }

  /// Goes to the next line that is neither empty nor a comment; false at the end.
  private mutating func skipToRow() -> Bool {
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A, 0x0D: endLine()
      case UInt8(ascii: "#"):
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      case 0x20, 0x09:
        // A line of blanks alone is empty.
        let end = bytes[index...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? bytes.count
        guard end == bytes.count || bytes[end] == 0x0A || bytes[end] == 0x0D else { return true }
        index = end
      default: return true
      }
    }
    return false
  }

  /// Passes the end of a line: LF, CR LF or CR.
  private mutating func endLine() {
    index += bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    line += 1
    lineStart = index
  }

  /// Reads the fields up to the end of the line; false after reporting a field whose quotation marks are at fault.
  private mutating func readFields(into fields: inout [Field]) -> Bool {
    fields.removeAll(keepingCapacity: true)
    while true {
      let start = index
      if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
        guard let field = readQuotedField() else { return false }
        fields.append(field)
      } else {
        while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        fields.append(Field(text: bytes[start..<index], offset: start))
      }
      guard index < bytes.count else { return true }
      guard bytes[index] == separator else {
        endLine()
        return true
      }
      index += 1
    }
  }

  private mutating func readQuotedField() -> Field? {
    let (start, startLine, startOfLine) = (index, line, lineStart)
    let quote = UInt8(ascii: "\"")
    var text: [UInt8] = []
    index += 1
    while index < bytes.count {
      guard bytes[index] == quote else {
        text.append(bytes[index])
        if bytes[index] == 0x0A || bytes[index] == 0x0D { endLine() } else { index += 1 }
        continue
      }
      index += 1
      guard index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A, bytes[index] != 0x0D else {
        return Field(text: text[...], offset: start)
      }
      guard bytes[index] == quote else {
        let place = place(of: index, line: line, start: lineStart)
        let expectation = "the end of the field after its quotation mark"
        faults.report(place, "found \(Self.excerpt(of: bytes[index...].prefix(4))), expected \(expectation)")
        return nil
      }
      text.append(quote)
      index += 1
    }
    let place = place(of: start, line: startLine, start: startOfLine)
    faults.report(place, "found a quotation mark without its partner, expected one at the end of the field")
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without spaces and tabs at both ends.
  fileprivate var trimmingBlanks: ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
      return self[startIndex..<startIndex]
    }
    return self[first...last]
  }
}
