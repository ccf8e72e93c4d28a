import Drawing

/// A palette that grows by what inks make of its colours.
///
/// Each mixture is made once and looked up ever after.
struct MixedPalette: ~Copyable {
  /// Packed, at most 256, each once, in the order in which they came up.
  private(set) var colours: [UInt32]
  /// What is mixed next.
  private(set) var ink: Ink
  /// The inks chosen before, each of which has a table, so long as there is room.
  private var inks: [Color] = []
  /// Room for a table an ink: for each step of coverage above none, for each index of the palette, one more than the index
  /// of the mixture; 0 where it was not mixed yet.
  private let tables: UnsafeMutablePointer<UInt16>
  /// That of the chosen ink.
  private var table: UnsafeMutablePointer<UInt16>

  private static let tableSize = Ink.levels * 256
  /// More inks than a plot has, few enough that a drawing of a thousand inks takes no more memory.
  private static let mostTables = 16

  /// Of 1 to 256 packed colours to begin with.
  init(_ colours: [UInt32]) {
    self.colours = colours
    ink = Ink(Color(packed: colours[0]))
    tables = .allocate(capacity: Self.mostTables * Self.tableSize)
    table = tables
  }

  deinit { tables.deallocate() }

  /// Four bytes a colour: red, green, blue, alpha.
  var bytes: [UInt8] { colours.bytes }

  /// Takes up the ink that is mixed next.
  mutating func choose(_ color: Color) {
    ink = Ink(color)
    if let place = inks.firstIndex(of: color) {
      table = tables + place * Self.tableSize
      return
    }
    if inks.count == Self.mostTables { inks.removeAll(keepingCapacity: true) }
    table = tables + inks.count * Self.tableSize
    table.initialize(repeating: 0, count: Self.tableSize)
    inks.append(color)
  }

  /// What the chosen ink was mixed with so far.
  var known: KnownMixtures { KnownMixtures(table: table) }

  /// The index of what the chosen ink makes of a colour; nil where it would be the 257th.
  ///
  /// - Precondition: There was a choice, and the level is at least 1.
  mutating func mixture(level: Int, over below: UInt8) -> UInt8? {
    if let known = known[level, below] { return known }
    guard let index = index(of: ink.blended(level: level, over: colours[Int(below)])) else { return nil }
    table[KnownMixtures.place(level, below)] = UInt16(index) + 1
    return index
  }

  private mutating func index(of colour: UInt32) -> UInt8? {
    if let index = colours.firstIndex(of: colour) { return UInt8(index) }
    guard colours.count < 256 else { return nil }
    colours.append(colour)
    return UInt8(colours.count - 1)
  }
}

/// The mixtures of one ink, as long as their palette lives and no other ink is chosen.
struct KnownMixtures {
  fileprivate let table: UnsafeMutablePointer<UInt16>

  /// The index of what the ink makes of a colour, by a step of coverage of at least 1; nil where it was not mixed yet.
  @inline(__always)
  subscript(level: Int, below: UInt8) -> UInt8? {
    let entry = table[Self.place(level, below)]
    return entry > 0 ? UInt8(truncatingIfNeeded: entry &- 1) : nil
  }

  @inline(__always)
  fileprivate static func place(_ level: Int, _ below: UInt8) -> Int { (level &- 1) &* 256 &+ Int(below) }
}
