import CRaster
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
  private var indices: [UInt8]
  private var wideIndices: [UInt16] = []
  private var bytes: [UInt8] = []
  private var blends: BlendCache

  /// Creates a canvas in the first colour of the palette.
  ///
  /// - Parameter area: The pixels of the strip; its columns begin at 0.
  init(_ area: PixelArea, palette: Palette) {
    blends = BlendCache(palette)
    indices = [UInt8](repeating: 0, count: area.columns.count * area.rows.count)
  }

  /// The pixels of the strip.
  var pixels: StripPixels {
    if !indices.isEmpty { return .indexed(indices, palette: blends.palette.colours) }
    if !wideIndices.isEmpty { return .widelyIndexed(wideIndices, palette: blends.palette.colours) }
    return .rgba(bytes)
  }

  /// Blends the colour of a fill over the pixels of spans, or clears them.
  mutating func fill(_ spans: UnsafeBufferPointer<CoverageSpan>, with blender: Blender) {
    if bytes.isEmpty { blends.select(blender) }
    var place = craster_place(span: 0, pixel: 0)
    if !indices.isEmpty {
      place = Self.fill(&indices, with: &blends, where: spans, from: place)
      if place.span == spans.count { return }
      wideIndices = indices.widened
      indices = []
      blends.widen()
    }
    if !wideIndices.isEmpty {
      place = Self.fill(&wideIndices, with: &blends, where: spans, from: place)
      if place.span == spans.count { return }
      bytes = pixels.bytes
      wideIndices = []
    }
    fillBytes(where: spans, with: blender, from: place)
  }

  /// Fills pixels by their indices, from a place on.
  ///
  /// - Returns: The end of the spans if all pixels are filled, else the first pixel whose colour would be one more than the
  ///   palette can take; that pixel and all after it are unchanged.
  private static func fill<Index: PaletteIndex>(
    _ indices: inout [Index], with blends: inout BlendCache, where spans: UnsafeBufferPointer<CoverageSpan>,
    from place: craster_place
  ) -> craster_place {
    let table = blends.known(Index.self).table
    let opaqueLevel = UInt32(truncatingIfNeeded: blends.blender.opaqueLevel ?? 0)
    var place = place
    indices.withUnsafeMutableBufferPointer { indices in
      while true {
        place = Index.filler(indices.baseAddress, table, opaqueLevel, spans.baseAddress, spans.count, place)
        if place.span == spans.count { return }
        if blends.index(level: Int(spans[place.span].level), over: indices[place.pixel]) == nil { return }
      }
    }
    return place
  }

  /// Fills the pixels of four bytes from a place on.
  private mutating func fillBytes(
    where spans: UnsafeBufferPointer<CoverageSpan>, with blender: Blender, from place: craster_place
  ) {
    func blended(_ level: Int, over below: UInt32) -> UInt32 {
      blender.blended(level: level, over: UInt32(littleEndian: below)).littleEndian
    }
    bytes.withUnsafeMutableBufferPointer { bytes in
      bytes.withMemoryRebound(to: UInt32.self) { pixels in
        for (index, span) in spans.enumerated().dropFirst(place.span) {
          let level = Int(span.level)
          let start = max(Int(span.pixel), index == place.span ? place.pixel : 0)
          let end = Int(span.pixel) + Int(span.count)
          var below = pixels[start]
          var blend = blended(level, over: below)
          if level == blender.opaqueLevel {
            UnsafeMutableBufferPointer(rebasing: pixels[start..<end]).update(repeating: blend)
            continue
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
