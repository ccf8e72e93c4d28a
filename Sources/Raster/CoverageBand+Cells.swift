extension CoverageBand {
  /// Adds the cells of an outline that lie within the band. Those to the left of it count as lying on its left side.
  func add(_ placed: PlacedCells) {
    let (row, column) = (placed.row &- rows.lowerBound, placed.column &- columns.lowerBound)
    let (rowCount, columnCount) = (rows.count, columns.count)
    placed.outline.cells.withUnsafeBufferPointer { cells in
      for cell in cells {
        let row = row &+ Int(cell.row)
        let column = max(0, column &+ Int(cell.column))
        // Negative numbers become large.
        if UInt(bitPattern: row) >= rowCount || column > columnCount { continue }
        let block = blocks + (row &* stride &+ (column >> 6) &* Self.blockSize)
        block[1 &+ column & 63] &+= Int(cell.difference)
        block[0] |= 1 &<< (column & 63)
      }
    }
  }

  /// Calls a closure with the cells other than 0, row by row from the left, and clears them.
  func drainCells(_ body: (_ row: Int, _ column: Int, _ difference: Int) -> Void) {
    for row in rows {
      for start in Swift.stride(from: 0, through: columns.count, by: 64) {
        let block = blocks + ((row - rows.lowerBound) * stride + start / 64 * Self.blockSize)
        var marks = UInt(bitPattern: block[0])
        block[0] = 0
        while marks != 0 {
          let bit = marks.trailingZeroBitCount
          marks &= marks &- 1
          if block[1 &+ bit] != 0 { body(row, columns.lowerBound + start + bit, block[1 &+ bit]) }
          block[1 &+ bit] = 0
        }
      }
    }
  }
}
