import Text

/// The reader of tables in the files of NumPy, `.npy` of the formats 1.0 to 3.0.
///
/// The array has a row for each point, and two or three columns: x, value and derivative. Its numbers are of single or
/// double precision in either order of bytes, and its rows or its columns lie together.
struct ArrayFileReader {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  private let bytes: [UInt8]
  private let rule: TableColumn.Rule
  private(set) var faults = TableFaults()

  init(_ bytes: [UInt8], rule: TableColumn.Rule) { (self.bytes, self.rule) = (bytes, rule) }

  /// Reads all rows.
  ///
  /// - Throws: The faults if no rows can be read. Faults of single rows are collected in `faults`.
  mutating func rows() throws(TableFaults) -> TableRows {
    guard bytes.count <= PointTable.byteLimit else {
      throw TableFaults("found \(bytes.count) bytes, expected at most \(PointTable.byteLimit)")
    }
    let (text, start) = try header()
    guard let header = ArrayHeader(text) else {
      throw TableFaults("found the header \(Self.excerpt(of: text)), expected that of an array of NumPy")
    }
    guard case .number(let width, let isBigEndian) = header.type else {
      let expectation = "numbers of single or double precision, e.g. array.astype(\"f8\")"
      throw TableFaults("found an array of \(header.typeWords), expected \(expectation)")
    }
    guard header.shape.count == 2, 2...3 ~= header.shape[1] else {
      let shape = header.shape.map(String.init).joined(separator: ", ") + (header.shape.count == 1 ? "," : "")
      let expectation = "(n, 2) of x and value, or (n, 3) with the derivative"
      throw TableFaults("found an array of the shape (\(shape)), expected \(expectation)")
    }
    let (count, columns) = (header.shape[0], header.shape[1])
    guard 1...PointTable.pointLimit ~= count else {
      throw TableFaults("found \(count) points, expected 1 to \(PointTable.pointLimit)")
    }
    guard bytes.count - start == count * columns * width else {
      let found = "found \(bytes.count - start) bytes after the header"
      throw TableFaults("\(found), expected \(count * columns * width) for \(count) rows of \(columns) numbers")
    }
    var numbers: [[Double]] = []
    for column in 0..<columns {
      numbers.append(
        (0..<count).map { row in
          let place = header.isFortranOrder ? column * count + row : row * columns + column
          return number(at: start + place * width, width: width, isBigEndian: isBigEndian)
        })
    }
    for row in 0..<count {
      for (column, name) in zip(0..<columns, TableColumn.allCases) {
        let number = numbers[column][row]
        guard let expectation = rule.expectation(missedBy: number, in: name) else { continue }
        faults.report(.row(row), "found the \(name.rawValue) \(number), expected \(expectation)")
      }
    }
    guard faults.isEmpty else { throw faults }
    return TableRows(x: numbers[0], values: numbers[1], derivatives: columns == 3 ? numbers[2] : nil, places: .rows)
  }

  private func number(at offset: Int, width: Int, isBigEndian: Bool) -> Double {
    var bits: UInt64 = 0
    for index in 0..<width {
      bits = bits << 8 | UInt64(bytes[isBigEndian ? offset + index : offset + width - 1 - index])
    }
    return width == 4 ? Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))) : Double(bitPattern: bits)
  }

  /// The text of the header and the offset of the numbers after it.
  private func header() throws(TableFaults) -> (text: String, end: Int) {
    let cut = TableFaults("found \(bytes.count) bytes, expected a whole file of NumPy")
    guard bytes.count >= 10 else { throw cut }
    let version = bytes[6]
    guard 1...3 ~= version else {
      throw TableFaults("found the format \(version).\(bytes[7]) of NumPy, expected 1.0 to 3.0")
    }
    let lengthBytes = version == 1 ? 2 : 4
    guard bytes.count >= 8 + lengthBytes else { throw cut }
    let length = (0..<lengthBytes).reduce(0) { $0 | Int(bytes[8 + $1]) << (8 * $1) }
    let start = 8 + lengthBytes
    guard length <= 1 << 16, bytes.count >= start + length else { throw cut }
    return (String(decoding: bytes[start..<start + length], as: UTF8.self), start + length)
  }

  private static func excerpt(of text: String) -> String { "\"\(text.abbreviated(to: 60).printable)\"" }
}

