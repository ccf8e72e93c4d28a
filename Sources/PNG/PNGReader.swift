private import CPNG
import Pixels

/// The reading of PNG files through libpng and zlib.
enum PNGReader {
  /// The bytes of a text chunk beside its text: a keyword of up to 79 bytes, five bytes of structure and a language
  /// tag.
  private static let chunkOverhead = 128

  /// An image and further facts about its file.
  struct Result {
    let image: PNGImage
    /// Whether samples of 16 bits were rounded to 8.
    let isRounded: Bool
    /// The number of bytes up to the end of IEND.
    let length: Int
  }

  /// Reads an image; what follows its IEND chunk may be anything.
  static func decode(_ bytes: [UInt8]) throws(PNGError) -> Result {
    try reading(bytes) { reader throws(PNGError) in
      let (image, isRounded) = try read(reader, byteCount: bytes.count)
      return Result(image: image, isRounded: isRounded, length: cpng_reader_offset(reader))
    }
  }

  /// Reads the chunks before the pixels.
  static func decodeHeader(_ bytes: [UInt8]) throws(PNGError) -> PNGHeader {
    try reading(bytes) { reader throws(PNGError) in
      let header = try readHeader(reader)
      return PNGHeader(width: Int(header.width), height: Int(header.height), text: try readText(reader))
    }
  }

  private static func reading<Result>(
    _ bytes: [UInt8], _ body: (OpaquePointer) throws(PNGError) -> Result
  ) throws(PNGError) -> Result {
    try bytes.withUnsafeBufferPointer { bytes throws(PNGError) in
      let limits = cpng_limits(
        chunk_bytes: PNGImage.maximumTextLength + chunkOverhead, text_count: UInt32(PNGImage.maximumTextCount))
      guard let reader = cpng_reader_create(bytes.baseAddress, bytes.count, limits) else {
        throw .broken(reason: "out of memory", offset: 0)
      }
      defer { cpng_reader_destroy(reader) }
      return try body(reader)
    }
  }

  private static func readHeader(_ reader: OpaquePointer) throws(PNGError) -> cpng_header {
    var header = cpng_header()
    guard cpng_reader_read_header(reader, &header) else { throw failure(of: reader) }
    try PNGImage.checkSize(width: Int(header.width), height: Int(header.height))
    return header
  }

  private static func readText(_ reader: OpaquePointer) throws(PNGError) -> [PNGText] {
    var text: [PNGText] = []
    for index in 0..<cpng_reader_text_count(reader) { text.append(try read(cpng_reader_text(reader, index))) }
    return text
  }

  private static func read(
    _ reader: OpaquePointer, byteCount: Int
  ) throws(PNGError) -> (image: PNGImage, isRounded: Bool) {
    let header = try readHeader(reader)
    let (width, height) = (Int(header.width), Int(header.height))

    // Deflate expands two bits to at most 258 bytes, one byte to 1032: a file that is too short for its size is
    // rejected before memory is allocated for its pixels.
    guard width * height * Int(header.bits_per_pixel) / 8 <= byteCount * 1032 else {
      throw .broken(
        reason: "\(byteCount) bytes cannot hold \(width) × \(height) pixels", offset: cpng_reader_offset(reader))
    }
    guard cpng_reader_is_indexed(reader) else {
      var isRounded = false
      let count = 4 * width * height
      let capacity = count * cpng_reader_bytes_per_channel(reader)
      let pixels = try bytes(count, capacity: capacity, of: reader) { cpng_reader_read_pixels(reader, $0, &isRounded) }
      let image = PNGImage(
        width: width, height: height, pixels: pixels, pixelsPerMetre: resolution(of: reader),
        text: try readText(reader))
      return (image, isRounded)
    }
    var palette = [UInt32](repeating: 0, count: 256)
    var colourCount = 0
    let indices = try bytes(width * height, capacity: width * height, of: reader) {
      cpng_reader_read_indices(reader, $0, &palette, &colourCount)
    }
    let pixmap = Pixmap(width: width, height: height, indices: indices, palette: Array(palette.prefix(colourCount)))
    let image = PNGImage(pixmap, pixelsPerMetre: resolution(of: reader), text: try readText(reader))
    return (image, false)
  }

  /// Returns bytes that the reader fills in, or throws its failure.
  ///
  /// - Parameters:
  ///   - count: The number of bytes in the result.
  ///   - capacity: The number of bytes that the reader needs room for, at least `count`.
  private static func bytes(
    _ count: Int, capacity: Int, of reader: OpaquePointer, filledBy fill: (UnsafeMutablePointer<UInt8>?) -> Bool
  ) throws(PNGError) -> [UInt8] {
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, initializedCount in
      isWhole = fill(buffer.baseAddress)
      initializedCount = isWhole ? count : 0
    }
    guard isWhole else { throw failure(of: reader) }
    return bytes
  }

  private static func resolution(of reader: OpaquePointer) -> UInt32? {
    let resolution = cpng_reader_pixels_per_metre(reader)
    return PNGImage.resolutions.contains(resolution) ? resolution : nil
  }

  private static func read(_ chunk: cpng_text) throws(PNGError) -> PNGText {
    let keyword = latin1(UnsafeRawBufferPointer(start: chunk.keyword, count: chunk.keyword_count))
    let bytes = UnsafeRawBufferPointer(start: chunk.text, count: chunk.text_count)
    guard chunk.is_utf8 else { return PNGText(keyword: keyword, text: latin1(bytes)) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .unsuitableText(keyword: keyword) }
    return PNGText(keyword: keyword, text: text)
  }

  private static func latin1(_ bytes: UnsafeRawBufferPointer) -> String {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte < 0x80 {
        utf8.append(byte)
      } else {
        utf8.append(0xC0 | byte >> 6)
        utf8.append(0x80 | byte & 0x3F)
      }
    }
    return String(decoding: utf8, as: UTF8.self)
  }

  private static func failure(of reader: OpaquePointer) -> PNGError {
    .broken(reason: String(cString: cpng_reader_message(reader)), offset: cpng_reader_offset(reader))
  }
}
