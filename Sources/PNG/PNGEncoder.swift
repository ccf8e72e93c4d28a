import Synchronization

/// Makes PNG files, one after another, with the same buffers and the same deflate stream.
///
/// ```swift
/// let encoder = PNGEncoder()
/// let bytes = try encoder.encode(image, compression: .small)
/// try PNGImage(decoding: bytes) == image  // true
/// ```
///
/// Any number of tasks may share one: who comes while another picture is made does not wait, but takes new buffers.
public final class PNGEncoder: Sendable {
  private let tools = Mutex(Tools())

  /// An encoder that has made nothing yet.
  public init() {}

  /// The picture as a PNG file, without loss.
  ///
  /// Indices are written as they are, unless the file is to be small. Of four bytes a pixel, at most 256 colours make an
  /// 8-bit palette, in the order in which they appear, row by row from the top left; more make 8-bit RGB where every pixel
  /// is opaque, else RGBA. The same picture gives the same bytes wherever zlib compresses alike, whatever was encoded
  /// before it: nothing in the file comes from the clock or the machine.
  ///
  /// - Throws: ``PNGError``, where picture or text goes beyond the limits, a keyword or a text does not fit a PNG, or
  ///   there is no memory.
  public func encode(_ image: PNGImage, compression: Compression = .balanced) throws(PNGError) -> [UInt8] {
    let job = try EncodingJob(image, compression: compression)
    return try withTools { tools throws(PNGError) in try tools.file(of: job) }
  }

  /// The picture as the same PNG file, a large one deflated in parts at the same time.
  ///
  /// - Parameter jobs: Parts in work at one time, at least one. A picture of less than two million bytes is one part.
  /// - Throws: ``PNGError``, as ``encode(_:compression:)`` does.
  public func encode(
    _ image: PNGImage, compression: Compression = .balanced, jobs: Int
  ) async throws(PNGError) -> [UInt8] {
    precondition(jobs > 0, "A picture is encoded by at least one job, not \(jobs).")
    let job = try EncodingJob(image, compression: compression)
    let parts = job.rows.parts
    if jobs == 1 || parts.count == 1 {
      return try withTools { tools throws(PNGError) in try tools.file(of: job) }
    }
    let deflated = try await job.deflated(parts, jobs: min(jobs, parts.count))
    return try withTools { tools throws(PNGError) in try tools.file(of: job, deflated: deflated) }
  }

  private func withTools(_ body: (inout Tools) throws(PNGError) -> [UInt8]) throws(PNGError) -> [UInt8] {
    if let bytes = try tools.withLockIfAvailable({ tools throws(PNGError) in try body(&tools) }) { return bytes }
    var others = Tools()
    return try body(&others)
  }
}

/// What is kept from one file to the next.
private struct Tools: ~Copyable {
  private var deflater = RowDeflater()
  private var writer = PNGWriter()

  mutating func file(of job: EncodingJob) throws(PNGError) -> [UInt8] {
    var parts: [DeflatedRows] = []
    for part in job.rows.parts { parts.append(try deflater.deflate(part, of: job.rows, settings: job.settings)) }
    return try file(of: job, deflated: parts)
  }

  mutating func file(of job: EncodingJob, deflated parts: [DeflatedRows]) throws(PNGError) -> [UInt8] {
    try writer.write(job.image, rows: job.rows, deflated: DeflatedRows(joining: parts), settings: job.settings)
  }
}

extension PNGImage {
  /// The picture as a PNG file, without loss; see ``PNGEncoder``, which is for many of them.
  public func encoded(compression: Compression = .balanced) throws(PNGError) -> [UInt8] {
    try PNGEncoder().encode(self, compression: compression)
  }
}
