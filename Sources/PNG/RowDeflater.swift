private import CPNG

/// Filters and deflates rows through zlib, one part of a picture after another, with the same buffers and the same stream.
struct RowDeflater: ~Copyable {
  /// Nil where there was no memory.
  private let deflater: OpaquePointer?

  init() { deflater = cpng_deflater_create() }

  deinit { cpng_deflater_destroy(deflater) }

  /// The part of a picture's rows, which must be some of them.
  ///
  /// - Throws: ``PNGError/unwritable(reason:)``, where there is no memory.
  mutating func deflate(
    _ part: Range<Int>, of rows: PictureRows, settings: CompressionSettings
  ) throws(PNGError) -> DeflatedRows {
    var given = cpng_rows()
    given.layout = cpng_layout(rows.layout)
    given.width = rows.width
    let isDeflated = rows.bytes.withUnsafeBufferPointer { bytes in
      given.start = bytes.baseAddress
      guard let deflater else { return false }
      return cpng_deflater_deflate(
        deflater, &given, part.lowerBound, part.count, part.upperBound == rows.height, cpng_compression(settings))
    }
    guard isDeflated, let deflater else { throw .unwritable(reason: "zlib cannot deflate the rows") }
    var count = 0
    let bytes = cpng_deflater_bytes(deflater, &count)
    return DeflatedRows(
      bytes: Array(UnsafeBufferPointer(start: bytes, count: count)), checksum: cpng_deflater_adler(deflater),
      filteredCount: part.count * (1 + rows.bytesPerFilteredRow))
  }
}

extension cpng_layout {
  init(_ layout: PictureRows.Layout) {
    self =
      switch layout {
      case .palette: CPNG_PALETTE
      case .rgb: CPNG_RGBX
      case .rgba: CPNG_RGBA
      }
  }
}

extension cpng_compression {
  fileprivate init(_ settings: CompressionSettings) {
    let ways = settings.ways.map(cpng_way.init)
    self.init(
      ways: (ways[0], ways.last!), way_count: ways.count, level: Int32(settings.level),
      memory_level: Int32(settings.memoryLevel), window_bits: Int32(settings.windowBits),
      is_thorough: settings.isThorough)
  }
}

extension cpng_way {
  fileprivate init(_ way: CompressionSettings.Way) {
    let filter =
      switch way.filter {
      case .none: CPNG_FILTER_NONE
      case .up: CPNG_FILTER_UP
      case .fewestRuns: CPNG_FILTER_FEWEST_RUNS
      case .fewestRunsOfThree: CPNG_FILTER_FEWEST_RUNS_OF_THREE
      }
    let matches =
      switch way.matches {
      case .all: CPNG_MATCHES_ALL
      case .long: CPNG_MATCHES_LONG
      case .runs: CPNG_MATCHES_RUNS
      }
    self.init(filter: filter, matches: matches)
  }
}
