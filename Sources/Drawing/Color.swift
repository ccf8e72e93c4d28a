/// An sRGB colour of 8 bits a channel, not premultiplied.
public struct Color: Sendable, Hashable {
  /// 0 to 255.
  public var red: UInt8
  /// 0 to 255.
  public var green: UInt8
  /// 0 to 255.
  public var blue: UInt8
  /// 255 is opaque.
  public var alpha: UInt8

  /// From four channels; opaque unless said otherwise.
  public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// From a hexadecimal triplet: `Color(0x1f77b4)` is the first colour of matplotlib's cycle.
  public init(_ rgb: UInt32, alpha: UInt8 = 255) {
    self.init(
      red: UInt8(truncatingIfNeeded: rgb >> 16), green: UInt8(truncatingIfNeeded: rgb >> 8),
      blue: UInt8(truncatingIfNeeded: rgb), alpha: alpha)
  }

  /// #000000.
  public static let black = Color(0x000000)
  /// #ffffff.
  public static let white = Color(0xffffff)
}
