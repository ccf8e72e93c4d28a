import Text

/// The bytes of a configuration as they came: a file, and what the command line sets in its place.
///
/// A place in the text is a byte offset everywhere inside the room, in the file or beyond it in an option; it becomes a
/// line and a column only when a message is written. Lines end with LF, CR LF or CR, as the editors count them. Lines and
/// columns start at 1, and a column counts Unicode scalars; a byte order mark at the very beginning counts for nothing.
package struct SourceText: Sendable {
  /// The file, and after a line feed each option, with a line feed between two of them.
  package let bytes: [UInt8]
  /// The file and then the options.
  package let parts: [Part]

  /// A text of its own among the others.
  package struct Part: Sendable {
    /// By which messages speak of it.
    package let name: String
    /// Of its bytes. The offset behind the last one is its end and belongs to it.
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

  /// Before the text of an option.
  package static let optionPrefix = "--set "

  /// The part that an offset belongs to.
  package func part(at offset: Int) -> Int { parts.partitioningIndex { $0.range.lowerBound > offset } - 1 }

  /// UTF-8's spelling of U+FEFF.
  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  package var beginsWithByteOrderMark: Bool { bytes.starts(with: Self.byteOrderMark) }

  /// The text between two byte offsets, cut after `limit` Unicode scalars, with nothing in it that moves a cursor.
  package func excerpt(of span: Range<Int>, limit: Int = 40) -> String {
    // A scalar takes at most four bytes, so that a longer span need not be decoded to the end.
    let head = bytes[span.lowerBound..<min(span.upperBound, span.lowerBound + 4 * (limit + 1))]
    return String(decoding: head, as: UTF8.self).abbreviated(to: limit).printable
  }
}

/// Where a byte stands for a reader.
package struct SourcePlace: Equatable, Sendable, CustomStringConvertible {
  package let line: Int
  package let column: Int

  package var description: String { "\(line):\(column)" }
}

extension SourceText {
  /// The places of byte offsets in ascending order, in one pass over the text however many there are.
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

  /// The line around a byte offset, where it is long the part within `reach` scalars on either side, and how many scalars
  /// of it stand before the offset.
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
