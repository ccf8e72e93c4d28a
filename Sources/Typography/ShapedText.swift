/// A line of text as glyphs from left to right, and the characters that cannot be shown as they should be.
///
/// The line is divided into parts of one direction and one script. Each part is shaped by the first face; what that face
/// lacks is shaped by the next one, and so on.
struct ShapedText {
  private(set) var glyphs: [PlacedGlyph] = []
  /// The width of the line in 1/64 pixel.
  private(set) var width = 0
  /// The places in the text of characters for which no face has a glyph, in no particular order.
  private(set) var missing: [Int] = []
  private(set) var unshaped: [UnshapedText] = []

  private var text: [Unicode.Scalar]
  private let typeface: Typeface
  private let em: Int

  /// - Parameters:
  ///   - typeface: It and its fallbacks are asked in turn; the last one draws the box for what none of them has.
  ///   - em: in 1/64 pixel.
  init(_ text: [Unicode.Scalar], in typeface: Typeface, em: Int) {
    // No font is asked for a control character: those that part words are spaces.
    self.text =
      text.contains(where: \.isControl)
      ? text.map { $0.isControl ? ($0.properties.isWhitespace ? " " : Self.noCharacter) : $0 } : text
    self.typeface = typeface
    self.em = em
    glyphs.reserveCapacity(text.count)
    let parts = Self.parts(of: self.text)
    for part in parts { shape(part, face: 0) }
    if !parts.allSatisfy(\.isPlain) { noteScriptsWithoutRules() }
    if text.contains(where: \.isRightToLeft), let format = text.first(where: \.isDirectionalFormat) {
      unshaped.append(.direction(format))
    }
  }

  /// A code point for which no font has a glyph.
  private static let noCharacter: Unicode.Scalar = "\u{FFFF}"

  /// The parts of a text from left to right.
  private static func parts(of text: [Unicode.Scalar]) -> [TextPart] {
    let levels = text.contains(where: \.isRightToLeft) ? BidirectionalLevels(of: text).levels : []
    // What has no script of its own goes with what stands before it, and at the beginning with what follows.
    let common = ShapingFont.commonScript
    var script = text.lazy.map(ShapingFont.script).first { $0 != common } ?? common
    var parts: [TextPart] = []
    var start = 0
    for index in text.indices {
      let own = ShapingFont.script(of: text[index])
      let level = levels.isEmpty ? 0 : levels[index]
      if index > start, own != common && own != script || !levels.isEmpty && level != levels[start] {
        parts.append(TextPart(range: start..<index, script: script, level: levels.isEmpty ? 0 : levels[start]))
        start = index
      }
      if own != common { script = own }
    }
    guard start < text.count else { return [] }
    parts.append(TextPart(range: start..<text.count, script: script, level: levels.isEmpty ? 0 : levels[start]))
    return levels.isEmpty ? parts : BidirectionalLevels.visualOrder(of: parts.map(\.level)).map { parts[$0] }
  }

  /// Looks whether each face has the rules for the letters that it draws.
  private mutating func noteScriptsWithoutRules() {
    for glyph in glyphs where glyph.index != 0 {
      let script = ShapingFont.script(of: text[glyph.character])
      if let fault = UnshapedText(tag: script, in: typeface.face(glyph.face)), !unshaped.contains(fault) {
        unshaped.append(fault)
      }
    }
  }

  /// Appends the glyphs of a part from one of the faces, and from those behind it what that face lacks.
  private mutating func shape(_ part: TextPart, face: Int) {
    let (count, start) = (glyphs.count, width)
    set(part, face: face)
    let run = glyphs[count...]
    guard run.contains(where: { $0.index == 0 }) else { return }

    glyphs.removeLast(run.count)
    let advance = width
    width = start
    // A letter and its marks come from one face.
    let lacking = Set(run.lazy.filter { $0.index == 0 }.map(\.character))
    var first = run.startIndex
    while first < run.endIndex {
      let isLacking = lacking.contains(run[first].character)
      let end = run[first...].firstIndex { lacking.contains($0.character) != isLacking } ?? run.endIndex
      if isLacking {
        let before = first == run.startIndex ? part.range.upperBound : run[first - 1].character
        let after = end == run.endIndex ? part.range.upperBound : run[end].character
        var rest = part
        rest.range = part.isRightToLeft ? run[end - 1].character..<before : run[first].character..<after
        if face < typeface.fallbacks.count { shape(rest, face: face + 1) } else { setSingly(rest) }
      } else {
        let shift = width - run[first].start
        for var glyph in run[first..<end] {
          glyph.start += shift
          glyph.x += shift
          glyphs.append(glyph)
        }
        width = (end == run.endIndex ? advance : run[end].start) + shift
      }
      first = end
    }
  }

  /// Appends each character by itself, from the first face that has it; the last face's box where none has it.
  private mutating func setSingly(_ part: TextPart) {
    for index in part.isRightToLeft ? Array(part.range.reversed()) : Array(part.range)
    where !text[index].properties.isDefaultIgnorableCodePoint {
      let face = typeface.faces.firstIndex { $0.font.contains(text[index]) }
      if face == nil {
        missing.append(index)
        // Beside a mark, HarfBuzz would draw a dotted circle.
        text[index] = Self.noCharacter
      }
      var single = part
      single.range = index..<index + 1
      set(single, face: face ?? typeface.fallbacks.count)
    }
  }

  /// Appends the glyphs of a part from one face alone.
  private mutating func set(_ part: TextPart, face number: Int) {
    let face = typeface.face(number)
    face.font.shape(
      text, part, scale: TypeScale(em: em, unitsPerEm: face.unitsPerEm), typeface: face, number: number,
      appendingTo: &glyphs, at: &width)
  }
}

extension Unicode.Scalar {
  /// Whether it belongs to C0, C1 or is DELETE: nothing that could be drawn.
  fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

  /// Whether it asks for more than going from left to right: a letter, mark or number of a script that goes from right to
  /// left, or U+200F.
  var isRightToLeft: Bool {
    switch value {
    case 0x590...0x8FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  /// Whether it begins or ends an embedding, an override or an isolate of the Unicode Bidirectional Algorithm.
  fileprivate var isDirectionalFormat: Bool { (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) }
}
