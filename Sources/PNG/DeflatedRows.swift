private import CPNG

/// Rows of a picture, filtered and deflated.
struct DeflatedRows: Sendable {
  /// A raw deflate stream (RFC 1951), which those of the rows that follow continue.
  var bytes: [UInt8]
  /// Adler-32 (RFC 1950, 8.2) of the rows with their filters' numbers.
  var checksum: UInt32
  /// How many bytes these are.
  var filteredCount: Int

  init(bytes: [UInt8], checksum: UInt32, filteredCount: Int) {
    self.bytes = bytes
    self.checksum = checksum
    self.filteredCount = filteredCount
  }

  /// The rows of a whole picture, part after part.
  init(joining parts: [DeflatedRows]) {
    self = parts[0]
    for part in parts.dropFirst() {
      bytes += part.bytes
      checksum = cpng_adler_combine(checksum, part.checksum, part.filteredCount)
      filteredCount += part.filteredCount
    }
  }

  /// All rows of a picture as a zlib stream (RFC 1950, 2.2): method and window in the first byte, in the second what makes
  /// both a multiple of 31, at the end the checksum.
  func zlibStream(settings: CompressionSettings) -> [UInt8] {
    let method = 8 | (settings.windowBits - 8) << 4
    var stream = [UInt8(method), UInt8(31 - (method << 8) % 31)]
    stream.reserveCapacity(bytes.count + 6)
    stream += bytes
    for shift in [24, 16, 8, 0] { stream.append(UInt8(truncatingIfNeeded: checksum >> shift)) }
    return stream
  }
}
