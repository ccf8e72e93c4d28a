/// Tells how much of each pixel an outline covers, a band of rows at a time.
struct CoverageAccumulator {
  /// How many cells a band has at most, unless a single row has more: 256 KB, which stay in a core's cache, and which the
  /// system hands out quickly.
  private static let capacity = 1 << 15

  /// All clear between two sweeps.
  private var cells: [Int] = []
  /// All clear between two sweeps.
  private var marks: [UInt64] = []

  /// How many rows of that width make a band, at least one.
  static func rowCount(width: Int) -> Int { max(1, capacity / (width + 64)) }

  /// Hands out the runs of equal winding inside an area, row by row, each from the left.
  ///
  /// Visits only the columns and rows that the outline reaches.
  ///
  /// - Parameter body: Takes a row, columns, and the winding averaged over each of these pixels, never 0, with
  ///   `CoverageBand.precision` bits after the point.
  mutating func sweep(
    _ outline: Outline, within area: PixelArea, _ body: (_ row: Int, _ columns: Range<Int>, _ winding: Int) -> Void
  ) {
    guard !outline.edges.isEmpty else { return }
    let columns = area.columns.clamped(to: Self.pixels(from: outline.minX, to: outline.maxX))
    let rows = area.rows.clamped(to: Self.pixels(from: outline.minY, to: outline.maxY))
    guard !columns.isEmpty, !rows.isEmpty else { return }
    let height = min(rows.count, Self.rowCount(width: columns.count))
    let words = CoverageBand.words(columns: columns)
    if marks.count < words * height {
      marks.append(contentsOf: repeatElement(0, count: words * height - marks.count))
      cells.append(contentsOf: repeatElement(0, count: words * height * 64 - cells.count))
    }
    cells.withUnsafeMutableBufferPointer { cells in
      marks.withUnsafeMutableBufferPointer { marks in
        for top in stride(from: rows.lowerBound, to: rows.upperBound, by: height) {
          let band = CoverageBand(
            columns: columns, rows: top..<min(top + height, rows.upperBound), cells: cells, marks: marks)
          for edge in outline.edges { band.add(edge) }
          band.drain(body)
        }
      }
    }
  }

  private static func pixels(from start: Int, to end: Int) -> Range<Int> {
    (start >> Edge.precision)..<((end + Edge.one - 1) >> Edge.precision)
  }
}
