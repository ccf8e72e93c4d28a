/// The data of the iTXt chunks of an image, one after another.
struct TextChunks {
  private(set) var bytes: [UInt8] = []
  /// The number of bytes of each chunk.
  private(set) var sizes: [Int] = []

  /// Makes the chunks of a job's image (PNG specification, third edition, 11.3.3.4): the keyword, whether and how the text
  /// is compressed, neither a language nor a translated keyword, and the text.
  ///
  /// - Throws: ``PNGError`` if a keyword or a text does not fit a PNG, or memory runs out.
  init(of job: EncodingJob, deflater: inout RowDeflater) throws(PNGError) {
    for text in job.image.text {
      let start = bytes.count
      bytes += try text.latin1Keyword()
      let utf8 = try text.utf8Text()
      // Deflating hardly ever makes a shorter text smaller.
      let isPacked = job.settings.packsTexts && utf8.count >= 128
      bytes += [0, isPacked ? 1 : 0, 0, 0, 0]
      bytes += isPacked ? try deflater.zlibStream(of: utf8) : utf8
      sizes.append(bytes.count - start)
    }
  }
}
