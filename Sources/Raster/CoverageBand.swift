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
    var word = ((top >> Edge.precision) - rows.lowerBound) * words
    if edge.x0 == edge.x1 { return addUpright(edge, from: top, to: bottom, word: word) }
    var y = top
    var x = edge.x(at: y)
    while y < bottom {
      let nextY = min(bottom, (y >> Edge.precision + 1) << Edge.precision)
      let nextX = edge.x(at: nextY)
      add(from: min(x, nextX), to: max(x, nextX), height: nextY - y, winding: edge.winding, word: word)
      (x, y) = (nextX, nextY)
      word += words
    }
  }

  /// Adds a part of an upright edge, which goes through the same column in every row.
  private func addUpright(_ edge: Edge, from top: Int, to bottom: Int, word: Int) {
    let x = max(edge.x0, start)
    let sides = 2 * (x & (Edge.one - 1))
    var cell = word * 64 + (x - start) >> Edge.precision
    var y = top
    while y < bottom {
      let nextY = min(bottom, (y >> Edge.precision + 1) << Edge.precision)
      add((nextY - y) * edge.winding, at: cell, sides: sides)
      y = nextY
      cell += words * 64
    }
  }

  /// Adds a line within one row, whose marks start at `word`.
  private func add(from left: Int, to right: Int, height: Int, winding: Int, word: Int) {
    if left >= end { return }
    if right <= start { return add(height * winding, at: word * 64, sides: 0) }
    if left >> Edge.precision == right >> Edge.precision {
      let column = left >> Edge.precision
      let pixel = column << Edge.precision
      return add(height * winding, at: word * 64 + column - columns.lowerBound, sides: left + right - 2 * pixel)
    }
    let width = right - left
    // The part of the height that the line has gone through up to x. Differences of it add up to the height, however
    // each is rounded.
    func share(_ x: Int) -> Int { (x - left) * height / width }

    var x = max(left, start)
    var reached = share(x)
    if reached > 0 { add(reached * winding, at: word * 64, sides: 0) }
    while x < min(right, end) {
      let column = x >> Edge.precision
      let pixel = column << Edge.precision
      let nextX = min(right, pixel + Edge.one)
      let next = nextX == right ? height : share(nextX)
      if next > reached {
        add((next - reached) * winding, at: word * 64 + column - columns.lowerBound, sides: x + nextX - 2 * pixel)
      }
      (x, reached) = (nextX, next)
    }
  }

  /// Adds a line through one cell, where `sides` is the sum of the distances of its ends from the cell's left.
  private func add(_ signedHeight: Int, at cell: Int, sides: Int) {
    cells[cell] &+= signedHeight &* (2 * Edge.one - sides)
    marks[cell >> 6] |= 1 << UInt64(cell & 63)
    if sides != 0 {
      cells[cell + 1] &+= signedHeight &* sides
      marks[(cell + 1) >> 6] |= 1 << UInt64((cell + 1) & 63)
    }
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
        while bits != 0 {
          let cell = word * 64 + bits.trailingZeroBitCount
          bits &= bits - 1
          // Where one edge takes back what another gave, as between two bars, the run goes on.
          if cells[cell] == 0 { continue }
          let touched = min(columns.lowerBound + cell - firstWord * 64, columns.upperBound)
          if sum != 0 && column < touched { body(row, column..<touched, sum) }
          column = touched
          sum &+= cells[cell]
          cells[cell] = 0
        }
      }
      if sum != 0 && column < columns.upperBound { body(row, column..<columns.upperBound, sum) }
    }
  }
}
