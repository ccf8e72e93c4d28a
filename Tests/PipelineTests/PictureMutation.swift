import PNG
import SeededNumbers

/// A random change to the bytes or chunks of a figure's file, with its allowed effects.
enum PictureMutation: CaseIterable {
  // Changes of bytes, after which the checksums of chunks are wrong.
  case flipBit, setByte, insertByte, removeByte, cut, zeroEnd, zeroBlock, appendBytes, appendPicture
  // Changes of chunks, with correct checksums.
  case addEffect, addUnseen, addText, removeChunk, repeatChunk, moveChunk, editChunk, shortenChunk, retype
  // Changes that leave the picture as it is.
  case moveText, splitPixels, repack, stripTexts, stripAll

  /// Chunks that change how viewers show a picture.
  static let effects: [(String, [UInt8])] = [
    ("gAMA", [0, 0, 0xB1, 0x8F]), ("cHRM", [UInt8](repeating: 0, count: 32)), ("sRGB", [0]),
    ("iCCP", Array("p\0\0x".utf8)), ("cICP", [1, 13, 0, 1]), ("bKGD", [0]), ("acTL", [0, 0, 0, 1, 0, 0, 0, 0]),
    ("fcTL", [UInt8](repeating: 0, count: 26)), ("fdAT", [0, 0, 0, 0, 1]),
    ("eXIf", Array("MM\0*\0\0\0\u{8}\0\u{1}\u{1}\u{12}\0\u{3}\0\0\0\u{1}\0\u{6}\0\0\0\0\0\0".utf8)),
  ]

  private static let unseen: [(String, [UInt8])] = [
    ("tIME", [7, 233, 1, 1, 0, 0, 0]), ("prVt", [1, 2, 3]), ("hIST", [0, 1]), ("sCAL", [1, 0x31, 0, 0x31]),
    ("zzZz", []),
  ]

  /// The changed bytes; nil if there is nothing to change.
  func mutate(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8]? {
    guard bytes.count > 60 else { return nil }
    var bytes = bytes
    let place = Int.random(in: bytes.indices, using: &generator)
    let byte = UInt8.random(in: 0...255, using: &generator)
    switch self {
    case .flipBit: bytes[place] ^= 1 << (byte & 7)
    case .setByte: bytes[place] = byte
    case .insertByte: bytes.insert(byte, at: place)
    case .removeByte: bytes.remove(at: place)
    case .cut: bytes.removeSubrange(place...)
    case .zeroEnd: for index in place..<bytes.count { bytes[index] = 0 }
    case .zeroBlock: for index in place..<min(place + 512, bytes.count) { bytes[index] = 0 }
    case .appendBytes: bytes += (0...Int(byte & 7)).map { UInt8(truncatingIfNeeded: $0 &* place) }
    case .appendPicture: bytes += bytes
    default: return mutateChunks(of: bytes, using: &generator)
    }
    return bytes
  }

  private func mutateChunks(of bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8]? {
    guard let image = try? DecodedPNG(decoding: bytes).image else { return nil }
    var file = EditedPNG(bytes)
    let place = Int.random(in: file.chunks.indices, using: &generator)
    let later = Int.random(in: 1..<file.chunks.count, using: &generator)
    switch self {
    case .addEffect:
      let (type, data) = Self.effects.randomElement(using: &generator)!
      file.chunks.insert(.init(type: type, data: data), at: later)
    case .addUnseen:
      let (type, data) = Self.unseen.randomElement(using: &generator)!
      file.chunks.insert(.init(type: type, data: data), at: 1)
    case .addText: file.chunks.insert(.init(type: "tEXt", data: Array("Comment\0x".utf8)), at: later)
    case .removeChunk: file.chunks.remove(at: place)
    case .repeatChunk: file.chunks.insert(file.chunks[place], at: later)
    case .moveChunk: file.chunks.insert(file.chunks.remove(at: place), at: min(later, file.chunks.count - 1))
    case .editChunk:
      guard let index = file.chunks[place].data.indices.randomElement(using: &generator) else { return nil }
      file.chunks[place].data[index] = UInt8.random(in: 0...255, using: &generator)
    case .shortenChunk: file.chunks[place].data.removeLast(min(3, file.chunks[place].data.count))
    case .retype:
      file.chunks[place].type = ["IDAT", "IEND", "tRNS", "PLTE", "abCd", "ABCD"].randomElement(using: &generator)!
    case .moveText:
      guard let text = file.chunks.firstIndex(where: { $0.type == "iTXt" }) else { return nil }
      let chunk = file.chunks.remove(at: text)
      // The chunk must not split the pixel data.
      let spots = (1..<file.chunks.count).filter {
        file.chunks[$0 - 1].type != "IDAT" || file.chunks[$0].type != "IDAT"
      }
      file.chunks.insert(chunk, at: spots.randomElement(using: &generator)!)
    case .splitPixels:
      guard let pixels = file.chunks.firstIndex(where: { $0.type == "IDAT" && $0.data.count > 1 }) else { return nil }
      let data = file.chunks[pixels].data
      let cut = Int.random(in: 1..<data.count, using: &generator)
      file.chunks[pixels].data = Array(data[..<cut])
      file.chunks.insert(.init(type: "IDAT", data: Array(data[cut...])), at: pixels + 1)
    case .repack, .stripTexts, .stripAll:
      let new = PNGImage(
        width: image.width, height: image.height, pixels: image.pixels,
        pixelsPerMetre: self == .stripAll ? nil : image.pixelsPerMetre, text: self == .repack ? image.text : [])
      return try? new.encoded(compression: .small)
    default: return nil
    }
    return file.bytes
  }

  /// Whether a file is still recognized as a figure after this change.
  var isLossless: Bool { [.addUnseen, .moveText, .splitPixels, .repack, .stripTexts, .stripAll].contains(self) }
}
