/// A picture of 8-bit RGBA pixels, not premultiplied, rows from top to bottom.
public struct Pixmap: Sendable {
  /// How the pixels lie in memory.
  public enum Pixels: Sendable {
    /// A byte a pixel: an index into a palette of at most 256 colours, of four bytes each: red, green, blue, alpha. No
    /// colour stands there twice; one that was painted over may stand there in vain.
    case indexed([UInt8], palette: [UInt8])
    /// Four bytes a pixel: red, green, blue, alpha.
    case rgba([UInt8])
  }

  /// How many pixels a picture has at most: 2²⁶, a square of 8192.
  public static let maximumPixelCount = 1 << 26

  /// Pixels.
  public let width: Int
  /// Pixels.
  public let height: Int
  /// Indices as long as no more than 256 colours come up while a picture is drawn, in the order in which they do: the same
  /// drawing has the same palette.
  public let pixels: Pixels

  /// `width * height * 4` bytes: red, green, blue, alpha.
  public var bytes: [UInt8] {
    switch pixels {
    case .rgba(let bytes): bytes
    case .indexed(let indices, let palette): indices.expanded(by: palette)
    }
  }
}

extension Pixmap: Equatable {
  /// Whether both look the same, however their pixels lie in memory.
  public static func == (one: Pixmap, other: Pixmap) -> Bool {
    one.width == other.width && one.height == other.height && one.bytes == other.bytes
  }
}

extension [UInt8] {
  /// The four bytes of the colour that each of these indices stands for.
  func expanded(by palette: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 4 * count) { bytes, initializedCount in
      palette.withUnsafeBytes { palette in
        for (pixel, index) in enumerated() {
          let colour = palette.loadUnaligned(fromByteOffset: 4 * Int(index), as: UInt32.self)
          UnsafeMutableRawBufferPointer(bytes).storeBytes(of: colour, toByteOffset: 4 * pixel, as: UInt32.self)
        }
      }
      initializedCount = 4 * count
    }
  }
}
