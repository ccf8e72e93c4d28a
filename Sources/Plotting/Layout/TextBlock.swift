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
    /// From the block's left side; lines are centred in the block unless it is aligned otherwise.
    var left = 0.0
    let baseline: Double
  }

  /// A block whose left top corner is at (0, 0), a line for each line of the text.
  /// - Parameter points: the size of the face.
  init(_ text: String, in typeface: Typeface, points: Double, resolution: Resolution) {
    self.init(text, rows: text.rows.map { String($0) }, in: typeface, points: points, resolution: resolution)
  }

  /// A block of those rows of the text.
  init(_ text: String, rows: [String], in typeface: Typeface, points: Double, resolution: Resolution) {
    self.text = text
    let scale = resolution.pixels(points: points) / typeface.unitsPerEm
    let halfGap = rows.count > 1 ? typeface.lineGap * scale / 2 : 0
    lines = []
    lines.reserveCapacity(rows.count)
    var (width, top) = (-Double.infinity, 0.0)
    for row in rows {
      let glyphs = TextLine(row, in: typeface, points: points, resolution: resolution.dotsPerInch)
      width = max(width, glyphs.width + 2 * (row.mayOverhang ? glyphs.overhang : 0))
      let baseline = top + max(glyphs.ascent, typeface.ascender * scale) + halfGap
      lines.append(Line(glyphs: glyphs, baseline: baseline))
      top = baseline + max(glyphs.descent, typeface.descender * scale) + halfGap
    }
    box = Rect(x: 0, y: 0, width: rows.isEmpty ? 0 : width, height: top)
    align(.center)
  }

  /// From the block's top to its first baseline.
  var firstBaseline: Double { lines.first?.baseline ?? 0 }

  /// From the block's top to its last baseline.
  var lastBaseline: Double { lines.last?.baseline ?? 0 }

  /// The block with its lines set flush left, or centred.
  func aligned(_ alignment: TitleAlignment) -> TextBlock {
    var block = self
    block.align(alignment)
    return block
  }

  private mutating func align(_ alignment: TitleAlignment) {
    for index in lines.indices {
      lines[index].left = alignment == .left ? 0 : (box.width - lines[index].glyphs.width) / 2
    }
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

  /// The text between its newlines, which are those of `Character.isNewline`; at least one row.
  var rows: [Substring] {
    var rows: [Substring] = []
    var start = startIndex
    var last: Unicode.Scalar?
    for index in unicodeScalars.indices {
      let scalar = unicodeScalars[index]
      defer { last = scalar }
      guard scalar.isNewline else { continue }
      // A line feed behind a carriage return ends the same row.
      if last != "\r" || scalar != "\n" { rows.append(self[start..<index]) }
      start = unicodeScalars.index(after: index)
    }
    rows.append(self[start...])
    return rows
  }
}

extension Unicode.Scalar {
  fileprivate var isNewline: Bool { (0x0A...0x0D).contains(value) || [0x85, 0x2028, 0x2029].contains(value) }
}
