private import CPNG

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
  ///
  /// They are found in blocks, without a branch that depends on the picture: what is left to foretell is how many lie close
  /// together, and that is known long before the body needs it.
  @inlinable @inline(__always)
  func forEachChange(_ body: (_ place: Int) -> Void) {
    let capacity = 64
    withUnsafeTemporaryAllocation(of: Int.self, capacity: capacity) { places in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: capacity) { marks in
        let bytes = UnsafeRawBufferPointer(self)
        var first = 1
        while first < count {
          let end = Swift.min(first + 64 * capacity, count)
          let found = bytes.findChanges(
            ofSize: MemoryLayout<Element>.size, first..<end, places: places, marks: marks)
          for group in 0..<found {
            var rest = marks[group]
            repeat {
              body(places[group] &+ rest.trailingZeroBitCount)
              rest &= rest &- 1
            } while rest != 0
          }
          first = end
        }
      }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Of each 64 elements in sequence of which some differ from the one before, the place of the first, and marks of those
  /// that differ, the first of them in the lowest bit.
  ///
  /// - Parameters:
  ///   - size: Bytes of an element, 1 or 4.
  ///   - range: Of elements, the first at least the second of all.
  /// - Returns: How many there are.
  @usableFromInline
  func findChanges(
    ofSize size: Int, _ range: Range<Int>, places: UnsafeMutableBufferPointer<Int>,
    marks: UnsafeMutableBufferPointer<UInt64>
  ) -> Int {
    cpng_find_changes(
      baseAddress, size, range.lowerBound, range.upperBound, places.baseAddress, marks.baseAddress)
  }
}
