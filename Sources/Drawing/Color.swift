/// An sRGB colour of 8 bits per channel, not premultiplied by alpha.
public struct Color: Sendable, Hashable {
  /// The red channel, 0 to 255.
  public var red: UInt8
  /// The green channel, 0 to 255.
  public var green: UInt8
  /// The blue channel, 0 to 255.
  public var blue: UInt8
  /// The opacity, from 0, which is invisible, to 255, which is opaque.
  public var alpha: UInt8

  /// Creates a colour from its channels; it is opaque by default.
  public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// Creates a colour from a hexadecimal triplet: `Color(0x1f77b4)` is the first colour of matplotlib's cycle.
  public init(_ rgb: UInt32, alpha: UInt8 = 255) {
    self.init(
      red: UInt8(truncatingIfNeeded: rgb >> 16), green: UInt8(truncatingIfNeeded: rgb >> 8),
      blue: UInt8(truncatingIfNeeded: rgb), alpha: alpha)
  }

  /// The colour `#000000`.
  public static let black = Color(0x000000)
  /// The colour `#ffffff`.
  public static let white = Color(0xffffff)
}

extension Color {
  /// Creates a colour from CSS notation, `#rrggbb` or `#rrggbbaa`; nil for any other text.
  ///
  /// ```swift
  /// Color(hexadecimal: "#1f77b4")      // Color(0x1f77b4)
  /// Color(hexadecimal: "#1f77b480")    // Color(0x1f77b4, alpha: 128)
  /// ```
  public init?(hexadecimal text: String) {
    let digits = Array(text.utf8.dropFirst())
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6 || digits.count == 8 else { return nil }
    var bits: UInt32 = 0
    for digit in digits {
      guard let value = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
      bits = bits << 4 | UInt32(value)
    }
    self = digits.count == 6 ? Color(bits) : Color(bits >> 8, alpha: UInt8(truncatingIfNeeded: bits))
  }

  /// The colour in CSS notation: `#rrggbb`, or `#rrggbbaa` if it is not opaque.
  public var hexadecimal: String {
    let channels = alpha == 255 ? [red, green, blue] : [red, green, blue, alpha]
    return "#" + channels.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
