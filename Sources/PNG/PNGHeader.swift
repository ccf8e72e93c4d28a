/// What a PNG says before its pixels, read without them.
///
/// ```swift
/// try PNGHeader(decoding: bytes).text.first { $0.keyword == "Title" }?.text     // "Mish"
/// ```
public struct PNGHeader: Sendable, Equatable {
  /// The number of pixels in a row.
  public let width: Int
  /// The number of rows.
  public let height: Int
  /// Texts that stand before the pixels, as those of ``PNGImage/encoded(compression:)`` do.
  public let text: [PNGText]

  /// Reads as far as the pixels; what follows may be anything.
  ///
  /// - Throws: ``PNGError``, as ``PNGImage/init(decoding:)`` does of these parts.
  public init(decoding bytes: [UInt8]) throws(PNGError) {
    guard bytes.starts(with: PNGImage.signature) else { throw .notPNG }
    self = try PNGReader.decodeHeader(bytes)
  }

  init(width: Int, height: Int, text: [PNGText]) {
    self.width = width
    self.height = height
    self.text = text
  }
}
