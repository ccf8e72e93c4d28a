import PortableMath

/// Collects the values that an axis has to show, and derives the limits of the axis from them.
package struct DataRange {
  package let type: ScaleType
  private var range: ClosedRange<Double>?
  private var base: Double?

  package init(on type: ScaleType) { self.type = type }

  /// Adds a value, unless an axis of this type cannot show it.
  package mutating func add(_ value: Double) {
    guard type.shows(value) else { return }
    let lower = min(value, range?.lowerBound ?? value)
    let upper = max(value, range?.upperBound ?? value)
    range = lower...upper
  }

  /// Adds a value beyond which no margin is left.
  package mutating func addBase(_ value: Double) {
    add(value)
    base = value
  }

  /// The greatest value; nil if there is none.
  package var greatest: Double? { range?.upperBound }

  /// Returns the range of the values, widened on both sides by a share of its length.
  ///
  /// - Parameter freeShare: The share of the axis that is kept free at its upper end, less than one.
  package func limits(margin: Double, freeShare: Double = 0) -> ClosedRange<Double> {
    // What is free is a share of what is below it, which is the range and the lower margin.
    func above(_ below: Double, _ margin: Double) -> Double {
      max(margin, freeShare / (1 - freeShare) * (1 + below))
    }
    switch type {
    case .linear:
      guard let range else { return 0...1 }
      let apart = range.widenedIfSingular(expander: 0.05, tiny: 1e-15)
      let below = apart.lowerBound == base ? 0 : margin
      return apart.widened(below: below, above: apart.upperBound == base ? above(below, 0) : above(below, margin))
    case .squareRoot:
      guard let range else { return 0...1 }
      return range.widenedBySquareRoot(below: range.lowerBound == base ? 0 : margin) { above($0, margin) }
    case .logarithmic:
      return range?.separatedDecades.widenedLogarithmically(below: margin, above: above(margin, margin)) ?? 1...10
    }
  }
}

extension ClosedRange<Double> {
  /// Returns the range itself, or a wider one where its ends are too close for ticks to stand apart.
  ///
  /// This is matplotlib's `nonsingular`: around zero the result is ∓ `expander`, elsewhere the ends move by `expander`
  /// times their magnitude. Ends are too close if they differ by at most `tiny` times the larger magnitude.
  package func widenedIfSingular(expander: Double, tiny: Double) -> ClosedRange<Double> {
    let magnitude = Swift.max(lowerBound.magnitude, upperBound.magnitude)
    if magnitude < 1e6 / tiny * Double.leastNormalMagnitude { return -expander...expander }
    guard upperBound - lowerBound <= magnitude * tiny else { return self }
    return Self(
      finite: lowerBound - expander * lowerBound.magnitude, upperBound + expander * upperBound.magnitude)
  }

  /// Returns a range that is wider on both sides by shares of its width, as far as there are doubles.
  fileprivate func widened(below: Double, above: Double) -> ClosedRange<Double> {
    let width = upperBound - lowerBound
    guard width.isFinite else {
      // A share of a width may be a double where the width is not.
      return Self(
        finite: lowerBound - (below * upperBound - below * lowerBound),
        upperBound + (above * upperBound - above * lowerBound))
    }
    return Self(finite: lowerBound - below * width, upperBound + above * width)
  }

  /// The range itself or, where it holds a single value, the powers of ten below and above that value, as matplotlib's
  /// `LogLocator` has it.
  fileprivate var separatedDecades: ClosedRange<Double> {
    guard lowerBound == upperBound else { return self }
    let decade = PowerOfTen.decade(of: lowerBound)
    let below = PowerOfTen.scaled(1, by: PowerOfTen.value(decade) < lowerBound ? decade : decade - 1)
    let above = decade == PowerOfTen.exponents.upperBound ? .greatestFiniteMagnitude : PowerOfTen.value(decade + 1)
    return Self(finite: Swift.max(below, .leastNonzeroMagnitude), above)
  }

  /// Returns a range of numbers from 0 up that is wider on both sides by shares of its length on an axis of square roots. A
  /// range of a single value begins at 0.
  fileprivate func widenedBySquareRoot(below: Double, above: (_ below: Double) -> Double) -> ClosedRange<Double> {
    guard upperBound > 0 else { return 0...1 }
    let upper = upperBound.squareRoot()
    let lower = lowerBound == upperBound ? 0 : lowerBound.squareRoot()
    let start = Swift.max(0, lower - (lower == 0 ? 0 : below) * (upper - lower))
    let end = upper + above(lower == 0 ? 0 : below) * (upper - lower)
    return Self(finite: start * start, end * end)
  }

  /// Returns a range of positive numbers that is wider on both sides by shares of its length on a logarithmic axis.
  fileprivate func widenedLogarithmically(below: Double, above: Double) -> ClosedRange<Double> {
    let length = Double.log10(upperBound) - Double.log10(lowerBound)
    let lower = lowerBound / Double.pow(10, below * length)
    return Self(finite: Swift.max(lower, .leastNonzeroMagnitude), upperBound * Double.pow(10, above * length))
  }

  /// Creates a range in which the largest doubles stand for ends that overflowed.
  private init(finite lower: Double, _ upper: Double) {
    self = Swift.max(lower, -.greatestFiniteMagnitude)...Swift.min(upper, .greatestFiniteMagnitude)
  }
}
