import Pixels

/// The content of a PNG file: its pixels, its resolution and its texts.
///
/// The pixels carry no colour profile.
///
/// ```swift
/// let image = PNGImage(width: 2, height: 1, pixels: [255, 0, 0, 255, 0, 0, 255, 255])
/// let bytes = try image.encoded()
/// try PNGImage(decoding: bytes) == image  // true
/// ```
public struct PNGImage: Sendable, Equatable {
  /// The pixels in the form in which they were given or read.
  public let pixmap: Pixmap
  /// The resolution in dots per metre, the same in both directions, for the pHYs chunk; 3937 are 100 dots per inch.
  public let pixelsPerMetre: UInt32?
  /// The texts, written as iTXt chunks before the pixels.
  public private(set) var text: [PNGText]

  /// The number of pixels in a row.
  public var width: Int { pixmap.width }
  /// The number of rows.
  public var height: Int { pixmap.height }
  /// The pixels as `width * height * 4` bytes: red, green, blue, alpha.
  public var pixels: [UInt8] { pixmap.bytes }

  /// Creates an image of a pixmap. Indices and their palette are written as they are.
  ///
  /// - Precondition: The dots per metre, where given, are positive and below 2³¹.
  public init(_ pixmap: Pixmap, pixelsPerMetre: UInt32? = nil, text: [PNGText] = []) {
    precondition(
      pixelsPerMetre.map(Self.resolutions.contains) ?? true, "A PNG's dots per metre are positive and below 2³¹.")
    self.pixmap = pixmap
    self.pixelsPerMetre = pixelsPerMetre
    self.text = text
  }

  /// Creates an image of four bytes per pixel: red, green, blue, alpha.
  ///
  /// - Precondition: Both sides are positive, there are `width * height * 4` bytes, and the dots per metre, where
  ///   given, are positive and below 2³¹.
  public init(width: Int, height: Int, pixels: [UInt8], pixelsPerMetre: UInt32? = nil, text: [PNGText] = []) {
    self.init(Pixmap(width: width, height: height, bytes: pixels), pixelsPerMetre: pixelsPerMetre, text: text)
  }

  /// Returns the same image with other texts.
  public func carrying(_ text: [PNGText]) -> PNGImage {
    var image = self
    image.text = text
    return image
  }

  /// The resolutions a pHYs chunk can state: PNG's integers have 31 bits.
  static let resolutions: ClosedRange<UInt32> = 1...0x7FFF_FFFF
}

// MARK: - Limits

extension PNGImage {
  /// The largest width, and the largest height, that is read or written.
  public static let maximumSide = 1_000_000

  /// The largest number of pixels that is read or written: 2²⁶, which take 256 MB.
  public static let maximumPixelCount = Pixmap.maximumPixelCount

  /// The largest number of text chunks that is read or written.
  public static let maximumTextCount = 64

  /// The largest length of a text, in bytes of UTF-8.
  public static let maximumTextLength = 1 << 20

  /// Checks a picture's size against the limits.
  ///
  /// - Throws: ``PNGError/tooLarge(width:height:)``.
  static func checkSize(width: Int, height: Int) throws(PNGError) {
    guard max(width, height) <= maximumSide, width * height <= maximumPixelCount else {
      throw .tooLarge(width: width, height: height)
    }
  }
}

// MARK: - Reading

extension PNGImage {
  /// The eight bytes with which every PNG begins (PNG specification, third edition, 5.2).
  public static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Reads a PNG file of any colour type, depth and interlacing, as 8-bit RGBA; a palette stays one.
  ///
  /// Samples of 16 bits are rounded to eight. Gamma, profiles and background are ignored; ``DecodedPNG`` reports them.
  /// Text is taken from iTXt, tEXt and zTXt chunks anywhere in the file. A resolution without a unit, or one that
  /// differs between the two directions, is nil.
  ///
  /// Every fault is an error, even one that leaves the pixels whole: a wrong checksum of any chunk, bytes after the
  /// end, or an index beyond the palette. At most about 500 MB of memory are used, whatever the file says.
  ///
  /// - Throws: ``PNGError`` if the bytes are not a whole, valid PNG within ``maximumSide``, ``maximumPixelCount``,
  ///   ``maximumTextCount`` and ``maximumTextLength``.
  public init(decoding bytes: [UInt8]) throws(PNGError) {
    guard bytes.starts(with: Self.signature) else { throw .notPNG }
    let result = try PNGReader.decode(bytes)
    guard result.length == bytes.count else { throw .trailingBytes(count: bytes.count - result.length) }
    self = result.image
  }
}

// MARK: - Texts

/// A text that a PNG carries under a keyword.
///
/// The PNG specification (third edition, 11.3.3.1) gives a meaning to the keywords `Title`, `Author`, `Description`,
/// `Copyright`, `Creation Time`, `Software`, `Disclaimer`, `Warning`, `Source` and `Comment`; any other may be used
/// freely.
public struct PNGText: Sendable, Equatable {
  /// The keyword: 1 to 79 printable characters of Latin-1, with single spaces only between others.
  public let keyword: String
  /// The text: any characters but zero bytes, with line feeds between lines.
  public let text: String

  /// Creates a text; whether it fits a PNG is checked when it is written.
  public init(keyword: String, text: String) {
    self.keyword = keyword
    self.text = text
  }
}

extension PNGText {
  /// Returns the keyword in Latin-1.
  ///
  /// - Throws: ``PNGError/unsuitableKeyword(_:)``.
  func latin1Keyword() throws(PNGError) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in keyword.unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value), Self.isPrintable(byte), !(byte == 0x20 && bytes.last == 0x20)
      else { throw .unsuitableKeyword(keyword) }
      bytes.append(byte)
    }
    guard (1...79).contains(bytes.count), bytes.first != 0x20, bytes.last != 0x20 else {
      throw .unsuitableKeyword(keyword)
    }
    return bytes
  }

  /// Returns the text in UTF-8.
  ///
  /// - Throws: ``PNGError/unsuitableText(keyword:)`` or ``PNGError/textTooLong(keyword:length:)``.
  func utf8Text() throws(PNGError) -> [UInt8] {
    let utf8 = Array(text.utf8)
    guard !utf8.contains(0) else { throw .unsuitableText(keyword: keyword) }
    guard utf8.count <= PNGImage.maximumTextLength else {
      throw .textTooLong(keyword: keyword, length: utf8.count)
    }
    return utf8
  }

  /// Whether a byte of Latin-1 is neither a control character nor the no-break space (PNG specification, 11.3.3.2).
  private static func isPrintable(_ byte: UInt8) -> Bool {
    (0x20...0x7E).contains(byte) || (0xA1...0xFF).contains(byte)
  }
}
