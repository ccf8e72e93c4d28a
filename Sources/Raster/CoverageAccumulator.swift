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
struct CoverageAccumulator {
  /// Bits after the point of a sum.
  ///
  /// An area is a product of two lengths of 12 bits after the point, and it is kept twice, since the mean of two such
  /// is taken.
  static let precision = 2 * Edge.precision + 1
  /// How many cells there are at most: 256 KB, which stay in a core's cache, and which the system hands out quickly.
  ///
  /// With 63 − 25 bits before the point, no sum overflows before 2³⁸ edges meet in one cell.
  private static let capacity = 1 << 15

  private(set) var columns = 0..<0
  private(set) var rows = 0..<0
  private var cells: [Int] = []
  private var marks: [UInt64] = []
  /// Words of 64 marks in a row.
  private var words = 0

  /// How many rows of that width fit at once, at least one.
  static func rowCount(width: Int) -> Int { max(1, capacity / (width + 64)) }

  /// Chooses the pixels that the next edges are for; all cells are clear.
  mutating func begin(columns: Range<Int>, rows: Range<Int>) {
    self.columns = columns
    self.rows = rows
    // One cell more than pixels, for what the last pixel hands on to the right.
    words = columns.count / 64 + 1
    let count = words * rows.count
    if marks.count < count {
      marks.append(contentsOf: repeatElement(0, count: count - marks.count))
      cells.append(contentsOf: repeatElement(0, count: count * 64 - cells.count))
    }
  }

  mutating func add(_ edge: Edge) {
    let top = max(edge.y0, rows.lowerBound << Edge.precision)
    let bottom = min(edge.y1, rows.upperBound << Edge.precision)
    guard top < bottom else { return }
    var y = top
    var x = edge.x(at: y)
    while y < bottom {
      let row = y >> Edge.precision
      let nextY = min(bottom, (row + 1) << Edge.precision)
      let nextX = edge.x(at: nextY)
      add(
        from: min(x, nextX), to: max(x, nextX), height: nextY - y, winding: edge.winding,
        word: (row - rows.lowerBound) * words)
      (x, y) = (nextX, nextY)
    }
  }

  /// Adds a line within one row, whose marks start at `word`.
  private mutating func add(from left: Int, to right: Int, height: Int, winding: Int, word: Int) {
    let start = columns.lowerBound << Edge.precision
    let end = columns.upperBound << Edge.precision
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
      let next = share(nextX)
      if next > reached {
        add((next - reached) * winding, at: word * 64 + column - columns.lowerBound, sides: x + nextX - 2 * pixel)
      }
      (x, reached) = (nextX, next)
    }
  }

  /// Adds a line through one cell, where `sides` is the sum of the distances of its ends from the cell's left.
  private mutating func add(_ signedHeight: Int, at cell: Int, sides: Int) {
    cells[cell] &+= signedHeight &* (2 * Edge.one - sides)
    marks[cell >> 6] |= 1 << UInt64(cell & 63)
    if sides != 0 {
      cells[cell + 1] &+= signedHeight &* sides
      marks[(cell + 1) >> 6] |= 1 << UInt64((cell + 1) & 63)
    }
  }

  /// Hands out the runs of equal sums that are not 0, row by row from the left, and clears all cells.
  ///
  /// - Parameter body: Takes a row, columns, and the winding averaged over each of these pixels, with `precision` bits
  /// after the point.
  mutating func drain(_ body: (_ row: Int, _ columns: Range<Int>, _ winding: Int) -> Void) {
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
