import Geometry
import Scales

/// The texts of stems in one or two rows above all marks: which have room, and where along the frame.
///
/// In two rows, every second text is in the upper row, and its line passes between two texts of the lower one.
struct StemBand {
  /// A text with its place along the frame.
  struct Label {
    let block: TextBlock
    /// The stem that the text belongs to; nil for a text that stands for several stems.
    let entry: StemText.Entry?
    /// The position of the stem, and of the middle of the text, in pixels.
    let stem: Double
    let middle: Double
    /// The row, from the lowest, 0, up.
    let row: Int
  }

  /// The texts from left to right.
  let labels: [Label]
  /// The distance from the highest place that data may take up to the upper edge of the band, in pixels.
  let height: Double
  /// The distances from the lower edge of the band to the upper end of its straight lines, and to the lower edge of each
  /// row of texts.
  private let elbow: Double
  private let rows: [Double]

  /// Places as many texts along a frame as there is room for, those of the highest stems; nil if there are no stems with
  /// texts on the axis.
  ///
  /// - Parameter overhang: The distance by which texts may reach beyond the frame on either side, in pixels.
  init?(arranging text: StemText, along frame: Rect, overhang: Double, on x: AxisScale, paper: Paper) {
    let entries = text.entries.filter {
      let place = x.position(of: $0.x)
      return place >= frame.minX - 0.5 && place <= frame.maxX + 0.5
    }
    guard !entries.isEmpty else { return nil }
    let em = paper.pixels(paper.style.noteSize)
    // Texts closer than an em would read as one line.
    let gap = max(paper.pixels(paper.style.noteGap), em)
    let room = (frame.minX - overhang)...max(frame.minX, frame.maxX + overhang)

    /// Returns the texts of the highest stems and one for the others, or nil if there is no room for them.
    func labels(_ chosen: [StemText.Entry], others: [StemText.Entry], rows: Int) -> [Label]? {
      func place(_ remainders: [TextBlock]) -> [Label]? {
        let blocks = chosen.compactMap(\.block) + remainders
        let stems = chosen.map { x.position(of: $0.x) } + remainders.map { _ in frame.maxX }
        let items = zip(blocks, stems).map { LabelRow.Item(wanted: $1, width: $0.box.width) }
        let distances = zip(items, items.dropFirst()).map { left, right in
          rows == 1 ? (left.width + right.width) / 2 + gap : max(left.width, right.width) / 2 + gap / 2
        }
        return LabelRow.middles(of: items, in: room, distances: distances)?.enumerated().map { index, middle in
          Label(
            block: blocks[index], entry: index < chosen.count ? chosen[index] : nil, stem: stems[index],
            middle: (middle - stems[index]).magnitude < 0.5 ? stems[index] : middle, row: index % rows)
        }
      }
      // Most attempts fail without the text for the others, which need not be measured then.
      guard let labels = place([]) else { return nil }
      return others.isEmpty ? labels : place(text.remainders(of: others))
    }

    let ranked = entries.indices.sorted { (entries[$0].height, $1) > (entries[$1].height, $0) }
    let highest = entries.lazy.compactMap { $0.block?.box.height }.max() ?? 0
    let mostRows = 2 * highest + 2 * em <= 0.5 * frame.height ? 2 : 1
    var found: [Label]?
    for count in stride(from: min(entries.count, StemText.limit), through: 1, by: -1) where found == nil {
      let chosen = Set(ranked.prefix(count))
      let shown = entries.indices.filter(chosen.contains).map { entries[$0] }
      let others = entries.indices.filter { !chosen.contains($0) }.map { entries[$0] }
      found = (1...mostRows).lazy.compactMap { labels(shown, others: others, rows: $0) }.first
    }
    self.labels =
      found
      ?? ranked.prefix(1).compactMap { index in
        // One text that is wider than the frame.
        entries[index].block.map {
          Label(block: $0, entry: entries[index], stem: x.position(of: entries[index].x), middle: frame.midX, row: 0)
        }
      }

    let farthest = self.labels.lazy.filter { $0.entry != nil }.map { ($0.middle - $0.stem).magnitude }.max() ?? 0
    let rowCount = (self.labels.lazy.map(\.row).max() ?? 0) + 1
    elbow = paper.pixels(paper.style.dotRadius) + 0.2 * em
    var bottom = elbow + (farthest > 0 ? min(max(farthest / 10, 0.8 * em), 1.6 * em) : 0.4 * em)
    var rows: [Double] = []
    for row in 0..<rowCount {
      rows.append(bottom)
      bottom += (self.labels.lazy.filter { $0.row == row }.map { $0.block.box.height }.max() ?? 0) + 0.25 * em
    }
    self.rows = rows
    height = bottom
  }

  /// The share of a frame that the band takes; 0 if that is more than 0.6, so that the band has to stand above the frame.
  func share(of frame: Rect) -> Double { height <= 0.6 * frame.height ? height / frame.height : 0 }

  /// Returns the texts and their lines in their places.
  ///
  /// - Parameter bottom: The lower edge of the band.
  func layout(above bottom: Double, in area: PlotArea, on paper: Paper) -> [StemLabelLayout] {
    let lineWidth = paper.pixels(paper.style.lineWidth)
    let reach = paper.pixels(paper.style.dotRadius + Stems.casing)
    return labels.map { label in
      let top = bottom - rows[label.row] - label.block.box.height
      let block = label.block.placed(centredOn: label.middle, top: top)
      guard let entry = label.entry else { return StemLabelLayout(block: block, leader: []) }
      let stem = PixelSnapping.line(label.stem, width: lineWidth)
      let height = area.y.type.shows(entry.height) ? area.y.position(of: entry.height) : area.y.basePosition
      let start = Point(x: stem, y: min(max(height, bottom), area.frame.maxY) - reach)
      let end = block.box.maxY
      guard label.middle != label.stem else {
        return StemLabelLayout(block: block, leader: [start, Point(x: stem, y: end)])
      }
      let slant = [Point(x: stem, y: bottom - elbow), Point(x: label.middle, y: bottom - rows[0])]
      return StemLabelLayout(
        block: block, leader: [start] + slant + (label.row == 0 ? [] : [Point(x: label.middle, y: end)]))
    }
  }
}

/// The text of a stem in its place, with the line that joins it to the dot of the stem.
public struct StemLabelLayout: Sendable {
  /// The text, with its place in pixels.
  public let block: TextBlock
  /// The corners of the line from above the dot to below the text, in pixels; empty for a text that stands for several
  /// stems.
  public let leader: [Point]
}
