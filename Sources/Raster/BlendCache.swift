import CRaster
import Drawing
import Pixels

/// The type of the indices of pixels into a palette of a certain capacity.
protocol PaletteIndex: FixedWidthInteger & UnsignedInteger {
  /// The largest number of colours in the palette.
  static var paletteCapacity: Int { get }
  /// The function that blends a colour over pixels of this type.
  static var filler: Filler<Self> { get }
}

/// A function in C that blends a colour over the pixels of spans, and returns where it stopped because a blend is not known.
typealias Filler<Index> = (
  _ pixels: UnsafeMutablePointer<Index>?, _ blends: UnsafePointer<UInt16>?, _ opaqueLevel: UInt32,
  _ spans: UnsafePointer<craster_span>?, _ count: Int, _ place: craster_place
) -> craster_place

extension UInt8: PaletteIndex {
  static let paletteCapacity = 256
  static var filler: Filler<UInt8> { craster_fill_bytes }
}

extension UInt16: PaletteIndex {
  /// More colours than a plot has with marks of ten colours over each other, and few enough that the tables of sixteen
  /// fill colours take a megabyte.
  static let paletteCapacity = 2048
  static var filler: Filler<UInt16> { craster_fill_words }
}

/// A palette and the known blends of fill colours over its colours.
///
/// Each blend is computed once, added to the palette and looked up from then on.
struct BlendCache: ~Copyable {
  /// The colours of all pixels and blends so far.
  private(set) var palette: Palette
  /// The blender of the selected fill colour.
  private(set) var blender: Blender
  /// The blenders that have a table, in the order of their tables.
  private var blenders: [Blender] = []
  /// The memory of the tables, one for each fill colour. A table has a row for each index of the palette, with an entry
  /// for each step of coverage above none: the index of their blend plus one, or 0 if the blend is not known yet. Only
  /// the rows of colours that exist are initialized.
  private var tables: UnsafeMutablePointer<UInt16>
  /// The table of the selected fill colour.
  private var table: UnsafeMutablePointer<UInt16>

  /// The number of tables: more than a plot has fill colours, and few enough that a drawing of a thousand fill colours
  /// takes no more memory.
  private static let maximumTableCount = 16

  /// The number of entries of a table.
  private var tableSize: Int { Blender.levels * palette.capacity }

  /// Creates a cache without blends, for a palette of at least one colour.
  ///
  /// The capacity of the palette is that of `UInt8` or `UInt16`, which is then the type of all indices.
  init(_ palette: Palette) {
    self.palette = palette
    blender = Blender(Color(packed: palette.colours[0]))
    tables = .allocate(capacity: Self.maximumTableCount * Blender.levels * palette.capacity)
    table = tables
  }

  deinit { tables.deallocate() }

  /// Goes over from indices of 8 to indices of 16 bits, which are the same for the colours so far.
  mutating func widen() {
    palette = Palette(palette.colours, capacity: UInt16.paletteCapacity)
    tables.deallocate()
    tables = .allocate(capacity: Self.maximumTableCount * tableSize)
    blenders.removeAll(keepingCapacity: true)
    select(blender)
  }

  /// Selects the fill colour that is blended next.
  mutating func select(_ color: Color) { select(Blender(color)) }

  /// Selects the blender of the next fill.
  mutating func select(_ next: Blender) {
    blender = next
    if let place = blenders.firstIndex(of: next) {
      table = tables + place * tableSize
      return
    }
    if blenders.count == Self.maximumTableCount { blenders.removeAll(keepingCapacity: true) }
    table = tables + blenders.count * tableSize
    table.initialize(repeating: 0, count: Blender.levels * palette.colours.count)
    blenders.append(next)
  }

  /// Returns the known blends of the selected fill colour, valid until another one is selected.
  ///
  /// - Precondition: The palette has the capacity of the type of indices.
  func known<Index: PaletteIndex>(_: Index.Type) -> KnownBlends<Index> {
    assert(palette.capacity == Index.paletteCapacity)
    return KnownBlends(table: table)
  }

  /// Returns the index of the selected fill colour's blend over a colour, or nil if it would be one more than the
  /// palette can take.
  ///
  /// - Precondition: A fill colour is selected, the level is at least 1, and the palette has the capacity of the type of
  ///   indices.
  mutating func index<Index: PaletteIndex>(level: Int, over below: Index) -> Index? {
    if let known = known(Index.self)[level, below] { return known }
    let blend = blender.blended(level: level, over: palette.colours[Int(below)])
    let count = palette.colours.count
    guard let place = palette.place(of: blend) else { return nil }
    if place == count {
      for other in blenders.indices {
        (tables + other * tableSize + place * Blender.levels).initialize(repeating: 0, count: Blender.levels)
      }
    }
    table[KnownBlends<Index>.place(level, below)] = UInt16(place) + 1
    return Index(place)
  }
}

/// The known blends of one fill colour, valid as long as their cache exists and no other fill colour is selected.
struct KnownBlends<Index: PaletteIndex> {
  /// The memory of the table.
  let table: UnsafeMutablePointer<UInt16>

  /// The index of the blend over a colour at a step of coverage of at least 1; nil if the blend is not known yet.
  @inline(__always)
  subscript(level: Int, below: Index) -> Index? {
    let entry = table[Self.place(level, below)]
    return entry > 0 ? Index(truncatingIfNeeded: entry &- 1) : nil
  }

  @inline(__always)
  fileprivate static func place(_ level: Int, _ below: Index) -> Int {
    Int(below) &* Blender.levels &+ level &- 1
  }
}
