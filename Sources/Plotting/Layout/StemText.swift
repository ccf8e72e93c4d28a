import Geometry
import Typography

/// The measured texts of the stems of a panel, in the order of their x values.
struct StemText {
  /// A stem that has a text.
  struct Entry {
    /// The place of the stems among those of the panel, and of the stem among these.
    let mark: Int
    let stem: Int
    let x: Double
    let height: Double
    /// The measured text; nil if too many stems are higher for this one to have its own text.
    let block: TextBlock?
  }

  /// The largest number of stems that may have texts of their own. More could not be read.
  static let limit = 24

  let entries: [Entry]
  private let marks: [Stems]
  private let typeface: Typeface
  private let resolution: Resolution
  private let points: Double
  private let mathematics: Bool

  /// Measures the texts of a panel's stems.
  init(of panel: Panel, in typeface: Typeface, paper: Paper) {
    marks = panel.marks.compactMap(\.content.stems)
    self.typeface = typeface
    resolution = paper.resolution
    points = paper.style.noteSize
    mathematics = paper.style.mathematics
    var found: [(mark: Int, stem: Int)] = []
    for (mark, stems) in marks.enumerated() {
      for (stem, text) in stems.texts.prefix(stems.x.count).enumerated() where !text.isEmpty {
        if panel.xAxis.scale.shows(stems.x[stem]), stems.heights[stem].isFinite { found.append((mark, stem)) }
      }
    }
    let marks = marks
    func height(_ index: Int) -> Double { marks[found[index].mark].heights[found[index].stem] }
    func x(_ index: Int) -> Double { marks[found[index].mark].x[found[index].stem] }
    let greatest = Set(found.indices.sorted { (height($0), $1) > (height($1), $0) }.prefix(Self.limit))
    entries = found.indices.sorted { (x($0), $0) < (x($1), $1) }.map { index in
      let (mark, stem) = found[index]
      let block =
        greatest.contains(index)
        ? TextBlock(
          marks[mark].texts[stem], in: typeface, points: paper.style.noteSize, resolution: paper.resolution,
          mathematics: paper.style.mathematics) : nil
      return Entry(mark: mark, stem: stem, x: x(index), height: height(index), block: block)
    }
  }

  /// Returns the texts that stand for stems without texts of their own: one for each mark that has such stems.
  func remainders(of others: [Entry]) -> [TextBlock] {
    marks.indices.compactMap { mark in
      let stems = others.filter { $0.mark == mark }.map(\.stem).sorted()
      guard !stems.isEmpty else { return nil }
      let text = marks[mark].remainder(stems)
      guard !text.isEmpty else { return nil }
      return TextBlock(text, in: typeface, points: points, resolution: resolution, mathematics: mathematics)
    }
  }
}
