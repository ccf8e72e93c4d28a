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

  /// What each step is, without its points.
  @usableFromInline
  enum Step: UInt8, Sendable, Hashable {
    case move, line, quadratic, cubic, close
  }

  /// In the order in which the pen goes.
  @usableFromInline private(set) var steps: [Step] = []
  /// Of all steps: control points, then the end of each.
  @usableFromInline private(set) var points: [Point] = []

  /// A path without elements.
  public init() {}

  /// The four sides of a rectangle, closed, clockwise on the paper.
  public init(_ rect: Rect) {
    self.init()
    append(rect)
  }

  /// In the order in which the pen goes.
  public var elements: [Element] {
    var elements: [Element] = []
    elements.reserveCapacity(steps.count)
    forEachElement { elements.append($0) }
    return elements
  }

  /// Hands out the elements in the order in which the pen goes.
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

  /// Whether there is no element.
  public var isEmpty: Bool { steps.isEmpty }

  /// Begins a contour.
  public mutating func move(to point: Point) {
    steps.append(.move)
    points.append(point)
  }

  /// A straight line.
  public mutating func line(to point: Point) {
    steps.append(.line)
    points.append(point)
  }

  /// A quadratic Bézier curve.
  public mutating func quadratic(to end: Point, control: Point) {
    steps.append(.quadratic)
    points.append(control)
    points.append(end)
  }

  /// A cubic Bézier curve.
  public mutating func cubic(to end: Point, control1: Point, control2: Point) {
    steps.append(.cubic)
    points.append(control1)
    points.append(control2)
    points.append(end)
  }

  /// A straight line to where the contour began, which ends it.
  public mutating func close() { steps.append(.close) }

  /// All elements of another path, after these.
  public mutating func append(_ other: Path) {
    steps.append(contentsOf: other.steps)
    points.append(contentsOf: other.points)
  }

  /// All elements of another path, after these: larger by a factor, and with its origin at a point.
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

  /// How many points all elements have: control points, and the end of each.
  public var pointCount: Int { points.count }

  /// Makes room at once for so many further points, those of as many lines.
  public mutating func reserveCapacity(forAppending count: Int) {
    steps.reserveCapacity(steps.count + count)
    points.reserveCapacity(points.count + count)
  }

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
    var result = self
    result.points = points.map(transform)
    return result
  }

  /// The path, moved.
  public func translated(by vector: Vector) -> Path { mapped { $0 + vector } }

  /// The smallest rectangle around all end and control points, which holds the path; `nil` for an empty one.
  public var controlBox: Rect? {
    points.reduce(nil as Rect?) { box, point in
      let dot = Rect(x: point.x, y: point.y, width: 0, height: 0)
      return box?.union(dot) ?? dot
    }
  }
}

extension Path.Step {
  /// How many points it takes.
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
