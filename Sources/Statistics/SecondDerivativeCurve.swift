import Activations

/// The second derivative of a function over a grid, with the places where it breaks.
///
/// ```swift
/// let curve = try SecondDerivativeCurve(of: sparsePlus, range: -5...5, step: 0.1)
/// curve.breaks.map(\.position)       // [-1, 1]
/// curve.breaks[0].limits             // (before: 0, after: 0.5)
/// ```
public struct SecondDerivativeCurve: Sendable, Equatable {
  /// The grid at which the second derivative is evaluated.
  public let grid: ResponseGrid
  /// The points that are kept, in increasing order: all, or those that determine the shape of the curve.
  public let x: [Double]
  /// The second derivative at each `x`; NaN where the function has a breakpoint or no value.
  public let secondDerivative: [Double]
  /// The places within the grid where the curve must be interrupted, in increasing order.
  public let breaks: [SecondDerivativeBreak]

  /// Whether points of the grid were left out.
  public var isReduced: Bool { x.count < grid.count }
}

extension SecondDerivativeCurve {
  /// Evaluates the second derivative over the grid of the `ResponseCurve` with the same arguments.
  ///
  /// - Throws: `StudyError.noGrid` or `StudyError.tooManyGridPoints`.
  public init(
    of function: ActivationFunction, range: ClosedRange<Double>, step: Double, precision: GridPrecision = .double,
    holding limit: Int = ResponseCurve.heldPointLimit
  ) throws(StudyError) {
    let grid = try ResponseGrid(over: range, step: step, precision: precision)
    self.grid = grid
    breaks = function.secondDerivativeBreaks(in: grid[0]...max(grid[0], grid[grid.count - 1]))
    // A table with very many breakpoints is shown as the curve through the grid.
    let isDense = function.points != nil && breaks.count > 1_000
    let places = isDense ? [] : Set(function.breakpoints.map(\.position))
    let inner = function.function
    func number(at x: Double) -> Double { places.contains(x) ? .nan : inner.definedSecondDerivative(at: x) }
    guard grid.count <= limit else {
      let reduction = GridReduction(of: [number], over: grid)
      (x, secondDerivative) = (reduction.x, reduction.curves[0])
      return
    }
    x = grid.points
    secondDerivative = x.map(number)
  }
}

/// A place where the second derivative of a function has no value, or jumps.
///
/// At a kink or a jump of the function it has no value: in the sense of distributions it has a point mass there, which no
/// curve can show.
public struct SecondDerivativeBreak: Sendable, Equatable {
  /// The x at which the pieces of the second derivative meet.
  public let position: Double
  /// The limits of the second derivative: infinite where it grows without bound, NaN where it is undefined.
  public let limits: OneSidedLimits.Pair
  /// Whether the function has a breakpoint there, so that the second derivative has no value. Otherwise the first derivative
  /// is continuous, and the second jumps.
  public let isBreakpoint: Bool
}

extension ActivationFunction {
  /// The second derivative f″(x); NaN at breakpoints and where f has no value. Where f″ jumps and f′ is continuous, it is
  /// that of one of the pieces.
  ///
  /// It is computed by a formula of its own: for functions of the catalogue a closed one, for expressions the symbolic
  /// derivative of the derivative.
  public func secondDerivative(at x: Double) -> Double {
    // A table has as many breakpoints as points.
    let places = breakpoints
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].position < x { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low].position == x ? .nan : function.definedSecondDerivative(at: x)
  }

  /// The places within a range where the curve of the second derivative must be interrupted, in increasing order: all
  /// breakpoints, and the places where the second derivative jumps or grows without bound.
  public func secondDerivativeBreaks(in range: ClosedRange<Double>) -> [SecondDerivativeBreak] {
    let breakpoints = Set(breakpoints.map(\.position))
    let places = Set(function.formulaChanges.map { $0 + 0 }).union(breakpoints).filter(\.isFinite).sorted()
    return places.indices.compactMap { index in
      let place = places[index]
      guard range.contains(place) else { return nil }
      let distances = [index - 1, index + 1].filter(places.indices.contains).map { (places[$0] - place).magnitude }
      let limits = SecondDerivativeLimits(
        of: function, at: place, reach: OneSidedLimits.reach(beside: distances.min()))
      guard breakpoints.contains(place) || limits.isDiscontinuous else { return nil }
      return SecondDerivativeBreak(position: place, limits: limits.pair, isBreakpoint: breakpoints.contains(place))
    }
  }
}

extension RealFunction {
  /// The second derivative where the function has a value, and NaN elsewhere: the second derivative of log x is −1/x², which
  /// has a value left of zero, too.
  fileprivate func definedSecondDerivative(at x: Double) -> Double {
    value(at: x).isNaN ? .nan : secondDerivative(at: x)
  }
}

/// The limits of the second derivative from both sides of a place, extrapolated as those of the derivative.
private struct SecondDerivativeLimits {
  let pair: OneSidedLimits.Pair
  /// Whether the limits differ by more than single precision and their own errors explain, or one of them is not finite.
  let isDiscontinuous: Bool

  init(of function: any RealFunction, at place: Double, reach: Double) {
    if let exact = function.points?.exactLimits(at: place)?.secondDerivative {
      (pair, isDiscontinuous) = (exact, !(exact.before.isNaN && exact.after.isNaN))
      return
    }
    let sides = [-reach, reach].map { reach in
      OneSidedApproach(
        to: place, from: reach, of: function.definedSecondDerivative(at:),
        integral: OneSidedApproach(to: place, from: reach, of: function.derivative(at:)))
    }
    let (before, after) = (sides[0].limit, sides[1].limit)
    pair = OneSidedLimits.Pair(before: before, after: after)
    let size = max(sides[0].scale, sides[1].scale, before.magnitude, after.magnitude)
    let tolerance = 0x1p-24 * size + 4 * (sides[0].error + sides[1].error)
    isDiscontinuous = !(before.isNaN && after.isNaN) && !((after - before).magnitude <= tolerance)
  }
}
