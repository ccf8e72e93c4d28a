/// The columns in which two pictures differ within a window's height of rows.
///
/// Where a whole window is the same in both pictures, both means are equal, and both variances equal the covariance, so
/// that SSIM is exactly 1 and need not be computed.
struct DifferenceColumns {
  /// The number of differing rows for each column.
  private var counts: [Int]

  init(width: Int) { counts = Array(repeating: 0, count: width) }

  /// Adds or subtracts a row's differences.
  mutating func count(_ moments: UnsafeMutablePointer<Double>, by step: Int) {
    counts.withUnsafeMutableBufferPointer { counts in
      var place = moments
      var count = counts.baseAddress!
      let end = count + counts.count
      while count < end {
        if place[0] != place[1] { count[0] += step }
        place += 5
        count += 1
      }
    }
  }

  /// Ranges of columns, none overlapping, that hold every column with a difference in its window.
  func spans(within columns: Range<Int>) -> [Range<Int>] {
    let radius = GaussianWindow.radius
    var spans: [Range<Int>] = []
    var (start, end) = (columns.lowerBound, columns.lowerBound)
    counts.withUnsafeBufferPointer { counts in
      let count = counts.baseAddress!
      var column = 0
      while column < counts.count {
        if count[column] > 0 {
          if column - radius > end {
            if start < end { spans.append(start..<end) }
            start = column - radius
          }
          end = min(column + radius + 1, columns.upperBound)
        }
        column += 1
      }
    }
    if start < end { spans.append(start..<end) }
    return spans
  }
}
