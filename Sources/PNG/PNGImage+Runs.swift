extension PNGImage {
  /// Hands out the runs of pixels of one colour, row after row as if they were one, however the pixels were given.
  ///
  /// - Parameter body: Takes the colour, red in its lowest eight bits, then green, blue and alpha, and the number of pixels.
  @inlinable
  public func forEachRun(_ body: (_ colour: UInt32, _ count: Int) -> Void) {
    switch content {
    case .rgba(let pixels):
      pixels.withUnsafeBytes { bytes in
        bytes.withMemoryRebound(to: UInt32.self) { pixels in
          pixels.forEachRun(of: { UInt32(littleEndian: $0) }, body)
        }
      }
    case .indexed(let indexed):
      indexed.colours.withUnsafeBufferPointer { colours in
        indexed.indices.withUnsafeBufferPointer { indices in
          // Every index is less than the number of colours.
          indices.forEachRun(of: { colours[Int($0)] }, body)
        }
      }
    }
  }
}

extension UnsafeBufferPointer where Element: FixedWidthInteger & UnsignedInteger {
  /// Hands out the runs of elements of one colour.
  @inlinable @inline(__always)
  func forEachRun(of colour: (Element) -> UInt32, _ body: (_ colour: UInt32, _ count: Int) -> Void) {
    guard let first else { return }
    var last = colour(first)
    var start = 0
    forEachChange { place in
      let next = colour(self[place])
      if next == last { return }
      body(last, place - start)
      (last, start) = (next, place)
    }
    body(last, count - start)
  }

  /// Hands out the places of elements that differ from the one before.
  @inlinable @inline(__always)
  func forEachChange(_ body: (_ place: Int) -> Void) {
    let bytes = UnsafeRawBufferPointer(self)
    let size = MemoryLayout<Element>.size
    let elementsPerWord = 8 / size
    // As many ones as there are elements in a word, each at the lowest bit of its element.
    let ones = UInt64.max / UInt64(Element.max)
    let highest = ones << (8 * size - 1)
    func word(_ place: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place * size, as: UInt64.self))
    }
    var place = 1
    while place + 4 * elementsPerWord <= count {
      let run = ones &* UInt64(self[place - 1].littleEndian)
      let differences =
        (word(place) ^ run) | (word(place + elementsPerWord) ^ run)
        | (word(place + 2 * elementsPerWord) ^ run) | (word(place + 3 * elementsPerWord) ^ run)
      let end = place + 4 * elementsPerWord
      if differences == 0 {
        place = end
        continue
      }
      while place < end {
        // The highest bit of each element that is not zero: of its lower bits by what they carry into it.
        let difference = word(place) ^ word(place - 1)
        var changes = ((difference & ~highest) + ~highest | difference) & highest
        while changes != 0 {
          body(place + changes.trailingZeroBitCount / (8 * size))
          changes &= changes - 1
        }
        place += elementsPerWord
      }
    }
    while place < count {
      if self[place] != self[place - 1] { body(place) }
      place += 1
    }
  }
}
