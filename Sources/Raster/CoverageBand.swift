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
///
/// A row is made of blocks: a word of 64 marks, and behind it the 64 cells that these mark. So a cell lies beside its mark,
/// and cells one below another do not fall on the same few lines of a core's cache, as they would at a power of two.
struct CoverageBand {
  /// Bits after the point of a sum.
  ///
  /// An area is a product of two lengths of 12 bits after the point, and it is kept twice, since the mean of two such
  /// is taken. With 63 − 25 bits before the point, no sum overflows before 2³⁸ edges meet in one cell.
  static let precision = 2 * Edge.precision + 1

  private static let blockSize = 65

  private let columns: Range<Int>
  private let rows: Range<Int>
  private let blocks: UnsafeMutablePointer<Int>
  /// From a row to the next.
  private let stride: Int
  /// Where columns and rows start and end, in fixed point.
  private let start: Int
  private let end: Int
  private let top: Int
  private let bottom: Int

  /// How many numbers a row takes up.
  static func rowSize(columns: Range<Int>) -> Int {
    // One cell more than pixels, for what the last pixel hands on to the right.
    (columns.count / 64 + 1) * blockSize
  }

  /// - Precondition: All is clear, and enough for the rows.
  init(columns: Range<Int>, rows: Range<Int>, blocks: UnsafeMutableBufferPointer<Int>) {
    stride = Self.rowSize(columns: columns)
    precondition(blocks.count >= stride * rows.count, "A band has a cell a pixel.")
    self.columns = columns
    self.rows = rows
    self.blocks = blocks.baseAddress!
    start = columns.lowerBound << Edge.precision
    end = columns.upperBound << Edge.precision
    top = rows.lowerBound << Edge.precision
    bottom = rows.upperBound << Edge.precision
  }

  /// Adds what of the edges lies within the band.
  func add(_ edges: UnsafeBufferPointer<Edge>) { for edge in edges { add(edge) } }

  @inline(__always)
  private func add(_ edge: Edge) {
    // As short as most edges of words are.
    if edge.y0 >= top, edge.y1 <= bottom, edge.y1 <= Self.cellEnd(after: edge.y0) {
      addLine(
        from: edge.x0, to: edge.x1, height: edge.y1 &- edge.y0, winding: edge.winding, of: row(of: edge.y0))
    } else {
      addLong(x0: edge.x0, y0: edge.y0, x1: edge.x1, y1: edge.y1, winding: edge.winding)
    }
  }

  /// Adds an edge that may go through several rows, and beyond the band.
  @inline(never)
  private func addLong(x0: Int, y0: Int, x1: Int, y1: Int, winding: Int) {
    let edge = Edge(x0: x0, y0: y0, x1: x1, y1: y1, winding: winding)
    let top = max(edge.y0, top)
    let bottom = min(edge.y1, bottom)
    guard top < bottom, min(edge.x0, edge.x1) < end else { return }
    var row = row(of: top)
    let x = max(edge.x0, edge.x1, start)
    if edge.x0 == edge.x1 || x == start {
      return addUpright(at: x, from: top, to: bottom, winding: edge.winding, of: row)
    }
    let rowEnd = Self.cellEnd(after: top)
    if bottom <= rowEnd {
      return addLine(
        from: edge.x(at: top), to: edge.x(at: bottom), height: bottom &- top, winding: edge.winding, of: row)
    }
    let firstX = edge.x(at: top)
    var y = rowEnd
    var x0 = edge.x(at: y)
    addLine(from: firstX, to: x0, height: y &- top, winding: edge.winding, of: row)
    row += stride
    if y + Edge.one <= bottom {
      var walk = EdgeWalk(edge, at: y)
      repeat {
        walk.advance()
        addLine(from: x0, to: walk.x, height: Edge.one, winding: edge.winding, of: row)
        x0 = walk.x
        y &+= Edge.one
        row += stride
      } while y &+ Edge.one <= bottom
    }
    if y < bottom {
      addLine(from: x0, to: edge.x1, height: bottom &- y, winding: edge.winding, of: row)
    }
  }

  /// The next boundary between pixels, below or right of a place, which may itself lie on one.
  @inline(__always)
  private static func cellEnd(after place: Int) -> Int { (place | (Edge.one &- 1)) &+ 1 }

  @inline(__always)
  private func column(of x: Int) -> Int { (x &- start) >> Edge.precision }

  @inline(__always)
  private func row(of y: Int) -> UnsafeMutablePointer<Int> { blocks + ((y &- top) >> Edge.precision) &* stride }

