import Geometry
import Typography

/// A text beside a part of a mark, in its place.
public struct NoteLayout: Sendable {
  /// The text, with its place in pixels.
  public let block: TextBlock

  /// Finds a place for each note of a panel: beside its part of a mark, as high up as that reaches, where nothing is in
  /// the way.
  ///
  /// Both sides are tried from the upper end down. If there is something everywhere, the note covers as little as it can. A
  /// note wider than the frame leaves its right side as little as it can.
  static func notes(of panel: Panel, in area: PlotArea, typeface: Typeface, on paper: Paper) -> [NoteLayout] {
    let places = panel.marks.flatMap { $0.content.notes(in: area) }
    guard !places.isEmpty else { return [] }
    let frame = area.frame
    let obstacles = Obstacles(panel.marks, in: area)
    let gap = paper.pixels(paper.style.noteGap)
    var taken: [Rect] = []
    return places.map { place in
      let block = TextBlock(place.text, in: typeface, points: paper.style.noteSize, resolution: paper.resolution)
      let (width, height) = (block.box.width, block.box.height)
      let highest = frame.minY + gap / 2
      let top = min(max(place.top, highest), max(highest, frame.maxY - height))
      let rows = stride(from: top, through: max(top, frame.maxY - height), by: max(height / 2, 1))
      let candidates = rows.lazy.flatMap { row in
        [place.right + gap, place.left - gap - width].map { Rect(x: $0, y: row, width: width, height: height) }
      }.filter { $0.minX >= frame.minX && $0.maxX <= frame.maxX }
      var best: (box: Rect, coverage: Int)?
      for box in candidates {
        let coverage = obstacles.count(in: box) + 1_000 * taken.count { $0.overlaps(box) }
        if coverage < best?.coverage ?? .max { best = (box, coverage) }
        if coverage == 0 { break }
      }
      let leftmost = min(max(place.right + gap, frame.minX), max(frame.minX, frame.maxX - width))
      let box = best?.box ?? Rect(x: leftmost, y: top, width: width, height: height)
      taken.append(box)
      return NoteLayout(block: block.placed(at: Point(x: box.minX, y: box.minY)))
    }
  }
}
