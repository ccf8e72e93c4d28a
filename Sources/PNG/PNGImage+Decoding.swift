extension PNGImage {
  /// Reads a PNG file of any colour type, depth and interlacing, as 8-bit RGBA; a palette stays one.
  ///
  /// Sixteen bits a channel are rounded to eight; gamma, profiles and background are left aside, and told by
  /// ``DecodedPNG``. Text is taken from iTXt, tEXt and zTXt chunks anywhere in the file. A resolution that is unit-less or not
  /// the same both ways is nil.
  ///
  /// Every fault is an error, even one that leaves the pixels whole: a wrong checksum of any chunk, bytes after the end,
  /// an index beyond the palette. Whatever the file says, about 500 MB of memory is the most that is used.
  ///
  /// - Throws: ``PNGError``, where the bytes are not a whole, valid PNG within ``maximumSide``, ``maximumPixelCount``,
  ///   ``maximumTextCount`` and ``maximumTextLength``.
  public init(decoding bytes: [UInt8]) throws(PNGError) {
    guard bytes.starts(with: Self.signature) else { throw .notPNG }
    let result = try PNGReader.decode(bytes)
    guard result.length == bytes.count else { throw .trailingBytes(count: bytes.count - result.length) }
    self = result.image
  }

  /// The bytes with which every PNG begins (PNG specification, third edition, 5.2).
  public static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
}
