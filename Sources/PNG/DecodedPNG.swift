/// A PNG file that was read whole: its picture, and whatever in the file makes viewers show another one than its pixels.
///
/// ```swift
/// let file = try DecodedPNG(decoding: bytes)
/// file.image.width          // 1500
/// file.displayEffects       // [.chunk("gAMA")]
/// ```
public struct DecodedPNG: Sendable {
  /// The pixels, the resolution and the texts.
  public let image: PNGImage
  /// What changes the look of the pixels, each once, in the order of the file. Empty where every viewer shows them as they
  /// are.
  public let displayEffects: [PNGDisplayEffect]

  /// Reads a PNG as ``PNGImage/init(decoding:)`` does, but for bytes after its end, which are an effect and no fault: viewers
  /// show the picture before them, or both.
  ///
  /// - Throws: ``PNGError``, where the bytes do not begin with a whole, valid PNG within the limits.
  public init(decoding bytes: [UInt8]) throws(PNGError) {
    guard bytes.starts(with: PNGImage.signature) else { throw .notPNG }
    let result = try PNGReader.decode(bytes)
    image = result.image
    var effects: [PNGDisplayEffect] = result.isRounded ? [.deepColour] : []
    var sampleDepth = 8
    for chunk in PNGChunks(bytes) {
      // Depth and colour type; the colours of a palette have eight bits whatever the depth of its indices.
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
