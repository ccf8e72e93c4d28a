import Geometry
import Synchronization

/// The cells of outlines that occurred in earlier drawings, such as those of glyphs, by their places within a pixel.
///
/// An outline is flattened once at each size. Its vertices at a place are sums of integers, its edges are added to cells
/// once for each place, and from then on its cells are added to those of the whole text.
final class OutlineCache: Sendable {
  /// The number of bytes that may be kept. Once it is exceeded, the cache starts anew.
  private static let capacity = 4 << 20
  /// The number of bytes that an entry takes beside its cells or vertices.
  private static let entrySize = 160

  private let state = Mutex(State())

  /// The number of bytes that are kept.
  var size: Int { state.withLock { $0.size } }

  /// Appends the cells of outlines, in their pixels.
  ///
  /// - Parameters:
  ///   - outlines: The outlines in their places.
  ///   - placed: The list to which cells are added.
  ///   - finder: The memory with which cells are found from edges.
  /// - Returns: The path of those outlines that have to be found from their edges in each place.
  func place(
    _ outlines: PlacedOutlines, in placed: inout [PlacedCells], using finder: inout CellFinder
  ) -> Path {
    var rest = Path()
    var missing: [Missing] = []
    // Other threads wait while this one looks cells up, but not while it finds those that are missing.
    let found = state.withLock { state in
      var found: [PlacedCells] = []
      found.reserveCapacity(outlines.placements.count)
      for placement in outlines.placements {
        guard let place = placement.place else {
          rest.append(placement.path)
          continue
        }
        let key = Key(Style(placement), place.inPixel)
        switch state.cells[key] {
        case .some(let cells?): found.append(PlacedCells(outline: cells, column: place.column, row: place.row))
        case .some(nil): rest.append(placement.path)
        case nil: missing.append(Missing(placement: placement, key: key, column: place.column, row: place.row))
        }
      }
      return found
    }
    placed += found
    for missing in missing {
      if let cells = cells(of: missing, using: &finder) {
        placed.append(PlacedCells(outline: cells, column: missing.column, row: missing.row))
      } else {
        rest.append(missing.placement.path)
      }
    }
    return rest
  }

  /// Finds the cells of an outline from its edges, and keeps them.
  private func cells(of missing: Missing, using finder: inout CellFinder) -> OutlineCells? {
    let (key, style) = (missing.key, missing.key.style)
    let flattened =
      state.withLock { $0.flattened[style] }
      ?? {
        let flattened = FlattenedOutline(style.outline, scale: missing.placement.scale, isTurned: style.isTurned)
        state.withLock { state in
          state.reserve(Self.entrySize + (flattened?.size ?? 0))
          state.flattened[style] = .some(flattened)
        }
        return flattened
      }()
    let cells = flattened.flatMap { finder.cells(of: $0, at: key.place) }
    state.withLock { state in
      state.reserve(Self.entrySize + (cells?.size ?? 0))
      state.cells[key] = .some(cells)
    }
    return cells
  }
}

extension OutlineCache {
  /// An outline at a size, in one of the two directions of text.
  private struct Style: Hashable {
    /// The outline, which is kept, so that no other one can have its address.
    let outline: SharedOutline
    let scale: UInt64
    let isTurned: Bool

    init(_ placement: PlacedOutlines.Placement) {
      (outline, scale, isTurned) = (placement.outline, placement.scale.bitPattern, placement.turn != nil)
    }

    static func == (one: Style, other: Style) -> Bool {
      one.outline === other.outline && one.scale == other.scale && one.isTurned == other.isTurned
    }

    func add(to fingerprint: inout Fingerprint) {
      fingerprint.add(UInt64(UInt(bitPattern: ObjectIdentifier(outline))))
      fingerprint.add(scale ^ (isTurned ? 1 : 0))
    }

    func hash(into hasher: inout Hasher) {
      var fingerprint = Fingerprint()
      add(to: &fingerprint)
      hasher.combine(fingerprint.value)
    }
  }

  /// An outline at a size and a place within a pixel.
  private struct Key: Hashable {
    let style: Style
    let place: PlaceInPixel

    init(_ style: Style, _ place: PlaceInPixel) { (self.style, self.place) = (style, place) }

    func hash(into hasher: inout Hasher) {
      var fingerprint = Fingerprint(UInt64(place.x) << 32 | UInt64(place.y))
      style.add(to: &fingerprint)
      hasher.combine(fingerprint.value)
    }
  }

  /// An outline whose cells are not known.
  private struct Missing {
    let placement: PlacedOutlines.Placement
    let key: Key
    let column: Int
    let row: Int
  }

  private struct State {
    /// Nil for an outline whose vertices depend on its place.
    var flattened: [Style: FlattenedOutline?] = [:]
    /// Nil for an outline that has to be found from its edges in each place.
    var cells: [Key: OutlineCells?] = [:]
    var size = 0

    /// Makes room for an entry.
    mutating func reserve(_ size: Int) {
      if self.size + size > OutlineCache.capacity { self = State() }
      self.size += size
    }
  }
}

/// The memory with which cells are found from edges.
struct CellFinder: ~Copyable {
  var outline = Outline()
  var accumulator = CoverageAccumulator()

  /// Returns the cells of an outline at a place within a pixel; nil if they depend on the pixel, or are too many.
  mutating func cells(of flattened: FlattenedOutline, at place: PlaceInPixel) -> OutlineCells? {
    outline.replace(with: flattened, at: place) ? accumulator.cells(of: outline) : nil
  }
}
