/// What can be wrong with a PNG that is read or written.
public enum PNGError: Error, Sendable, Equatable {
  /// The bytes do not begin with the eight bytes every PNG begins with.
  case notPNG
  /// The file is broken; `reason` is libpng's, `offset` the number of bytes read until then.
  case broken(reason: String, offset: Int)
  /// The file goes on after its end.
  case trailingBytes(count: Int)
  /// The picture goes beyond ``PNGImage/maximumSide`` or ``PNGImage/maximumPixelCount``.
  case tooLarge(width: Int, height: Int)
  /// A keyword must be 1 to 79 printable Latin-1 characters, with single spaces only between others.
  case unsuitableKeyword(String)
  /// A text holds a zero byte, or, in a file, something that is not UTF-8.
  case unsuitableText(keyword: String)
  /// A text goes beyond ``PNGImage/maximumTextLength``.
  case textTooLong(keyword: String, length: Int)
  /// There are more texts than ``PNGImage/maximumTextCount``.
  case tooManyTexts(count: Int)
  /// libpng could not write the picture.
  case unwritable(reason: String)
}

extension PNGError: CustomStringConvertible {
  /// One sentence, with the place where there is one: `The PNG is broken after 1234 bytes: IDAT: CRC error.`
  public var description: String {
    switch self {
    case .notPNG:
      "The data is not a PNG: it does not begin with a PNG's first eight bytes."
    case .broken(let reason, let offset):
      "The PNG is broken after \(offset) bytes: \(reason)."
    case .trailingBytes(let count):
      "The PNG is broken: \(count) bytes follow its end."
    case .tooLarge(let width, let height):
      "A PNG of \(width) × \(height) pixels is too large: at most \(PNGImage.maximumSide) a side "
        + "and \(PNGImage.maximumPixelCount) in all are handled."
    case .unsuitableKeyword(let keyword):
      "The PNG keyword \(keyword.debugDescription) is not 1 to 79 printable Latin-1 characters with single spaces between."
    case .unsuitableText(let keyword):
      "The PNG text under the keyword \(keyword.debugDescription) is not UTF-8 without zero bytes."
    case .textTooLong(let keyword, let length):
      "The PNG text under the keyword \(keyword.debugDescription) has \(length) bytes, "
        + "of at most \(PNGImage.maximumTextLength)."
    case .tooManyTexts(let count):
      "The PNG would carry \(count) texts, of at most \(PNGImage.maximumTextCount)."
    case .unwritable(let reason):
      "The PNG cannot be written: \(reason)."
    }
  }
}
