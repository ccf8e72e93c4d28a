/// Finds the places of the values in a JSON text that is read piece by piece, and may be too long to be held in memory.
///
/// It recognizes brackets, strings and separators in any layout. The values themselves are read by `JSONReader`.
package struct JSONScanner {
  /// The offset in the text of the next byte.
  package private(set) var place = 0
  private let read: (Int) -> [UInt8]
  private var piece: [UInt8] = []
  private var pieceStart = 0

  /// - Parameter read: Reads some bytes from an offset on; none at the end of the text.
  package init(reading read: @escaping (Int) -> [UInt8]) { self.read = read }

  /// Reads an object.
  ///
  /// - Parameter body: Called with each key, without resolving escapes. It reads the value, and returns whether to go
  ///   on.
  /// - Returns: Whether the object was read to its end.
  package mutating func members(_ body: (inout JSONScanner, String) -> Bool) -> Bool {
    list(from: UInt8(ascii: "{"), to: UInt8(ascii: "}")) { scanner in
      guard let key = scanner.key(), scanner.skip(UInt8(ascii: ":")) else { return false }
      return body(&scanner, key)
    }
  }

  /// Reads an array.
  ///
  /// - Parameter body: Reads an element, and returns whether to go on.
  /// - Returns: Whether the array was read to its end.
  package mutating func elements(_ body: (inout JSONScanner) -> Bool) -> Bool {
    list(from: UInt8(ascii: "["), to: UInt8(ascii: "]"), body)
  }

  /// Reads past a value of any kind.
  ///
  /// - Returns: Its place; nil if the text ends before the value does.
  package mutating func value() -> Range<Int>? {
    skipSpace()
    let start = place
    var depth = 0
    repeat {
      guard let byte = next else { return nil }
      switch byte {
      case UInt8(ascii: "\""):
        guard skipString() else { return nil }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        place += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","):
        if depth == 0 { return start..<place }
        if byte != UInt8(ascii: ",") { depth -= 1 }
        place += 1
      default:
        place += 1
        // A number or a word ends before what follows it.
        if depth == 0 { while let byte = next, !byte.endsScalar { place += 1 } }
      }
    } while depth > 0
    return start..<place
  }

  /// Reads past the white space that stands before a value.
  package mutating func skipSpace() { while let byte = next, byte.isSpace { place += 1 } }

  private mutating func list(from open: UInt8, to close: UInt8, _ body: (inout JSONScanner) -> Bool) -> Bool {
    guard skip(open) else { return false }
    if skip(close) { return true }
    repeat { guard body(&self) else { return false } } while skip(UInt8(ascii: ","))
    return skip(close)
  }

  /// Reads past a byte, if it comes next.
  private mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    place += 1
    return true
  }

  private mutating func key() -> String? {
    skipSpace()
    let start = place
    guard next == UInt8(ascii: "\""), skipString() else { return nil }
    // A key that does not lie in one piece is long or rare, and is read once more.
    let bytes =
      start < pieceStart
      ? Array(read(start).prefix(place - start)) : Array(piece[start - pieceStart..<place - pieceStart])
    return String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
  }

  /// Reads past a string that begins at the next byte.
  private mutating func skipString() -> Bool {
    place += 1
    while let byte = next {
      place += byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == UInt8(ascii: "\"") { return true }
    }
    return false
  }

  private var next: UInt8? {
    mutating get {
      if place >= pieceStart + piece.count {
        pieceStart = place
        piece = read(place)
      }
      return piece.isEmpty ? nil : piece[place - pieceStart]
    }
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || 0x09...0x0D ~= self }
  fileprivate var endsScalar: Bool { isSpace || [0x2C, 0x3A, 0x5D, 0x7D].contains(self) }
}
