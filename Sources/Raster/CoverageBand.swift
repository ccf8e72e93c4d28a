/// The signed areas that edges leave in the pixels of a band of rows.
///
/// The method of Raph Levien's font-rs
/// (https://medium.com/@raphlinus/inside-the-fastest-font-renderer-in-the-world-75ae5270c445), which
/// golang.org/x/image/vector and stb_truetype share: an edge that goes down by h through a pixel covers all that lies
/// to the right of it by h, and its own pixel by h times the part that lies to its right. Each cell keeps by how much
/// the coverage of its pixel differs from that of the pixel to the left, so the sum along a row is the winding,
/// averaged over each pixel. What lies left of the band counts as lying on its left edge; what lies right of it counts
/// for nothing.
///
/// One bit a cell marks what was touched: between two marks the sum does not change, so that rows and runs without an
/// edge cost next to nothing, and only the touched cells need clearing for the next path.
struct CoverageBand {
  /// Bits after the point of a sum.
  ///
  /// An area is a product of two lengths of 12 bits after the point, and it is kept twice, since the mean of two such
  /// is taken. With 63 − 25 bits before the point, no sum overflows before 2³⁸ edges meet in one cell.
  static let precision = 2 * Edge.precision + 1

  private let columns: Range<Int>
  private let rows: Range<Int>
  private let cells: UnsafeMutableBufferPointer<Int>
  private let marks: UnsafeMutableBufferPointer<UInt64>
  /// Words of 64 marks in a row.
  private let words: Int
  /// From a cell to the one below.
  private let stride: Int
  /// Where the columns start and end, in fixed point.
  private let start: Int
  private let end: Int

  /// How many words of 64 marks, of a cell each, a row of a band has.
  static func words(columns: Range<Int>) -> Int {
    // One cell more than pixels, for what the last pixel hands on to the right.
    columns.count / 64 + 1
  }

  /// - Precondition: Cells and marks are clear, and enough for the rows.
  init(
    columns: Range<Int>, rows: Range<Int>, cells: UnsafeMutableBufferPointer<Int>,
    marks: UnsafeMutableBufferPointer<UInt64>
  ) {
    words = Self.words(columns: columns)
    precondition(
      marks.count >= words * rows.count && cells.count >= 64 * words * rows.count, "A band has a cell a pixel.")
    stride = 64 * words
    self.columns = columns
    self.rows = rows
    self.cells = cells
    self.marks = marks
    start = columns.lowerBound << Edge.precision
    end = columns.upperBound << Edge.precision
  }

  func add(_ edge: Edge) {
    let top = max(edge.y0, rows.lowerBound << Edge.precision)
    let bottom = min(edge.y1, rows.upperBound << Edge.precision)
    guard top < bottom, min(edge.x0, edge.x1) < end else { return }
    var row = ((top >> Edge.precision) - rows.lowerBound) * stride
    let x = max(edge.x0, edge.x1, start)
    if edge.x0 == edge.x1 || x == start {
      return addUpright(at: x, from: top, to: bottom, winding: edge.winding, row: row)
    }
    let rowEnd = Self.rowEnd(below: top)
    if bottom <= rowEnd {
      return addLine(
        from: edge.x(at: top), to: edge.x(at: bottom), height: bottom - top, winding: edge.winding, row: row)
    }
    let firstX = edge.x(at: top)
    var y = rowEnd
    var x0 = edge.x(at: y)
    addLine(from: firstX, to: x0, height: y - top, winding: edge.winding, row: row)
    row += stride
    if y + Edge.one <= bottom {
      var walk = EdgeWalk(edge, at: y)
      repeat {
        walk.advance()
        addLine(from: x0, to: walk.x, height: Edge.one, winding: edge.winding, row: row)
        x0 = walk.x
        y += Edge.one
        row += stride
      } while y + Edge.one <= bottom
    }
    if y < bottom {
      addLine(from: x0, to: edge.x1, height: bottom - y, winding: edge.winding, row: row)
    }
  }

  private static func rowEnd(below y: Int) -> Int { (y | (Edge.one - 1)) + 1 }

