import Text

/// The bytes of a JSON file, and of options of the command line that replace some of its values.
///
/// All code that reads a configuration refers to a place by its byte offset, in the file or beyond it in an option. The
/// offset becomes a line and a column only when a message is written. Lines end with LF, CR LF or CR, as editors count
/// them. Lines and columns start at 1, and a column counts Unicode scalars; a byte order mark at the beginning is not
/// counted.
package struct SourceText: Sendable {
  /// The file and the options, each preceded by a line feed.
  package let bytes: [UInt8]
  /// The file, and after it the options.
  package let parts: [Part]

  /// The file or one of the options.
  package struct Part: Sendable {
    /// The name of the file, or the option as it was written, for messages.
    package let name: String
    /// The offsets of its bytes. The offset after the last byte belongs to the part, too.
    package let range: Range<Int>
    package let isOption: Bool
  }

  package init(name: String, bytes: [UInt8], options: [String] = []) {
    var all = bytes
    var parts = [Part(name: name, range: 0..<bytes.count, isOption: false)]
    for option in options {
      all.append(0x0A)
      let start = all.count
      all += option.utf8
      parts.append(Part(name: Self.optionPrefix + option, range: start..<all.count, isOption: true))
    }
    self.bytes = all
    self.parts = parts
  }

  /// What precedes the text of an option on the command line.
  package static let optionPrefix = "--set "

  /// The part that an offset belongs to.
  package func part(at offset: Int) -> Int { parts.partitioningIndex { $0.range.lowerBound > offset } - 1 }

  /// The character U+FEFF in UTF-8.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  var beginsWithByteOrderMark: Bool { bytes.starts(with: Self.byteOrderMark) }

  /// The text between two byte offsets, cut after `limit` Unicode scalars, without control characters.
  package func excerpt(of span: Range<Int>, limit: Int = 40) -> String {
    // A scalar takes at most four bytes, so that a longer span need not be decoded to the end.
    let head = bytes[span.lowerBound..<min(span.upperBound, span.lowerBound + 4 * (limit + 1))]
    return String(decoding: head, as: UTF8.self).abbreviated(to: limit).printable
  }
}

/// The line and column of a byte.
package struct SourcePlace: Equatable, Sendable, CustomStringConvertible {
  package let line: Int
  package let column: Int

  package var description: String { "\(line):\(column)" }
}

extension SourceText {
  /// The places of byte offsets in ascending order, found in one pass over the text.
  package func places(ofAscending offsets: [Int]) -> [SourcePlace] {
    var line = 1
    var column = beginsWithByteOrderMark ? 0 : 1
    var index = 0
    return offsets.map { offset in
      let start = parts[part(at: offset)].range.lowerBound
      if index < start { (line, column, index) = (1, 1, start) }
      while index < offset {
        if endsLine(at: index) {
          line += 1
          column = 1
        } else if beginsScalar(bytes[index]) {
          column += 1
        }
        index += 1
      }
      return SourcePlace(line: line, column: max(column, 1))
    }
  }

  /// The line around a byte offset and the number of its scalars before the offset. A long line is cut to `reach` scalars
  /// on either side.
  package func line(around offset: Int, reach: Int = 60) -> (text: String, indentation: Int) {
    let range = parts[part(at: offset)].range
    let first = range.lowerBound == 0 && beginsWithByteOrderMark ? Self.byteOrderMark.count : range.lowerBound
    var (start, end) = (offset, offset)
    var (before, after) = (0, 0)
    while start > first, !isLineBreak(bytes[start - 1]), before < 2 * reach {
      start -= 1
      if beginsScalar(bytes[start]) { before += 1 }
    }
    while end < range.upperBound, !isLineBreak(bytes[end]), after <= 2 * reach {
      if beginsScalar(bytes[end]) { after += 1 }
      end += 1
    }
    let left = Array(String(decoding: bytes[start..<offset], as: UTF8.self).printable.unicodeScalars)
    let right = Array(String(decoding: bytes[offset..<end], as: UTF8.self).printable.unicodeScalars)
    let isLong = left.count + right.count > 2 * reach
    let shownLeft = isLong && left.count > reach ? ["…"] + left.suffix(reach) : left
    let shownRight = isLong && right.count > reach ? right.prefix(reach) + ["…"] : right
    return (String(String.UnicodeScalarView(shownLeft + shownRight)), shownLeft.count)
  }

