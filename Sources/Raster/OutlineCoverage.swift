import CRaster
import Drawing
import Geometry

/// Neighbouring pixels of a row that are covered alike.
typealias CoverageRun = craster_run

/// Neighbouring pixels of a strip that are covered alike, as they are blended.
typealias CoverageSpan = craster_span

/// The pixels that the inside of a fill covers, found by a sweep over edges and cells.
struct OutlineCoverage: ~Copyable {
  private var finder = CellFinder()
  /// The outlines whose cells are known; the others are in the outline of `finder`.
  private var placed: [PlacedCells] = []
  private var clip = PixelArea(columns: 0..<0, rows: 0..<0)

  init() {}

  /// Goes over to the area of another fill, reusing the memory.
  mutating func replace(with fill: Fill, within clip: PixelArea, reusing cache: CoverageCache) {
    self.clip = clip
    placed.removeAll(keepingCapacity: true)
    if let outlines = fill.outlines {
      finder.outline.replace(with: cache.outlines.place(outlines, in: &placed, using: &finder))
    } else {
      finder.outline.replace(with: fill.path)
    }
  }

  /// Calls a closure with the covered pixels of a strip, band by band, row by row from the left.
  mutating func forEachBand(of strip: PixelArea, _ body: (_ spans: UnsafeBufferPointer<CoverageSpan>) -> Void) {
    finder.accumulator.sweep(finder.outline, adding: placed, within: clip, of: strip, body)
  }
}
