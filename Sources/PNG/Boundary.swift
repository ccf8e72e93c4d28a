import CPNG

/// A picture of 8-bit RGBA pixels (not premultiplied), rows from top to bottom.
public struct PNGImage: Sendable, Equatable {
  public let width: Int
  public let height: Int
  /// Four bytes a pixel: red, green, blue, alpha; `width * height * 4` bytes.
  public let pixels: [UInt8]
  /// Dots per metre, both ways, for the pHYs chunk.
  public let pixelsPerMetre: UInt32?
}
