/// The content of a PNG file, and whatever in the file makes viewers show something else than its pixels.
///
/// ```swift
/// let file = try DecodedPNG(decoding: bytes)
/// file.image.width          // 1500
/// file.displayEffects       // [.chunk("gAMA")]
/// ```
public struct DecodedPNG: Sendable {
  /// The pixels, the resolution and the texts.
  public let image: PNGImage
  /// What changes the look of the pixels, each effect once, in the order of the file; empty if every viewer shows the
  /// pixels as they are.
  public let displayEffects: [PNGDisplayEffect]

  /// Reads a PNG as ``PNGImage/init(decoding:)`` does, except that bytes after its end are an effect and not an error:
  /// viewers show the picture before them, or both.
  ///
  /// - Throws: ``PNGError`` if the bytes do not begin with a whole, valid PNG within the limits.
  public init(decoding bytes: [UInt8]) throws(PNGError) {
    guard bytes.starts(with: PNGImage.signature) else { throw .notPNG }
    let result = try PNGReader.decode(bytes)
    image = result.image
    var effects: [PNGDisplayEffect] = result.isRounded ? [.deepColour] : []
    var sampleDepth = 8
    for chunk in PNGChunks(bytes) {
      // The header has the depth at 8 and the colour type at 9. A palette's colours have eight bits, whatever the depth
      // of the indices.
      if chunk.type == "IHDR", case let header = Array(chunk.data), header.count == 13 {
        sampleDepth = header[9] == 3 ? 8 : Int(header[8])
      }
      if let effect = PNGDisplayEffect(of: chunk, sampleDepth: sampleDepth), !effects.contains(effect) {
        effects.append(effect)
      }
    }
    if result.length < bytes.count {
      let trailing = bytes[result.length...]
      effects.append(
        trailing.starts(with: PNGImage.signature) ? .secondPicture : .trailingBytes(count: trailing.count))
    }
    displayEffects = effects
  }
}

/// The size and the texts of a PNG, read without its pixels.
///
/// ```swift
/// try PNGHeader(decoding: bytes).text.first { $0.keyword == "Title" }?.text     // "Mish"
/// ```
public struct PNGHeader: Sendable, Equatable {
  /// The number of pixels in a row.
  public let width: Int
  /// The number of rows.
  public let height: Int
  /// The texts before the pixels, where ``PNGImage/encoded(compression:)`` puts them.
  public let text: [PNGText]

  /// Reads a file as far as the pixels; what follows may be anything.
  ///
  /// - Throws: ``PNGError`` in the same cases as ``PNGImage/init(decoding:)`` for these parts.
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
