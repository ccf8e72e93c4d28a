import Drawing

/// What colour a mark takes; all but a fixed one are the style's, so that one figure can be drawn in any style.
public enum MarkColor: Sendable, Hashable {
  /// The next of the palette: the first mark of a panel that says so takes the first colour, and so on.
  case inTurn
  /// That of the palette, counted from zero; beyond its end it begins anew, and curves are told apart by dashes.
  case palette(Int)
  /// Of what the figure compares with: quieter than the palette.
  case muted
  /// Of thin lines that say what might be expected.
  case reference
  /// This one, in every style.
  case fixed(Color)
}

/// How a mark is drawn: a colour, and how its line is broken.
struct Pen: Sendable, Hashable {
  let color: Color
  /// In line widths, on and off in turn; empty for an unbroken line.
  let dashes: [Double]
}

extension Style {
  /// - Parameter turn: How many marks before it take their colours in turn.
  func pen(_ color: MarkColor, turn: Int) -> Pen {
    switch color {
    case .inTurn: return pen(.palette(turn), turn: turn)
    case .palette(let index):
      guard !palette.isEmpty else { return Pen(color: textColor, dashes: []) }
      let place = max(index, 0)
      let round = place / palette.count
      return Pen(color: palette[place % palette.count], dashes: dashes.isEmpty ? [] : dashes[round % dashes.count])
    case .muted: return Pen(color: mutedColor, dashes: [])
    case .reference: return Pen(color: referenceColor, dashes: [])
    case .fixed(let color): return Pen(color: color, dashes: [])
    }
  }
}

extension Panel {
  /// The pen of each mark.
  func pens(in style: Style) -> [Pen] {
    var turn = 0
    return marks.map { mark in
      defer { if mark.color == .inTurn { turn += 1 } }
      return style.pen(mark.color, turn: turn)
    }
  }
}
