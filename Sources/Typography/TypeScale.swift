/// From font units to 1/64 pixel, with the roundings of FreeType and HarfBuzz.
///
/// FreeType keeps the size in 1/64 pixel and the factor in 1/65536 ("26.6" and "16.16" in its glyph conventions), so
/// measures come out to the bit as from any renderer that is built on it.
struct TypeScale: Sendable {
  /// One em, in 1/64 pixel.
  let em: Int
  /// One font unit, in 1/65536 of 1/64 pixel (FT_DivFix, rounded to the nearest).
  let factor: Int

  /// - Parameter em: in 1/64 pixel.
  init(em: Int, of typeface: Typeface) {
    self.em = em
    let unitsPerEm = Int(typeface.unitsPerEm)
    factor = ((em << 16) + unitsPerEm / 2) / unitsPerEm
  }

  /// A coordinate of an outline, rounded to the nearest, halves away from zero (FT_MulFix).
  func coordinate(_ units: Int) -> Int {
    let magnitude = (abs(units) * factor + (1 << 15)) >> 16
    return units < 0 ? -magnitude : magnitude
  }

  /// The way from one origin to the next.
  ///
  /// FreeType gives unhinted advances in 1/65536 pixel (FT_Get_Advance), and HarfBuzz rounds them to 1/64 from there:
  /// twice rounded, 579.4995 becomes 580.
  func advance(_ units: Int) -> Int { (((units * factor + 32) >> 6) + 512) >> 10 }

  /// A kerning value, rounded to the nearest, halves upward (HarfBuzz).
  func kerning(_ units: Int) -> Int { (units * factor + (1 << 15)) >> 16 }
}
