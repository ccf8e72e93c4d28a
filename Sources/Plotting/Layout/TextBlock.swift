import Geometry
import Typography

/// Lines of words in one face and size, measured, with a place on the paper.
///
/// A line is as high as the face's ascender and descender, or as its ink where that reaches further; several lines share
/// the face's line gap, half of it above and half below each line.
public struct TextBlock: Sendable {
  /// The words as they were given.
  public let text: String
  /// What the block takes up, in pixels.
  public private(set) var box: Rect
  private(set) var lines: [Line]

  /// One line of the block; places count from the block's left top corner.
  struct Line: Sendable {
    let glyphs: TextLine
    /// Lines are centred in the block unless it is aligned otherwise.
    var left: Double
    let baseline: Double
  }

  /// A block whose left top corner is at (0, 0), a line for each line of the text.
  /// - Parameter points: the size of the face.
  init(_ text: String, in typeface: Typeface, points: Double, resolution: Resolution) {
    let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    self.init(text, rows: rows.map { String($0) }, in: typeface, points: points, resolution: resolution)
  }

  init(_ text: String, rows: [String], in typeface: Typeface, points: Double, resolution: Resolution) {
    self.text = text
    let rows = rows.map { row in
      let glyphs = TextLine(row, in: typeface, points: points, resolution: resolution.dotsPerInch)
      return (glyphs: glyphs, width: glyphs.width + 2 * (row.mayOverhang ? glyphs.overhang : 0))
    }
    let scale = resolution.pixels(points: points) / typeface.unitsPerEm
    let halfGap = rows.count > 1 ? typeface.lineGap * scale / 2 : 0
    let width = rows.map(\.width).max() ?? 0
    var top = 0.0
    var lines: [Line] = []
    for (glyphs, _) in rows {
      let baseline = top + max(glyphs.ascent, typeface.ascender * scale) + halfGap
      lines.append(Line(glyphs: glyphs, left: (width - glyphs.width) / 2, baseline: baseline))
      top = baseline + max(glyphs.descent, typeface.descender * scale) + halfGap
    }
    self.lines = lines
    box = Rect(x: 0, y: 0, width: width, height: top)
  }

  /// From the block's top to its first baseline.
  var firstBaseline: Double { lines.first?.baseline ?? 0 }

  /// From the block's top to its last baseline.
  var lastBaseline: Double { lines.last?.baseline ?? 0 }

  /// The block with its lines set flush left, or centred.
  func aligned(_ alignment: TitleAlignment) -> TextBlock {
    var block = self
    for index in lines.indices {
      block.lines[index].left = alignment == .left ? 0 : (box.width - lines[index].glyphs.width) / 2
    }
    return block
  }

  /// The block with its left top corner at that point.
  func placed(at corner: Point) -> TextBlock {
    var block = self
    block.box.x = corner.x
    block.box.y = corner.y
    return block
  }

  /// The block centred on x with its top at y.
  func placed(centredOn x: Double, top y: Double) -> TextBlock { placed(at: Point(x: x - box.width / 2, y: y)) }
}

extension TextLine {
  /// How far the ink reaches beyond the line's width, on the side where it reaches further.
  fileprivate var overhang: Double {
    guard let ink = outline(at: Point(x: 0, y: 0)).controlBox else { return 0 }
    return max(0, -ink.minX, ink.maxX - width)
  }
}

extension String {
  /// Whether there are characters, such as combining marks, whose ink may lie beside their advance; that of letters,
  /// digits and signs stays within a pixel or two of it.
  fileprivate var mayOverhang: Bool { unicodeScalars.contains { $0.value >= 0x300 && $0 != "\u{2212}" } }
}
