/// A sequence of contours of straight lines and Bézier curves.
///
/// The area inside a path is defined by the non-zero winding rule. A contour is closed when it is filled, whether or
/// not it ends with `close`.
public struct Path: Sendable, Hashable {
  /// A segment of a path, or the beginning or end of a contour; a segment starts where the element before it ended.
  public enum Element: Sendable, Hashable {
    case move(Point)
    case line(Point)
    case quadratic(control: Point, end: Point)
    case cubic(control1: Point, control2: Point, end: Point)
    case close
  }

  /// The kind of an element, without its points.
  @usableFromInline
  enum Step: UInt8, Sendable, Hashable {
    case move, line, quadratic, cubic, close
  }

  /// The kinds of the elements in their order.
  @usableFromInline private(set) var steps: [Step] = []
  /// The points of all elements: the control points and then the end of each.
  @usableFromInline private(set) var points: [Point] = []

  /// Creates a path without elements.
  public init() {}

  /// Creates a path of the four sides of a rectangle, closed, clockwise as displayed.
  public init(_ rect: Rect) {
    self.init()
    append(rect)
  }

  /// The elements in their order.
  public var elements: [Element] {
    var elements: [Element] = []
    elements.reserveCapacity(steps.count)
    forEachElement { elements.append($0) }
    return elements
  }

  /// Calls a closure with each element in their order.
  @inlinable @inline(__always)
  func forEachElement(_ body: (Element) -> Void) {
    var place = 0
    for step in steps {
      switch step {
      case .move: body(.move(points[place]))
      case .line: body(.line(points[place]))
      case .quadratic: body(.quadratic(control: points[place], end: points[place + 1]))
      case .cubic: body(.cubic(control1: points[place], control2: points[place + 1], end: points[place + 2]))
      case .close: body(.close)
      }
      place += step.pointCount
    }
  }

  /// Whether the path has no elements.
  public var isEmpty: Bool { steps.isEmpty }

  /// Begins a contour at a point.
  public mutating func move(to point: Point) {
    steps.append(.move)
    points.append(point)
  }

  /// Adds a straight line.
  public mutating func line(to point: Point) {
    steps.append(.line)
    points.append(point)
  }

  /// Adds a quadratic Bézier curve.
  public mutating func quadratic(to end: Point, control: Point) {
    steps.append(.quadratic)
    points.append(control)
    points.append(end)
  }

  /// Adds a cubic Bézier curve.
  public mutating func cubic(to end: Point, control1: Point, control2: Point) {
    steps.append(.cubic)
    points.append(control1)
    points.append(control2)
    points.append(end)
  }

  /// Closes the contour with a straight line to its first point.
  public mutating func close() { steps.append(.close) }

  /// Adds all elements of another path.
  public mutating func append(_ other: Path) {
    steps.append(contentsOf: other.steps)
    points.append(contentsOf: other.points)
  }

  /// Adds all elements of another path, scaled by a factor and then moved so that its origin is at a point.
  public mutating func append(_ other: Path, scaledBy factor: Double, at origin: Point) {
    steps.append(contentsOf: other.steps)
    let start = points.count
    points.append(contentsOf: other.points)
    points.withUnsafeMutableBufferPointer { points in
      for place in start..<points.count {
        points[place] = Point(x: origin.x + points[place].x * factor, y: origin.y + points[place].y * factor)
      }
    }
  }

  /// The number of points of all elements: the control points and the end of each.
  public var pointCount: Int { points.count }

  /// Reserves memory for the points of `count` further lines.
  public mutating func reserveCapacity(forAppending count: Int) {
    steps.reserveCapacity(steps.count + count)
    points.reserveCapacity(points.count + count)
  }

  /// Adds the four sides of a rectangle, closed, clockwise as displayed.
  public mutating func append(_ rect: Rect) {
    move(to: Point(x: rect.minX, y: rect.minY))
    line(to: Point(x: rect.maxX, y: rect.minY))
    line(to: Point(x: rect.maxX, y: rect.maxY))
    line(to: Point(x: rect.minX, y: rect.maxY))
    close()
  }

  /// Returns the path with each point transformed by a closure.
  public func mapped(_ transform: (Point) -> Point) -> Path {
    var result = self
    result.points = points.map(transform)
    return result
  }

  /// Returns the path moved along a vector.
  public func translated(by vector: Vector) -> Path { mapped { $0 + vector } }

  /// The smallest rectangle that contains all end and control points, and therefore the path; `nil` if the path is
  /// empty.
  public var controlBox: Rect? {
    points.reduce(nil as Rect?) { box, point in
      let dot = Rect(x: point.x, y: point.y, width: 0, height: 0)
      return box?.union(dot) ?? dot
    }
  }
}

extension Path.Step {
  /// The number of points of an element of this kind.
  @inlinable
  var pointCount: Int {
    switch self {
    case .close: 0
    case .move, .line: 1
    case .quadratic: 2
    case .cubic: 3
    }
  }
}
