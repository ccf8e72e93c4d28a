import Geometry

/// A name at the end of a curve.
struct EndLabel {
  /// The index of the entry among those of its legend.
  let index: Int
  let block: TextBlock
  let leader: LegendLayout.Leader?

  /// The distance from the end of a curve to a name beside it, in points.
  static let gap = 4.0
  /// The distance from the end of a curve to its name beyond which a line joins them, in points.
  static let reach = 5.75
  /// The distance from both ends of this line to what it joins, in points.
  static let leaderGap = 1.5
}

/// The names to the right of the frame of those curves that end there, from the top down in the order of the ends.
///
/// Each name is as near to the height of its end as the others allow.
struct EndColumn {
  /// The last visible point of each curve of the legend, in pixels; nil where the curve has none.
  let ends: [Point?]
  /// The names that stand in the column.
  let labels: [EndLabel]
  /// Whether there is room for the names, and no line crosses another.
  let fits: Bool

  /// Places the names of a legend whose curves end at the right side of the frame, are not visible, or have to stand here.
  init(of text: LegendText, in area: PlotArea, on paper: Paper) {
    let frame = area.frame
    let ends = text.entries.map { $0.curve?.lastPoint(in: area) }
    self.ends = ends
    let members = ends.indices.filter { index in
      ends[index].map { frame.maxX - $0.x < 1 } ?? true || text.names.besideFrame.contains(index)
    }.sorted { Self.rank(of: $0, among: ends, in: frame) < Self.rank(of: $1, among: ends, in: frame) }
    let blocks = members.map { text.entries[$0].block }
    guard let first = blocks.first, let last = blocks.last else {
      (labels, fits) = ([], true)
      return
    }

    // A name may reach beyond the frame by a half, but not to the labels of the ticks.
    let ticks = paper.pixels(paper.style.tickLength + paper.style.tickLabelGap)
    let room = (frame.minY - first.box.height / 2)...(frame.maxY + min(last.box.height / 2, ticks))
    let tops = IntervalStack(
      lengths: blocks.map(\.box.height), gap: 0.1 * paper.em, within: room,
      // What has no end stands below all others.
      wanted: zip(members, blocks).map { (ends[$0]?.y ?? room.upperBound + $1.box.height) - $1.box.height / 2 },
      weights: members.map { ends[$0] == nil ? 1e-6 : 1 }
    ).starts

    let nearest = frame.maxX + paper.pixels(EndLabel.gap)
    func boxes(from left: Double) -> [Rect] {
      zip(tops, blocks).map { Rect(x: left, y: $0, width: $1.box.width, height: $1.box.height) }
    }
    let reach = paper.pixels(EndLabel.reach)
    let isNear = zip(members, boxes(from: nearest)).allSatisfy { member, box in
      ends[member].map { box.distance(to: $0) <= reach } ?? true
    }
    // Lines need a width that their heights can be told by.
    let shifts = zip(members, boxes(from: nearest)).map { member, box in
      ends[member].map { (box.midY - $0.y).magnitude } ?? 0
    }
    let width = isNear ? 0 : min(max((shifts.max() ?? 0) / 2, paper.em), 3 * paper.em)
    labels = zip(zip(members, blocks), boxes(from: nearest + width)).map { label, box in
      let (index, block) = label
      let leader =
        isNear
        ? nil
        : ends[index].flatMap { end in
          LegendLayout.Leader(
            from: end, to: Point(x: box.minX, y: box.midY), gap: paper.pixels(EndLabel.leaderGap))
        }
      return EndLabel(index: index, block: block.placed(at: Point(x: box.minX, y: box.minY)), leader: leader)
    }
    let leaders = labels.compactMap(\.leader)
    let widest = labels.lazy.map { $0.block.box.maxX - frame.maxX }.max() ?? 0
    fits =
      !tops.isEmpty && widest <= frame.width
      && !leaders.indices.contains { index in
        leaders[..<index].contains { $0.crosses(leaders[index]) }
      }
  }

  /// The rectangle around all names; nil if there are none.
  var box: Rect? { labels.lazy.map(\.block.box).reduce(nil as Rect?) { $0?.union($1) ?? $1 } }

  /// Returns a number triple that orders the names: by the height of the ends, and along the upper and the lower side of the
  /// frame so that lines from there do not cross.
  private static func rank(of index: Int, among ends: [Point?], in frame: Rect) -> (Double, Double, Int) {
    guard let end = ends[index] else { return (.infinity, 0, index) }
    return (end.y, end.y < frame.midY ? -end.x : end.x, index)
  }
}
