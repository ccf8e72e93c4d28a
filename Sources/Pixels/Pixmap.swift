/// A picture of 8-bit sRGB pixels with alpha, in rows from top to bottom.
///
/// Colours are not premultiplied by alpha. The rasterizer makes pixmaps and the PNG encoder takes them.
///
/// ```swift
/// let pixmap = Pixmap(width: 2, height: 1, bytes: [255, 0, 0, 255, 0, 0, 255, 255])
/// pixmap.bytes[4...]     // [0, 0, 255, 255], the blue pixel on the right
/// ```
public struct Pixmap: Sendable {
  /// How the pixels are stored, row by row without padding.
  public enum Storage: Sendable {
    /// One byte per pixel: the index of its colour in a palette of 1 to 256 colours.
    ///
    /// A colour has red in its lowest eight bits, then green, blue and alpha. The palette of a rendered drawing has no
    /// colour twice, but may have colours that no pixel shows any more.
    case indexed([UInt8], palette: [UInt32])
    /// Four bytes per pixel: red, green, blue, alpha.
    case rgba([UInt8])
  }

  /// The largest number of pixels that is rendered, read or written: 2²⁶, a square of 8192.
  public static let maximumPixelCount = 1 << 26

  /// The number of pixels in a row.
  public let width: Int
  /// The number of rows.
  public let height: Int
  /// The pixels in the form in which they were given or drawn.
  public let storage: Storage

  /// Creates a pixmap of four bytes per pixel: red, green, blue, alpha.
  ///
  /// - Precondition: Both sides are positive, and there are `width * height * 4` bytes.
  public init(width: Int, height: Int, bytes: [UInt8]) {
    Self.checkSize(width: width, height: height, byteCount: bytes.count, bytesPerPixel: 4)
    self.init(width: width, height: height, uncheckedStorage: .rgba(bytes))
  }

  /// Creates a pixmap of indices into a palette, whose colours have red in their lowest eight bits, then green, blue
  /// and alpha.
  ///
  /// - Precondition: Both sides are positive, there are `width * height` indices, the palette has 1 to 256 colours, and
  ///   every index is less than their number.
  public init(width: Int, height: Int, indices: [UInt8], palette: [UInt32]) {
    Self.checkSize(width: width, height: height, byteCount: indices.count, bytesPerPixel: 1)
    precondition((1...256).contains(palette.count), "A palette has 1 to 256 colours, not \(palette.count).")
    // Without an exit in its middle the loop compares many indices at a time.
    let greatest = indices.reduce(0) { $1 > $0 ? $1 : $0 }
    precondition(Int(greatest) < palette.count, "An index lies beyond the palette.")
    self.init(width: width, height: height, uncheckedStorage: .indexed(indices, palette: palette))
  }

  /// Creates a pixmap of pixels that are known to fit the size and the palette.
  package init(width: Int, height: Int, uncheckedStorage storage: Storage) {
    self.width = width
    self.height = height
    self.storage = storage
  }

  private static func checkSize(width: Int, height: Int, byteCount: Int, bytesPerPixel: Int) {
    precondition(width > 0 && height > 0, "A pixmap has at least one pixel.")
    precondition(
      byteCount.isMultiple(of: bytesPerPixel)
        && (byteCount / bytesPerPixel).quotientAndRemainder(dividingBy: width) == (height, 0),
      "A pixmap of \(width) × \(height) pixels of \(bytesPerPixel) bytes each does not have \(byteCount) bytes.")
  }

  /// The pixels as `width * height * 4` bytes: red, green, blue, alpha.
  ///
  /// - Complexity: O(pixels) where the storage is indexed, else O(1).
  public var bytes: [UInt8] {
    switch storage {
    case .rgba(let bytes): bytes
    case .indexed(let indices, let palette): indices.expanded(by: palette)
    }
  }
}

extension Pixmap: Equatable {
  /// Whether both pixmaps show the same picture, however their pixels are stored.
  public static func == (one: Pixmap, other: Pixmap) -> Bool {
    one.width == other.width && one.height == other.height && one.bytes == other.bytes
  }
}

extension Array where Element: FixedWidthInteger & UnsignedInteger {
  /// The four bytes of the palette's colour for each of these indices.
  @inlinable
  package func expanded(by palette: [UInt32]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 4 * count) { bytes, initializedCount in
      bytes.withMemoryRebound(to: UInt32.self) { pixels in
        for (pixel, index) in enumerated() { pixels[pixel] = palette[Int(index)].littleEndian }
      }
      initializedCount = 4 * count
    }
  }
}
