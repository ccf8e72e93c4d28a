private import CPNG

/// Writes the chunks of a file through libpng, one file after another, with the same buffer.
struct PNGWriter: ~Copyable {
  /// Nil where there was no memory.
  private let writer: OpaquePointer?

  init() { writer = cpng_writer_create() }

  deinit { cpng_writer_destroy(writer) }

  /// The picture as a file, given its rows and these filtered and deflated.
  mutating func write(
    _ image: PNGImage, rows: PictureRows, deflated: DeflatedRows, settings: CompressionSettings
  ) throws(PNGError) -> [UInt8] {
    var texts: [UInt8] = []
    for text in image.text { texts += try text.zeroTerminated() }
    let pixels = deflated.zlibStream(settings: settings)

    var picture = cpng_picture()
    picture.width = UInt32(image.width)
    picture.height = UInt32(image.height)
    picture.layout = cpng_layout(rows.layout)
    picture.colour_count = rows.colours.count / 3
    picture.alpha_count = rows.alphas.count
    picture.pixels_per_metre = image.pixelsPerMetre ?? 0
    picture.text_count = image.text.count
    picture.packs_texts = settings.packsTexts
    picture.pixels_count = pixels.count

    return try pixels.withUnsafeBufferPointer { pixels throws(PNGError) in
      try rows.colours.withUnsafeBufferPointer { colours throws(PNGError) in
        try rows.alphas.withUnsafeBufferPointer { alphas throws(PNGError) in
          try texts.withUnsafeBufferPointer { texts throws(PNGError) in
            picture.pixels = pixels.baseAddress
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
