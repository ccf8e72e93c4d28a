/// A reason why a PNG cannot be read or written.
public enum PNGError: Error, Sendable, Equatable {
  /// The bytes do not begin with the eight bytes of every PNG, ``PNGImage/signature``.
  case notPNG
  /// The file is broken; `reason` is libpng's message and `offset` the number of bytes read before it.
  case broken(reason: String, offset: Int)
  /// The file continues after its end.
  case trailingBytes(count: Int)
  /// The picture exceeds ``PNGImage/maximumSide`` or ``PNGImage/maximumPixelCount``.
  case tooLarge(width: Int, height: Int)
  /// A keyword must be 1 to 79 printable Latin-1 characters, with single spaces only between others.
  case unsuitableKeyword(String)
  /// A text contains a zero byte or, in a file, bytes that are not UTF-8.
  case unsuitableText(keyword: String)
  /// A text is longer than ``PNGImage/maximumTextLength``.
  case textTooLong(keyword: String, length: Int)
  /// There are more texts than ``PNGImage/maximumTextCount``.
  case tooManyTexts(count: Int)
  /// libpng could not write the picture.
  case unwritable(reason: String)
}

extension PNGError: CustomStringConvertible {
  /// One sentence, with the place of the fault if there is one: `The PNG is broken after 1234 bytes: IDAT: CRC error.`
  public var description: String {
    switch self {
    case .notPNG:
      "The data is not a PNG: it does not begin with the eight bytes of every PNG."
    case .broken(let reason, let offset):
      "The PNG is broken after \(offset) bytes: \(reason)."
    case .trailingBytes(let count):
      "The PNG is broken: \(count) bytes follow its end."
    case .tooLarge(let width, let height):
      "A PNG of \(width) × \(height) pixels is too large: at most \(PNGImage.maximumSide) per side "
        + "and \(PNGImage.maximumPixelCount) in total are handled."
    case .unsuitableKeyword(let keyword):
      "The PNG keyword \(keyword.debugDescription) is not 1 to 79 printable Latin-1 characters "
        + "with single spaces between them."
    case .unsuitableText(let keyword):
      "The PNG text under the keyword \(keyword.debugDescription) is not UTF-8 without zero bytes."
    case .textTooLong(let keyword, let length):
      "The PNG text under the keyword \(keyword.debugDescription) has \(length) bytes; "
        + "at most \(PNGImage.maximumTextLength) are handled."
    case .tooManyTexts(let count):
      "The PNG would have \(count) texts; at most \(PNGImage.maximumTextCount) are handled."
    case .unwritable(let reason):
      "The PNG cannot be written: \(reason)."
    }
  }
}
