/// A picture of 8-bit RGBA pixels, as a PNG holds it, and what the PNG says beside them.
///
/// Rows run from top to bottom, pixels from left to right. Colours are not premultiplied by alpha and carry no profile.
///
/// ```swift
/// let image = PNGImage(width: 2, height: 1, pixels: [255, 0, 0, 255, 0, 0, 255, 255])
/// let bytes = try image.encoded()
/// try PNGImage(decoding: bytes) == image  // true
/// ```
public struct PNGImage: Sendable {
  /// The number of pixels in a row.
  public let width: Int
  /// The number of rows.
  public let height: Int
  @usableFromInline let content: Content
  /// Dots per metre, both ways, for the pHYs chunk; 3937 are 100 dots per inch.
  public let pixelsPerMetre: UInt32?
  /// What the PNG says in words, in iTXt chunks before the pixels.
  public private(set) var text: [PNGText]

  /// From four bytes a pixel: red, green, blue, alpha.
  ///
  /// - Precondition: both sides are positive, there are four bytes a pixel, and the dots per metre, where given, are
  ///   positive and below 2³¹.
  public init(width: Int, height: Int, pixels: [UInt8], pixelsPerMetre: UInt32? = nil, text: [PNGText] = []) {
    self.init(
      width: width, height: height, content: .rgba(pixels), byteCount: pixels.count, bytesPerPixel: 4,
      pixelsPerMetre: pixelsPerMetre, text: text)
  }

  /// From a byte a pixel, an index into a palette of four bytes a colour: red, green, blue, alpha. What is so given is so
  /// written, without a look for its colours.
  ///
  /// - Precondition: both sides are positive, there is an index a pixel, the palette has 1 to 256 colours and every index
  ///   is one of them, and the dots per metre, where given, are positive and below 2³¹.
  public init(
    width: Int, height: Int, indices: [UInt8], palette: [UInt8], pixelsPerMetre: UInt32? = nil, text: [PNGText] = []
  ) {
    precondition(palette.count.isMultiple(of: 4), "A palette has four bytes a colour, not \(palette.count) bytes.")
    let colours = palette.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: 4).map {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self))
      }
    }
    self.init(
      width: width, height: height, content: .indexed(IndexedPixels(indices: indices, colours: colours)),
      byteCount: indices.count, bytesPerPixel: 1, pixelsPerMetre: pixelsPerMetre, text: text)
  }

  private init(
    width: Int, height: Int, content: Content, byteCount: Int, bytesPerPixel: Int, pixelsPerMetre: UInt32?,
    text: [PNGText]
  ) {
    precondition(width > 0 && height > 0, "A PNG has at least one pixel.")
    precondition(
      byteCount.isMultiple(of: bytesPerPixel)
        && (byteCount / bytesPerPixel).quotientAndRemainder(dividingBy: width) == (height, 0),
      "A picture of \(width) × \(height) pixels of \(bytesPerPixel) bytes each has not \(byteCount) bytes.")
    precondition(
      pixelsPerMetre.map(Self.resolutions.contains) ?? true, "A PNG's dots per metre are positive and below 2³¹.")
    self.width = width
    self.height = height
    self.content = content
    self.pixelsPerMetre = pixelsPerMetre
    self.text = text
  }

  /// The same picture with other words.
  public func carrying(_ text: [PNGText]) -> PNGImage {
    var image = self
    image.text = text
    return image
  }

  /// Four bytes a pixel: red, green, blue, alpha; `width * height * 4` bytes, made anew where indices were given.
  public var pixels: [UInt8] {
    switch content {
    case .rgba(let pixels): pixels
    case .indexed(let indexed): indexed.expanded
    }
  }

  /// How the pixels were given.
  @usableFromInline
  enum Content: Sendable {
    case rgba([UInt8])
    case indexed(IndexedPixels)
  }

  /// The dots per metre a pHYs chunk can state: PNG's integers have 31 bits.
  static let resolutions: ClosedRange<UInt32> = 1...0x7FFF_FFFF
}

extension PNGImage: Equatable {
  /// Whether both look the same and say the same, however their pixels were given.
  public static func == (one: PNGImage, other: PNGImage) -> Bool {
    one.width == other.width && one.height == other.height && one.pixelsPerMetre == other.pixelsPerMetre
      && one.text == other.text && one.pixels == other.pixels
  }
}

extension PNGImage {
  /// The largest width, and the largest height, that is read or written.
  public static let maximumSide = 1_000_000

  /// The largest number of pixels that is read or written: 2²⁶, which take 256 MB.
  public static let maximumPixelCount = 1 << 26

  /// The largest number of text chunks that is read or written.
  public static let maximumTextCount = 64

  /// The largest length of a text, in bytes of UTF-8.
  public static let maximumTextLength = 1 << 20

  /// - Throws: ``PNGError/tooLarge(width:height:)``.
  static func checkSize(width: Int, height: Int) throws(PNGError) {
    guard max(width, height) <= maximumSide, width * height <= maximumPixelCount else {
      throw .tooLarge(width: width, height: height)
    }
  }
}
