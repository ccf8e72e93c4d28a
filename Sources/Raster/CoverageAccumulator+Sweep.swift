extension CoverageAccumulator {
  /// Hands out the runs of equal winding inside an area, as `drain` does.
  ///
  /// Visits only the columns and rows that the outline reaches, as many rows at a time as there are cells for.
  mutating func sweep(
    _ outline: Outline, within area: PixelArea, _ body: (_ row: Int, _ columns: Range<Int>, _ winding: Int) -> Void
  ) {
    guard !outline.edges.isEmpty else { return }
    let columns = area.columns.clamped(to: CoverageAccumulator.pixels(from: outline.minX, to: outline.maxX))
    let rows = area.rows.clamped(to: CoverageAccumulator.pixels(from: outline.minY, to: outline.maxY))
    guard !columns.isEmpty, !rows.isEmpty else { return }
    let height = CoverageAccumulator.rowCount(width: columns.count)
    for top in stride(from: rows.lowerBound, to: rows.upperBound, by: height) {
      begin(columns: columns, rows: top..<min(top + height, rows.upperBound))
      for edge in outline.edges { add(edge) }
      drain(body)
    }
  }

  private static func pixels(from start: Int, to end: Int) -> Range<Int> {
    (start >> Edge.precision)..<((end + Edge.one - 1) >> Edge.precision)
  }
}
