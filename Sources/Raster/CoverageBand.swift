/// The signed areas that edges cover in the pixels of a band of rows.
///
/// The method is that of Raph Levien's font-rs
/// (https://medium.com/@raphlinus/inside-the-fastest-font-renderer-in-the-world-75ae5270c445), which
/// golang.org/x/image/vector and stb_truetype use too: an edge that goes down by h through a pixel covers every pixel
/// to the right of it by h, and its own pixel by h times the part of it to the right of the edge. Each cell stores the
/// difference between the coverage of its pixel and that of the pixel to the left, so that the sum along a row is the
/// mean winding number of each pixel. Edges left of the band count as lying on its left side; edges right of it are
/// ignored.
///
/// One bit per cell marks the cells that were changed. Between two marks the sum does not change, so that rows and runs
/// without an edge cost next to nothing, and only the marked cells have to be cleared for the next path.
///
/// A row consists of blocks: a word of 64 marks followed by the 64 cells that they mark. Thus a cell is near its mark,
/// and the cells of a column do not share a few lines of a core's cache, as they would if the length of a row were a
/// power of two.
struct CoverageBand {
  /// The number of bits after the binary point of a sum.
  ///
  /// An area is a product of two lengths with 12 bits after the point, and it is stored doubled, since it is the mean
  /// of two such products. With 63 − 25 bits before the point, no sum overflows before 2³⁸ edges meet in one cell.
  static let precision = 2 * Edge.precision + 1

  static let blockSize = 65

  let columns: Range<Int>
  let rows: Range<Int>
  let blocks: UnsafeMutablePointer<Int>
  /// The distance from a row to the next, in words.
  let stride: Int
  /// The left, right, upper and lower limit of the band in fixed point.
  private let start: Int
  private let end: Int
  private let top: Int
  private let bottom: Int

  /// The number of words of a row.
  static func rowSize(columns: Range<Int>) -> Int {
    // There is one cell more than pixels, for the difference to the right of the last pixel.
    (columns.count / 64 + 1) * blockSize
  }

  /// Creates a band in memory that is provided by the caller.
  ///
  /// - Precondition: All words are zero, and there are enough of them for the rows.
  init(columns: Range<Int>, rows: Range<Int>, blocks: UnsafeMutableBufferPointer<Int>) {
    stride = Self.rowSize(columns: columns)
    precondition(blocks.count >= stride * rows.count, "A band has a cell for each pixel.")
    self.columns = columns
    self.rows = rows
    self.blocks = blocks.baseAddress!
    start = columns.lowerBound << Edge.precision
    end = columns.upperBound << Edge.precision
    top = rows.lowerBound << Edge.precision
    bottom = rows.upperBound << Edge.precision
  }

  /// Adds the parts of edges that lie within the band.
  func add(_ edges: UnsafeBufferPointer<Edge>) { for edge in edges { add(edge) } }

  @inline(__always)
  private func add(_ edge: Edge) {
    // Most edges of text are as short as this.
    if edge.y0 >= top, edge.y1 <= bottom, edge.y1 <= Self.cellEnd(after: edge.y0) {
      addLine(
        from: edge.x0, to: edge.x1, height: edge.y1 &- edge.y0, winding: edge.winding, of: row(of: edge.y0))
    } else {
      addLong(x0: edge.x0, y0: edge.y0, x1: edge.x1, y1: edge.y1, winding: edge.winding)
    }
  }

  /// Adds an edge that may cross several rows and leave the band.
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
      var position = EdgePosition(edge, at: y)
      repeat {
        position.advance()
        addLine(from: x0, to: position.x, height: Edge.one, winding: edge.winding, of: row)
        x0 = position.x
        y &+= Edge.one
        row += stride
      } while y &+ Edge.one <= bottom
    }
    if y < bottom {
      addLine(from: x0, to: edge.x1, height: bottom &- y, winding: edge.winding, of: row)
    }
  }

  /// Returns the next boundary between pixels below or right of a coordinate, which may itself lie on a boundary.
  @inline(__always)
  private static func cellEnd(after place: Int) -> Int { (place | (Edge.one &- 1)) &+ 1 }

  @inline(__always)
  private func column(of x: Int) -> Int { (x &- start) >> Edge.precision }

  @inline(__always)
  private func row(of y: Int) -> UnsafeMutablePointer<Int> { blocks + ((y &- top) >> Edge.precision) &* stride }

  /// Adds a part of a vertical edge, which crosses the same column in every row.
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

  /// Adds a line that lies within a row.
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

  /// Adds a line that may cross several cells of a row.
  @inline(never)
  private func addLine(left: Int, right: Int, height: Int, winding: Int, of row: UnsafeMutablePointer<Int>) {
    if left >= end { return }
    if right <= start { return add(height &* winding, at: 0, of: row, sides: 0) }
    let pixel = left & -Edge.one
    var boundary = pixel &+ Edge.one
    var column = column(of: pixel)
    if right <= boundary { return add(height &* winding, at: column, of: row, sides: left &+ right &- 2 &* pixel) }

    // Up to x the line covers ⌊(x − left) · height / width⌋ of the height. The differences of this add up to the
    // height, however each is rounded.
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

  /// Adds a line within one cell, where `sides` is the sum of the distances of its ends from the left side of the cell.
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
      // The cell to the right is in the next block, after its marks.
      cell[2] &+= right
      block[0] |= 1 &<< bit
      cell[1] |= 1
    }
  }
}
