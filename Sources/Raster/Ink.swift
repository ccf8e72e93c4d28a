import Drawing

/// A colour that is laid over pixels, thinned by their coverage.
///
/// Source over on the 8-bit sRGB values themselves, without gamma, as Agg does under matplotlib: in whole numbers, each
/// result rounded to the nearest, a half up.
struct Ink {
  /// How many steps of coverage there are above none.
  ///
  /// A colour on an even ground then leaves at most 15 mixtures, and one curve along another at most 15 times 15, so
  /// that the few colours of a plot fit the 256 of an 8-bit palette: a PNG packs one byte a pixel instead of three, and
  /// is a third as large. The price: coverage is off by at most 1/32, so a channel by at most 255/32 < 8 before rounding,
  /// and after it by at most 8 from the rounded exact blend.
  static let levels = 16

  /// What stands for a full weight: full alpha times full coverage.
  private static let full = 255 * levels

  private let color: Color
  init(_ color: Color) { self.color = color }

  /// The step of coverage that a winding amounts to, rounded to the nearest: both windings count alike, and more than
  /// one is one.
  static func level(winding: Int) -> Int {
    // levels = 2⁴, so one step is 2⁻⁴.
    let step = CoverageBand.precision - 4
    return min(levels, Int(truncatingIfNeeded: (winding.magnitude &+ 1 &<< (step - 1)) &>> step))
  }

  /// Whether nothing changes below the ink.
  func isInvisible(level: Int) -> Bool { level == 0 || color.alpha == 0 }

  /// The step of coverage at which nothing shows through the ink; nil where something always does.
  var solidLevel: Int? { color.alpha == 255 ? Ink.levels : nil }

  /// What becomes of a packed colour below the ink.
  func blended(level: Int, over below: UInt32) -> UInt32 {
    blended(Color(packed: below), Int(color.alpha) * level).packed
  }

  private func blended(_ below: Color, _ weight: Int) -> Color {
    let rest = Ink.full - weight
    if below.alpha == 255 {
      func mix(_ above: UInt8, _ below: UInt8) -> UInt8 {
        UInt8(truncatingIfNeeded: (Int(above) * weight + Int(below) * rest + Ink.full / 2) / Ink.full)
      }
      return Color(
        red: mix(color.red, below.red), green: mix(color.green, below.green), blue: mix(color.blue, below.blue))
    }
    // With the ink's share w and the alpha b of what is below, both as parts of 1, the result has the alpha w + b(1 −
    // w), and its colour is the mean of both colours weighted by w and b(1 − w). All weights here are 255 · full times
    // that.
    let above = weight * 255
    let under = Int(below.alpha) * rest
    let total = above + under
    func mix(_ ink: UInt8, _ paper: UInt8) -> UInt8 {
      UInt8(truncatingIfNeeded: (Int(ink) * above + Int(paper) * under + total / 2) / total)
    }
    return Color(
      red: mix(color.red, below.red), green: mix(color.green, below.green), blue: mix(color.blue, below.blue),
      alpha: UInt8(truncatingIfNeeded: (total + Ink.full / 2) / Ink.full))
  }
}

extension Color {
  /// The four channels as they lie in memory, whichever byte the machine stores first.
  var packed: UInt32 {
    UInt32(littleEndian: UInt32(red) | UInt32(green) << 8 | UInt32(blue) << 16 | UInt32(alpha) << 24)
  }

  init(packed: UInt32) {
    let channels = packed.littleEndian
    self.init(
      red: UInt8(truncatingIfNeeded: channels), green: UInt8(truncatingIfNeeded: channels >> 8),
      blue: UInt8(truncatingIfNeeded: channels >> 16), alpha: UInt8(truncatingIfNeeded: channels >> 24))
  }
}
