internal import CPNG
import Pixels
import Synchronization

/// Encodes PNG files one after another, reusing its buffers.
///
/// ```swift
/// let encoder = PNGEncoder()
/// let bytes = try encoder.encode(image, compression: .small)
/// try PNGImage(decoding: bytes) == image  // true
/// ```
///
/// Any number of tasks may share an encoder: a call that arrives during another does not wait, but uses new buffers.
public final class PNGEncoder: Sendable {
  private let buffers = Mutex(Buffers())

  /// Creates an encoder.
  public init() {}

  /// Encodes an image as a PNG file, without loss.
  ///
  /// Indices are written as they are, except with compression `small`. Pixels of four bytes with at most 256 colours
  /// become an 8-bit palette, in the order in which the colours appear, row by row from the top left; more colours
  /// become 8-bit RGB if every pixel is opaque, else RGBA. The same image gives the same bytes whatever was encoded
  /// before it: nothing in the file depends on the clock, the machine, or a library.
  ///
  /// - Throws: ``PNGError`` if the picture or a text exceeds the limits, a keyword or a text does not fit a PNG, or
  ///   memory runs out.
  public func encode(_ image: PNGImage, compression: Compression = .balanced) throws(PNGError) -> [UInt8] {
    let job = try EncodingJob(image, compression: compression)
    return try withBuffers { buffers throws(PNGError) in try buffers.file(of: job) }
  }

  /// Encodes an image as the same PNG file, deflating parts of a large picture concurrently.
  ///
  /// - Parameter jobs: The number of parts that are deflated at one time, at least one. A picture of less than two
  ///   million bytes has one part.
  /// - Throws: ``PNGError`` in the same cases as ``encode(_:compression:)``.
  public func encode(
    _ image: PNGImage, compression: Compression = .balanced, jobs: Int
  ) async throws(PNGError) -> [UInt8] {
    precondition(jobs > 0, "A picture is encoded by at least one job, not \(jobs).")
    let job = try EncodingJob(image, compression: compression)
    let parts = job.parts
    if jobs == 1 || parts.count == 1 {
      return try withBuffers { buffers throws(PNGError) in try buffers.file(of: job) }
    }
    let deflated = try await job.deflated(parts, jobs: min(jobs, parts.count))
    return try withBuffers { buffers throws(PNGError) in try buffers.file(of: job, deflated: deflated) }
  }

  private func withBuffers(_ body: (inout Buffers) throws(PNGError) -> [UInt8]) throws(PNGError) -> [UInt8] {
    if let bytes = try buffers.withLockIfAvailable({ buffers throws(PNGError) in try body(&buffers) }) { return bytes }
    var others = Buffers()
    return try body(&others)
  }

  /// What is kept from one file to the next.
  private struct Buffers: ~Copyable {
    private var deflater = RowDeflater()
    private var writer = PNGWriter()

    mutating func file(of job: EncodingJob) throws(PNGError) -> [UInt8] {
      var parts: [DeflatedRows] = []
      for part in job.parts { parts.append(try deflater.deflate(part, of: job)) }
      return try file(of: job, deflated: parts)
    }

    mutating func file(of job: EncodingJob, deflated parts: [DeflatedRows]) throws(PNGError) -> [UInt8] {
      try writer.write(job, deflated: DeflatedRows(joining: parts), texts: TextChunks(of: job, deflater: &deflater))
    }
  }
}

extension PNGImage {
  /// Encodes the image as a PNG file, without loss; use a ``PNGEncoder`` for many of them.
  public func encoded(compression: Compression = .balanced) throws(PNGError) -> [UInt8] {
    try PNGEncoder().encode(self, compression: compression)
  }
}

/// An image with its pixels in the form in which they are written, and the settings for them.
struct EncodingJob: Sendable {
  let image: PNGImage
  let layout: cpng_layout
  let settings: CompressionSettings

  /// Chooses the form of the pixels and the settings.
  ///
  /// - Throws: ``PNGError/tooLarge(width:height:)`` or ``PNGError/tooManyTexts(count:)``.
  init(_ image: PNGImage, compression: Compression) throws(PNGError) {
    try PNGImage.checkSize(width: image.width, height: image.height)
    guard image.text.count <= PNGImage.maximumTextCount else { throw .tooManyTexts(count: image.text.count) }
    var image = image
    // A palette that is given is kept, unless the file is to be small: then it holds only the colours that are seen.
    if case .indexed = image.pixmap.storage, compression != .small {
      self.init(writing: image, settings: CompressionSettings(compression))
    } else if let pixmap = image.pixmap.compacted {
      image = PNGImage(pixmap, pixelsPerMetre: image.pixelsPerMetre, text: image.text)
      self.init(writing: image, settings: CompressionSettings(compression))
    } else {
      self.init(writing: image, settings: CompressionSettings(compression))
    }
  }

  /// Creates a job that writes the pixels in the form in which they are stored.
  init(writing image: PNGImage, settings: CompressionSettings) {
    self.image = image
    self.settings = settings
    switch image.pixmap.storage {
    case .indexed: layout = CPNG_PALETTE
    case .rgba(let bytes):
      layout = bytes.withUnsafeBytes(Self.isOpaque) ? CPNG_RGBX : CPNG_RGBA
    }
  }

