import PortableMath

extension Color {
  /// The relative luminance of WCAG 2.2, from 0 for black to 1 for white; the alpha does not count.
  public var luminance: Double {
    0.2126 * Self.linear[Int(red)] + 0.7152 * Self.linear[Int(green)] + 0.0722 * Self.linear[Int(blue)]
  }

  /// Returns the contrast ratio of WCAG 2.2 between two colours, from 1 to 21; their alphas do not count.
  ///
  /// ```swift
  /// Color.black.contrast(with: .white)            // 21
  /// Color(0x777777).contrast(with: .white)        // 4.48, a little too little for text
  /// ```
  public func contrast(with other: Color) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// Returns a mixture with another colour, channel by channel and without gamma, as a translucent fill blends.
  ///
  /// The alpha stays. A mixture with black or white keeps the hue.
  ///
  /// - Parameter share: The part of the other colour from 0 to 1; what lies beyond counts as the nearer of both.
  public func mixed(with other: Color, share: Double) -> Color {
    let steps = 1 << 16
    let weight = Int((share > 0 ? min(share, 1) : 0) * Double(steps))
    func mix(_ one: UInt8, _ two: UInt8) -> UInt8 {
      UInt8((Int(one) * (steps - weight) + Int(two) * weight + steps / 2) / steps)
    }
    return Color(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue), alpha: alpha)
  }

  /// Returns the colour itself if it has a contrast with a paper, and otherwise the nearest mixture with black or with
  /// white that has it.
  ///
  /// If neither black nor white has as much contrast with the paper, the result is the one of them that has more.
  public func readable(on paper: Color, contrast: Double) -> Color {
    guard self.contrast(with: paper) < contrast else { return self }
    let end = paper.farthestGrey
    let ends = [end, end == .black ? .white : .black]
    let steps = 255
    for step in 1...steps {
      for end in ends {
        let mixture = mixed(with: end, share: Double(step) / Double(steps))
        if mixture.contrast(with: paper) >= contrast { return mixture }
      }
    }
    return Color(red: end.red, green: end.green, blue: end.blue, alpha: alpha)
  }

  /// Black or white, whichever has more contrast with this colour.
  public var farthestGrey: Color { contrast(with: .black) > contrast(with: .white) ? .black : .white }

  /// The linear value of each channel value, from 0 to 1, as sRGB (IEC 61966-2-1) encodes it.
  private static let linear: [Double] = (0...255).map { channel in
    let value = Double(channel) / 255
    return value <= 0.04045 ? value / 12.92 : Double.pow((value + 0.055) / 1.055, 2.4)
  }
}
