import Drawing
import Pixels

/// The pixels of a strip while it is drawn.
///
/// A plot has few colours, so that a pixel is an index into a palette that grows with every new blend: one byte is
/// written instead of four, and a blend is looked up instead of computed. A plot with marks of many colours has some
/// more than 256, and then the indices have two bytes.
///
/// Invariant: one of `indices`, `wideIndices` and `bytes` holds the pixels, and the others are empty: `indices` until
/// a 257th colour occurs, `wideIndices` until a 2049th colour occurs, and then `bytes`.
struct Canvas: ~Copyable {
  private let area: PixelArea
  private var indices: [UInt8]
  private var wideIndices: [UInt16] = []
  private var bytes: [UInt8] = []
  private var blends: BlendCache

  /// Creates a canvas in the first colour of the palette.
  ///
  /// - Parameter area: The pixels of the strip; its columns begin at 0.
  init(_ area: PixelArea, palette: Palette) {
    self.area = area
    blends = BlendCache(palette)
    indices = [UInt8](repeating: 0, count: area.columns.count * area.rows.count)
  }

  /// The pixels of the strip.
  var pixels: StripPixels {
    if !indices.isEmpty { return .indexed(indices, palette: blends.palette.colours) }
    if !wideIndices.isEmpty { return .widelyIndexed(wideIndices, palette: blends.palette.colours) }
    return .rgba(bytes)
  }

  /// Blends the colour of a fill over covered pixels, or clears them. The rows and columns lie inside the strip.
  @inline(__always)
  mutating func fill<Source: CoverageSource & ~Copyable>(_ coverage: inout Source, with blender: Blender) {
    if bytes.isEmpty { blends.select(blender) }
    var first = 0
    if !indices.isEmpty {
      let refused = Self.fill(&indices, of: area, with: &blends, where: &coverage, from: 0)
      guard let refused else { return }
      wideIndices = indices.widened
      indices = []
      blends.widen()
      first = refused
    }
    if !wideIndices.isEmpty {
      let refused = Self.fill(&wideIndices, of: area, with: &blends, where: &coverage, from: first)
      guard let refused else { return }
      bytes = pixels.bytes
      wideIndices = []
      first = refused
    }
    fillBytes(where: &coverage, with: blender, from: first)
  }

  /// Fills pixels by their indices, from `first` on, in the order of rows.
  ///
  /// - Returns: Nil if all pixels are filled, else the first pixel whose colour would be one more than the palette can
  ///   take; that pixel and all after it are unchanged.
  @inline(__always)
  private static func fill<Index: PaletteIndex, Source: CoverageSource & ~Copyable>(
    _ indices: inout [Index], of area: PixelArea, with blends: inout BlendCache, where coverage: inout Source,
    from first: Int
  ) -> Int? {
    var refused: Int?
    let (width, top) = (area.columns.count, area.rows.lowerBound)
    let known = blends.known(Index.self)
    let opaqueLevel = blends.blender.opaqueLevel
    indices.withUnsafeMutableBufferPointer { indices in
      coverage.forEachRun { row, columns, level in
        if level == 0 || refused != nil { return }
        var pixel = (row &- top) &* width &+ columns.lowerBound
        let end = pixel &+ columns.count
        if pixel < first {
          if end <= first { return }
          pixel = first
        }
        repeat {
          let below = indices[pixel]
          guard let blend = known[level, below] ?? blends.index(level: level, over: below) else {
            refused = pixel
            return
          }
          if level == opaqueLevel && end - pixel > 1 {
            return UnsafeMutableBufferPointer(rebasing: indices[pixel..<end]).update(repeating: blend)
          }
          repeat {
            indices[pixel] = blend
            pixel &+= 1
          } while pixel < end && indices[pixel] == below
        } while pixel < end
      }
    }
    return refused
  }

  /// Fills the pixels of four bytes from `first` on, in the order of rows.
  private mutating func fillBytes<Source: CoverageSource & ~Copyable>(
    where coverage: inout Source, with blender: Blender, from first: Int
  ) {
    let (width, top) = (area.columns.count, area.rows.lowerBound)
    func blended(_ level: Int, over below: UInt32) -> UInt32 {
      blender.blended(level: level, over: UInt32(littleEndian: below)).littleEndian
    }
    bytes.withUnsafeMutableBufferPointer { bytes in
      bytes.withMemoryRebound(to: UInt32.self) { pixels in
        coverage.forEachRun { row, columns, level in
          let start = max((row - top) * width + columns.lowerBound, first)
          let end = (row - top) * width + columns.upperBound
          if level == 0 || start >= end { return }
          var below = pixels[start]
          var blend = blended(level, over: below)
          if level == blender.opaqueLevel {
            return UnsafeMutableBufferPointer(rebasing: pixels[start..<end]).update(repeating: blend)
          }
          for pixel in start..<end {
            if pixels[pixel] != below {
              below = pixels[pixel]
              blend = blended(level, over: below)
            }
            pixels[pixel] = blend
          }
        }
      }
    }
  }
}

extension [UInt8] {
  /// The same numbers as 16 bits each.
  fileprivate var widened: [UInt16] {
    [UInt16](unsafeUninitializedCapacity: count) { wide, initializedCount in
      // `map` would take fifteen instructions for each number; this loop converts many at a time.
      withUnsafeBufferPointer { narrow in
        for index in 0..<narrow.count { wide[index] = UInt16(narrow[index]) }
      }
      initializedCount = count
    }
  }
}
