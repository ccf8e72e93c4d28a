import Drawing
import Geometry

/// Neighbouring pixels of a row that are covered alike.
struct CoverageRun: Sendable {
  let row: Int32
  let start: Int32
  let end: Int32
  /// The step of coverage, from 1 to `Blender.levels`.
  let level: Int32
}

/// A source of the pixels that a shape covers. It can be read several times.
protocol CoverageSource: ~Copyable {
  /// Calls a closure with runs of pixels of equal coverage, row by row from the left. A level of 0 may occur.
  mutating func forEachRun(_ body: (_ row: Int, _ columns: Range<Int>, _ level: Int) -> Void)
}

extension [CoverageRun]: CoverageSource {
  @inline(__always)
  func forEachRun(_ body: (_ row: Int, _ columns: Range<Int>, _ level: Int) -> Void) {
    withUnsafeBufferPointer { runs in
      for run in runs {
        body(Int(run.row), Range(uncheckedBounds: (Int(run.start), Int(run.end))), Int(run.level))
      }
    }
  }
}

/// The pixels that the inside of a fill covers, found by a sweep over edges and cells.
struct OutlineCoverage: CoverageSource, ~Copyable {
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

  @inline(__always)
  mutating func forEachRun(_ body: (_ row: Int, _ columns: Range<Int>, _ level: Int) -> Void) {
    finder.accumulator.sweep(finder.outline, adding: placed, within: clip) { row, columns, winding in
      body(row, columns, Blender.level(winding: winding))
    }
  }

  /// All runs that are covered at all.
  mutating func runs() -> [CoverageRun] {
    var runs: [CoverageRun] = []
    forEachRun { row, columns, level in
      guard level > 0 else { return }
      runs.append(
        CoverageRun(
          row: Int32(truncatingIfNeeded: row), start: Int32(truncatingIfNeeded: columns.lowerBound),
          end: Int32(truncatingIfNeeded: columns.upperBound), level: Int32(truncatingIfNeeded: level)))
    }
    return runs
  }
}
