import Geometry
import Typography

/// Words beside a bar, in their place.
public struct BarNoteLayout: Sendable {
  /// The words; pixels.
  public let block: TextBlock

  /// Finds a place for each note of a panel's bars: beside the bar, as high up as it reaches, and where nothing lies.
  ///
  /// The sides are tried in turn, from the bar's top down; where something lies everywhere the place that covers the least
  /// is taken. A note wider than the frame stands over its right edge as little as it can.
  static func notes(
    of panel: Panel, in frame: Rect, scales: (x: LinearScale, y: LinearScale), typeface: Typeface, style: Style,
    resolution: Resolution
  ) -> [BarNoteLayout] {
    let hasNotes = panel.marks.contains { if case .bars(let bars) = $0 { !bars.notes.isEmpty } else { false } }
    guard hasNotes else { return [] }
    let obstacles = LegendObstacles(panel.marks, scales: scales)
    let gap = resolution.pixels(points: style.noteGap)
    var taken: [Rect] = []
    var notes: [BarNoteLayout] = []
    for case .bars(let bars) in panel.marks {
      for note in bars.notes where bars.heights.indices.contains(note.bar) {
        let block = TextBlock(note.text, in: typeface, points: style.noteSize, resolution: resolution)
        let left = scales.x.position(of: bars.edges[note.bar])
        let right = scales.x.position(of: bars.edges[note.bar + 1])
        let height = block.box.height
        let highest = frame.minY + gap / 2
        let top = min(max(scales.y.position(of: bars.heights[note.bar]), highest), max(highest, frame.maxY - height))
        let rows = stride(from: top, through: max(top, frame.maxY - height), by: max(height / 2, 1))
        let places = rows.flatMap { row in
          [right + gap, left - gap - block.box.width].map { Point(x: $0, y: row) }
        }.map { block.placed(at: $0).box }
        let inside = places.filter { $0.minX >= frame.minX && $0.maxX <= frame.maxX }
        func covered(_ box: Rect) -> Int {
          obstacles.count(in: box) + 1_000 * taken.count { $0.overlaps(box) }
        }
        var best: (box: Rect, covered: Int)?
        for box in inside {
          let count = covered(box)
          if count < best?.covered ?? .max { best = (box, count) }
          if count == 0 { break }
        }
        let leftmost = min(max(right + gap, frame.minX), max(frame.minX, frame.maxX - block.box.width))
        let corner = best?.box ?? block.placed(at: Point(x: leftmost, y: top)).box
        taken.append(corner)
        notes.append(BarNoteLayout(block: block.placed(at: Point(x: corner.minX, y: corner.minY))))
      }
    }
    return notes
  }
}
