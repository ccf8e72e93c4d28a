private import CPNG

/// Writes through libpng and zlib, one file after another, with the same buffers and the same deflate stream.
struct PNGWriter: ~Copyable {
  /// What of a picture goes into the file.
  enum Rows {
    case palette(IndexedPixels)
    /// Four bytes a pixel, of which alpha is left out.
    case rgb([UInt8])
    case rgba([UInt8])
  }

  /// Nil where there was no memory.
  private let writer: OpaquePointer?

  init() { writer = cpng_writer_create() }

  deinit { cpng_writer_destroy(writer) }

  mutating func write(
    _ rows: Rows, of image: PNGImage, settings: CompressionSettings
  ) throws(PNGError) -> [UInt8] {
    var texts: [UInt8] = []
    for text in image.text { texts += try text.zeroTerminated() }

    var picture = cpng_picture()
    picture.width = UInt32(image.width)
    picture.height = UInt32(image.height)
    picture.pixels_per_metre = image.pixelsPerMetre ?? 0
    picture.text_count = image.text.count
    picture.compression = cpng_compression(settings)

    let bytes: [UInt8]
    var colours: [UInt8] = []
    var alphas: [UInt8] = []
    switch rows {
    case .palette(let indexed):
      picture.layout = CPNG_PALETTE
      bytes = indexed.indices
      colours = indexed.colourBytes
      alphas = indexed.alphas
    case .rgb(let pixels):
      picture.layout = CPNG_RGBX
      bytes = pixels
    case .rgba(let pixels):
      picture.layout = CPNG_RGBA
      bytes = pixels
    }
    picture.colour_count = colours.count / 3
    picture.alpha_count = alphas.count

    return try bytes.withUnsafeBufferPointer { bytes throws(PNGError) in
      try colours.withUnsafeBufferPointer { colours throws(PNGError) in
        try alphas.withUnsafeBufferPointer { alphas throws(PNGError) in
          try texts.withUnsafeBufferPointer { texts throws(PNGError) in
            picture.rows = bytes.baseAddress
            picture.colours = colours.baseAddress
            picture.alphas = alphas.baseAddress
            picture.texts = texts.baseAddress
            return try write(picture)
          }
        }
      }
    }
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

extension cpng_compression {
  fileprivate init(_ settings: CompressionSettings) {
    let filter =
      switch settings.filter {
      case .none: CPNG_FILTER_NONE
      case .up: CPNG_FILTER_UP
      case .fewestRuns: CPNG_FILTER_FEWEST_RUNS
      }
    let matches =
      switch settings.matches {
      case .all: CPNG_MATCHES_ALL
      case .long: CPNG_MATCHES_LONG
      case .runs: CPNG_MATCHES_RUNS
      }
    self.init(
      filter: filter, matches: matches, level: Int32(settings.level), memory_level: Int32(settings.memoryLevel),
      packs_texts: settings.packsTexts)
  }
}
