extension PNGImage {
  /// Hands out the runs of pixels of one colour, row after row as if they were one, however the pixels were given.
  ///
  /// - Parameter body: Takes the colour, red in its lowest eight bits, then green, blue and alpha, and the number of pixels.
  public func forEachRun(_ body: (_ colour: UInt32, _ count: Int) -> Void) {
    switch content {
    case .rgba(let pixels):
      pixels.withUnsafeBytes { bytes in
        bytes.withMemoryRebound(to: UInt32.self) { pixels in
          pixels.forEachRun { body(UInt32(littleEndian: $0), $1) }
        }
      }
    case .indexed(let indexed):
      var colour: UInt32?
      var length = 0
      indexed.indices.withUnsafeBufferPointer { indices in
        indices.forEachRun { index, count in
          let next = indexed.colours[Int(index)]
          if next == colour {
            length += count
          } else {
            if let colour { body(colour, length) }
            (colour, length) = (next, count)
          }
        }
      }
      if let colour { body(colour, length) }
    }
  }
}

extension UnsafeBufferPointer where Element: FixedWidthInteger {
  /// Hands out the runs of equal elements.
  fileprivate func forEachRun(_ body: (_ element: Element, _ count: Int) -> Void) {
    let bytes = UnsafeRawBufferPointer(self)
    let size = MemoryLayout<Element>.size
    let elementsPerWord = 8 / size
    // As many ones as there are elements in a word, each at the lowest bit of its element.
    let ones = UInt64.max / UInt64(Element.max.magnitude)
    var start = 0
    while start < count {
      let element = self[start]
      let word = ones &* UInt64(truncatingIfNeeded: element.magnitude)
      var end = start + 1
      while end + elementsPerWord <= count,
        bytes.loadUnaligned(fromByteOffset: end * size, as: UInt64.self) == word
      { end += elementsPerWord }
      while end < count, self[end] == element { end += 1 }
      body(element, end - start)
      start = end
    }
  }
}