  /// Whether the fourth byte of every pixel is 255.
  private static func isOpaque(_ bytes: UnsafeRawBufferPointer) -> Bool {
    // Without an exit in its middle the loop looks at many pixels at a time.
    bytes.withMemoryRebound(to: UInt32.self) { pixels in
      UInt32(littleEndian: pixels.reduce(~0) { $0 & $1 }) >> 24 == 0xFF
    }
  }

  /// The number of bytes of a row in the file, the number of its filter included.
  var bytesPerFilteredRow: Int {
    switch layout {
    case CPNG_PALETTE: 1 + image.width
    case CPNG_RGBX: 1 + 3 * image.width
    default: 1 + 4 * image.width
    }
  }

  /// The parts of the rows that are deflated separately.
  var parts: [Range<Int>] { Self.parts(height: image.height, bytesPerRow: bytesPerFilteredRow) }

  /// Divides rows into parts of about two million bytes, whatever the machine, so that the same picture has the same
  /// bytes on any number of processors.
  static func parts(height: Int, bytesPerRow: Int) -> [Range<Int>] {
    // Large enough that the cost of a part, some hundred bytes, does not matter, and small enough for many processors.
    let partSize = 1 << 21
    let count = min(height, (height * bytesPerRow - 1) / partSize + 1)
    return (0..<count).map { (height * $0 / count)..<(height * ($0 + 1) / count) }
  }

  /// Deflates the parts, a number of them at the same time.
  func deflated(_ parts: [Range<Int>], jobs: Int) async throws(PNGError) -> [DeflatedRows] {
    var results: [Result<DeflatedRows, PNGError>] = []
    await PictureParts.make(count: parts.count, jobs: jobs) { place in
      {
        var deflater = RowDeflater()
        return Result { () throws(PNGError) in try deflater.deflate(parts[place], of: self) }
      }
    } taking: { result in
      results.append(result)
    }
    var deflated: [DeflatedRows] = []
    for result in results { deflated.append(try result.get()) }
    return deflated
  }
}

/// Writes the chunks of one file after another through libpng, reusing its buffer.
struct PNGWriter: ~Copyable {
  /// The C object, nil if there was no memory for it.
  private let writer: OpaquePointer?

  init() { writer = cpng_writer_create() }

  deinit { cpng_writer_destroy(writer) }

  /// Writes an image as a file, given its deflated rows and its texts.
  mutating func write(
    _ job: EncodingJob, deflated: DeflatedRows, texts: TextChunks
  ) throws(PNGError) -> [UInt8] {
    let image = job.image
    let (colours, alphas) = Self.palette(of: image.pixmap)
    let pixels = deflated.zlibStream

    var picture = cpng_picture()
    picture.width = UInt32(image.width)
    picture.height = UInt32(image.height)
    picture.layout = job.layout
    picture.colour_count = colours.count / 3
    picture.alpha_count = alphas.count
    picture.pixels_per_metre = image.pixelsPerMetre ?? 0
    picture.text_count = texts.sizes.count
    picture.pixels_count = pixels.count

    return try pixels.withUnsafeBufferPointer { pixels throws(PNGError) in
      try colours.withUnsafeBufferPointer { colours throws(PNGError) in
        try alphas.withUnsafeBufferPointer { alphas throws(PNGError) in
          try texts.bytes.withUnsafeBufferPointer { bytes throws(PNGError) in
            try texts.sizes.withUnsafeBufferPointer { sizes throws(PNGError) in
              picture.pixels = pixels.baseAddress
              picture.colours = colours.baseAddress
              picture.alphas = alphas.baseAddress
              picture.texts = bytes.baseAddress
              picture.text_sizes = sizes.baseAddress
              return try write(picture)
            }
          }
        }
      }
    }
  }

  /// Red, green and blue of every colour of the palette, and the alpha of every colour up to the last that is not
  /// opaque.
  private static func palette(of pixmap: Pixmap) -> (colours: [UInt8], alphas: [UInt8]) {
    guard case .indexed(_, let palette) = pixmap.storage else { return ([], []) }
    var colours: [UInt8] = []
    colours.reserveCapacity(3 * palette.count)
    for colour in palette {
      colours.append(UInt8(truncatingIfNeeded: colour))
      colours.append(UInt8(truncatingIfNeeded: colour >> 8))
      colours.append(UInt8(truncatingIfNeeded: colour >> 16))
    }
    let alphaCount = palette.lastIndex { $0 >> 24 != 0xFF }.map { $0 + 1 } ?? 0
    return (colours, palette.prefix(alphaCount).map { UInt8($0 >> 24) })
  }

  private func write(_ picture: cpng_picture) throws(PNGError) -> [UInt8] {
    guard let writer else { throw .unwritable(reason: "Out of memory") }
    var picture = picture
    guard cpng_writer_write(writer, &picture) else {
      throw .unwritable(reason: String(cString: cpng_writer_message(writer)))
    }
    var count = 0
    let file = cpng_writer_file(writer, &count)
    return Array(UnsafeBufferPointer(start: file, count: count))
  }
}
