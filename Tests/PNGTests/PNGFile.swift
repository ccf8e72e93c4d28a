/// A PNG file as a list of chunks, read and written without libpng or zlib, so that the tests do not depend on what
/// they test (PNG specification, third edition, 5 and 10).
struct PNGFile {
  struct Chunk: Equatable {
    var name: String
    var data: [UInt8]

    var bytes: [UInt8] {
      let body = Array(name.utf8) + data
      return bigEndian(UInt32(data.count)) + body + bigEndian(crc32(body))
    }
  }

  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  var chunks: [Chunk]

  init(chunks: [Chunk]) { self.chunks = chunks }

  /// Divides a file into its chunks without verifying checksums.
  init(_ bytes: [UInt8]) {
    chunks = []
    var rest = bytes.dropFirst(Self.signature.count)
    while rest.count >= 12 {
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      let name = String(decoding: rest.dropFirst(4).prefix(4), as: UTF8.self)
      chunks.append(Chunk(name: name, data: Array(rest.dropFirst(8).prefix(length))))
      rest = rest.dropFirst(12 + length)
    }
  }

  /// The bytes of the file, with the correct length and checksum of each chunk.
  var bytes: [UInt8] { Self.signature + chunks.flatMap(\.bytes) }

  var names: [String] { chunks.map(\.name) }

  func data(of name: String) -> [UInt8]? { chunks.first { $0.name == name }?.data }

  /// The colour type: 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGBA.
  var colourType: UInt8? { data(of: "IHDR")?[9] }
}

extension PNGFile {
  static func header(
    width: UInt32, height: UInt32, depth: UInt8, colourType: UInt8, isInterlaced: Bool = false
  ) -> Chunk {
    Chunk(
      name: "IHDR",
      data: bigEndian(width) + bigEndian(height) + [depth, colourType, 0, 0, isInterlaced ? 1 : 0])
  }

  static let end = Chunk(name: "IEND", data: [])

  /// Returns a file of one white pixel, with further chunks before the pixel.
  static func whitePixel(_ extra: [Chunk] = []) -> PNGFile {
    PNGFile(
      chunks: [header(width: 1, height: 1, depth: 8, colourType: 0)] + extra
        + [Chunk(name: "IDAT", data: stored([0, 0xFF])), end])
  }

  /// Returns bytes as a zlib stream of stored blocks (RFC 1950, RFC 1951 3.2.4).
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    var start = 0
    repeat {
      let block = bytes[start..<min(start + 65_535, bytes.count)]
      start = block.endIndex
      let length = UInt16(block.count)
      stream.append(start == bytes.count ? 1 : 0)
      for word in [length, ~length] { stream += [UInt8(truncatingIfNeeded: word), UInt8(word >> 8)] }
      stream += block
    } while start < bytes.count
    return stream + bigEndian(adler32(bytes))
  }
}

func bigEndian(_ word: UInt32) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
}

/// The CRC-32 of bytes (PNG specification, third edition, annex D: polynomial 0xEDB88320, reflected).
func crc32(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(UInt32.max) { sum, byte in
    (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in rest >> 1 ^ (rest & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
}

/// The Adler-32 checksum of bytes (RFC 1950, 9).
func adler32(_ bytes: [UInt8]) -> UInt32 {
  let (low, high) = bytes.reduce((UInt32(1), UInt32(0))) { sums, byte in
    let low = (sums.0 + UInt32(byte)) % 65_521
    return (low, (sums.1 + low) % 65_521)
  }
  return high << 16 | low
}
