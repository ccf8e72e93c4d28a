import CRaster

/// Computes how much of each pixel an outline covers, one band of rows at a time.
struct CoverageAccumulator: ~Copyable {
  /// The number of cells and marks of a band, unless a single row has more: 256 KB, which fit a core's cache and which
  /// the system allocates quickly.
  private static let capacity = 1 << 15

  /// The memory of a band; all zeros between two sweeps.
  private var blocks = UnsafeMutableBufferPointer<Int>(start: nil, count: 0)
  private(set) var runs = ReusedList<CoverageRun>()
  private var spans = ReusedList<CoverageSpan>()
  private var cells = ReusedList<craster_cell>()

  init() {}

  deinit { blocks.deallocate() }

  /// The number of rows of a band of these columns, at least one.
  static func rowCount(columns: Range<Int>) -> Int { max(1, capacity / CoverageBand.rowSize(columns: columns)) }

  /// Calls a closure with the covered pixels inside an area, band by band, row by row from the left.
  ///
  /// - Parameters:
  ///   - outline: The edges of the shape.
  ///   - placed: Outlines that belong to the shape too.
  ///   - area: The pixels in question.
  ///   - strip: The strip in which the pixels lie.
  ///   - body: Takes the spans of a band.
  mutating func sweep(
    _ outline: borrowing Outline, adding placed: [PlacedCells], within area: PixelArea, of strip: PixelArea,
    _ body: (_ spans: UnsafeBufferPointer<CoverageSpan>) -> Void
  ) {
    var top = area.rows.lowerBound
    while findRuns(of: outline, adding: placed, within: area, from: &top) {
      spans.removeAll()
      let runs = runs.elements
      let pixelCount = strip.columns.count * strip.rows.count
      spans.append(atMost: runs.count + pixelCount / Int(CRASTER_LONGEST_SPAN) + 1) { spans in
        craster_make_spans(
          runs.baseAddress, runs.count, strip.columns.count, Int32(truncatingIfNeeded: strip.rows.lowerBound), spans)
      }
      body(spans.elements)
    }
  }

  /// Finds the runs of equally covered pixels of the next band, row by row from the left.
  ///
  /// Only the columns and rows that the shape reaches are visited.
  ///
  /// - Parameters:
  ///   - outline: The edges of the shape.
  ///   - placed: Outlines that belong to the shape too.
  ///   - area: The pixels in question.
  ///   - top: The first row that is not found yet, which is moved on.
  /// - Returns: Whether there is another band; its runs are in `runs`.
  mutating func findRuns(
    of outline: borrowing Outline, adding placed: [PlacedCells] = [], within area: PixelArea, from top: inout Int
  ) -> Bool {
    var box = outline.box
    for cells in placed { box.formUnion(cells.box) }
    let area = area.intersection(box)
    top = max(top, area.rows.lowerBound)
    guard let band = nextBand(of: area, from: &top) else { return false }
    band.add(outline.edges)
    for cells in placed { band.add(cells) }
    runs.removeAll()
    band.drain(into: &runs)
    return true
  }

  /// Returns what the edges of an outline add to the cells of all pixels that it reaches; nil if it is too much for
  /// `OutlineCells`.
  mutating func cells(of outline: borrowing Outline) -> OutlineCells? {
    let box = outline.box
    guard OutlineCells.canHold(box) else { return nil }
    // A band ignores edges on its right side, but here they end what is covered.
    var area = box
    if !box.columns.isEmpty { area.columns = box.columns.lowerBound..<(box.columns.upperBound + 1) }
    cells.removeAll()
    var areWithinLimit = true
    var top = area.rows.lowerBound
    while let band = nextBand(of: area, from: &top) {
      band.add(outline.edges)
      areWithinLimit = band.drain(into: &cells) && areWithinLimit
    }
    return areWithinLimit ? OutlineCells(box: box, cells: Array(cells.elements)) : nil
  }

  /// Returns the band of an area that begins at a row, which is moved on to the next band; nil below the area.
  @inline(__always)
  private mutating func nextBand(of area: PixelArea, from top: inout Int) -> CoverageBand? {
    guard !area.columns.isEmpty, top < area.rows.upperBound else { return nil }
    let rows = top..<min(top + Self.rowCount(columns: area.columns), area.rows.upperBound)
    let size = CoverageBand.rowSize(columns: area.columns) * rows.count
    if blocks.count < size {
      blocks.deallocate()
      blocks = .allocate(capacity: max(size, Self.capacity))
      blocks.initialize(repeating: 0)
    }
    top = rows.upperBound
    return CoverageBand(columns: area.columns, rows: rows, blocks: blocks)
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
