import Synchronization

/// Makes PNG files, one after another, with the same buffers and the same deflate stream.
///
/// ```swift
/// let encoder = PNGEncoder()
/// let bytes = try encoder.encode(image, compression: .small)
/// try PNGImage(decoding: bytes) == image  // true
/// ```
///
/// Any number of tasks may share one: who comes while another picture is made does not wait, but takes new buffers.
public final class PNGEncoder: Sendable {
  private let writer = Mutex(PNGWriter())

  /// An encoder that has made nothing yet.
  public init() {}

  /// The picture as a PNG file, without loss.
  ///
  /// Indices are written as they are, unless the file is to be small. Of four bytes a pixel, at most 256 colours make an 8-bit palette, in the order in
  /// which they appear, row by row from the top left; more make 8-bit RGB where every pixel is opaque, else RGBA. The same
  /// picture gives the same bytes wherever zlib compresses alike, whatever was encoded before it: nothing in the file
  /// comes from the clock or the machine.
  ///
  /// - Throws: ``PNGError``, where picture or text goes beyond the limits, a keyword or a text does not fit a PNG, or
  ///   libpng finds no memory.
  public func encode(_ image: PNGImage, compression: Compression = .balanced) throws(PNGError) -> [UInt8] {
    try PNGImage.checkSize(width: image.width, height: image.height)
    guard image.text.count <= PNGImage.maximumTextCount else { throw .tooManyTexts(count: image.text.count) }
    // A palette that is made anew holds no colour that is not seen.
    let rows = PNGWriter.Rows(compression == .small ? .rgba(image.pixels) : image.content)
    let settings =
      if case .palette = rows { CompressionSettings.palette(compression) } else {
        CompressionSettings.trueColour(compression)
      }
    let bytes = try writer.withLockIfAvailable { writer throws(PNGError) in
      try writer.write(rows, of: image, settings: settings)
    }
    if let bytes { return bytes }
    var other = PNGWriter()
    return try other.write(rows, of: image, settings: settings)
  }
}

extension PNGImage {
  /// The picture as a PNG file, without loss; see ``PNGEncoder``, which is for many of them.
  public func encoded(compression: Compression = .balanced) throws(PNGError) -> [UInt8] {
    try PNGEncoder().encode(self, compression: compression)
  }
}

extension PNGWriter.Rows {
  fileprivate init(_ content: PNGImage.Content) {
    switch content {
    case .indexed(let indexed): self = .palette(indexed)
    case .rgba(let pixels):
      if let indexed = IndexedPixels(pixels) {
        self = .palette(indexed)
      } else {
        let isOpaque = stride(from: 3, to: pixels.count, by: 4).allSatisfy { pixels[$0] == 0xFF }
        self = isOpaque ? .rgb(pixels) : .rgba(pixels)
      }
    }
  }
}
