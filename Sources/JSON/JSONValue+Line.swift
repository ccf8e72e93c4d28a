extension JSONValue {
  /// Lays out a value that `line` wrote on one line as `text(indentedBy:)` would write it, over several lines.
  ///
  /// The text is copied token by token; no number is read and written again.
  ///
  /// - Parameters:
  ///   - line: The text of one value, as `line` writes it.
  ///   - count: The number of spaces before every line but the first.
  package static func text(ofLine line: String, indentedBy count: Int) -> String {
    var layout = LineLayout(indentation: count, capacity: 2 * line.utf8.count)
    var line = line
    line.withUTF8 { layout.append($0) }
    return String(decoding: layout.text, as: UTF8.self)
  }
}

/// The layout of a JSON text over several lines.
private struct LineLayout {
  private(set) var text: [UInt8] = []
  private var indentation: Int
  /// Whether the values of each open bracket have lines of their own, from the outermost on.
  private var isSpread: [Bool] = []

  init(indentation: Int, capacity: Int) {
    self.indentation = indentation
    text.reserveCapacity(capacity)
  }

  mutating func append(_ line: UnsafeBufferPointer<UInt8>) {
    var place = 0
    while place < line.count {
      let byte = line[place]
      switch byte {
      case UInt8(ascii: "\""):
        let end = line.endOfString(from: place)
        text.append(contentsOf: line[place..<end])
        place = end
        continue
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        text.append(byte)
        let holdsOthers = line.holdsBracket(after: place)
        isSpread.append(holdsOthers)
        if holdsOthers { beginLine(indentedBy: 2) }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if isSpread.popLast() == true { beginLine(indentedBy: -2) }
        text.append(byte)
      case UInt8(ascii: ","):
        text.append(byte)
        if isSpread.last == true {
          beginLine(indentedBy: 0)
          // The space after the comma is replaced by the line feed.
          place += 1
        }
      default: text.append(byte)
      }
      place += 1
    }
  }

  private mutating func beginLine(indentedBy change: Int) {
    indentation += change
    text.append(UInt8(ascii: "\n"))
    text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The place after the string whose opening quote stands at `start`.
  fileprivate func endOfString(from start: Int) -> Int {
    var place = start + 1
    while place < count, self[place] != UInt8(ascii: "\"") {
      place += self[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return Swift.min(place + 1, count)
  }

  /// Whether the array or object whose opening bracket stands at `start` holds another array or object.
  fileprivate func holdsBracket(after start: Int) -> Bool {
    var place = start + 1
    while place < count {
      switch self[place] {
      case UInt8(ascii: "\""):
        place = endOfString(from: place)
        continue
      case UInt8(ascii: "["), UInt8(ascii: "{"): return true
      case UInt8(ascii: "]"), UInt8(ascii: "}"): return false
      default: place += 1
      }
    }
    return false
  }
}
