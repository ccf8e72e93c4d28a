/// A vertex of a flattened path, and what is known of it if the path is moved before it is flattened.
///
/// The sums and products of flattening are rounded, so that a moved path has vertices that are not exactly moved: with
/// coordinates below 2¹⁴ pixels they are off by less than 2⁻³⁵ pixels.
package struct StableVertex: Sendable {
  /// The vertex of the curve.
  package let point: Point
  /// Whether x is exact, and stays exact if the path is moved to the right or left by a multiple of 2⁻²⁰ pixels.
  package let isExactX: Bool
  /// Whether y is exact, and stays exact if the path is moved down or up by a multiple of 2⁻²⁰ pixels.
  package let isExactY: Bool
  /// Whether a contour begins here; the last vertex of a contour is joined to its first.
  package let startsContour: Bool
}

extension Path {
  /// The greatest coordinate of a path with stable vertices.
  private static let stableLimit = 4096.0

  /// Returns the vertices that `flatten` passes to a sink with the default tolerance if the path consists of contours of
  /// lines and quadratic curves, each with a beginning and an end, and if `flatten` divides each curve into as many lines
  /// wherever the path is moved, up to 2¹⁴ pixels; else nil.
  ///
  /// Nil is rare: outlines with cubic curves, and curves that are nearly as long as a division allows.
  package func stableVertices() -> [StableVertex]? {
    guard points.allSatisfy({ $0.x.magnitude <= Self.stableLimit && $0.y.magnitude <= Self.stableLimit }) else {
      return nil
    }
    var vertices: [StableVertex] = []
    vertices.reserveCapacity(3 * points.count)
    var start = Node(Point(x: 0, y: 0))
    var (isDrawing, isStable) = (false, true)
    func append(_ point: Point, _ isExactX: Bool, _ isExactY: Bool) {
      vertices.append(StableVertex(point: point, isExactX: isExactX, isExactY: isExactY, startsContour: !isDrawing))
      isDrawing = true
    }
    func begin() { if !isDrawing { append(start.point, start.isExactX, start.isExactY) } }
    var current: Node?
    forEachElement { element in
      switch element {
      case .move(let point):
        isStable = isStable && !isDrawing
        start = Node(point)
        current = start
      case .line(let end):
        begin()
        let node = Node(end)
        append(end, node.isExactX, node.isExactY)
        isStable = isStable && current != nil
        current = node
      case .quadratic(let control, let end):
        begin()
        guard let from = current, let curve = StableCurve(from, Node(control), Node(end)) else {
          isStable = false
          return
        }
        for index in 1..<curve.count { append(curve.point(index), curve.isExactX, curve.isExactY) }
        append(end, curve.end.isExactX, curve.end.isExactY)
        current = curve.end
      case .cubic: isStable = false
      case .close:
        isDrawing = false
        current = nil
      }
    }
    return isStable && !isDrawing ? vertices : nil
  }

  /// A point of a path.
  private struct Node {
    let point: Point
    let isExactX: Bool
    let isExactY: Bool

    init(_ point: Point) {
      self.point = point
      (isExactX, isExactY) = (Self.isExact(point.x), Self.isExact(point.y))
    }

    /// Whether a coordinate is a multiple of 2⁻²⁰. Sums with another one below 2¹⁴ are then exact, and so are the sums
    /// and products of a curve at eighths of its parameter, which have 26 bits after the point.
    private static func isExact(_ coordinate: Double) -> Bool {
      let scaled = coordinate * 0x1p20
      return scaled == scaled.rounded(.down)
    }
  }

  /// A quadratic curve that has as many lines wherever it is moved.
  private struct StableCurve {
    let end: Node
    let count: Int
    let isExactX: Bool
    let isExactY: Bool
    private let start: Point
    private let slope: Vector
    private let bend: Vector

    init?(_ start: Node, _ control: Node, _ end: Node) {
      self.end = end
      self.start = start.point
      // As in `Flattener.addQuadratic`.
      let bend = (start.point - control.point) + (end.point - control.point)
      self.bend = bend
      slope = (control.point - start.point) * 2
      let tolerance = Path.defaultTolerance
      func lineCount(_ factor: Double) -> Int {
        Flattener.lineCount(bend: bend * factor, share: 0.25, tolerance: tolerance)
      }
      let count = lineCount(1)
      // Elsewhere the bend is off by at most 2⁻³⁵. That is less than one part in 2²⁶ of a bend that is longer than 2⁻⁹, and
      // a shorter one is replaced by one line.
      guard lineCount(1 - 0x1p-26) == count, lineCount(1 + 0x1p-26) == count else { return nil }
      self.count = count
      let isDivided = count & (count - 1) == 0 && count <= 8
      isExactX = isDivided && start.isExactX && control.isExactX && end.isExactX
      isExactY = isDivided && start.isExactY && control.isExactY && end.isExactY
    }

    func point(_ index: Int) -> Point {
      let place = Double(index) * (1 / Double(count))
      return start + (slope + bend * place) * place
    }
  }
}