/// The header of a file of NumPy: a dictionary in the notation of Python.
struct ArrayHeader: Equatable {
  /// The type of an array's elements.
  enum ElementType: Equatable {
    /// Numbers of single or double precision, of 4 or 8 bytes.
    case number(width: Int, isBigEndian: Bool)
    /// A type that no table has.
    case other(String)
    /// Records of several fields.
    case structured
  }

  let type: ElementType
  let isFortranOrder: Bool
  let shape: [Int]

  /// Reads a header; nil if it is none.
  init?(_ text: String) {
    var scanner = LiteralScanner(text)
    guard scanner.take("{") else { return nil }
    var (type, isFortranOrder, shape): (ElementType?, Bool?, [Int]?)
    while !scanner.take("}") {
      guard let key = scanner.string(), scanner.take(":") else { return nil }
      switch key {
      case "descr":
        if let name = scanner.string() {
          type = Self.type(named: name)
        } else if scanner.skipBrackets() {
          type = .structured
        } else {
          return nil
        }
      case "fortran_order":
        if scanner.take("True") {
          isFortranOrder = true
        } else if scanner.take("False") {
          isFortranOrder = false
        } else {
          return nil
        }
      case "shape":
        guard let numbers = scanner.tuple() else { return nil }
        shape = numbers
      default: return nil
      }
      if !scanner.take(",") {
        guard scanner.take("}") else { return nil }
        break
      }
    }
    guard let type, let isFortranOrder, let shape else { return nil }
    (self.type, self.isFortranOrder, self.shape) = (type, isFortranOrder, shape)
  }

  private static func type(named name: String) -> ElementType {
    switch name {
    case "<f4", "=f4": .number(width: 4, isBigEndian: false)
    case "<f8", "=f8": .number(width: 8, isBigEndian: false)
    case ">f4": .number(width: 4, isBigEndian: true)
    case ">f8": .number(width: 8, isBigEndian: true)
    default: .other(name)
    }
  }

  /// The type in words for a message.
  var typeWords: String {
    switch type {
    case .number: "numbers"
    case .other(let name): "the type \"\(name.abbreviated(to: 20).printable)\""
    case .structured: "records (a structured array)"
    }
  }
}

/// A scanner of literals of Python.
private struct LiteralScanner {
  private var rest: Substring

  init(_ text: String) { rest = text[...] }

  private mutating func skipBlanks() { rest = rest.drop { $0 == " " || $0 == "\n" || $0 == "\t" } }

  /// Passes a word if it comes next.
  mutating func take(_ word: String) -> Bool {
    skipBlanks()
    guard rest.hasPrefix(word) else { return false }
    rest = rest.dropFirst(word.count)
    return true
  }

  /// The text of a string in single or double quotation marks without escapes.
  mutating func string() -> String? {
    skipBlanks()
    guard let quote = rest.first, quote == "'" || quote == "\"",
      let end = rest.dropFirst().firstIndex(of: quote)
    else { return nil }
    let text = rest[rest.index(after: rest.startIndex)..<end]
    rest = rest[rest.index(after: end)...]
    return text.contains("\\") ? nil : String(text)
  }

  /// The whole numbers of a tuple.
  mutating func tuple() -> [Int]? {
    guard take("(") else { return nil }
    var numbers: [Int] = []
    while !take(")") {
      skipBlanks()
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits) else { return nil }
      numbers.append(number)
      rest = rest.dropFirst(digits.count)
      if !take(",") { return take(")") ? numbers : nil }
    }
    return numbers
  }

  /// Passes a list in brackets with everything in it.
  mutating func skipBrackets() -> Bool {
    guard take("[") else { return false }
    var depth = 1
    while depth > 0, let character = rest.popFirst() {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
    }
    return depth == 0
  }
}
