/// What of a picture goes into the file, row by row.
struct PictureRows: Sendable {
  enum Layout: Sendable {
    /// A byte a pixel, an index into the palette.
    case palette
    /// Four bytes a pixel, of which alpha is left out.
    case rgb
    case rgba
  }

  let layout: Layout
  let width: Int
  let height: Int
  /// Rows without padding, from top to bottom.
  let bytes: [UInt8]
  /// Of a palette, three bytes a colour: red, green, blue.
  let colours: [UInt8]
  /// Alpha of every colour up to the last that is not opaque.
  let alphas: [UInt8]

  /// Bytes, without the number of the filter.
  var bytesPerFilteredRow: Int {
    switch layout {
    case .palette: width
    case .rgb: 3 * width
    case .rgba: 4 * width
    }
  }

  /// The rows in parts that are deflated each by itself: of about two million bytes, whatever the machine, so that the
  /// same picture has the same bytes on any number of processors.
  var parts: [Range<Int>] {
    let count = min(height, (height * (1 + bytesPerFilteredRow) - 1) / Self.partSize + 1)
    return (0..<count).map { (height * $0 / count)..<(height * ($0 + 1) / count) }
  }

  /// Large enough that what a part costs, some hundred bytes, is nothing, and small enough for many processors.
  private static let partSize = 1 << 21
}

extension PictureRows {
  init(of image: PNGImage, compression: Compression) {
    width = image.width
    height = image.height
    let indexed: IndexedPixels? =
      switch image.content {
      // A palette that is made anew holds no colour that is not seen.
      case .indexed(let indexed): compression == .small ? indexed.compacted : indexed
      case .rgba(let pixels): IndexedPixels(pixels)
      }
    if let indexed {
      layout = .palette
      bytes = indexed.indices
      colours = indexed.colourBytes
      alphas = indexed.alphas
    } else {
      let pixels = image.pixels
      let isOpaque = stride(from: 3, to: pixels.count, by: 4).allSatisfy { pixels[$0] == 0xFF }
      layout = isOpaque ? .rgb : .rgba
      bytes = pixels
      colours = []
      alphas = []
    }
  }
}
