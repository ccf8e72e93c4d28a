extension ClosedRange<Double> {
  /// The range itself, or a wider one where its ends are too close for ticks to stand apart.
  ///
  /// After matplotlib's `nonsingular`: at zero ∓ `expander`, elsewhere by `expander` times the larger magnitude; "too
  /// close" is a width of at most `tiny` times that.
  func widenedIfSingular(expander: Double, tiny: Double) -> ClosedRange<Double> {
    let magnitude = Swift.max(lowerBound.magnitude, upperBound.magnitude)
    if magnitude < 1e6 / tiny * Double.leastNormalMagnitude { return -expander...expander }
    guard upperBound - lowerBound <= magnitude * tiny else { return self }
    return (lowerBound - expander * lowerBound.magnitude)...(upperBound + expander * upperBound.magnitude)
  }

  /// Wider on both sides by a share of its width.
  func widened(below: Double, above: Double) -> ClosedRange<Double> {
    let width = upperBound - lowerBound
    return (lowerBound - below * width)...(upperBound + above * width)
  }
}
