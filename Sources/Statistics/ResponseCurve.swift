import Activations

/// The value and the derivative of a function over the grid a + i · step for i in 0..<⌈(b − a) / step⌉.
///
/// If the grid has more points than a picture can show, only the points that determine the shape of the curve are kept.
public struct ResponseCurve: Sendable, Equatable {
  /// The grid at which the function is evaluated.
  public let grid: ResponseGrid
  /// The points that are kept, in increasing order.
  public let x: [Double]
  /// The function's value at each `x`.
  public let value: [Double]
  /// The derivative at each `x`, by PyTorch's convention at kinks and jumps.
  public let derivative: [Double]

  /// Whether points of the grid were left out.
  public var isReduced: Bool { x.count < grid.count }
}

extension ResponseCurve {
  /// The greatest number of points of a grid, which is finer than any paper.
  public static let pointLimit = 1_000_000
  /// The greatest number of points of a grid that are all kept, unless another limit is given.
  public static let heldPointLimit = GridReduction.wholeCount

  /// Evaluates a function over the grid from the lower bound up to, not including, the upper one.
  ///
  /// The count is that of `torch.arange` and `numpy.arange`: the difference and the quotient are rounded to double
  /// precision before the ceiling is taken. So −5…5 in steps of 0.1 has 100 points, the last at 4.9; but 1…1.3 has
  /// four, not three, because 1.3 − 1 is 0.30000000000000004, and the last is at 1.3. A quotient near a whole number is
  /// not rounded to it on purpose, because the grid would differ from PyTorch's. Errors do not accumulate: each x is
  /// computed from its own product and sum.
  ///
  /// - Parameters:
  ///   - function: The function.
  ///   - range: The ends of the grid.
  ///   - step: The distance between two points, greater than 0.
  ///   - precision: The precision in which the grid is computed.
  ///   - limit: The greatest number of points that are all kept. Of more points, only those that determine the shape of the
  ///     curve are.
  /// - Throws: `StudyError.noGrid` or `StudyError.tooManyGridPoints`.
  public init(
    of function: ActivationFunction, range: ClosedRange<Double>, step: Double, precision: GridPrecision = .double,
    holding limit: Int = heldPointLimit
  ) throws(StudyError) {
    let grid = try ResponseGrid(over: range, step: step, precision: precision)
    self.grid = grid
    if let x = function.points?.firstGap(among: grid.points) { throw .notGiven(x: x, isSample: false) }
    guard grid.count <= limit else {
      let reduction = GridReduction(of: [function.value(at:), function.derivative(at:)], over: grid)
      (x, value, derivative) = (reduction.x, reduction.curves[0], reduction.curves[1])
      return
    }
    let places = grid.points
    x = places
    value = places.map(function.value(at:))
    derivative = places.map(function.derivative(at:))
  }
}

/// The grid lower + i · step at which a function is evaluated.
public struct ResponseGrid: Sendable, Equatable {
  /// The first point before rounding.
  public let lower: Double
  /// The distance from each point to the next, which is positive.
  public let step: Double
  /// The number of points.
  public let count: Int
  /// The precision to which the points are rounded.
  public let precision: GridPrecision

  /// Makes the grid from the lower bound up to, not including, the upper one.
  ///
  /// - Throws: `StudyError.noGrid` or `StudyError.tooManyGridPoints`.
  public init(over range: ClosedRange<Double>, step: Double, precision: GridPrecision) throws(StudyError) {
    let (lower, upper) = (range.lowerBound, range.upperBound)
    let steps = (upper - lower) / step
    guard lower.isFinite, upper.isFinite, step > 0, step.isFinite, steps > 0 else {
      throw .noGrid(range: range, step: step)
    }
    guard steps <= Double(ResponseCurve.pointLimit) else {
      throw .tooManyGridPoints(range: range, step: step, limit: ResponseCurve.pointLimit)
    }
    let wholeSteps = Int(steps)
    let count = Double(wholeSteps) < steps ? wholeSteps + 1 : wholeSteps
    let isSingle = precision == .single && Float(lower).isFinite && Float(upper).isFinite
    self.init(lower: lower, step: step, count: count, precision: isSingle ? .single : .double)
  }

  private init(lower: Double, step: Double, count: Int, precision: GridPrecision) {
    (self.lower, self.step, self.count, self.precision) = (lower, step, count, precision)
  }

  /// All points in increasing order.
  var points: [Double] { (0..<count).map { self[$0] } }

  /// The point with an index, counted from 0.
  public subscript(index: Int) -> Double {
    switch precision {
    case .double: lower + Double(index) * step
    case .single: singlePrecisionPlace(index)
    }
  }

  /// The point as `torch.arange` computes it on x86-64, to the bit, for grids of up to the 32768 points of one thread.
  ///
  /// Sums are computed with a fused multiply-add in double precision and rounded to single precision. Of every sixteen
  /// points the first and the ninth are computed from the lower bound, and the seven after each from that rounded
  /// point; the remainder is computed from the lower bound (PyTorch, ATen, RangeFactoriesKernel.cpp and
  /// vec256_float.h).
  private func singlePrecisionPlace(_ index: Int) -> Double {
    func place(_ start: Double, _ steps: Int) -> Double { Double(Float(start.addingProduct(Double(steps), step))) }
    guard index < count / 16 * 16 else { return place(lower, index) }
    return place(place(lower, index / 8 * 8), index % 8)
  }
}

/// The precision of the points of a grid.
public enum GridPrecision: Sendable {
  /// The points are lower + i · step in double precision.
  case double
  /// The points are the single-precision numbers of `torch.arange`; double precision if single precision cannot hold
  /// the ends.
  case single
}
