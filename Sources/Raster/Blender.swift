import CRaster
import Drawing
import Pixels

/// The blending of one colour over pixels, by their coverage.
///
/// It is the operator "source over" on 8-bit sRGB values, without gamma, as Agg computes it under matplotlib, in
/// integers: each result is rounded to the nearest value, a half up.
struct Blender: Equatable {
  /// The number of steps of coverage, not counting the one without any.
  ///
  /// A colour on an even background then makes at most 15 blends, and one curve along another at most 15 times 15, so
  /// that the few colours of a plot fit the 256 of an 8-bit palette: a PNG packs one byte per pixel instead of three
  /// and is a third as large. In return the coverage is off by at most 1/32, so that a channel is off by at most 255/32
  /// < 8 before rounding, and after it by at most 8 from the rounded exact blend.
  static let levels = Int(CRASTER_LEVELS)

  /// The weight of full alpha times full coverage.
  private static let full = 255 * levels

  private let color: Color
  /// Whether the colour takes the place of what is below, its alpha included, instead of covering it.
  private let replaces: Bool
  /// The weight of full coverage, from 0 to 255.
  private let opacity: Int

  /// Creates the blender of a colour over what is below.
  init(_ color: Color) { (self.color, replaces, opacity) = (color, false, Int(color.alpha)) }

  /// Creates the blender of a fill over a background.
  init(_ fill: Fill, on background: Color) {
    replaces = fill.isClearing
    color = replaces ? background : fill.color
    opacity = Int(fill.color.alpha)
  }

  /// Returns the step of a run's coverage, rounded to the nearest step.
  static func level(coverage: Int32) -> Int { Int(craster_level(coverage)) }

  /// Whether blending leaves every pixel unchanged.
  func isInvisible(level: Int) -> Bool { level == 0 || isInvisible }

  /// Whether blending leaves every pixel unchanged at any coverage.
  var isInvisible: Bool { opacity == 0 }

  /// The step of coverage at which the colour hides what is below it; nil if it never does.
  var opaqueLevel: Int? { opacity == 255 ? Blender.levels : nil }

  /// Returns the packed result of blending over a packed colour.
  func blended(level: Int, over below: UInt32) -> UInt32 {
    let (below, weight) = (Color(packed: below), opacity * level)
    return (replaces ? replaced(below, weight) : blended(below, weight)).packed
  }

  private func blended(_ below: Color, _ weight: Int) -> Color {
    let rest = Blender.full - weight
    if below.alpha == 255 {
      func mix(_ above: UInt8, _ below: UInt8) -> UInt8 {
        UInt8(truncatingIfNeeded: (Int(above) * weight + Int(below) * rest + Blender.full / 2) / Blender.full)
      }
      return Color(
        red: mix(color.red, below.red), green: mix(color.green, below.green), blue: mix(color.blue, below.blue))
    }
    // With the weight w of the colour and the alpha b of what is below it, both as parts of 1, the result has the alpha
    // w + b(1 − w), and its colour is the mean of both colours weighted by w and b(1 − w). All weights here are 255 ·
    // full times that.
    let above = weight * 255
    let under = Int(below.alpha) * rest
    let total = above + under
    func mix(_ source: UInt8, _ backdrop: UInt8) -> UInt8 {
      UInt8(truncatingIfNeeded: (Int(source) * above + Int(backdrop) * under + total / 2) / total)
    }
    return Color(
      red: mix(color.red, below.red), green: mix(color.green, below.green), blue: mix(color.blue, below.blue),
      alpha: UInt8(truncatingIfNeeded: (total + Blender.full / 2) / Blender.full))
  }

  /// Returns the mean of both colours by their weights, the channels also by their alphas. A transparent mean has the colour
  /// of the background, so that pixels in which nothing is left are those in which nothing ever was.
  private func replaced(_ below: Color, _ weight: Int) -> Color {
    let above = Int(color.alpha) * weight
    let under = Int(below.alpha) * (Blender.full - weight)
    let total = above + under
    let alpha = UInt8(truncatingIfNeeded: (total + Blender.full / 2) / Blender.full)
    guard alpha > 0 else { return Color(red: color.red, green: color.green, blue: color.blue, alpha: 0) }
    func mix(_ source: UInt8, _ backdrop: UInt8) -> UInt8 {
      UInt8(truncatingIfNeeded: (Int(source) * above + Int(backdrop) * under + total / 2) / total)
    }
    return Color(
      red: mix(color.red, below.red), green: mix(color.green, below.green), blue: mix(color.blue, below.blue),
      alpha: alpha)
  }
}

extension Color {
  /// The four channels as in a palette: red in the lowest eight bits, then green, blue and alpha.
  var packed: UInt32 { UInt32(red) | UInt32(green) << 8 | UInt32(blue) << 16 | UInt32(alpha) << 24 }

  init(packed: UInt32) {
    self.init(
      red: UInt8(truncatingIfNeeded: packed), green: UInt8(truncatingIfNeeded: packed >> 8),
      blue: UInt8(truncatingIfNeeded: packed >> 16), alpha: UInt8(truncatingIfNeeded: packed >> 24))
  }
}
