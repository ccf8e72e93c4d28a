import Geometry

/// The number of pixels in a length on paper.
public struct Resolution: Sendable, Hashable {
  /// The number of pixels in an inch.
  public var dotsPerInch: Double

  /// Creates a resolution from the number of pixels in an inch.
  public init(dotsPerInch: Double) { self.dotsPerInch = dotsPerInch }

  /// Converts a length from inches to pixels.
  public func pixels(inches: Double) -> Double { inches * dotsPerInch }

  /// Converts a length from points, 1/72 inch each, to pixels.
  public func pixels(points: Double) -> Double { points * dotsPerInch / 72 }

  /// Converts a length from pixels to points, 1/72 inch each.
  public func points(pixels: Double) -> Double { pixels * 72 / dotsPerInch }
}

/// What a figure is drawn on: an area of a size and a resolution, and the style that all lengths and colours come from.
struct Paper: Sendable {
  /// The width and height in pixels, not rounded.
  let size: Size
  let resolution: Resolution
  let style: Style

  /// Creates paper of a size in inches.
  init(width: Double, height: Double, resolution: Resolution, style: Style) {
    size = Size(width: resolution.pixels(inches: width), height: resolution.pixels(inches: height))
    self.resolution = resolution
    self.style = style
  }

  /// The margin around everything and around each panel, in pixels.
  ///
  /// It is at least two pixels: baselines are rounded to whole pixels and the edges of the paper are cut off, and neither
  /// may cost a glyph a part.
  var padding: Double { max(resolution.pixels(inches: style.padding), 2) }

  /// The font size of ordinary text, in pixels.
  var em: Double { pixels(style.fontSize) }

  /// Converts a length of the style from points to pixels.
  func pixels(_ points: Double) -> Double { resolution.pixels(points: points) }
}
