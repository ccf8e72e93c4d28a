/// The first error in the text of an expression, and its place.
///
/// It prints like a compiler's message, with the text and a caret below the place:
///
/// ```
/// column 5: found the unknown name "tnah", expected "tanh"
/// x * tnah(x)
///     ^
/// ```
public struct ExpressionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The whole text of the expression.
  public let source: String
  /// The offset of the error in the text, in bytes of UTF-8 from 0.
  public let offset: Int
  /// What was found at the place.
  public let found: String
  /// How the error can be corrected.
  public let remedy: Remedy

  /// A way to correct an error.
  public enum Remedy: Sendable, Equatable {
    /// One of these was expected at the place.
    case expected(String)
    /// What was found has a meaning in another language; this has the same meaning here.
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

  /// The message `found …, expected …` or `found …, write …`, without a full stop.
  public var message: String {
    switch remedy {
    case .expected(let words): "found \(found), expected \(words)"
    case .write(let words): "found \(found), write \(words)"
    }
  }

  /// The column of the error, in Unicode scalars from 1.
  public var column: Int { head.count + 1 }

  /// The message with its column, the text around the place, and a caret below the place.
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
  /// The scalar itself, a space in place of white space, and U+FFFD in place of a scalar that would move the cursor or
  /// reverse the direction of the line.
  fileprivate var visible: Unicode.Scalar {
    if properties.isWhitespace { return " " }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: return "\u{FFFD}"
    default: return self
    }
  }

  /// The scalar in quotation marks if it is visible, e.g. `"x"`, else its number, e.g. `U+00A0`.
  var quoted: String {
    let isVisible = visible == self && !properties.isWhitespace && !properties.isGraphemeExtend
    if isVisible { return "\"\(self)\"" }
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
