import Drawing
import Geometry

extension TextBlock {
  /// The glyphs of all lines, each on a baseline of whole pixels.
  func fill(color: Color, role: Fill.Role) -> Fill { fill(of: lines[...], color: color, role: role) }

  private func fill(of lines: ArraySlice<Line>, color: Color, role: Fill.Role) -> Fill {
    var path = Path()
    for line in lines {
      let baseline = (box.minY + line.baseline).rounded()
      line.glyphs.appendOutline(at: Point(x: box.minX + line.left, y: baseline), to: &path)
    }
    return Fill(path, color: color, role: role)
  }

  /// A panel's title: its first line in the colour of titles, what follows in that of other words.
  func titleFills(style: Style) -> [Fill] {
    guard style.titleColor != style.textColor, lines.count > 1 else {
      return [fill(color: style.titleColor, role: .panelTitle)]
    }
    return [
      fill(of: lines[..<1], color: style.titleColor, role: .panelTitle),
      fill(of: lines[1...], color: style.textColor, role: .panelTitle),
    ]
  }
}

extension BarNoteLayout {
  /// The words on an area of paper, translucent as that of a legend, so that they can be read wherever they stand.
  func noteFills(style: Style) -> [Fill] {
    var paper = style.paper
    paper.alpha = style.legend.background.alpha
    return [
      Fill(Path(block.box), color: paper, role: .note), block.fill(color: style.noteColor, role: .note),
    ]
  }
}
