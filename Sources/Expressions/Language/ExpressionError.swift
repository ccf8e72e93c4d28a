/// Why a text is no expression: the first place where it stops being one.
///
/// It prints as a compiler's message does, with the text and a caret below the place:
///
/// ```
/// column 5: found the unknown name "tnah", expected "tanh"
/// x * tnah(x)
///     ^
/// ```
public struct ExpressionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The whole text.
  public let source: String
  /// Where in it the fault begins, in bytes of UTF-8 from 0.
  public let offset: Int
  /// What stands there.
  public let found: String
  /// What could have stood there, or what says the same in this language.
  public let remedy: Remedy

  /// How a fault is mended.
  public enum Remedy: Sendable, Equatable {
    /// One of these could have stood there.
    case expected(String)
    /// What was written means something in another language; this means it here.
    case write(String)
  }

  init(in source: String, at offset: Int, found: String, remedy: Remedy) {
    self.source = source
    self.offset = offset
    self.found = found
    self.remedy = remedy
  }

  init(in source: String, at offset: Int, found: String, expected: String) {
    self.init(in: source, at: offset, found: found, remedy: .expected(expected))
  }

  /// `found …, expected …` or `found …, write …`, without a full stop.
  public var message: String {
    switch remedy {
    case .expected(let words): "found \(found), expected \(words)"
    case .write(let words): "found \(found), write \(words)"
    }
  }

  /// In Unicode scalars from 1.
  public var column: Int { head.count + 1 }

  /// The message with its column, the text around the place, and a caret below it.
  public var description: String {
    let reach = 60
    let tail = String(decoding: source.utf8.dropFirst(offset).prefix(4 * reach), as: UTF8.self).unicodeScalars
    let left = head.suffix(reach).map(\.visible)
    let excerpt = left + tail.prefix(reach).map(\.visible)
    let text = String(String.UnicodeScalarView(excerpt))
    return "column \(column): \(message)\n\(text)\n\(String(repeating: " ", count: left.count))^"
  }

  private var head: String.UnicodeScalarView {
    String(decoding: source.utf8.prefix(offset), as: UTF8.self).unicodeScalars
  }
}

extension Unicode.Scalar {
  /// The scalar itself, a space for white space, and U+FFFD for what would move a cursor or turn the line around.
  fileprivate var visible: Unicode.Scalar {
    if properties.isWhitespace { return " " }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: return "\u{FFFD}"
    default: return self
    }
  }

  /// `"x"` for what can be seen, `U+00A0` for what cannot.
  var quoted: String {
    let isVisible = visible == self && !properties.isWhitespace && !properties.isGraphemeExtend
    if isVisible { return "\"\(self)\"" }
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
