/// How exactly the points of a grid are known.
public enum GridPrecision: Sendable {
  /// a + i · step, rounded to double precision.
  case double
  /// The single-precision numbers of `torch.arange`; double precision where single precision cannot hold the ends.
  case single
}

/// Value and derivative over the grid a + i · step for i in 0..<⌈(b − a) / step⌉.
public struct ResponseCurve: Sendable, Equatable {
  /// Increasing, and evenly spaced but for rounding.
  public let x: [Double]
  /// The function at each `x`.
  public let value: [Double]
  /// Its derivative at each `x`, by PyTorch's convention at kinks and jumps.
  public let derivative: [Double]
}

extension ResponseCurve {
  /// More points than this are refused: a curve of a million points is finer than any paper.
  public static let pointLimit = 1_000_000

  /// Evaluates a function over the grid from the lower bound up to, not including, the upper one.
  ///
  /// The count is that of `torch.arange` and `numpy.arange`: the difference and the quotient are rounded to double
  /// precision before the next whole number above is taken. So −5…5 in steps of 0.1 has 100 points, the last at 4.9; but
  /// 1…1.3 has four, not three, for 1.3 − 1 is 0.30000000000000004, and the last is at 1.3. The guess that a quotient so
  /// near to a whole number was meant to be one is left out on purpose: it would part from PyTorch's grid. Nor does any
  /// error accumulate: each x is the product and the sum of its own.
  ///
  /// - Throws: `StudyError.noGrid` or `StudyError.tooManyGridPoints`.
  public init(
    of function: ActivationFunction, range: ClosedRange<Double>, step: Double, precision: GridPrecision = .double
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
    let grid =
      precision == .single && Float(lower).isFinite && Float(upper).isFinite
      ? Self.singlePrecisionGrid(from: lower, step: step, count: count)
      : (0..<count).map { lower + Double($0) * step }
    x = grid
    value = grid.map(function.value(at:))
    derivative = grid.map(function.derivative(at:))
  }

  /// The points as `torch.arange` computes them on x86-64, to the bit, up to the 32768 that one of its threads takes.
  ///
  /// Sums are taken with a fused multiply-add in double precision and rounded to single precision. Of each sixteen points the
  /// first and the ninth come from the lower bound, and the seven behind each of them from that rounded one; what is left
  /// at the end comes from the lower bound (ATen, RangeFactoriesKernel.cpp and vec256_float.h).
  private static func singlePrecisionGrid(from lower: Double, step: Double, count: Int) -> [Double] {
    func point(_ start: Double, _ steps: Int) -> Double { Double(Float(start.addingProduct(Double(steps), step))) }
    return (0..<count).map { index in
      guard index < count / 16 * 16 else { return point(lower, index) }
      return point(point(lower, index / 8 * 8), index % 8)
    }
  }
}
