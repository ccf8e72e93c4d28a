/// Pixels of at most 256 colours, as indices into their palette.
@usableFromInline
struct IndexedPixels: Sendable {
  /// One byte a pixel, each less than the number of colours.
  @usableFromInline let indices: [UInt8]
  /// Red in the lowest eight bits of each, then green, blue and alpha.
  @usableFromInline let colours: [UInt32]

  init(indices: [UInt8], colours: [UInt32]) {
    precondition((1...256).contains(colours.count), "A palette has 1 to 256 colours, not \(colours.count).")
    // Without a way out in its middle the loop takes many indices at a time.
    let greatest = indices.reduce(0) { $1 > $0 ? $1 : $0 }
    precondition(Int(greatest) < colours.count, "An index lies beyond the palette.")
    self.indices = indices
    self.colours = colours
  }

  /// With a palette in the order in which the colours appear, row by row from the top left; nil where there are more than
  /// 256 colours.
  ///
  /// - Complexity: O(pixels): a comparison for a pixel that has the colour of the one before, a short look into a hash
  ///   table for any other.
  init?(_ pixels: [UInt8]) {
    var palette = Palette()
    let indices = [UInt8](unsafeUninitializedCapacity: pixels.count / 4) { indices, count in
      pixels.withUnsafeBytes { bytes in
        var lastColour: UInt32?
        var lastIndex: UInt8 = 0
        for pixel in 0..<indices.count {
          let colour = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * pixel, as: UInt32.self))
          if colour != lastColour {
            guard let index = palette.index(of: colour) else { return }
            lastColour = colour
            lastIndex = index
          }
          indices[pixel] = lastIndex
          count = pixel + 1
        }
      }
    }
    guard indices.count == pixels.count / 4 else { return nil }
    self.indices = indices
    colours = palette.colours
  }

  /// The same picture with a palette of the colours that are seen, each once, in the order in which they appear, row by row
  /// from the top left.
  var compacted: IndexedPixels {
    var palette = Palette()
    var newIndices = [UInt8?](repeating: nil, count: colours.count)
    let indices = indices.map { index in
      if let known = newIndices[Int(index)] { return known }
      // No more colours than there were.
      let new = palette.index(of: colours[Int(index)])!
      newIndices[Int(index)] = new
      return new
    }
    return IndexedPixels(indices: indices, colours: palette.colours)
  }

  /// Four bytes a pixel: red, green, blue, alpha.
  var expanded: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 4 * indices.count) { bytes, count in
      bytes.withMemoryRebound(to: UInt32.self) { pixels in
        for (pixel, index) in indices.enumerated() { pixels[pixel] = colours[Int(index)].littleEndian }
      }
      count = 4 * indices.count
    }
  }

  /// Red, green and blue of every colour.
  var colourBytes: [UInt8] {
    colours.flatMap {
      [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0 >> 16)]
    }
  }

  /// Alpha of every colour up to the last that is not opaque; empty where all are.
  var alphas: [UInt8] {
    let alphas = colours.map { UInt8($0 >> 24) }
    let count = alphas.lastIndex { $0 != 0xFF }.map { $0 + 1 } ?? 0
    return Array(alphas.prefix(count))
  }
}
