internal import CPNG
import Pixels

/// Filters and deflates the rows of one part of a picture after another, reusing its buffers and its deflate stream.
struct RowDeflater: ~Copyable {
  /// The C object, nil if there was no memory for it.
  private let deflater: OpaquePointer?

  init() { deflater = cpng_deflater_create() }

  deinit { cpng_deflater_destroy(deflater) }

  /// Deflates a range of a picture's rows.
  ///
  /// - Throws: ``PNGError/unwritable(reason:)`` if memory runs out.
  mutating func deflate(_ part: Range<Int>, of job: EncodingJob) throws(PNGError) -> DeflatedRows {
    let pixels =
      switch job.image.pixmap.storage {
      case .indexed(let indices, _): indices
      case .rgba(let bytes): bytes
      }
    var rows = cpng_rows()
    rows.layout = job.layout
    rows.width = job.image.width
    let isDeflated = pixels.withUnsafeBufferPointer { pixels in
      rows.start = pixels.baseAddress
      guard let deflater else { return false }
      return cpng_deflater_deflate(
        deflater, &rows, part.lowerBound, part.count, part.upperBound == job.image.height,
        cpng_compression(job.settings))
    }
    guard isDeflated, let deflater else { throw .unwritable(reason: "zlib cannot deflate the rows") }
    var count = 0
    let bytes = cpng_deflater_bytes(deflater, &count)
    return DeflatedRows(
      bytes: Array(UnsafeBufferPointer(start: bytes, count: count)), checksum: cpng_deflater_adler(deflater),
      filteredCount: part.count * job.bytesPerFilteredRow)
  }
}

extension cpng_compression {
  fileprivate init(_ settings: CompressionSettings) {
    let methods = settings.methods.map(cpng_method.init)
    self.init(
      methods: (methods[0], methods.last!), method_count: methods.count, level: Int32(settings.level),
      memory_level: Int32(settings.memoryLevel), window_bits: Int32(settings.windowBits),
      is_thorough: settings.isThorough)
  }
}

extension cpng_method {
  fileprivate init(_ method: CompressionSettings.Method) {
    let filter =
      switch method.filter {
      case .none: CPNG_FILTER_NONE
      case .up: CPNG_FILTER_UP
      case .fewestRuns: CPNG_FILTER_FEWEST_RUNS
      case .fewestRunsOfThree: CPNG_FILTER_FEWEST_RUNS_OF_THREE
      }
    let matches =
      switch method.matches {
      case .all: CPNG_MATCHES_ALL
      case .long: CPNG_MATCHES_LONG
      case .runs: CPNG_MATCHES_RUNS
      }
    self.init(filter: filter, matches: matches)
  }
}

/// Filtered and deflated rows of a picture.
struct DeflatedRows: Sendable {
  /// A raw deflate stream (RFC 1951), which the streams of the following rows continue.
  var bytes: [UInt8]
  /// The Adler-32 checksum (RFC 1950, 8.2) of the filtered rows.
  var checksum: UInt32
  /// The number of bytes of the filtered rows.
  var filteredCount: Int

  init(bytes: [UInt8], checksum: UInt32, filteredCount: Int) {
    self.bytes = bytes
    self.checksum = checksum
    self.filteredCount = filteredCount
  }

  /// Joins consecutive parts to the rows of a whole picture.
  init(joining parts: [DeflatedRows]) {
    self = parts[0]
    for part in parts.dropFirst() {
      bytes += part.bytes
      checksum = cpng_adler_combine(checksum, part.checksum, part.filteredCount)
      filteredCount += part.filteredCount
    }
  }

  /// Wraps all rows of a picture as a zlib stream (RFC 1950, 2.2): method and window in the first byte, in the second
  /// what makes both a multiple of 31, and the checksum at the end.
  func zlibStream(settings: CompressionSettings) -> [UInt8] {
    let method = 8 | (settings.windowBits - 8) << 4
    var stream = [UInt8(method), UInt8(31 - (method << 8) % 31)]
    stream.reserveCapacity(bytes.count + 6)
    stream += bytes
    for shift in [24, 16, 8, 0] { stream.append(UInt8(truncatingIfNeeded: checksum >> shift)) }
    return stream
  }
}
