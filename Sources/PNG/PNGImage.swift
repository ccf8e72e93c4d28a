/// A picture of 8-bit RGBA pixels, as a PNG holds it, and what the PNG says beside them.
///
/// Rows run from top to bottom, pixels from left to right. Colours are not premultiplied by alpha and carry no profile.
///
/// ```swift
/// let image = PNGImage(width: 2, height: 1, pixels: [255, 0, 0, 255, 0, 0, 255, 255])
/// let bytes = try image.encoded()
/// try PNGImage(decoding: bytes) == image  // true
/// ```
public struct PNGImage: Sendable, Equatable {
  /// The number of pixels in a row.
  public let width: Int
  /// The number of rows.
  public let height: Int
  /// Four bytes a pixel: red, green, blue, alpha; `width * height * 4` bytes.
  public let pixels: [UInt8]
  /// Dots per metre, both ways, for the pHYs chunk; 3937 are 100 dots per inch.
  public let pixelsPerMetre: UInt32?
  /// What the PNG says in words, in iTXt chunks before the pixels.
  public let text: [PNGText]

  /// - Precondition: both sides are positive, there are four bytes a pixel, and the dots per metre, where given, are
  ///   positive and below 2³¹.
  public init(width: Int, height: Int, pixels: [UInt8], pixelsPerMetre: UInt32? = nil, text: [PNGText] = []) {
    precondition(width > 0 && height > 0, "A PNG has at least one pixel.")
    precondition(
      pixels.count.isMultiple(of: 4) && (pixels.count / 4).quotientAndRemainder(dividingBy: width) == (height, 0),
      "A picture of \(width) × \(height) pixels has four bytes a pixel, not \(pixels.count) bytes.")
    precondition(
      pixelsPerMetre.map(Self.resolutions.contains) ?? true, "A PNG's dots per metre are positive and below 2³¹.")
    self.width = width
    self.height = height
    self.pixels = pixels
    self.pixelsPerMetre = pixelsPerMetre
    self.text = text
  }

  /// The dots per metre a pHYs chunk can state: PNG's integers have 31 bits.
  static let resolutions: ClosedRange<UInt32> = 1...0x7FFF_FFFF
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
