import Activations
import Plotting
import Statistics

/// The curves of a function and its derivatives over a grid, in pieces that end where the function breaks.
///
/// Between two points of a grid a jump would be a slope, and a kink would be off by up to a step. So the positions where
/// the function breaks are points themselves, with the limits from both sides.
struct BrokenResponse {
  private let response: ResponseCurve
  private let secondDerivative: SecondDerivativeCurve?
  private let function: ActivationFunction
  /// Whether curves are broken at the breakpoints of the function.
  private let isBroken: Bool
  /// The positions within the grid where the function breaks, with the limits there.
  private let breaks: [(place: Double, limits: OneSidedLimits)]
  /// Whether the function is that of a table, which may break at each of its points.
  private let isTable: Bool

  /// The greatest number of breaks of a table whose ends are marked by dots. The dots of more would cover the curve.
  private static let mostMarkedBreaks = 40
  /// The greatest number of breaks of a table at which its curve is interrupted. More are closer together than pixels.
  private static let mostTableBreaks = 1_000

  /// Prepares the curves of a function.
  ///
  /// - Parameter breaks: Whether the curves are broken at the breakpoints that the function declares.
  init(
    _ response: ResponseCurve, _ secondDerivative: SecondDerivativeCurve? = nil, of function: ActivationFunction,
    breaks: Bool
  ) {
    (self.response, self.secondDerivative, self.function) = (response, secondDerivative, function)
    (isBroken, isTable) = (breaks, function.points != nil)
    guard breaks else {
      self.breaks = []
      return
    }
    let ends = (response.x.first ?? 0)...(response.x.last ?? 0)
    let places = function.breakpoints.map(\.position).filter(ends.contains)
    self.breaks = isTable && places.count > Self.mostTableBreaks ? [] : places.map { ($0, function.limits(at: $0)) }
  }

  /// The curve of the values.
  var value: Curve { curve(.value) }
  /// The curve of the derivatives.
  var derivative: Curve { curve(.derivative) }

  /// Returns the curve of a panel of one kind of curves; that of the values for any other panel.
  ///
  /// - Precondition: There is a second derivative where it is asked for.
  func curve(_ word: StudyPanel) -> Curve {
    let function = function
    switch word {
    case .derivative:
      // Where the function has no value, neither has its derivative, even if its formula has: log x and 1/x left of zero.
      let derivative =
        isBroken ? zip(response.derivative, response.value).map { $1.isNaN ? .nan : $0 } : response.derivative
      return curve(
        response.x, derivative, breaks: breaks.map { ($0.place, $0.limits.derivative) },
        all: response.isReduced ? response.grid : nil
      ) { function.derivative(at: $0) }
    case .secondDerivative:
      guard let second = secondDerivative else { preconditionFailure("The second derivative was not computed.") }
      let isDense = isTable && second.breaks.count > Self.mostTableBreaks
      let breaks = isBroken && !isDense ? second.breaks.map { (place: $0.position, limits: $0.limits) } : []
      return curve(
        second.x, second.secondDerivative, breaks: breaks,
        all: second.isReduced ? second.grid : nil
      ) { function.secondDerivative(at: $0) }
    default:
      return curve(
        response.x, response.value, breaks: breaks.map { ($0.place, $0.limits.value) },
        all: response.isReduced ? response.grid : nil
      ) { function.value(at: $0) }
    }
  }

  private func curve(
    _ x: [Double], _ y: [Double], breaks: [(place: Double, limits: OneSidedLimits.Pair)], all grid: ResponseGrid?,
    of quantity: @escaping @Sendable (Double) -> Double
  ) -> Curve {
    var curve =
      isBroken
      ? Curve(x, y, brokenAt: breaks.map { Break(at: $0.place, limits: $0.limits, taken: quantity($0.place)) })
      : Curve(x: x, y: y)
    if isTable, breaks.count > Self.mostMarkedBreaks { curve.endPoints = [] }
    if let grid { curve.allPoints = CurvePoints(count: grid.count) { (grid[$0], quantity(grid[$0])) } }
    return curve
  }
}

/// The behaviour of a curve at a position where its function breaks.
private struct Break {
  let place: Double
  /// The limit from the left: infinite at a pole, NaN if there is no curve.
  let before: Double
  /// The limit from the right, likewise.
  let after: Double
  /// The value of the function at the position itself.
  let taken: Double

  init(at place: Double, limits: OneSidedLimits.Pair, taken: Double) {
    (self.place, self.taken) = (place, taken)
    // A function that grows as slowly as erfinv beside ±1 seems to have a limit, but its value there is infinite.
    let isUnbounded = taken.isInfinite && !limits.before.isInfinite && !limits.after.isInfinite
    (before, after) = isUnbounded ? (.nan, .nan) : (limits.before, limits.after)
  }
}

extension Curve {
  /// Creates a curve through the points of a grid and both sides of some positions between them, in increasing order.
  ///
  /// If one side grows without bound, the curve ends at the last point of the grid before the position, so that a pole is
  /// not joined to anything and has no effect on the limits of the axis.
  fileprivate init(_ x: [Double], _ y: [Double], brokenAt breaks: [Break]) {
    self.init(x: [], y: [])
    // By rounding of the grid, points nearer to a position than a thousandth of a step may be on the wrong side of it.
    let nearness = x.count > 1 ? (x[1] - x[0]) / 1_000 : 0
    let size = y.lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0
    var next = 0
    for point in breaks {
      while next < x.count, x[next] < point.place - nearness {
        append(x[next], y[next])
        next += 1
      }
      while next < x.count, x[next] <= point.place + nearness { next += 1 }
      append(point, size: size)
    }
    for index in next..<x.count { append(x[index], y[index]) }
  }

  /// Adds the limits from both sides, with a gap between them if they differ.
  private mutating func append(_ point: Break, size: Double) {
    let (place, before, after) = (point.place, point.before, point.after)
    guard before.isFinite, after.isFinite else {
      if before.isFinite { append(place, before) }
      append(place, .nan)
      if after.isFinite { append(place, after) }
      return
    }
    let step = (after - before).magnitude
    guard step > 1e-4 * max(size, after.magnitude) else {
      // A corner, or a jump that no picture could show.
      append(place, before)
      return
    }
    append(place, before)
    append(place, .nan)
    append(place, after)
    // Limits are exact but for rounding.
    func isTaken(_ limit: Double) -> Bool { (point.taken - limit).magnitude <= 1e-4 * step }
    endPoints.append(EndPoint(x: place, y: before, isTaken: isTaken(before)))
    endPoints.append(EndPoint(x: place, y: after, isTaken: isTaken(after)))
  }

  private mutating func append(_ x: Double, _ y: Double) {
    self.x.append(x)
    self.y.append(y)
  }
}
