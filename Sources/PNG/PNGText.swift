/// A text a PNG carries under a keyword, beside its pixels.
///
/// The keywords `Title`, `Author`, `Description`, `Copyright`, `Creation Time`, `Software`, `Disclaimer`, `Warning`,
/// `Source` and `Comment` have a meaning given by the PNG specification (third edition, 11.3.3.1); any other may be used
/// for what it says.
public struct PNGText: Sendable, Equatable {
  /// 1 to 79 printable characters of Latin-1, with single spaces only between others.
  public let keyword: String
  /// Any text without zero bytes, lines parted by line feeds.
  public let text: String

  /// Whether keyword and text fit a PNG is seen when it is written.
  public init(keyword: String, text: String) {
    self.keyword = keyword
    self.text = text
  }
}

extension PNGText {
  /// The keyword in Latin-1 and the text in UTF-8, each closed by a zero byte.
  ///
  /// - Throws: ``PNGError/unsuitableKeyword(_:)``, ``PNGError/unsuitableText(keyword:)`` or
  ///   ``PNGError/textTooLong(keyword:length:)``.
  func zeroTerminated() throws(PNGError) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in keyword.unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value), Self.isPrintable(byte), !(byte == 0x20 && bytes.last == 0x20)
      else { throw .unsuitableKeyword(keyword) }
      bytes.append(byte)
    }
    guard (1...79).contains(bytes.count), bytes.first != 0x20, bytes.last != 0x20 else {
      throw .unsuitableKeyword(keyword)
    }
    let utf8 = Array(text.utf8)
    guard !utf8.contains(0) else { throw .unsuitableText(keyword: keyword) }
    guard utf8.count <= PNGImage.maximumTextLength else {
      throw .textTooLong(keyword: keyword, length: utf8.count)
    }
    bytes.append(0)
    bytes += utf8
    bytes.append(0)
    return bytes
  }

  /// Latin-1 without control characters and without the no-break space (PNG specification, 11.3.3.2).
  private static func isPrintable(_ byte: UInt8) -> Bool {
    (0x20...0x7E).contains(byte) || (0xA1...0xFF).contains(byte)
  }
}
