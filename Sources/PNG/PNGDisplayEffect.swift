/// Something in a PNG file that makes viewers show another picture than its pixels alone, or more than one.
///
/// Which chunks have an effect follows from what the specification, and known viewers, do with them (PNG specification, third
/// edition, 11.3):
///
/// - Colours: gAMA, cHRM, sRGB, iCCP, cICP, mDCV and cLLI say how samples become light.
/// - bKGD is drawn behind the picture, and around it.
/// - acTL, fcTL and fdAT are an animation; gmAP and gdAT a second picture that brightens the first (ISO 21496-1); sTER makes
///   of one picture one for each eye.
/// - eXIf turns or mirrors the picture, or states another size, where it says so.
/// - oFFs moves the picture, and sBIT says that not all bits count, where their values are not those that change nothing.
/// - pHYs stretches the picture where it differs between the two directions.
///
/// No viewer shows a picture differently for PLTE beside true colour, hIST and sPLT, which were for screens of few colours;
/// for tIME, pCAL and sCAL, which describe what was measured; or for chunks that it does not know, which the specification
/// tells it to pass over. tRNS is part of the pixels.
public enum PNGDisplayEffect: Sendable, Equatable {
  /// A chunk of this type.
  case chunk(String)
  /// Samples of 16 bits that hold more than 8 bits can say.
  case deepColour
  /// Another PNG after the end of the first.
  case secondPicture
  /// So many bytes after the end.
  case trailingBytes(count: Int)
}

extension PNGDisplayEffect {
  /// The effect of a chunk; nil where it has none.
  ///
  /// - Parameter sampleDepth: The bits of a channel.
  init?(of chunk: PNGChunk, sampleDepth: Int) {
    guard Self.names[chunk.type] != nil else { return nil }
    let hasEffect =
      switch chunk.type {
      // Two whole numbers and their unit.
      case "oFFs": chunk.data.count != 9 || chunk.data.prefix(8).contains { $0 != 0 }
      case "pHYs": chunk.data.count != 9 || !chunk.data.prefix(4).elementsEqual(chunk.data.dropFirst(4).prefix(4))
      case "sBIT": chunk.data.contains { Int($0) < sampleDepth }
      case "eXIf": ExifBlock(chunk.data)?.isDisplayedAsStored != true
      default: true
      }
    guard hasEffect else { return nil }
    self = .chunk(chunk.type)
  }

  private static let names = [
    "gAMA": "a gamma", "cHRM": "primary colours", "sRGB": "a colour space", "iCCP": "a colour profile",
    "cICP": "a colour space", "mDCV": "a range of brightness", "mDCv": "a range of brightness",
    "cLLI": "a range of brightness", "cLLi": "a range of brightness", "bKGD": "a background", "acTL": "an animation",
    "fcTL": "a frame of an animation", "fdAT": "pixels of an animation", "gmAP": "a second picture",
    "gdAT": "a second picture", "sTER": "a stereo pair", "eXIf": "an orientation or another size", "oFFs": "an offset",
    "sBIT": "a smaller number of bits", "pHYs": "an aspect ratio",
  ]
}

extension PNGDisplayEffect: CustomStringConvertible {
  /// What the file has gained: `a gamma (gAMA)`.
  public var description: String {
    switch self {
    case .chunk(let type): "\(Self.names[type] ?? "a chunk") (\(type))"
    case .deepColour: "colours of 16 bits"
    case .secondPicture: "a second picture after its end"
    case .trailingBytes(let count): "\(count) \(count == 1 ? "byte" : "bytes") after its end"
    }
  }
}
