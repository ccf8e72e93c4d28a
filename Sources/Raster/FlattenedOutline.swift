import Geometry

/// A shared outline at one size, flattened once for all of its places.
///
/// A drawing rounds the vertices of an outline in its place to 1/4096 pixel. Here they are kept with 32 bits after the
/// point, relative to the outline's origin. The sum with the place of the origin then rounds to the same 1/4096 unless it
/// lies within a few units of the middle between two of them, because the errors of both ways of computing it are below
/// two units together; and in the middle too, if all numbers are exact. In the rare other case this is not known.
struct FlattenedOutline: Sendable {
  /// The number of bits after the point of a vertex and of the place of the origin.
  static let precision = 32
  /// The largest distance from the origin of a drawing, in pixels, for which the errors are small enough.
  static let limit = 16_384.0

  private let vertices: [Vertex]

  private struct Vertex {
    let x: Int
    let y: Int
    let isExactX: Bool
    let isExactY: Bool
    let startsContour: Bool
  }

  /// Flattens an outline; nil if its vertices depend on its place.
  init?(_ outline: SharedOutline, scale: Double, isTurned: Bool) {
    let origin = Point(x: 0, y: 0)
    var outlines = PlacedOutlines()
    outlines.append(outline, scaledBy: scale, at: origin, turn: isTurned ? origin : nil)
    guard let stable = outlines.path.stableVertices() else { return nil }
    func fixed(_ coordinate: Double) -> Int { Int((coordinate * Double(1 << Self.precision)).rounded()) }
    vertices = stable.map {
      Vertex(
        x: fixed($0.point.x), y: fixed($0.point.y), isExactX: $0.isExactX, isExactY: $0.isExactY,
        startsContour: $0.startsContour)
    }
  }

  /// The number of bytes that the vertices take.
  var size: Int { vertices.count * MemoryLayout<Vertex>.stride }

  /// Passes the contours to an outline, with the origin at a place within a pixel.
  ///
  /// - Returns: Whether the edges are those of the outline in its place.
  func add(at place: PlaceInPixel, to outline: inout Outline) -> Bool {
    var isSame = true
    for vertex in vertices {
      let (x, isSameX) = Self.rounded(vertex.x &+ Int(place.x), isExact: vertex.isExactX && place.isExactX)
      let (y, isSameY) = Self.rounded(vertex.y &+ Int(place.y), isExact: vertex.isExactY && place.isExactY)
      isSame = isSame && isSameX && isSameY
      outline.add(x: x, y: y, startsContour: vertex.startsContour)
    }
    outline.closeContour()
    return isSame
  }

  /// Rounds a coordinate to the precision of edges, a half down, and returns whether the place of the outline does not
  /// matter.
  @inline(__always)
  private static func rounded(_ coordinate: Int, isExact: Bool) -> (coordinate: Int, isSame: Bool) {
    let shift = precision - Edge.precision
    let half = 1 << (shift - 1)
    let sum = coordinate &+ half
    // The distance from the middle between two results, plus the margin of four units.
    let distance = (sum &+ 4) & (1 << shift - 1)
    return ((sum &- 1) >> shift, distance > 8 || isExact)
  }
}

/// A place within a pixel, in units of 2⁻³² pixels.
struct PlaceInPixel: Hashable {
  let x: UInt32
  let y: UInt32
  /// Whether x is not rounded, and a multiple of 2⁻²⁰ pixels.
  let isExactX: Bool
  /// Whether y is not rounded, and a multiple of 2⁻²⁰ pixels.
  let isExactY: Bool
}

extension PlacedOutlines.Placement {
  /// The pixel in which the outline's origin lies, and its place there; nil if it is too far away.
  var place: (column: Int, row: Int, inPixel: PlaceInPixel)? {
    let point = turn.map { Point(x: $0.x + origin.y, y: $0.y - origin.x) } ?? origin
    let limit = FlattenedOutline.limit
    guard point.x.magnitude <= limit, point.y.magnitude <= limit, origin.x.magnitude <= limit,
      origin.y.magnitude <= limit
    else { return nil }
    let unit = Double(1 << FlattenedOutline.precision)
    let (x, y) = (Int((point.x * unit).rounded()), Int((point.y * unit).rounded()))
    func isExact(_ numbers: Double...) -> Bool {
      numbers.allSatisfy { $0 * 0x1p20 == ($0 * 0x1p20).rounded(.down) }
    }
    let areExact =
      turn.map { turn in
        (x: isExact(turn.x, origin.y), y: isExact(turn.y, origin.x))
      } ?? (x: isExact(origin.x), y: isExact(origin.y))
    return (
      column: x >> FlattenedOutline.precision, row: y >> FlattenedOutline.precision,
      inPixel: PlaceInPixel(
        x: UInt32(truncatingIfNeeded: x), y: UInt32(truncatingIfNeeded: y), isExactX: areExact.x,
        isExactY: areExact.y)
    )
  }
}
