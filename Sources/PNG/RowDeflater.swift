internal import CDeflate
internal import CPNG
import Pixels

/// Filters and deflates the rows of one part of a picture after another, reusing its buffers.
struct RowDeflater: ~Copyable {
  /// The C object, nil if there was no memory for it.
  private let deflater: OpaquePointer?

  init() { deflater = cdeflate_create() }

  deinit { cdeflate_destroy(deflater) }

  /// Deflates a range of a picture's rows.
  ///
  /// - Throws: ``PNGError/unwritable(reason:)`` if memory runs out.
  mutating func deflate(_ part: Range<Int>, of job: EncodingJob) throws(PNGError) -> DeflatedRows {
    let pixels =
      switch job.image.pixmap.storage {
      case .indexed(let indices, _): indices
      case .rgba(let bytes): bytes
      }
    let isDeflated = pixels.withUnsafeBufferPointer { pixels in
      guard let deflater else { return false }
      var rows = cdeflate_rows(
        layout: cdeflate_layout(job.layout), width: job.image.width, start: pixels.baseAddress)
      return cdeflate_deflate_rows(
        deflater, &rows, part.lowerBound, part.count, part.upperBound == job.image.height,
        cdeflate_effort(job.settings.effort))
    }
    guard isDeflated else { throw .unwritable(reason: "Out of memory") }
    return DeflatedRows(
      bytes: deflated, checksum: cdeflate_adler(deflater), filteredCount: part.count * job.bytesPerFilteredRow)
  }

  /// Deflates bytes as a whole zlib stream.
  ///
  /// - Throws: ``PNGError/unwritable(reason:)`` if memory runs out.
  mutating func zlibStream(of bytes: [UInt8]) throws(PNGError) -> [UInt8] {
    let isDeflated = bytes.withUnsafeBufferPointer { bytes in
      guard let deflater else { return false }
      return cdeflate_deflate_bytes(deflater, bytes.baseAddress, bytes.count)
    }
    guard isDeflated else { throw .unwritable(reason: "Out of memory") }
    return DeflatedRows(bytes: deflated, checksum: cdeflate_adler(deflater), filteredCount: bytes.count).zlibStream
  }

  /// The bytes that were deflated last.
  private var deflated: [UInt8] {
    var count = 0
    let bytes = cdeflate_bytes(deflater, &count)
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }
}

extension cdeflate_layout {
  fileprivate init(_ layout: cpng_layout) {
    self =
      switch layout {
      case CPNG_PALETTE: CDEFLATE_INDICES
      case CPNG_RGBX: CDEFLATE_RGBX
      default: CDEFLATE_RGBA
      }
  }
}

extension cdeflate_effort {
  fileprivate init(_ effort: CompressionSettings.Effort) {
    self =
      switch effort {
      case .fast: CDEFLATE_FAST
      case .fewestBits: CDEFLATE_FEWEST_BITS
      }
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
      checksum = cdeflate_adler_combine(checksum, part.checksum, part.filteredCount)
      filteredCount += part.filteredCount
    }
  }

  /// The bytes as a zlib stream (RFC 1950, 2.2): deflate with a window of 32 KB in the first byte, in the second what
  /// makes both a multiple of 31, and the checksum at the end.
  var zlibStream: [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    stream.reserveCapacity(bytes.count + 6)
    stream += bytes
    for shift in [24, 16, 8, 0] { stream.append(UInt8(truncatingIfNeeded: checksum >> shift)) }
    return stream
  }
}
