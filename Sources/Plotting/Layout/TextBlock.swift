import Geometry
import Typography

/// Lines of text in one typeface and size, measured, with a place on the paper.
///
/// A line is as high as the ascender and descender of its typeface, or as its ink if that reaches further. Several lines
/// have the line gap of the typeface, half of it above and half below each line.
public struct TextBlock: Sendable {
  /// The text as it was given.
  public let text: String
  /// The area that the block takes up, in pixels.
  public private(set) var box: Rect
  /// Whether the text reads from bottom to top, a quarter turn from horizontal text.
  public private(set) var isTurned = false
  private(set) var lines: [Line]
  /// What is drawn otherwise than its notation asks for.
  private(set) var unset: [UnshapedText] = []

  /// One line of the block. Its measures count from the left top corner of the block before any turn.
  struct Line: Sendable {
    let glyphs: TextLine
    /// The distance from the left side of the block; lines are centred unless the block is aligned otherwise.
    var left = 0.0
    let baseline: Double
  }

  /// Creates a block whose left top corner is at (0, 0), with a line for each line of the text.
  ///
  /// - Parameters:
  ///   - points: The size of the typeface.
  ///   - mathematics: Whether mathematics between dollar signs is set.
  init(
    _ text: String, in typeface: Typeface, points: Double, resolution: Resolution, mathematics: Bool = false
  ) {
    let marked = MarkedText(text, mathematics: mathematics)
    self.init(
      text, rows: marked.text.rows.map { String($0) }, in: typeface, points: points, resolution: resolution,
      withShifts: mathematics)
    unset = marked.unset
  }

  /// Creates a block from the rows into which a text is broken.
  ///
  /// - Parameter withShifts: Whether the rows are those of a text with characters that are raised or lowered.
  init(
    _ text: String, rows: [String], in typeface: Typeface, points: Double, resolution: Resolution,
    withShifts: Bool = false
  ) {
    self.text = text
    let scale = resolution.pixels(points: points) / typeface.unitsPerEm
    let halfGap = rows.count > 1 ? typeface.lineGap * scale / 2 : 0
    lines = []
    lines.reserveCapacity(rows.count)
    var (width, top) = (-Double.infinity, 0.0)
    for row in rows {
      let glyphs = TextLine(
        row, in: typeface, points: points, resolution: resolution.dotsPerInch, withShifts: withShifts)
      width = max(width, glyphs.width + 2 * (row.mayOverhang ? glyphs.overhang : 0))
      let baseline = top + max(glyphs.ascent, typeface.ascender * scale) + halfGap
      lines.append(Line(glyphs: glyphs, baseline: baseline))
      top = baseline + max(glyphs.descent, typeface.descender * scale) + halfGap
    }
    box = Rect(x: 0, y: 0, width: rows.isEmpty ? 0 : width, height: top)
    align(.center)
  }

  /// The distance from the top of the block, before any turn, to its first baseline.
  var firstBaseline: Double { lines.first?.baseline ?? 0 }

  /// The distance from the top of the block, before any turn, to its last baseline.
  var lastBaseline: Double { lines.last?.baseline ?? 0 }

  /// The block, a quarter turn from here, so that its lines read from bottom to top.
  var turned: TextBlock {
    var block = self
    block.isTurned.toggle()
    block.box = Rect(x: box.x, y: box.y, width: box.height, height: box.width)
    return block
  }

  /// Returns the block with its lines flush left, or centred.
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

  /// Returns the block with its left top corner at a point.
  func placed(at corner: Point) -> TextBlock {
    var block = self
    block.box.x = corner.x
    block.box.y = corner.y
    return block
  }

  /// Returns the block centred on x with its top at y.
  func placed(centredOn x: Double, top y: Double) -> TextBlock { placed(at: Point(x: x - box.width / 2, y: y)) }

  /// Returns the block above or below a span of the paper, aligned as a title, with its top at y.
  func placed(_ alignment: TitleAlignment, over span: ClosedRange<Double>, top y: Double) -> TextBlock {
    switch alignment {
    case .center: placed(centredOn: (span.lowerBound + span.upperBound) / 2, top: y)
    case .left: aligned(.left).placed(at: Point(x: span.lowerBound, y: y))
    }
  }
}

extension TextBlock {
  /// Creates a block that fits an area if it can: as it is, else broken into more lines, else smaller as well.
  ///
  /// The size is the largest at which no word is broken or, if there is none, the largest at which breaking words helps. If
  /// the area is too low for every size, the block is the lowest one.
  ///
  /// - Parameters:
  ///   - points: The sizes of the typeface that may be tried, from the smallest to the wanted one.
  ///   - mathematics: Whether mathematics between dollar signs is set.
  init(
    _ text: String, fitting area: Size, in typeface: Typeface, points: ClosedRange<Double>, resolution: Resolution,
    mathematics: Bool = false
  ) {
    self.init(text, in: typeface, points: points.upperBound, resolution: resolution, mathematics: mathematics)
    guard box.width > area.width || box.height > area.height else { return }
    let shares = Array(stride(from: 1, to: points.lowerBound / points.upperBound, by: -0.1))
    let sizes = shares.map { $0 * points.upperBound } + [points.lowerBound]
    let marked = MarkedText(text, mathematics: mathematics)
    func block(_ rows: [String], size: Double) -> TextBlock {
      var block = TextBlock(
        text, rows: rows, in: typeface, points: size, resolution: resolution, withShifts: mathematics)
      block.unset = marked.unset
      return block
    }
    var lowest: TextBlock?
    for breakingWords in [false, true] {
      for size in sizes {
        let wrapped = WrappedText(marked.text, width: area.width, breakingWords: breakingWords) { row in
          block([String(row)], size: size).box.width
        }
        let block = block(wrapped.rows, size: size)
        guard wrapped.isWithinWidth else { continue }
        if block.box.height < lowest?.box.height ?? .infinity { lowest = block }
        if block.box.height <= area.height {
          self = block
          return
        }
      }
    }
    if let lowest { self = lowest }
  }
}

/// A text as it is broken into rows, with the notation of mathematics replaced where that is asked for.
private struct MarkedText {
  let text: String
  let unset: [UnshapedText]

  init(_ source: String, mathematics: Bool) {
    guard mathematics else {
      (text, unset) = (source, [])
      return
    }
    let read = MathematicalText(source)
    (text, unset) = (read.marked, read.unset)
  }
}

extension TextLine {
  /// The distance by which the ink reaches beyond the width of the line, on the side where it reaches further.
  fileprivate var overhang: Double {
    guard let ink = outline(at: Point(x: 0, y: 0)).controlBox else { return 0 }
    return max(0, -ink.minX, ink.maxX - width)
  }
}

extension String {
  /// Whether there are characters, such as combining marks, whose ink may lie beside their advance. The ink of letters,
  /// digits and signs is within a pixel or two of it.
  fileprivate var mayOverhang: Bool { unicodeScalars.contains { $0.value >= 0x300 && $0 != "\u{2212}" } }
}
