/// The bytes of a file as they came, and the name by which messages speak of it.
///
/// A place in the text is a byte offset everywhere inside the room; it becomes a line and a column only when a message
/// is written. Lines end with LF, CR LF or CR, as the editors count them. Lines and columns start at 1, and a column
/// counts Unicode scalars; a byte order mark at the very beginning counts for nothing.
struct SourceText: Sendable {
  let name: String
  let bytes: [UInt8]

  /// UTF-8's spelling of U+FEFF.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  var beginsWithByteOrderMark: Bool { bytes.starts(with: Self.byteOrderMark) }

  /// The text between two byte offsets, cut after `limit` Unicode scalars, with nothing in it that moves a cursor.
  func excerpt(of span: Range<Int>, limit: Int = 40) -> String {
    // A scalar takes at most four bytes, so that a longer span need not be decoded to the end.
    let head = bytes[span.lowerBound..<min(span.upperBound, span.lowerBound + 4 * (limit + 1))]
    return String(decoding: head, as: UTF8.self).abbreviated(to: limit).printable
  }
}

/// Where a byte stands for a reader.
struct SourcePlace: Equatable, Sendable, CustomStringConvertible {
  let line: Int
  let column: Int

  var description: String { "\(line):\(column)" }
}

extension SourceText {
  /// The places of byte offsets in ascending order, in one pass over the text however many there are.
  func places(ofAscending offsets: [Int]) -> [SourcePlace] {
    var line = 1
    var column = beginsWithByteOrderMark ? 0 : 1
    var index = 0
    return offsets.map { offset in
      while index < offset {
        if endsLine(at: index) {
          line += 1
          column = 1
        } else if bytes[index] & 0xC0 != 0x80 {
          column += 1
        }
        index += 1
      }
      return SourcePlace(line: line, column: max(column, 1))
    }
  }

  /// The line around a byte offset, cut where it is long, and how many scalars of it stand before the offset.
  func line(around offset: Int) -> (text: String, indentation: Int) {
    let reach = 60
    var start = offset
    var before = 0
    while start > 0, !endsLine(at: start - 1), before < reach {
      start -= 1
      if bytes[start] & 0xC0 != 0x80 { before += 1 }
    }
    while start < offset, bytes[start] & 0xC0 == 0x80 { start += 1 }
    if start == 0, beginsWithByteOrderMark { start = min(Self.byteOrderMark.count, offset) }
    var end = offset
    var after = 0
    while end < bytes.count, !isLineBreak(bytes[end]), after < reach || bytes[end] & 0xC0 == 0x80 {
      if bytes[end] & 0xC0 != 0x80 { after += 1 }
      end += 1
    }
    let left = String(decoding: bytes[start..<offset], as: UTF8.self).printable
    let right = String(decoding: bytes[offset..<end], as: UTF8.self).printable
    let startsLine = start == 0 || endsLine(at: start - 1) || (start == 3 && beginsWithByteOrderMark)
    let opening = startsLine ? "" : "…"
    let closing = end == bytes.count || isLineBreak(bytes[end]) ? "" : "…"
    return (opening + left + right + closing, (opening + left).unicodeScalars.count)
  }

  private func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Whether a line ends with this byte: LF, or CR that no LF follows.
  private func endsLine(at index: Int) -> Bool {
    bytes[index] == 0x0A || (bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A))
  }
}
