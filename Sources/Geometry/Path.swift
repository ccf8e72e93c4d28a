/// Straight lines and Bézier curves, in contours.
///
/// What a path encloses is decided by the non-zero winding rule; a contour counts as closed when it is filled, whether
/// or not it ends in `close`.
public struct Path: Sendable, Hashable {
  /// One step of the pen; every step but `move` and `close` starts where the one before ended.
  public enum Element: Sendable, Hashable {
    case move(Point)
    case line(Point)
    case quadratic(control: Point, end: Point)
    case cubic(control1: Point, control2: Point, end: Point)
    case close
  }

  /// In the order in which the pen goes.
  public private(set) var elements: [Element]

  /// A path without elements.
  public init() { elements = [] }

  /// The four sides of a rectangle, closed, clockwise on the paper.
  public init(_ rect: Rect) {
    self.init()
    append(rect)
  }

  /// Whether there is no element.
  public var isEmpty: Bool { elements.isEmpty }

  /// Begins a contour.
  public mutating func move(to point: Point) { elements.append(.move(point)) }

  /// A straight line.
  public mutating func line(to point: Point) { elements.append(.line(point)) }

  /// A quadratic Bézier curve.
  public mutating func quadratic(to end: Point, control: Point) {
    elements.append(.quadratic(control: control, end: end))
  }

  /// A cubic Bézier curve.
  public mutating func cubic(to end: Point, control1: Point, control2: Point) {
    elements.append(.cubic(control1: control1, control2: control2, end: end))
  }

  /// A straight line to where the contour began, which ends it.
  public mutating func close() { elements.append(.close) }

  /// All elements of another path, after these.
  public mutating func append(_ other: Path) { elements.append(contentsOf: other.elements) }

  /// All elements of another path, after these: larger by a factor, and with its origin at a point.
  public mutating func append(_ other: Path, scaledBy factor: Double, at origin: Point) {
    for element in other.elements {
      elements.append(
        element.mapped { Point(x: origin.x + $0.x * factor, y: origin.y + $0.y * factor) })
    }
  }

  /// Makes room for so many further elements at once.
  public mutating func reserveCapacity(forAppending count: Int) { elements.reserveCapacity(elements.count + count) }

  /// Clockwise on the paper.
  public mutating func append(_ rect: Rect) {
    move(to: Point(x: rect.minX, y: rect.minY))
    line(to: Point(x: rect.maxX, y: rect.minY))
    line(to: Point(x: rect.maxX, y: rect.maxY))
    line(to: Point(x: rect.minX, y: rect.maxY))
    close()
  }

  /// Each point replaced by what `move` makes of it.
  public func mapped(_ transform: (Point) -> Point) -> Path {
    var result = Path()
    result.elements = elements.map { $0.mapped(transform) }
    return result
  }

  /// The path, moved.
  public func translated(by vector: Vector) -> Path { mapped { $0 + vector } }

  /// The smallest rectangle around all end and control points, which holds the path; `nil` for an empty one.
  public var controlBox: Rect? {
    var box: Rect?
    func add(_ point: Point) {
      let dot = Rect(x: point.x, y: point.y, width: 0, height: 0)
      box = box?.union(dot) ?? dot
    }
    for element in elements {
      switch element {
      case .move(let point), .line(let point): add(point)
      case .quadratic(let control, let end):
        add(control)
        add(end)
      case .cubic(let control1, let control2, let end):
        add(control1)
        add(control2)
        add(end)
      case .close: break
      }
    }
    return box
  }
}

extension Path.Element {
  /// The same step between other points.
  @inline(__always) fileprivate func mapped(_ transform: (Point) -> Point) -> Path.Element {
    switch self {
    case .move(let point): .move(transform(point))
    case .line(let point): .line(transform(point))
    case .quadratic(let control, let end): .quadratic(control: transform(control), end: transform(end))
    case .cubic(let control1, let control2, let end):
      .cubic(control1: transform(control1), control2: transform(control2), end: transform(end))
    case .close: .close
    }
  }
}
