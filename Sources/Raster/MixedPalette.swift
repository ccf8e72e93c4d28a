import Drawing

/// A palette that grows by what inks make of its colours.
///
/// Each mixture is made once and looked up ever after.
struct MixedPalette {
  /// Packed, at most 256, each once, in the order in which they came up.
  private(set) var colours: [UInt32]
  /// What is mixed next.
  private(set) var ink: Ink
  /// The inks chosen before, each of which has a table, so long as there is room.
  private var inks: [Color] = []
  /// A table an ink: for each step of coverage above none, for each index of the palette, one more than the index of the
  /// mixture; 0 where it was not mixed yet.
  private var mixtures: [UInt16] = []
  /// Where the table of the chosen ink starts.
  private var table = 0

  private static let tableSize = Ink.levels * 256
  /// More inks than a plot has, few enough that a drawing of a thousand inks takes no more memory.
  private static let mostTables = 16

  /// Of 1 to 256 packed colours to begin with.
  init(_ colours: [UInt32]) {
    self.colours = colours
    ink = Ink(Color(packed: colours[0]))
  }

  /// Four bytes a colour: red, green, blue, alpha.
  var bytes: [UInt8] { colours.bytes }

  /// Takes up the ink that is mixed next.
  mutating func choose(_ color: Color) {
    ink = Ink(color)
    if let place = inks.firstIndex(of: color) {
      table = place * Self.tableSize
      return
    }
    if inks.count == Self.mostTables {
      inks.removeAll(keepingCapacity: true)
      mixtures.removeAll(keepingCapacity: true)
    }
    table = mixtures.count
    inks.append(color)
    mixtures.append(contentsOf: repeatElement(0, count: Self.tableSize))
  }

  /// The index of what the chosen ink makes of a colour; nil where it would be the 257th.
  ///
  /// - Precondition: There was a choice, and the level is at least 1.
  @inline(__always)
  mutating func mixture(level: Int, over below: UInt8) -> UInt8? {
    let place = table + (level - 1) * 256 + Int(below)
    let known = mixtures[place]
    return known > 0 ? UInt8(truncatingIfNeeded: known - 1) : newMixture(level: level, over: below, place: place)
  }

  private mutating func newMixture(level: Int, over below: UInt8, place: Int) -> UInt8? {
    guard let index = index(of: ink.blended(level: level, over: colours[Int(below)])) else { return nil }
    mixtures[place] = UInt16(index) + 1
    return index
  }

  private mutating func index(of colour: UInt32) -> UInt8? {
    if let index = colours.firstIndex(of: colour) { return UInt8(index) }
    guard colours.count < 256 else { return nil }
    colours.append(colour)
    return UInt8(colours.count - 1)
  }
}
