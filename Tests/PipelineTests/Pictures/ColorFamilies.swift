/// The colour families of a pixel; none if the pixel is background or nearly as light.
struct ColorFamilies: OptionSet {
  let rawValue: UInt8

  static let dark = ColorFamilies(rawValue: 1)
  static let blue = ColorFamilies(rawValue: 2)
  static let warm = ColorFamilies(rawValue: 4)
  static let other = ColorFamilies(rawValue: 8)

  /// A coloured pixel has a channel below 200. It is dark if its channels differ by less than 40, else its largest
  /// channel decides; if red and blue are both the largest, it is blue and warm.
  init(red: UInt8, green: UInt8, blue: UInt8) {
    let least = red < green ? (red < blue ? red : blue) : (green < blue ? green : blue)
    let most = red > green ? (red > blue ? red : blue) : (green > blue ? green : blue)
    var bits: UInt8 = 0
    if least < 200 {
      if most - least < 40 {
        bits = Self.dark.rawValue
      } else {
        if blue == most { bits |= Self.blue.rawValue }
        if red == most { bits |= Self.warm.rawValue }
        if bits == 0 { bits = Self.other.rawValue }
      }
    }
    rawValue = bits
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }
}
