/// A part of a curve over which it goes in one direction.
struct CurveRun: Equatable {
  enum Direction: Equatable {
    case rising, falling, constant
    /// The function has no finite value.
    case undefined
  }

  let direction: Direction
  /// The beginning, with the limit from the right. The value of an undefined run has no meaning.
  let start: CurvePoint
  /// The end, with the limit from the left.
  var end: CurvePoint
  /// The slope of a run that is a part of a straight line, and nil otherwise.
  private(set) var straightSlope: Double?

  init(_ direction: Direction, from start: CurvePoint, to end: CurvePoint, straightSlope: Double? = nil) {
    (self.direction, self.start, self.end) = (direction, start, end)
    self.straightSlope = direction == .constant ? 0 : straightSlope
  }

  /// Whether another run goes on where this one ends, without a jump, a pole or a gap.
  func isContinued(by next: CurveRun) -> Bool {
    direction != .undefined && next.direction != .undefined && end.y.isFinite && end.y == next.start.y
  }

  /// Adds a run that goes on in the same direction.
  mutating func append(_ next: CurveRun) {
    end = next.end
    if straightSlope != next.straightSlope { straightSlope = nil }
  }
}

extension [CurveRun] {
  /// Adds a run as a part of the last one, if it goes on in its direction.
  mutating func join(_ run: CurveRun) {
    if let last, last.direction == run.direction, run.direction == .undefined || last.isContinued(by: run) {
      self[count - 1].append(run)
    } else {
      append(run)
    }
  }
}

extension Double {
  /// The nearest multiple of the greatest power of ten that is at most a given number.
  func rounded(to resolution: Double) -> Double {
    guard resolution > 0, resolution.isFinite else { return self }
    var unit = 1.0
    while unit > resolution, unit > 0x1p-900 { unit /= 10 }
    while unit * 10 <= resolution { unit *= 10 }
    let rounded = (self / unit).rounded() * unit
    return rounded.isFinite ? rounded + 0 : self
  }
}

/// A part of a curve between two neighbouring breakpoints over which all values are finite.
struct CurveStretch {
  /// The points in increasing order, with those where the stretch begins and ends. Those may have infinite values.
  private(set) var points: [CurvePoint]
  /// The slope of a part of a straight line, and nil otherwise.
  let straightSlope: Double?
  /// The amount by which rounding may change a value.
  private let noise: Double

  /// Joins points of a function, and adds the extrema between them, where its derivative changes sign.
  ///
  /// - Precondition: There are at least two points.
  init(_ points: [CurvePoint], of function: (Double) -> CurvePoint) {
    let size = points.lazy.map(\.y.magnitude).filter(\.isFinite).max() ?? 0
    noise = 0x1p-40 * size
    let inner = points.dropFirst().dropLast()
    let slope = (inner.first ?? points[0]).slope
    // A curve that bends only near its ends has the slope of its inner points, but is not on one line with its ends.
    let first = inner.first ?? points[0]
    let isStraight = points.allSatisfy { point in
      point.y.isFinite && (point.y - first.y - slope * (point.x - first.x)).magnitude <= 0x1p-40 * size
    }
    let isEven = inner.allSatisfy { ($0.slope - slope).magnitude <= 0x1p-44 * slope.magnitude }
    straightSlope = isStraight && isEven && inner.count > 2 ? slope : nil
    self.points = [points[0]]
    for next in points.dropFirst() {
      let last = self.points[self.points.count - 1]
      if last.slope * next.slope < 0, last.y.isFinite, next.y.isFinite,
        max(last.slope.magnitude, next.slope.magnitude) * (next.x - last.x) > noise
      {
        self.points.append(Self.turn(between: last, and: next, of: function))
      }
      self.points.append(next)
    }
  }

  /// The place between two points at which the derivative changes its sign.
  private static func turn(
    between first: CurvePoint, and last: CurvePoint, of function: (Double) -> CurvePoint
  ) -> CurvePoint {
    var (lower, upper) = (first, last)
    var turn = first
    for _ in 0..<48 {
      let place = lower.x + 0.5 * (upper.x - lower.x)
      guard lower.x < place, place < upper.x else { break }
      turn = function(place)
      guard turn.slope != 0 else { break }
      if (turn.slope > 0) == (first.slope > 0) { lower = turn } else { upper = turn }
    }
    // The place is that of the derivative's zero but for rounding, so that digits beyond the tenth mean nothing.
    let round = turn.x.rounded(to: 1e-10 * (last.x - first.x))
    return first.x < round && round < last.x ? function(round) : turn
  }

  /// The runs of the stretch in their order, at least one. Changes within the limits of rounding do not count.
  var runs: [CurveRun] {
    var (low, high) = (0, 0)
    var direction = CurveRun.Direction.constant
    var pivots: [Int] = [0]
    var directions: [CurveRun.Direction] = []
    for index in points.indices.dropFirst() {
      let y = points[index].y
      switch direction {
      case .rising:
        if y >= points[high].y {
          high = index
        } else if y < points[high].y - noise {
          pivots.append(high)
          directions.append(.rising)
          (direction, low) = (.falling, index)
        }
      case .falling:
        if y <= points[low].y {
          low = index
        } else if y > points[low].y + noise {
          pivots.append(low)
          directions.append(.falling)
          (direction, high) = (.rising, index)
        }
      case .constant, .undefined:
        if y < points[low].y { low = index }
        if y > points[high].y { high = index }
        if y > points[low].y + noise { (direction, high) = (.rising, index) }
        if y < points[high].y - noise { (direction, low) = (.falling, index) }
      }
    }
    pivots.append(points.count - 1)
    directions.append(direction)
    return directions.indices.map { place in
      CurveRun(
        directions[place], from: points[pivots[place]], to: points[pivots[place + 1]], straightSlope: straightSlope)
    }
  }
}
