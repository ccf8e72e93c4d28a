extension ClosedRange<Double> {
  /// The range itself, or a wider one where its ends are too close for ticks to stand apart.
  ///
  /// After matplotlib's `nonsingular`: at zero ∓ `expander`, elsewhere by `expander` times the larger magnitude; "too
  /// close" is a width of at most `tiny` times that.
  func widenedIfSingular(expander: Double, tiny: Double) -> ClosedRange<Double> {
    let magnitude = Swift.max(lowerBound.magnitude, upperBound.magnitude)
    if magnitude < 1e6 / tiny * Double.leastNormalMagnitude { return -expander...expander }
    guard upperBound - lowerBound <= magnitude * tiny else { return self }
    return Self(
      finite: lowerBound - expander * lowerBound.magnitude, upperBound + expander * upperBound.magnitude)
  }

  /// Wider on both sides by a share of its width, as far as there are numbers.
  func widened(below: Double, above: Double) -> ClosedRange<Double> {
    let width = upperBound - lowerBound
    guard width.isFinite else {
      // The share of a width that is no double may be one.
      return Self(
        finite: lowerBound - (below * upperBound - below * lowerBound),
        upperBound + (above * upperBound - above * lowerBound))
    }
    return Self(finite: lowerBound - below * width, upperBound + above * width)
  }

  /// Ends that overflowed are the largest numbers there are.
  private init(finite lower: Double, _ upper: Double) {
    self = Swift.max(lower, -.greatestFiniteMagnitude)...Swift.min(upper, .greatestFiniteMagnitude)
  }
}
