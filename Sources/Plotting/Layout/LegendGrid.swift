import Geometry

/// The entries of a legend in columns or, above a frame, in rows. Lengths are in pixels.
struct LegendGrid {
  /// The width and the height of all entries.
  let size: Size
  /// The distance from the top to the last baseline of a legend above a frame.
  let lastBaseline: Double
  /// The width of a key and of the gap behind it.
  let keyRoom: Double
  /// The entries of each column from the top down or, above a frame, of each row from left to right.
  private let lines: [[LegendText.Entry]]
  private let isInRows: Bool
  /// The space between two entries of a column, and between two columns.
  private let spacing: Size

  /// An entry and the place of its left top corner.
  typealias Cell = (entry: LegendText.Entry, corner: Point)

  /// Arranges at least one entry.
  ///
  /// - Parameter room: The width of a legend above a frame, and the height of one beside a frame, as far as there is a choice.
  init(of entries: [LegendText.Entry], in place: Panel.LegendPlace, beside room: Size, on paper: Paper) {
    let legend = paper.style.legend
    let keyRoom = (legend.keyLength + legend.keyGap) * paper.em
    let spacing = Size(width: legend.columnSpacing * paper.em, height: legend.entrySpacing * paper.em)
    isInRows = place == .above
    (self.keyRoom, self.spacing) = (keyRoom, spacing)
    func width(_ entry: LegendText.Entry) -> Double { keyRoom + entry.block.box.width }
    func row(_ widths: [Double]) -> Double { widths.reduce(0, +) + Double(widths.count - 1) * spacing.width }
    func column(_ heights: [Double]) -> Double { heights.reduce(0, +) + Double(heights.count - 1) * spacing.height }
    switch place {
    case .above:
      var rows: [[LegendText.Entry]] = [[]]
      for entry in entries {
        let last = rows.count - 1
        if rows[last].isEmpty || row((rows[last] + [entry]).map(width)) <= room.width {
          rows[last].append(entry)
        } else {
          rows.append([entry])
        }
      }
      lines = rows
      let heights = rows.map { row in row.lazy.map(\.block.box.height).max() ?? 0 }
      size = Size(width: rows.map { row($0.map(width)) }.max() ?? 0, height: column(heights))
      let baseline = rows[rows.count - 1].lazy.map(\.block.lastBaseline).max() ?? 0
      lastBaseline = heights.dropLast().reduce(0) { $0 + $1 + spacing.height } + baseline
    case .inside, .insideIfClear, .outside, .atEnds:
      lines = place == .outside ? entries.split(intoColumnsOf: room.height, spacing: spacing.height) : [entries]
      size = Size(
        width: row(lines.map { $0.lazy.map(width).max() ?? 0 }),
        height: lines.map { column($0.map(\.block.box.height)) }.max() ?? 0)
      lastBaseline = 0
    }
  }

  /// Returns the entries in their order, with the first of them at a place.
  func cells(from corner: Point) -> [Cell] {
    var cells: [Cell] = []
    var place = corner
    for line in lines {
      if isInRows { place.x = corner.x } else { place.y = corner.y }
      for entry in line {
        cells.append((entry, place))
        if isInRows {
          place.x += keyRoom + entry.block.box.width + spacing.width
        } else {
          place.y += entry.block.box.height + spacing.height
        }
      }
      if isInRows {
        place.y += (line.lazy.map(\.block.box.height).max() ?? 0) + spacing.height
      } else {
        place.x += keyRoom + (line.lazy.map(\.block.box.width).max() ?? 0) + spacing.width
      }
    }
    return cells
  }
}

extension [LegendText.Entry] {
  /// Returns as few columns as fit a height, of about equal length and with at least one entry each.
  fileprivate func split(intoColumnsOf height: Double, spacing: Double) -> [[Element]] {
    let entry = (lazy.map { $0.block.box.height }.max() ?? 0) + spacing
    let rows = Swift.max(1, ((height + spacing) / entry).rounded(.down))
    let columns = Double(count) <= rows ? 1 : Int((Double(count) / rows).rounded(.up))
    let length = (count + columns - 1) / columns
    return stride(from: 0, to: count, by: length).map { Array(self[$0..<Swift.min($0 + length, count)]) }
  }
}
