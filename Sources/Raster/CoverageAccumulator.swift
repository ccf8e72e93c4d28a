/// Computes how much of each pixel an outline covers, one band of rows at a time.
struct CoverageAccumulator {
  /// The number of cells and marks of a band, unless a single row has more: 256 KB, which fit a core's cache and which
  /// the system allocates quickly.
  private static let capacity = 1 << 15

  /// The memory of a band; all zeros between two sweeps.
  private var blocks: [Int] = []

  /// The number of rows of a band of these columns, at least one.
  static func rowCount(columns: Range<Int>) -> Int { max(1, capacity / CoverageBand.rowSize(columns: columns)) }

  /// Calls a closure with the runs of pixels of equal winding inside an area, row by row from the left.
  ///
  /// Only the columns and rows that the outline reaches are visited.
  ///
  /// - Parameter body: Takes a row, columns, and the mean winding number of each of these pixels, never 0, with
  ///   `CoverageBand.precision` bits after the binary point.
  @inline(__always)
  mutating func sweep(
    _ outline: borrowing Outline, within area: PixelArea,
    _ body: (_ row: Int, _ columns: Range<Int>, _ winding: Int) -> Void
  ) {
    guard !outline.edges.isEmpty else { return }
    let columns = area.columns.clamped(to: Self.pixels(from: outline.minX, to: outline.maxX))
    let rows = area.rows.clamped(to: Self.pixels(from: outline.minY, to: outline.maxY))
    guard !columns.isEmpty, !rows.isEmpty else { return }
    let height = min(rows.count, Self.rowCount(columns: columns))
    let size = CoverageBand.rowSize(columns: columns) * height
    if blocks.count < size { blocks = [Int](repeating: 0, count: max(size, Self.capacity)) }
    blocks.withUnsafeMutableBufferPointer { blocks in
      for top in stride(from: rows.lowerBound, to: rows.upperBound, by: height) {
        let band = CoverageBand(
          columns: columns, rows: top..<min(top + height, rows.upperBound), blocks: blocks)
        band.add(outline.edges)
        band.drain(body)
      }
    }
  }

  private static func pixels(from start: Int, to end: Int) -> Range<Int> {
    (start >> Edge.precision)..<((end + Edge.one - 1) >> Edge.precision)
  }
}
