/// A growing set of colours up to a capacity, in the order in which they were added.
///
/// A colour has red in its lowest eight bits, then green, blue and alpha.
package struct Palette: Sendable {
  /// The colours; no colour is there twice.
  package private(set) var colours: [UInt32] = []
  /// The largest number of colours.
  package let capacity: Int
  /// A hash table with open addressing, at most a quarter full: 0 in a free slot, else the index of a colour plus one.
  private var slots: [UInt16]
  /// The number of low bits of a hash that do not select a slot.
  private let shift: UInt32

  /// Creates a palette of colours, without those that are repeated.
  ///
  /// - Parameter capacity: The largest number of colours, a power of two up to 2¹⁴.
  /// - Precondition: There are no more different colours than that.
  package init(_ colours: [UInt32] = [], capacity: Int = 256) {
    self.capacity = capacity
    slots = [UInt16](repeating: 0, count: 4 * capacity)
    shift = UInt32(32 - slots.count.trailingZeroBitCount)
    for colour in colours {
      guard place(of: colour) != nil else { preconditionFailure("A palette has at most \(capacity) colours.") }
    }
  }

  /// Returns the index of a colour, adding it if it is new, or nil if there are as many others as the capacity allows.
  package mutating func place(of colour: UInt32) -> Int? {
    // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): the top bits of a product with 2³² / φ.
    var slot = Int((colour &* 0x9E37_79B9) &>> shift)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if colours[index] == colour { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard colours.count < capacity else { return nil }
    colours.append(colour)
    slots[slot] = UInt16(colours.count)
    return colours.count - 1
  }

  /// Returns the same of a palette of at most 256 colours.
  package mutating func index(of colour: UInt32) -> UInt8? { place(of: colour).map(UInt8.init) }
}

extension Pixmap {
  /// The same picture as indices into a palette of the colours that are seen, each once, in the order in which they
  /// appear, row by row from the top left; nil if there are more than 256 colours.
  ///
  /// - Complexity: O(pixels). It takes a look-up in a hash table for each run of pixels of one colour, up to the 257th
  ///   colour.
  package var compacted: Pixmap? {
    var palette = Palette()
    let newIndices = [UInt8](unsafeUninitializedCapacity: width * height) { indices, initializedCount in
      guard var next = indices.baseAddress else { return }
      var hasTooManyColours = false
      forEachRun { colour, count in
        guard !hasTooManyColours, let index = palette.index(of: colour) else {
          hasTooManyColours = true
          return
        }
        next.initialize(repeating: index, count: count)
        next += count
        initializedCount += count
      }
    }
    guard newIndices.count == width * height else { return nil }
    return Pixmap(width: width, height: height, uncheckedStorage: .indexed(newIndices, palette: palette.colours))
  }
}
