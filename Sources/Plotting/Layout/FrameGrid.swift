import Geometry

/// Divides the paper into one row of frames.
struct FrameGrid {
  /// Pixels, as all lengths here.
  let paper: Size
  /// Around the row and around each panel.
  let padding: Double
  /// Between panels, as a share of the paper's width divided by the number of columns.
  let spacing: Double
  let columns: Int
  /// What the figure's title takes at the top.
  let header: Double
  /// What the caption takes at the bottom.
  var footer = 0.0

  /// matplotlib's default place of such frames, from which a layout starts.
  var firstGuess: [Rect] {
    let row = Rect(
      minX: 0.125 * paper.width, minY: 0.12 * paper.height, maxX: 0.9 * paper.width, maxY: 0.89 * paper.height)
    let width = row.width / (Double(columns) + 0.2 * Double(columns - 1))
    return (0..<columns).map { column in
      Rect(x: row.minX + Double(column) * 1.2 * width, y: row.minY, width: width, height: row.height)
    }
  }

  /// Equally wide frames with a common top and bottom, with room for the insets of each.
  ///
  /// The width or height is not positive where the paper is too small.
  func frames(within insets: [Insets]) -> [Rect] {
    guard let all = insets.reduce(nil as Insets?, { $0?.union($1) ?? $1 }) else { return [] }
    let width = (paper.width - margins(around: insets).reduce(0) { $0 + $1.left + $1.right }) / Double(columns)
    let top = header + padding + all.top
    let height = paper.height - footer - padding - all.bottom - top
    var left = 0.0
    return margins(around: insets).map { margin in
      left += margin.left
      defer { left += width + margin.right }
      return Rect(x: left, y: top, width: width, height: height)
    }
  }

  /// What each panel may take with its words.
  var columnWidth: Double { paper.width / Double(max(columns, 1)) - 2 * between }

  /// On the left and right of each frame: its insets and the space to its neighbours or to the edge of the paper.
  private func margins(around insets: [Insets]) -> [(left: Double, right: Double)] {
    insets.indices.map { column in
      (
        left: insets[column].left + (column == 0 ? padding : between),
        right: insets[column].right + (column == columns - 1 ? padding : between)
      )
    }
  }

  /// On either side between two panels.
  private var between: Double { max(padding, spacing / 2 / Double(max(columns, 1)) * paper.width) }
}
