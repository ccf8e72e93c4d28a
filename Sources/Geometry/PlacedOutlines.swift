/// An outline that drawings show in many places, such as that of a glyph.
///
/// It is an object, so that it is recognized in another place without comparing its points.
public final class SharedOutline: Sendable {
  /// The outline in units of its own.
  public let path: Path

  /// Creates an outline that equals no other object's to ``PlacedOutlines/Placement/isIdentical(to:)``.
  public init(_ path: Path) { self.path = path }
}

extension SharedOutline: Hashable {
  public static func == (one: SharedOutline, other: SharedOutline) -> Bool { one === other || one.path == other.path }

  public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

/// Outlines that are scaled and moved to their places, such as the glyphs of lines of text.
///
/// A line of text is a few words for each glyph instead of all of their points, and a rasterizer that knows a glyph
/// needs no points at all.
public struct PlacedOutlines: Sendable, Hashable {
  /// One outline in its place.
  public struct Placement: Sendable, Hashable {
    /// The outline in units of its own.
    public let outline: SharedOutline
    /// The number of pixels of one unit.
    public let scale: Double
    /// The place of the outline's origin before any turn.
    public let origin: Point
    /// The point to which (0, 0) moves in a quarter turn anticlockwise as displayed, which follows; nil for no turn.
    public let turn: Point?

    /// Returns whether another placement shows the same outline, and all numbers have the same bits.
    @inlinable
    public func isIdentical(to other: Placement) -> Bool {
      outline === other.outline && scale.bitPattern == other.scale.bitPattern && origin.hasSameBits(as: other.origin)
        && (turn == nil) == (other.turn == nil)
        && (turn ?? Point(x: 0, y: 0)).hasSameBits(as: other.turn ?? Point(x: 0, y: 0))
    }

    /// The outline in pixels.
    public var path: Path {
      var path = Path()
      path.append(outline.path, scaledBy: scale, at: origin)
      return turn.map { turn in path.mapped { Point(x: turn.x + $0.y, y: turn.y - $0.x) } } ?? path
    }
  }

  /// The outlines in their order.
  public private(set) var placements: [Placement] = []

  /// Creates a list without outlines.
  public init() {}

  /// Adds an outline, unless it has no points.
  ///
  /// - Parameters:
  ///   - scale: The number of pixels of one unit of the outline.
  ///   - origin: The place of the outline's origin before any turn.
  ///   - turn: The point to which (0, 0) moves in a quarter turn anticlockwise as displayed, which follows; nil for no
  ///     turn.
  public mutating func append(_ outline: SharedOutline, scaledBy scale: Double, at origin: Point, turn: Point? = nil) {
    if outline.path.isEmpty { return }
    placements.append(Placement(outline: outline, scale: scale, origin: origin, turn: turn))
  }

  /// Reserves memory for further outlines.
  public mutating func reserveCapacity(forAppending count: Int) {
    placements.reserveCapacity(placements.count + count)
  }

  /// All outlines in pixels, one after another.
  public var path: Path {
    var path = Path()
    for placement in placements { path.append(placement.path) }
    return path
  }
}

extension Point {
  /// Returns whether another point has the same bits, so that zeros of different signs differ, and a coordinate that is
  /// not a number equals itself.
  @inlinable
  func hasSameBits(as other: Point) -> Bool {
    x.bitPattern == other.x.bitPattern && y.bitPattern == other.y.bitPattern
  }
}
