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
  /// Indices, where no more than 256 colours come up while the picture is drawn, or where those of the picture can be made so
  /// few, each channel off by at most 4: the same drawing has the same palette.
  public let pixels: Pixels

  /// `width * height * 4` bytes: red, green, blue, alpha.
  public var bytes: [UInt8] { pixels.bytes }
}

extension Pixmap: Equatable {
  /// Whether both look the same, however their pixels lie in memory.
  public static func == (one: Pixmap, other: Pixmap) -> Bool {
    one.width == other.width && one.height == other.height && one.bytes == other.bytes
  }
}

extension Pixmap.Pixels {
  /// Four bytes a pixel: red, green, blue, alpha.
  var bytes: [UInt8] {
    switch self {
    case .rgba(let bytes): bytes
    case .indexed(let indices, let palette): indices.expanded(by: palette)
    }
  }

  /// Hands out packed colours, each with how many pixels in sequence have it, until the body asks for no more.
  func forEachRun(_ body: (_ colour: UInt32, _ length: Int) -> Bool) {
    switch self {
    case .indexed(let indices, let palette):
      let colours = palette.packedColours
      indices.withUnsafeBufferPointer { $0.forEachRun { body(colours[Int($0)], $1) } }
    case .rgba(let bytes):
      bytes.withUnsafeBytes { bytes in
        bytes.withMemoryRebound(to: UInt32.self) { $0.forEachRun(body) }
      }
    }
  }
}

extension UnsafeBufferPointer where Element: Equatable {
  fileprivate func forEachRun(_ body: (_ element: Element, _ length: Int) -> Bool) {
    var start = 0
    while start < count {
      var end = start + 1
      while end < count && self[end] == self[start] { end += 1 }
      if !body(self[start], end - start) { return }
      start = end
    }
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

  /// Of four bytes each, packed.
  var packedColours: [UInt32] {
    withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: 4).map { bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self) }
    }
  }
}

extension [UInt32] {
  /// Four bytes a packed colour: red, green, blue, alpha.
  var bytes: [UInt8] { withUnsafeBytes { [UInt8]($0) } }
}
