import Drawing

/// Lays one colour over pixels, as "source over" of Porter and Duff (1984) on 8-bit sRGB values, rounded to nearest.
struct Ink {
  private let color: Color

  /// The opacity of full coverage: alpha times the levels.
  private static let opaque = 255 * UInt32(CoverageLevel.full)

  init(_ color: Color) { self.color = color }

  @inline(__always)
  func paint(_ level: UInt8, onto bytes: UnsafeMutableBufferPointer<UInt8>, pixel: Int) {
    let opacity = UInt32(color.alpha) * UInt32(level)
    if opacity == Self.opaque { return bytes.setPixel(pixel, to: color) }
    let below = UInt32(bytes[pixel * 4 + 3])
    if below == 255 {
      bytes[pixel * 4] = Self.mix(color.red, bytes[pixel * 4], opacity, Self.opaque - opacity)
      bytes[pixel * 4 + 1] = Self.mix(color.green, bytes[pixel * 4 + 1], opacity, Self.opaque - opacity)
      bytes[pixel * 4 + 2] = Self.mix(color.blue, bytes[pixel * 4 + 2], opacity, Self.opaque - opacity)
    } else if opacity > 0 {
      // Both opacities in units of 1 / (255 · 32 · 255), so that the sum below is a whole number.
      let above = UInt64(opacity) * 255
      let shown = UInt64(Self.opaque - opacity) * UInt64(below)
      let total = above + shown
      func mixed(_ top: UInt8, _ bottom: UInt8) -> UInt8 {
        UInt8((UInt64(top) * above + UInt64(bottom) * shown + total / 2) / total)
      }
      bytes[pixel * 4] = mixed(color.red, bytes[pixel * 4])
      bytes[pixel * 4 + 1] = mixed(color.green, bytes[pixel * 4 + 1])
      bytes[pixel * 4 + 2] = mixed(color.blue, bytes[pixel * 4 + 2])
      bytes[pixel * 4 + 3] = UInt8((total + UInt64(Self.opaque) / 2) / UInt64(Self.opaque))
    }
  }

  /// Two values weighted by shares that sum to `opaque`.
  @inline(__always)
  private static func mix(_ top: UInt8, _ bottom: UInt8, _ share: UInt32, _ rest: UInt32) -> UInt8 {
    UInt8((UInt32(top) * share + UInt32(bottom) * rest + opaque / 2) / opaque)
  }
}
