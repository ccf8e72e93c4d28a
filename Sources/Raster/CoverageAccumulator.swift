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
  /// Only the columns and rows that the shape reaches are visited.
  ///
  /// - Parameters:
  ///   - outline: The edges of the shape.
  ///   - placed: Outlines that belong to the shape too.
  ///   - area: The pixels in question.
  ///   - body: Takes a row, columns, and the mean winding number of each of these pixels, never 0, with
  ///     `CoverageBand.precision` bits after the binary point.
  @inline(__always)
  mutating func sweep(
    _ outline: borrowing Outline, adding placed: [PlacedCells] = [], within area: PixelArea,
    _ body: (_ row: Int, _ columns: Range<Int>, _ winding: Int) -> Void
  ) {
    var box = outline.box
    for cells in placed { box.formUnion(cells.box) }
    forEachBand(of: area.intersection(box)) { band in
      band.add(outline.edges)
      for cells in placed { band.add(cells) }
      band.drain(body)
    }
  }

  /// Returns what the edges of an outline add to the cells of all pixels that it reaches; nil if it is too much for
  /// `OutlineCells`.
  mutating func cells(of outline: borrowing Outline) -> OutlineCells? {
    let box = outline.box
    guard OutlineCells.canHold(box) else { return nil }
    var cells: [OutlineCells.Cell] = []
    var isWithinLimit = true
    // A band ignores edges on its right side, but here they end what is covered.
    var area = box
    area.columns = box.columns.lowerBound..<(box.columns.upperBound + 1)
    forEachBand(of: area) { band in
      band.add(outline.edges)
      band.drainCells { row, column, difference in
        guard let cell = OutlineCells.Cell(row: row, column: column, difference: difference) else {
          isWithinLimit = false
          return
        }
        cells.append(cell)
      }
    }
    return isWithinLimit ? OutlineCells(box: box, cells: cells) : nil
  }

  /// Divides an area into bands, and calls a closure with each, whose cells it has to clear.
  @inline(__always)
  private mutating func forEachBand(of area: PixelArea, _ body: (CoverageBand) -> Void) {
    let (columns, rows) = (area.columns, area.rows)
    guard !columns.isEmpty, !rows.isEmpty else { return }
    let height = min(rows.count, Self.rowCount(columns: columns))
    let size = CoverageBand.rowSize(columns: columns) * height
    if blocks.count < size { blocks = [Int](repeating: 0, count: max(size, Self.capacity)) }
    blocks.withUnsafeMutableBufferPointer { blocks in
      for top in stride(from: rows.lowerBound, to: rows.upperBound, by: height) {
        body(CoverageBand(columns: columns, rows: top..<min(top + height, rows.upperBound), blocks: blocks))
      }
    }
  }
}

extension Outline {
  /// The pixels that the edges reach.
  var box: PixelArea {
    func pixels(from start: Int, to end: Int) -> Range<Int> {
      (start >> Edge.precision)..<((end + Edge.one - 1) >> Edge.precision)
    }
    if edges.isEmpty { return PixelArea(columns: 0..<0, rows: 0..<0) }
    return PixelArea(columns: pixels(from: minX, to: maxX), rows: pixels(from: minY, to: maxY))
  }
}
