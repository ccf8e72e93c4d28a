import Drawing
import Geometry

/// The colour of a mark. All but a fixed colour come from the style, so that one figure can be drawn in any style.
public enum MarkColor: Sendable, Hashable {
  /// The next colour of the palette: the first mark of a panel with this value takes the first colour, and so on.
  case inTurn
  /// The colour at an index of the palette, from zero. Beyond the end the palette repeats and curves are dashed.
  case palette(Int)
  /// A colour of the style's ordered scale, for marks that differ by a number: from 0 for its first colour to 1 for its
  /// last. What lies beyond counts as the nearer of both.
  case ordered(Double)
  /// The style's colour for data to compare with, quieter than the palette.
  case muted
  /// The style's colour for thin lines that show what might be expected.
  case reference
  /// A colour that is the same in every style.
  case fixed(Color)

  /// Whether the colour belongs to an ordered scale.
  var isOrdered: Bool { if case .ordered = self { true } else { false } }
}

/// How a mark is drawn: its colour, and the dashes of its line.
struct Pen: Sendable, Hashable {
  let color: Color
  /// The lengths of dashes and gaps in turn, in line widths; empty for an unbroken line.
  let dashes: [Double]
}

extension Style {
  /// Returns the pen for a colour.
  ///
  /// - Parameter turn: The number of marks before this one that take their colours in turn.
  func pen(_ color: MarkColor, turn: Int) -> Pen {
    switch color {
    case .inTurn: return pen(.palette(turn), turn: turn)
    case .palette(let index):
      guard !palette.isEmpty else { return Pen(color: textColor, dashes: []) }
      let place = max(index, 0)
      let round = place / palette.count
      return Pen(color: palette[place % palette.count], dashes: dashes.isEmpty ? [] : dashes[round % dashes.count])
    case .ordered(let position): return Pen(color: orderedColor(at: position), dashes: [])
    case .muted: return Pen(color: mutedColor, dashes: [])
    case .reference: return Pen(color: referenceColor, dashes: [])
    case .fixed(let color): return Pen(color: color, dashes: [])
    }
  }

  /// Returns the colour at a position of the ordered scale from 0 to 1, mixed from the two nearest of its colours.
  public func orderedColor(at position: Double) -> Color {
    guard let last = orderedColors.indices.last else { return textColor }
    let place = (position > 0 ? min(position, 1) : 0) * Double(last)
    let index = min(Int(place), last)
    return orderedColors[index].mixed(with: orderedColors[min(index + 1, last)], share: place - Double(index))
  }

  /// Returns the cap of a line. A dash ends where its pattern says, so that caps do not fill the gaps.
  func cap(of pen: Pen) -> StrokeStyle.Cap {
    guard pen.dashes.isEmpty else { return .butt }
    return switch lineEnd {
    case .flat: .butt
    case .round: .round
    case .square: .square
    }
  }
}
