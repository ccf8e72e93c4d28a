extension PNGImage {
  /// The picture as a PNG file, without loss.
  ///
  /// At most 256 colours make an 8-bit palette, in the order in which they appear, row by row from the top left; more
  /// make 8-bit RGB where every pixel is opaque, else RGBA. The same picture gives the same bytes wherever zlib
  /// compresses alike: nothing in the file comes from the clock or the machine.
  ///
  /// - Throws: ``PNGError``, where picture or text goes beyond the limits, a keyword or a text does not fit a PNG, or
  ///   libpng finds no memory.
  public func encoded() throws(PNGError) -> [UInt8] {
    try Self.checkSize(width: width, height: height)
    guard text.count <= Self.maximumTextCount else { throw .tooManyTexts(count: text.count) }
    if let indexed = IndexedPixels(pixels) {
      return try LibPNG.encode(self, as: .palette(indexed), compression: .palette)
    }
    return try LibPNG.encode(self, as: isOpaque ? .rgb : .rgba, compression: .trueColour)
  }

  private var isOpaque: Bool {
    stride(from: 3, to: pixels.count, by: 4).allSatisfy { pixels[$0] == 0xFF }
  }
}
