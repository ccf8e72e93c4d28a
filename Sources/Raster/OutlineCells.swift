import CRaster

/// What the edges of an outline add to the cells of a band (`CoverageBand`), for one place of its origin within a pixel.
///
/// Cells hold sums of integers. So those of a text are the sums of the cells of its glyphs, which need not be found from
/// edges again: a glyph of a tick label has about forty edges and seventy cells.
final class OutlineCells: Sendable {
  /// The pixels that the outline reaches, relative to the pixel in which its origin lies.
  let box: PixelArea
  /// The cells that are not zero, also relative to that pixel.
  let cells: [craster_cell]

  init(box: PixelArea, cells: [craster_cell]) {
    self.box = box
    self.cells = cells
  }

  /// The number of bytes that the cells take.
  var size: Int { cells.count * MemoryLayout<craster_cell>.stride }

  /// Returns whether the pixels that an outline reaches are few enough and near enough to the pixel (0, 0).
  ///
  /// The limit is a glyph of 120 pixels an em or more. Larger ones are rare, and cost less to find from edges.
  static func canHold(_ box: PixelArea) -> Bool {
    let near = -256...256
    return box.columns.count <= 128 && box.rows.count <= 128 && near.contains(box.columns.lowerBound)
      && near.contains(box.rows.lowerBound)
  }
}

/// Cells of an outline with its origin in some pixel.
struct PlacedCells {
  let outline: OutlineCells
  let column: Int
  let row: Int

  /// The pixels that the outline reaches.
  var box: PixelArea {
    let box = outline.box
    return PixelArea(
      columns: (box.columns.lowerBound + column)..<(box.columns.upperBound + column),
      rows: (box.rows.lowerBound + row)..<(box.rows.upperBound + row))
  }
}
