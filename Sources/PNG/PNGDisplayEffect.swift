/// Something in a PNG file that makes viewers show another picture than its pixels alone, or more than one.
///
/// Which chunks have an effect follows from the specification and from what known viewers do with them (PNG
/// specification, third edition, 11.3):
///
/// - gAMA, cHRM, sRGB, iCCP, cICP, mDCV and cLLI define how samples become light.
/// - bKGD is drawn behind the picture and around it.
/// - acTL, fcTL and fdAT are an animation; gmAP and gdAT are a second picture that brightens the first (ISO 21496-1);
///   sTER makes a picture for each eye.
/// - eXIf rotates or mirrors the picture or states another size, if it contains such a value.
/// - oFFs moves the picture, and sBIT declares that not all bits count, unless their values are those that change
///   nothing.
/// - pHYs stretches the picture if its resolution differs between the two directions.
///
/// No viewer changes a picture for PLTE beside true colour, hIST and sPLT, which were for screens of few colours; for
/// tIME, pCAL and sCAL, which describe what was measured; or for unknown chunks, which the specification tells it to
/// ignore. tRNS is part of the pixels.
public enum PNGDisplayEffect: Sendable, Equatable {
  /// The effect of a chunk of this type.
  case chunk(String)
  /// Samples of 16 bits whose values do not fit 8 bits.
  case deepColour
  /// Another PNG after the end of the first.
  case secondPicture
  /// Other bytes after the end.
  case trailingBytes(count: Int)
}

extension PNGDisplayEffect {
  /// Determines the effect of a chunk; nil if it has none.
  ///
  /// - Parameter sampleDepth: The number of bits of a channel.
  init?(of chunk: PNGChunk, sampleDepth: Int) {
    guard Self.names[chunk.type] != nil else { return nil }
    let hasEffect =
      switch chunk.type {
      // The data is two integers and their unit.
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
  /// What the file contains beside its pixels: `a gamma (gAMA)`.
  public var description: String {
    switch self {
    case .chunk(let type): "\(Self.names[type] ?? "a chunk") (\(type))"
    case .deepColour: "colours of 16 bits"
    case .secondPicture: "a second picture after its end"
    case .trailingBytes(let count): "\(count) \(count == 1 ? "byte" : "bytes") after its end"
    }
  }
}

/// The orientation and resolution in the first directory of an eXIf chunk (CIPA DC-008, Exif 3.0, 4.6, in the form of
/// TIFF 6.0).
struct ExifBlock {
  /// The value of the tag Orientation; 1 or nil means that the picture is shown as stored.
  private var orientation: Int?
  /// The values of the tags XResolution and YResolution as fractions.
  private var resolutions: [(numerator: Int, denominator: Int)] = []

  private static let orientationTag = 0x0112
  private static let resolutionTags = [0x011A, 0x011B]

  /// Reads the first directory; nil if it cannot be read to its end.
  init?(_ data: ArraySlice<UInt8>) {
    var bytes = Array(data)
    // This prefix belongs in JPEG files only, but some programs write and read it in PNGs too.
    if bytes.starts(with: Array("Exif\0\0".utf8)) { bytes.removeFirst(6) }
    let isLittleEndian = bytes.starts(with: Array("II*\0".utf8))
    guard isLittleEndian || bytes.starts(with: Array("MM\0*".utf8)) else { return nil }
    func number(at place: Int, bytes count: Int) -> Int? {
      guard place >= 0, place + count <= bytes.count else { return nil }
      let digits = bytes[place..<place + count]
      return isLittleEndian
        ? digits.reversed().reduce(0) { $0 << 8 | Int($1) } : digits.reduce(0) { $0 << 8 | Int($1) }
    }
    guard let directory = number(at: 4, bytes: 4), let count = number(at: directory, bytes: 2) else { return nil }
    for place in (0..<count).map({ directory + 2 + 12 * $0 }) {
      guard let tag = number(at: place, bytes: 2), let type = number(at: place + 2, bytes: 2),
        let value = number(at: place + 8, bytes: 4)
      else { return nil }
      if tag == Self.orientationTag {
        // A SHORT occupies the first two of the four bytes.
        orientation = type == 3 ? number(at: place + 8, bytes: 2) : value
      } else if Self.resolutionTags.contains(tag) {
        guard let numerator = number(at: value, bytes: 4), let denominator = number(at: value + 4, bytes: 4) else {
          return nil
        }
        resolutions.append((numerator, denominator))
      }
    }
  }

  /// Whether viewers neither rotate nor mirror the picture nor show it at another size. In Exif, 72 dots per inch stand
  /// for an unknown resolution.
  var isDisplayedAsStored: Bool {
    !(2...8 ~= (orientation ?? 1)) && resolutions.allSatisfy { $0.numerator == 72 * $0.denominator }
  }
}
