private import CPixels

extension Pixmap {
  /// Calls a closure with each run of consecutive pixels of one colour, from the top left, across the ends of rows.
  ///
  /// The runs are the same however the pixels are stored.
  ///
  /// - Parameter body: Takes the colour, red in its lowest eight bits, then green, blue and alpha, and the number of
  ///   pixels.
  @inlinable
  public func forEachRun(_ body: (_ colour: UInt32, _ count: Int) -> Void) {
    switch storage {
    case .rgba(let bytes):
      bytes.withUnsafeBytes { bytes in
        bytes.withMemoryRebound(to: UInt32.self) { pixels in
          pixels.forEachRun(of: { UInt32(littleEndian: $0) }, body)
        }
      }
    case .indexed(let indices, let palette):
      palette.withUnsafeBufferPointer { colours in
        indices.withUnsafeBufferPointer { indices in
          // Every index is less than the number of colours.
          indices.forEachRun(of: { colours[Int($0)] }, body)
        }
      }
    }
  }
}

extension UnsafeBufferPointer where Element: FixedWidthInteger & UnsignedInteger {
  /// Calls a closure with each run of elements of one colour.
  @inlinable @inline(__always)
  package func forEachRun(of colour: (Element) -> UInt32, _ body: (_ colour: UInt32, _ count: Int) -> Void) {
    guard let first else { return }
    var last = colour(first)
    var start = 0
    forEachChange { place in
      let next = colour(self[place])
      if next == last { return }
      body(last, place &- start)
      (last, start) = (next, place)
    }
    body(last, count &- start)
  }

  /// Calls a closure with the index of each element that differs from the one before it.
  ///
  /// The elements are searched in blocks without a branch that depends on the picture. What is left to predict is how
  /// many changes are close together, which the processor knows long before the closure needs it.
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
  /// Finds the groups of 64 elements in which an element differs from the one before it.
  ///
  /// - Parameters:
  ///   - size: The number of bytes of an element, 1, 2 or 4.
  ///   - range: The indices of the elements to look at; 0 is not among them.
  ///   - places: Receives the index of the first element of each such group.
  ///   - marks: Receives a bit for each element of the group, the first in the lowest, set where the element differs.
  /// - Returns: The number of groups found.
  @usableFromInline
  func findChanges(
    ofSize size: Int, _ range: Range<Int>, places: UnsafeMutableBufferPointer<Int>,
    marks: UnsafeMutableBufferPointer<UInt64>
  ) -> Int {
    cpixels_find_changes(
      baseAddress, size, range.lowerBound, range.upperBound, places.baseAddress, marks.baseAddress)
  }
}
