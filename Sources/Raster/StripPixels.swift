import Pixels

/// The pixels of a strip in the form in which they were drawn, row by row without padding.
///
/// A palette may have colours that no pixel shows any more. A colour has red in its lowest eight bits, then green, blue
/// and alpha.
enum StripPixels: Sendable {
  /// Indices into a palette of at most 256 colours.
  case indexed([UInt8], palette: [UInt32])
  /// Indices into a palette of more colours.
  case widelyIndexed([UInt16], palette: [UInt32])
  /// Four bytes per pixel: red, green, blue, alpha.
  case rgba([UInt8])

  /// The pixels as four bytes each: red, green, blue, alpha.
  var bytes: [UInt8] {
    switch self {
    case .indexed(let indices, let palette): indices.expanded(by: palette)
    case .widelyIndexed(let indices, let palette): indices.expanded(by: palette)
    case .rgba(let bytes): bytes
    }
  }

  /// Adds the number of pixels of each colour that is seen to the counts of a palette's colours, and the colours that
  /// are new to the palette.
  ///
  /// - Returns: Whether the palette could take all colours.
  func count(into counts: inout [Int], by palette: inout Palette) -> Bool {
    func add(_ colour: UInt32, _ count: Int) -> Bool {
      guard let place = palette.place(of: colour) else { return false }
      if place == counts.count { counts.append(0) }
      counts[place] += count
      return true
    }
    func add(_ histogram: [Int], _ colours: [UInt32]) -> Bool {
      zip(histogram, colours).allSatisfy { count, colour in count == 0 || add(colour, count) }
    }
    switch self {
    case .indexed(let indices, let colours): return add(indices.histogram(of: colours.count), colours)
    case .widelyIndexed(let indices, let colours): return add(indices.histogram(of: colours.count), colours)
    case .rgba(let bytes):
      var fits = true
      bytes.forEachPixelRun { colour, count in fits = fits && add(colour, count) }
      return fits
    }
  }

  /// Appends the pixels as indices into another palette.
  ///
  /// - Parameter replacement: Returns the index of the colour that takes the place of a colour; it is also asked for
  ///   colours of the strip's palette that no pixel shows.
  func append(to pixels: inout [UInt8], replacing replacement: (UInt32) -> UInt8) {
    switch self {
    case .indexed(let indices, let palette): pixels.append(indices, translatedBy: palette.map(replacement))
    case .widelyIndexed(let indices, let palette):
      let places = palette.map(replacement)
      pixels.append(count: indices.count) { append in
        indices.forEachRun { index, count in append(places[index], count) }
      }
    case .rgba(let bytes):
      pixels.append(count: bytes.count / 4) { append in
        bytes.forEachPixelRun { colour, count in append(replacement(colour), count) }
      }
    }
  }
}

extension Array where Element: PaletteIndex {
  /// The number of pixels of each index below a limit.
  fileprivate func histogram(of limit: Int) -> [Int] {
    var histogram = [Int](repeating: 0, count: limit)
    forEachRun { index, count in histogram[index] += count }
    return histogram
  }

  /// Calls a closure with each run of one index.
  @inline(__always)
  fileprivate func forEachRun(_ body: (_ index: Int, _ count: Int) -> Void) {
    withUnsafeBufferPointer { indices in
      indices.forEachRun(of: { UInt32($0) }, { body(Int($0), $1) })
    }
  }
}

extension [UInt8] {
  /// Calls a closure with each run of one colour of pixels of four bytes.
  @inline(__always)
  fileprivate func forEachPixelRun(_ body: (_ colour: UInt32, _ count: Int) -> Void) {
    withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: UInt32.self) { $0.forEachRun(of: { UInt32(littleEndian: $0) }, body) }
    }
  }

  /// Appends indices into another palette, given the place of each of its colours in this one.
  mutating func append(_ indices: [UInt8], translatedBy places: [UInt8]) {
    let start = count
    append(contentsOf: indices)
    if places.enumerated().allSatisfy({ $0.offset == $0.element }) { return }
    withUnsafeMutableBufferPointer { all in
      for pixel in start..<all.count { all[pixel] = places[Int(all[pixel])] }
    }
  }

  /// Appends a number of elements that a closure passes in runs.
  @inline(__always)
  fileprivate mutating func append(count: Int, _ body: (_ append: (_ element: UInt8, _ count: Int) -> Void) -> Void) {
    var end = self.count
    append(contentsOf: repeatElement(0, count: count))
    withUnsafeMutableBytes { all in
      body { element, count in
        // Most runs are short, and what is written beyond their end is overwritten by the next.
        if count <= 8 && end + 8 <= all.count {
          all.storeBytes(of: UInt64(element) &* 0x0101_0101_0101_0101, toByteOffset: end, as: UInt64.self)
        } else {
          UnsafeMutableRawBufferPointer(rebasing: all[end..<(end + count)]).initializeMemory(
            as: UInt8.self, repeating: element)
        }
        end += count
      }
    }
  }
}