  /// Adds a part of an upright edge, which goes through the same column in every row.
  private func addUpright(at x: Int, from top: Int, to bottom: Int, winding: Int, row: Int) {
    let cell = row + (x - start) >> Edge.precision
    let sides = 2 * (x & (Edge.one - 1))
    let rowEnd = min(bottom, Self.rowEnd(below: top))
    add((rowEnd - top) * winding, at: cell, sides: sides)
    let wholeRows = (bottom - rowEnd) >> Edge.precision
    let right = Edge.one * winding * sides
    addColumn(Edge.one * winding * 2 * Edge.one - right, at: cell + stride, count: wholeRows)
    if right != 0 { addColumn(right, at: cell + stride + 1, count: wholeRows) }
    let rest = (bottom - rowEnd) & (Edge.one - 1)
    if rest > 0 { add(rest * winding, at: cell + (wholeRows + 1) * stride, sides: sides) }
  }

  /// Adds the same to cells one below another.
  private func addColumn(_ area: Int, at top: Int, count: Int) {
    let mark = 1 &<< UInt64(truncatingIfNeeded: top & 63)
    var cell = top
    for _ in 0..<count {
      cells[cell] &+= area
      marks[cell >> 6] |= mark
      cell &+= stride
    }
  }

  /// Adds a line within the row that starts at a cell.
  private func addLine(from x0: Int, to x1: Int, height: Int, winding: Int, row: Int) {
    let left = min(x0, x1)
    let right = max(x0, x1)
    if left >= end { return }
    if right <= start { return add(height &* winding, at: row, sides: 0) }
    let pixel = left & -Edge.one
    var boundary = pixel + Edge.one
    var cell = row + (pixel - start) >> Edge.precision
    if right <= boundary { return add(height &* winding, at: cell, sides: left &+ right &- 2 &* pixel) }

    // The part of the height that the line has gone through up to x is ⌊(x − left) · height / width⌋. Differences of it
    // add up to the height, however each is rounded.
    let width = right - left
    if left < start { boundary = start }
    var (reached, remainder) = ((boundary - left) &* height).quotientAndRemainder(dividingBy: width)
    if left < start {
      add(reached &* winding, at: row, sides: 0)
      cell = row
    } else {
      add(reached &* winding, at: cell, sides: left &+ boundary &- 2 &* pixel)
      cell += 1
    }
    if boundary + Edge.one < right {
      let (step, stepRemainder) = (Edge.one &* height).quotientAndRemainder(dividingBy: width)
      repeat {
        if boundary >= end { return }
        var part = step
        remainder &+= stepRemainder
        if remainder >= width {
          remainder &-= width
          part &+= 1
        }
        add(part &* winding, at: cell, sides: Edge.one)
        reached &+= part
        cell += 1
        boundary += Edge.one
      } while boundary + Edge.one < right
    }
    if boundary < end { add((height - reached) &* winding, at: cell, sides: right - boundary) }
  }

  /// Adds a line through one cell, where `sides` is the sum of the distances of its ends from the cell's left.
  @inline(__always)
  private func add(_ signedHeight: Int, at cell: Int, sides: Int) {
    let right = signedHeight &* sides
    cells[cell] &+= signedHeight &* (2 * Edge.one) &- right
    cells[cell + 1] &+= right
    let word = cell >> 6
    let bit = cell & 63
    marks[word] |= 3 &<< UInt64(truncatingIfNeeded: bit)
    if bit == 63 { marks[word + 1] |= 1 }
  }

  /// Hands out the runs of equal sums that are not 0, row by row from the left, and clears all cells.
  func drain(_ body: (_ row: Int, _ columns: Range<Int>, _ winding: Int) -> Void) {
    for row in rows {
      let firstWord = (row - rows.lowerBound) * words
      var sum = 0
      var column = columns.lowerBound
      for word in firstWord..<(firstWord + words) where marks[word] != 0 {
        var bits = marks[word]
        marks[word] = 0
        let wordColumn = columns.lowerBound + (word - firstWord) * 64
        repeat {
          let bit = bits.trailingZeroBitCount
          bits &= bits - 1
          let difference = cells[word * 64 + bit]
          // Where one edge takes back what another gave, as between two bars, the run goes on.
          if difference == 0 { continue }
          cells[word * 64 + bit] = 0
          if sum != 0 { body(row, Range(uncheckedBounds: (column, wordColumn + bit)), sum) }
          column = wordColumn + bit
          sum &+= difference
        } while bits != 0
      }
      if sum != 0 && column < columns.upperBound { body(row, column..<columns.upperBound, sum) }
    }
  }
}
