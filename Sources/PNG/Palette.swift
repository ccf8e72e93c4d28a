/// At most 256 colours in the order of their coming, found again by hashing.
struct Palette {
  /// Red in the lowest eight bits of each, then green, blue and alpha.
  private(set) var colours: [UInt32] = []
  /// A hash table with open addressing, at most a quarter full: 0 where free, else one more than the index.
  private var slots = [UInt16](repeating: 0, count: 1024)

  /// The index of a colour, which is added where it is new; nil where it would be the 257th.
  mutating func index(of colour: UInt32) -> UInt8? {
    // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): the top ten bits of a product with 2³² / φ.
    var slot = Int((colour &* 0x9E37_79B9) >> 22)
    while slots[slot] != 0 {
      let index = slots[slot] - 1
      if colours[Int(index)] == colour { return UInt8(index) }
      slot = (slot + 1) % slots.count
    }
    guard colours.count < 256 else { return nil }
    colours.append(colour)
    slots[slot] = UInt16(colours.count)
    return UInt8(colours.count - 1)
  }
}
