import Geometry

/// Divides the paper into rows and columns of equally large frames. All lengths are in pixels.
struct FrameGrid {
  /// The number of frames; the last row may be shorter than the others.
  let count: Int
  let columns: Int
  let rows: Int
  private let paper: Size
  private let padding: Double
  /// The space on either side between two columns, and between two rows.
  private let between: Size
  /// The height of the figure's title, and of its caption, with the space around them.
  private let header: Double
  private let footer: Double

  /// Creates a grid on paper.
  ///
  /// - Parameter columns: The number of frames in a row, or nil for all of them in one row.
  init(of count: Int, columns: Int?, on paper: Paper, header: Double, footer: Double) {
    self.count = count
    self.columns = max(1, min(columns ?? count, count))
    rows = max(1, (count + self.columns - 1) / self.columns)
    self.paper = paper.size
    padding = paper.padding
    let spacing = paper.style.panelSpacing / 2
    between = Size(
      width: max(padding, spacing / Double(self.columns) * paper.size.width),
      height: max(padding, spacing / Double(rows) * paper.size.height))
    self.header = header
    self.footer = footer
  }

  /// The space that each panel may take with its texts.
  var cell: Size {
    Size(
      width: paper.width / Double(columns) - 2 * between.width,
      height: (paper.height - header - footer) / Double(rows) - 2 * between.height)
  }

  /// The frames in matplotlib's default place, with which a layout starts.
  var firstGuess: [Rect] {
    let all = Rect(
      minX: 0.125 * paper.width, minY: 0.12 * paper.height, maxX: 0.9 * paper.width, maxY: 0.89 * paper.height)
    let width = all.width / (Double(columns) + 0.2 * Double(columns - 1))
    let height = all.height / (Double(rows) + 0.2 * Double(rows - 1))
    return (0..<count).map { place in
      Rect(
        x: all.minX + Double(place % columns) * 1.2 * width, y: all.minY + Double(place / columns) * 1.2 * height,
        width: width, height: height)
    }
  }

  /// Returns equally large frames in straight rows and columns, with room for the insets of each.
  ///
  /// The width or height is not positive if the paper is too small.
  func frames(within insets: [Insets]) -> [Rect] {
    func largest(_ places: some Sequence<Int>) -> Insets {
      places.lazy.map { insets[$0] }.reduce(nil as Insets?) { $0?.union($1) ?? $1 }
        ?? Insets(left: 0, top: 0, right: 0, bottom: 0)
    }
    let columnInsets = (0..<columns).map { largest(stride(from: $0, to: count, by: columns)) }
    let rowInsets = (0..<rows).map { largest(($0 * columns)..<min(($0 + 1) * columns, count)) }

    let margins = columnInsets.indices.map { column in
      (
        left: columnInsets[column].left + (column == 0 ? padding : between.width),
        right: columnInsets[column].right + (column == columns - 1 ? padding : between.width)
      )
    }
    let width = (paper.width - margins.reduce(0) { $0 + $1.left + $1.right }) / Double(columns)
    let top = header + padding + rowInsets[0].top
    let gaps = zip(rowInsets, rowInsets.dropFirst()).map { $0.bottom + 2 * between.height + $1.top }
    let height = (paper.height - footer - padding - rowInsets[rows - 1].bottom - top - gaps.reduce(0, +)) / Double(rows)

    var left = 0.0
    let lefts = margins.map { margin in
      left += margin.left
      defer { left += width + margin.right }
      return left
    }
    var tops = [top]
    for gap in gaps { tops.append(tops[tops.count - 1] + height + gap) }
    return (0..<count).map { place in
      Rect(x: lefts[place % columns], y: tops[place / columns], width: width, height: height)
    }
  }
}
