/// A straight line that a function approaches as x grows without bound to one side.
public struct Asymptote: Sendable, Equatable {
  /// The slope of the line, 0 for a horizontal one.
  public let slope: Double
  /// The value of the line at x = 0.
  public let intercept: Double

  /// Makes the line y = slope · x + intercept.
  public init(slope: Double, intercept: Double) { (self.slope, self.intercept) = (slope, intercept) }
}

extension ActivationFunction {
  /// The lines that the function approaches on the left and on the right; nil where none was found.
  ///
  /// ```swift
  /// softplus.asymptotes   // left y = 0, right y = x
  /// tanh.asymptotes       // left y = −1, right y = 1
  /// ```
  ///
  /// They are found numerically, from values and derivatives at some hundred points up to 2¹⁰⁰. A line is an asymptote if
  /// - the distance from it settles: over two octaves of x it varies at most 0.3 times as much as three or four octaves before, or no
  ///   more than by rounding, in every octave from some octave below 2²⁶ on; a logarithm, a root and an oscillation do not,
  ///   and neither does a distance like 1/log x, which vanishes too slowly to be told from one that does not;
  /// - the derivatives approach its slope likewise, which a staircase's do not;
  /// - the points beyond, and those beside the place where the function overflows, are as near to it as the last octave.
  ///
  /// What differs from a line by less than rounding, about 10⁻⁹ at unit size, counts as one.
  public var asymptotes: (left: Asymptote?, right: Asymptote?) {
    guard function.isGivenFarOut else { return (nil, nil) }
    return (FunctionTail(of: function, side: -1).asymptote, FunctionTail(of: function, side: 1).asymptote)
  }
}