  private func beginsScalar(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

  private func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Whether a line ends with this byte: LF, or CR that no LF follows.
  private func endsLine(at index: Int) -> Bool {
    bytes[index] == 0x0A || (bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A))
  }
}

// MARK: - Encoding

extension SourceText {
  /// The offset of the first byte in a range that is not UTF-8; nil if all are.
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

  /// Whether the bytes of a range look like UTF-16 or UTF-32: they begin with such a byte order mark, or one of the first
  /// two bytes is zero, although JSON begins with an ASCII character.
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

  /// The Unicode scalar that begins at a byte, or nil at the end and inside another scalar.
  func scalar(at index: Int) -> Unicode.Scalar? {
    guard index < bytes.count else { return nil }
    var decoder = UTF8()
    var rest = bytes[index...].prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return nil }
    return scalar
  }
}

extension Array {
  /// The first index whose element satisfies a condition, or `count`, if all elements after one that satisfies it do so too.
  func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// The faults that were found in a source so far, in the order in which they were found.
package struct Faults: Sendable {
  package let source: SourceText
  package private(set) var list: [Fault] = []
  /// The number of faults beyond `maximumCount`, which are counted but not kept.
  package private(set) var omittedCount = 0

  /// The greatest number of faults that are kept. Nobody reads more, and a hostile file could have one for every two bytes.
  static let maximumCount = 1_000

  package init(in source: SourceText) { self.source = source }

  package var isEmpty: Bool { list.isEmpty }
  /// The number of all faults, kept or not.
  package var count: Int { list.count + omittedCount }
  /// Whether further faults are only counted, so that no effort need be made for their messages.
  package var isFull: Bool { list.count >= Self.maximumCount }

  /// Adds a fault at a byte offset.
  ///
  /// - Parameters:
  ///   - message: A sentence without full stop: "found X, expected Y".
  ///   - earlier: An earlier place in the source; the printed message ends with its line and column.
  package mutating func report(at offset: Int, _ message: String, earlier: Int? = nil) {
    if isFull {
      omittedCount += 1
    } else {
      list.append(Fault(offset: offset, message: message, earlier: earlier))
    }
  }

  /// Adds the faults of another list, except those at the given offsets, for which a fault has been reported already.
  package mutating func add(_ others: Faults, except places: Set<Int> = []) {
    for fault in others.list where !places.contains(fault.offset) {
      report(at: fault.offset, fault.message, earlier: fault.earlier)
    }
  }

  /// Adds the fault that a value is not what was expected, unless one of its elements is at fault and reported already.
  package mutating func report(_ value: JSONNode, expected expectation: String) {
    if let elements = value.elements, elements.contains(where: \.isFaulty) { return }
    report(at: value.span.lowerBound, "found \(description(of: value)), expected \(expectation)")
  }

  /// A value in a few words: its source, if that is short.
  private func description(of value: JSONNode) -> String {
    if value.span.isEmpty { return "nothing" }
    let isShort = value.span.count <= 40 && !source.bytes[value.span].contains(0x0A)
    switch value.content {
    case .array(let elements) where !isShort: return "an array of length \(elements.count)"
    case .object where !isShort: return "an object"
    default: return source.excerpt(of: value.span)
    }
  }
}

/// A fault at a byte of a source.
package struct Fault: Sendable {
  package let offset: Int
  package let message: String
  /// An earlier place to which the message refers at its end.
  package let earlier: Int?
}
