/// Where a character of a line stands: on the baseline, or smaller above or below it.
///
/// In a text whose characters are shifted, each shifted character is replaced by one of a private use plane, so that such a text
/// is broken, measured and kept as any other: a raised one by that of plane 15 with the same last four digits, a lowered one
/// by that of plane 16.
enum BaselineShift: Sendable, Hashable {
  case none, raised, lowered

  /// The size of a raised or lowered character, as a share of that of the line, in percent.
  static let size = 70

  /// How far the baseline is raised, in percent of the size of the line.
  var rise: Int {
    switch self {
    case .none: 0
    case .raised: 36
    case .lowered: -16
    }
  }

  /// The difference between the number of a shifted character and that of the character itself.
  private var offset: UInt32 {
    switch self {
    case .none: 0
    case .raised: 0xF_0000
    case .lowered: 0x10_0000
    }
  }

  /// Returns the character that stands for a shifted one; nil for a character beyond U+FFFD, for which there is none.
  func marking(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if self == .none { return scalar }
    return scalar.value <= 0xFFFD ? Unicode.Scalar(scalar.value + offset) : nil
  }

  /// Splits a character of a text with shifts into the shift and the character that is shifted.
  static func split(_ scalar: Unicode.Scalar) -> (shift: BaselineShift, scalar: Unicode.Scalar) {
    guard scalar.isMark, let own = Unicode.Scalar(scalar.value & 0xFFFF) else { return (.none, scalar) }
    return (scalar.value < 0x10_0000 ? .raised : .lowered, own)
  }
}

extension Unicode.Scalar {
  /// Whether it stands for a shifted character, if the text is one with shifts.
  var isMark: Bool { value >= 0xF_0000 }
}

/// The parts of a line that are shifted and the others, each a line of its own, from left to right.
struct ShiftedLine {
  struct Part: Sendable {
    let line: TypesetLine
    /// The place of the part's origin to the right of the line's, in 1/64 pixel.
    let x: Int
    /// The place of the part's baseline above the line's, in 1/64 pixel.
    let y: Int
  }

  private(set) var parts: [Part] = []
  /// The width of the line in 1/64 pixel.
  private(set) var width = 0

  /// Sets a text with shifts in a typeface at a size in 1/64 pixel. What is raised and lowered after the same character starts
  /// at the same place.
  init(_ words: String, in typeface: Typeface, em: Int) {
    var text = words.unicodeScalars[...]
    var (last, start) = (BaselineShift.none, 0)
    while let first = text.first {
      let (shift, _) = BaselineShift.split(first)
      let run = text.prefix { BaselineShift.split($0).shift == shift }
      text = text[run.endIndex...]
      var own = String.UnicodeScalarView()
      own.append(contentsOf: run.map { BaselineShift.split($0).scalar })
      let size = shift == .none ? em : em * BaselineShift.size / 100
      let line = typeface.line(String(own), em: size)
      // A superscript beside a subscript belongs to the same character.
      if shift == .none || last == .none { start = width }
      parts.append(Part(line: line, x: start, y: em * shift.rise / 100))
      // TeX leaves half a point after scripts of ten points.
      let space = shift == .none ? 0 : em / 20
      width = max(width, start + Int(line.width * 64) + space)
      last = shift
    }
  }
}
