import CRaster

extension CoverageBand {
  /// Adds the cells of an outline that lie within the band. Those to the left of it count as lying on its left side.
  func add(_ placed: PlacedCells) {
    placed.outline.cells.withUnsafeBufferPointer { cells in
      craster_add_cells(
        blocks, stride, rows.count, columns.count, cells.baseAddress, cells.count, placed.row - rows.lowerBound,
        placed.column - columns.lowerBound)
    }
  }

  /// Adds the runs of equal coverage to a list, row by row from the left, and clears all cells.
  func drain(into runs: inout ReusedList<CoverageRun>) {
    for (index, row) in rows.enumerated() {
      // There is room for an entry that is written and not kept.
      runs.append(atMost: columns.count + 2) { runs in
        craster_drain_runs(
          blocks + index * stride, columns.count, Int32(truncatingIfNeeded: row),
          Int32(truncatingIfNeeded: columns.lowerBound), runs)
      }
    }
  }

  /// Adds the cells other than 0 to a list, row by row from the left, and clears them.
  ///
  /// - Returns: Whether no difference has more than 32 bits; otherwise the list is of no use.
  func drain(into cells: inout ReusedList<craster_cell>) -> Bool {
    var areWithinLimit = true
    for (index, row) in rows.enumerated() {
      cells.append(atMost: columns.count + 2) { cells in
        let count = craster_drain_cells(
          blocks + index * stride, columns.count, Int16(truncatingIfNeeded: row),
          Int16(truncatingIfNeeded: columns.lowerBound), cells)
        if count >= 0 { return count }
        areWithinLimit = false
        return 0
      }
    }
    return areWithinLimit
  }
}
