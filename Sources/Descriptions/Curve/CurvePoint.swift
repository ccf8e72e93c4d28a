import Activations
import PortableMath

/// A point of a function with its derivative.
struct CurvePoint: Equatable {
  let x: Double
  /// The value, or the limit from the side of the curve: infinite beside a pole.
  var y: Double
  var slope: Double
}

extension RealFunction {
  /// The point at one place.
  func point(at x: Double) -> CurvePoint { CurvePoint(x: x, y: value(at: x), slope: derivative(at: x)) }

  /// The points at several places, evaluated eight at a time.
  func points(at places: [Double]) -> [CurvePoint] {
    var values = places.inLanes
    var slopes = values
    values.withUnsafeMutableBufferPointer { replaceByValues($0) }
    slopes.withUnsafeMutableBufferPointer { replaceByDerivatives($0) }
    let (y, slope) = (Array(values, count: places.count), Array(slopes, count: places.count))
    return places.indices.map { CurvePoint(x: places[$0], y: y[$0], slope: slope[$0]) }
  }

  /// The values at several places, evaluated eight at a time.
  func values(at places: [Double]) -> [Double] {
    var values = places.inLanes
    values.withUnsafeMutableBufferPointer { replaceByValues($0) }
    return Array(values, count: places.count)
  }
}

/// Points of a function over an open interval in which no breakpoint lies, close enough together that the function between
/// two neighbours is nearly the cubic through them.
///
/// Points are added where it is not, up to a limit. So a curve that goes up and down between the first points shows, but for
/// waves that are lower than a thousandth of the greatest value and hide from all slopes, and for peaks narrower than the
/// distance of the first points to which nothing leads up.
struct CurveSampling {
  private(set) var points: [CurvePoint]
  /// Whether the limit was reached, so that the points do not tell all.
  private(set) var isExhausted = false

  /// Samples a function between two numbers, which are not among the points.
  ///
  /// - Parameters:
  ///   - count: The number of the first points.
  ///   - limit: The greatest number of points.
  init(of function: any RealFunction, from lower: Double, to upper: Double, count: Int, limit: Int) {
    // The places are shifted by fractions of their distance in no regular pattern, which no wave can be in step with.
    let places = (0..<count).map { index in
      let shift = 0.4 * (Double(index) * 0.6180339887498949).truncatingRemainder(dividingBy: 1)
      let share = (Double(index) + 0.3 + shift) / Double(count)
      return lower * (1 - share) + upper * share
    }
    points = function.points(at: places.filter { lower < $0 && $0 < upper })
    guard points.count > 2 else { return }
    let size = points.lazy.map(\.y).filter(\.isFinite).reduce(0) { max($0, $1.magnitude) }
    var refined = [points[0]]
    var budget = limit - points.count
    for index in points.indices.dropFirst() {
      // Every point is tested by its neighbours, and where it is not as they foretell, points are added on both sides.
      let isFit = index + 1 == points.count || Self.foretells(points[index - 1], points[index + 1], points[index], size)
      let wasFit = index == 1 || Self.foretells(points[index - 2], points[index], points[index - 1], size)
      if !isFit || !wasFit {
        Self.refine(&refined, to: points[index], by: function, size: size, budget: &budget)
      }
      refined.append(points[index])
    }
    points = refined
    isExhausted = budget <= 0
  }

  /// Adds points between the last one and another until each is as its neighbours foretell.
  private static func refine(
    _ points: inout [CurvePoint], to end: CurvePoint, by function: any RealFunction, size: Double, budget: inout Int
  ) {
    var ends = [end]
    while let next = ends.last, let last = points.last {
      let place = last.x + 0.5 * (next.x - last.x)
      guard budget > 0, last.x < place, place < next.x else { break }
      budget -= 1
      let middle = function.point(at: place)
      if ends.count > mostHalvings || foretells(last, next, middle, size) {
        points.append(middle)
        ends.removeLast()
        if !ends.isEmpty { points.append(next) }
      } else {
        ends.append(middle)
      }
    }
    for point in ends.dropFirst().reversed() where points.last.map({ $0.x < point.x }) ?? true { points.append(point) }
  }

  /// The greatest number of times that the distance of two points is halved.
  private static let mostHalvings = 40

  /// Whether a point between two others lies on the cubic with their values and slopes, and the mean slope is nearly that of
  /// the three points.
  private static func foretells(_ first: CurvePoint, _ last: CurvePoint, _ middle: CurvePoint, _ size: Double) -> Bool {
    guard first.y.isFinite, middle.y.isFinite, last.y.isFinite else {
      return !first.y.isFinite && !middle.y.isFinite && !last.y.isFinite
    }
    let width = last.x - first.x
    let share = (middle.x - first.x) / width
    let rest = 1 - share
    let expected =
      first.y * rest * rest * (1 + 2 * share) + last.y * share * share * (1 + 2 * rest)
      + width * share * rest * (first.slope * rest - last.slope * share)
    let slope = 0.5 * (share * (first.slope + middle.slope) + rest * (middle.slope + last.slope))
    let scale = max(size, width * middle.slope.magnitude)
    return (expected - middle.y).magnitude <= 1e-3 * scale
      && (last.y - first.y - width * slope).magnitude <= 0.02 * scale
  }
}
