/// A function that is given by points, and knows of itself what has to be found numerically for others.
package protocol PointFunction: RealFunction {
  /// The moments of z ↦ f(s · z) for normal input z, with a positive scale s.
  func normalMoments(scaledBy scale: Double) -> NormalMoments
  /// The mean square of z · f(s · z) for normal input z, with a positive scale s.
  func argumentGain(scaledBy scale: Double) -> ExactMoment
  /// The limits at a place; nil where there are none because the function is a list of points.
  func exactLimits(at place: Double) -> ExactLimits?
  /// The first of some numbers at which the function is not given, not even as NaN; nil if there is none.
  func firstGap(among numbers: some Sequence<Double>) -> Double?
  /// The curve through the points of a list, as a figure shows it; nil for a function that is more than a list of points.
  var curveThroughPoints: (any RealFunction)? { get }
}

extension PointFunction {
  package var points: (any PointFunction)? { self }

  /// The moments for normal input.
  package var normalMoments: NormalMoments { normalMoments(scaledBy: 1) }
}

extension ActivationFunction {
  /// The function as one that is given by points, which may break at each of them; nil for any other.
  package var points: (any PointFunction)? { function.points }

  /// The function whose course is described: the curve through the points of a list, and the function itself otherwise.
  package var described: ActivationFunction {
    points?.curveThroughPoints.map { ActivationFunction(entry, parameterValues: parameterValues, function: $0) } ?? self
  }
}