  /// Adds a part of an upright edge, which goes through the same column in every row.
  private func addUpright(at x: Int, from top: Int, to bottom: Int, winding: Int, of row: UnsafeMutablePointer<Int>) {
    let column = column(of: x)
    let sides = 2 &* (x & (Edge.one &- 1))
    let firstEnd = min(bottom, Self.cellEnd(after: top))
    add((firstEnd &- top) &* winding, at: column, of: row, sides: sides)
    let wholeRows = (bottom &- firstEnd) >> Edge.precision
    for index in 0..<wholeRows {
      add(Edge.one &* winding, at: column, of: row + (index &+ 1) &* stride, sides: sides)
    }
    let rest = (bottom &- firstEnd) & (Edge.one &- 1)
    if rest > 0 { add(rest &* winding, at: column, of: row + (wholeRows &+ 1) &* stride, sides: sides) }
  }

  /// Adds a line within a row.
  @inline(__always)
  private func addLine(from x0: Int, to x1: Int, height: Int, winding: Int, of row: UnsafeMutablePointer<Int>) {
    let left = min(x0, x1)
    let right = max(x0, x1)
    if left >= start, left < end, right <= Self.cellEnd(after: left) {
      add(height &* winding, at: column(of: left), of: row, sides: left &+ right &- 2 &* (left & -Edge.one))
    } else {
      addLine(left: left, right: right, height: height, winding: winding, of: row)
    }
  }

  /// Adds a line that may go through several cells of a row.
  @inline(never)
  private func addLine(left: Int, right: Int, height: Int, winding: Int, of row: UnsafeMutablePointer<Int>) {
    if left >= end { return }
    if right <= start { return add(height &* winding, at: 0, of: row, sides: 0) }
    let pixel = left & -Edge.one
    var boundary = pixel &+ Edge.one
    var column = column(of: pixel)
    if right <= boundary { return add(height &* winding, at: column, of: row, sides: left &+ right &- 2 &* pixel) }

    // The part of the height that the line has gone through up to x is ⌊(x − left) · height / width⌋. Differences of it
    // add up to the height, however each is rounded.
    let width = right &- left
    if left < start { boundary = start }
    var (reached, remainder) = ((boundary &- left) &* height).quotientAndRemainder(dividingBy: width)
    if left < start {
      add(reached &* winding, at: 0, of: row, sides: 0)
      column = 0
    } else {
      add(reached &* winding, at: column, of: row, sides: left &+ boundary &- 2 &* pixel)
      column &+= 1
    }
    if boundary &+ Edge.one < right {
      let (step, stepRemainder) = (Edge.one &* height).quotientAndRemainder(dividingBy: width)
      repeat {
        if boundary >= end { return }
        var part = step
        remainder &+= stepRemainder
        if remainder >= width {
          remainder &-= width
          part &+= 1
        }
        add(part &* winding, at: column, of: row, sides: Edge.one)
        reached &+= part
        column &+= 1
        boundary &+= Edge.one
      } while boundary &+ Edge.one < right
    }
    if boundary < end { add((height &- reached) &* winding, at: column, of: row, sides: right &- boundary) }
  }

  /// Adds a line through one cell, where `sides` is the sum of the distances of its ends from the cell's left.
  @inline(__always)
  private func add(_ signedHeight: Int, at column: Int, of row: UnsafeMutablePointer<Int>, sides: Int) {
    let right = signedHeight &* sides
    let block = row + (column >> 6) &* Self.blockSize
    let bit = column & 63
    let cell = block + (1 &+ bit)
    cell[0] &+= signedHeight &* (2 &* Edge.one) &- right
    if bit < 63 {
      cell[1] &+= right
      block[0] |= 3 &<< bit
    } else {
      // The cell to the right stands in the next block, behind its marks.
      cell[2] &+= right
      block[0] |= 1 &<< bit
      cell[1] |= 1
    }
  }

  /// Hands out the runs of equal sums that are not 0, row by row from the left, and clears all cells.
  @inline(__always)
  func drain(_ body: (_ row: Int, _ columns: Range<Int>, _ winding: Int) -> Void) {
    let (first, last) = (columns.lowerBound, columns.upperBound)
    var block = blocks
    for row in rows {
      var sum = 0
      var column = first
      var blockColumn = first
      while blockColumn <= last {
        var marks = UInt(bitPattern: block[0])
        if marks != 0 { block[0] = 0 }
        while marks != 0 {
          let bit = marks.trailingZeroBitCount
          marks &= marks &- 1
          let difference = block[1 &+ bit]
          // Where one edge takes back what another gave, as between two bars, the run goes on.
          if difference == 0 { continue }
          block[1 &+ bit] = 0
          let next = blockColumn &+ bit
          if sum != 0 { body(row, Range(uncheckedBounds: (column, next)), sum) }
          column = next
          sum &+= difference
        }
        blockColumn &+= 64
        block += Self.blockSize
      }
      if sum != 0 && column < last { body(row, Range(uncheckedBounds: (column, last)), sum) }
    }
  }
}
