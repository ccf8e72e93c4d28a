/// Value and derivative over the grid a + i · step for i in 0..<⌈(b − a) / step⌉.
///
/// Of a grid of more points than any picture can show, only those are held that decide how its curve looks.
public struct ResponseCurve: Sendable, Equatable {
  /// All places at which the function is evaluated.
  public let grid: ResponseGrid
  /// Increasing; evenly spaced, but for rounding, where all of the grid is held.
  public let x: [Double]
  /// The function at each `x`.
  public let value: [Double]
  /// Its derivative at each `x`, by PyTorch's convention at kinks and jumps.
  public let derivative: [Double]

  /// Whether points of the grid were left out.
  public var isReduced: Bool { x.count < grid.count }
}

extension ResponseCurve {
  /// More points than this are refused: a curve of a million points is finer than any paper.
  public static let pointLimit = 1_000_000
  /// How many points of a grid are held unless another number is asked for.
  public static let heldPointLimit = GridReduction.wholeCount

  /// Evaluates a function over the grid from the lower bound up to, not including, the upper one.
  ///
  /// The count is that of `torch.arange` and `numpy.arange`: the difference and the quotient are rounded to double
  /// precision before the next whole number above is taken. So −5…5 in steps of 0.1 has 100 points, the last at 4.9; but
  /// 1…1.3 has four, not three, for 1.3 − 1 is 0.30000000000000004, and the last is at 1.3. The guess that a quotient so
  /// near to a whole number was meant to be one is left out on purpose: it would part from PyTorch's grid. Nor does any
  /// error accumulate: each x is the product and the sum of its own.
  ///
  /// - Parameter limit: Of a grid of more points than this only those are held that decide how the curve looks.
  /// - Throws: `StudyError.noGrid` or `StudyError.tooManyGridPoints`.
  public init(
    of function: ActivationFunction, range: ClosedRange<Double>, step: Double, precision: GridPrecision = .double,
    holding limit: Int = heldPointLimit
  ) throws(StudyError) {
    let (lower, upper) = (range.lowerBound, range.upperBound)
    let steps = (upper - lower) / step
    guard lower.isFinite, upper.isFinite, step > 0, step.isFinite, steps > 0 else {
      throw .noGrid(range: range, step: step)
    }
    guard steps <= Double(Self.pointLimit) else {
      throw .tooManyGridPoints(range: range, step: step, limit: Self.pointLimit)
    }
    let wholeSteps = Int(steps)
    let count = Double(wholeSteps) < steps ? wholeSteps + 1 : wholeSteps
    let isSingle = precision == .single && Float(lower).isFinite && Float(upper).isFinite
    let grid = ResponseGrid(lower: lower, step: step, count: count, precision: isSingle ? .single : .double)
    self.grid = grid
    guard count <= limit else {
      let reduction = GridReduction(of: function, over: grid)
      (x, value, derivative) = (reduction.x, reduction.value, reduction.derivative)
      return
    }
    let places = (0..<count).map { grid[$0] }
    x = places
    value = places.map(function.value(at:))
    derivative = places.map(function.derivative(at:))
  }
}
